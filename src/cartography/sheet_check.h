#pragma once

#include "cartography/sheet.h"
#include "documents/matrix_code.h"

#include <optional>

namespace antardesa::cartography {

/// What ties a printed sheet to the line that it shows, printed as QR and signs, and to the history
/// of the project.
struct SheetCheck {
    std::string code; ///< to be typed; empty: the sheet is about no line
    documents::MatrixCode matrix;
    std::string history = {}; ///< head of its chain, in short; empty: not said
};

/// A sheet and, of a boundary sheet, what its margin has no room for: nothing of it is left out.
struct SheetPages {
    Sheet sheet;
    std::optional<Drawing> further; ///< a page of its own, without a map
};
/// `compose_sheet` with that page.
SheetPages compose_pages(const MapGeometry& geometry, const SheetRequest& request,
                         const SheetCheck* check, const style::StyleSheet& styles,
                         const text::Typesetter& typesetter, const i18n::Catalogue& language,
                         Progress& progress);

/// `compose_sheet` with a code in the column of the title; null: none.
Sheet compose_sheet(const MapGeometry& geometry, const SheetRequest& request,
                    const SheetCheck* check, const style::StyleSheet& styles,
                    const text::Typesetter& typesetter, const i18n::Catalogue& language,
                    Progress& progress);

} // namespace antardesa::cartography
