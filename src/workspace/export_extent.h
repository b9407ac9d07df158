#pragma once

#include "workspace/shown.h"
#include "workspace/views.h"
#include "workspace/words.h"

namespace antardesa::workspace {

/// What one sheet is about.
struct SheetExtent {
    geo::Box box;         ///< map metres; empty: all villages
    Subject focus;        ///< none: the whole kabupaten
    std::string subtitle; ///< empty: the kabupaten
};

/// Reads "kabupaten", "kecamatan=CODE-or-name", "village=CODE-or-name", "segment=ID",
/// "agreement=ID", "dispute=ID". A name that several rows carry is refused with their codes.
/// Refusals: "workspace.extent.unknown_kind", "workspace.extent.not_found",
/// "workspace.extent.contested".
Result<SheetExtent> resolve_extent(const Shown& shown, const std::string& text, const Words& words);

/// One extent for each row of "kecamatan", "village", "agreement", "segment" or "dispute", in
/// order of code or id; rows without a place are left out. Refused: "workspace.unknown_series".
Result<std::vector<SheetExtent>> resolve_series(const Shown& shown, const std::string& series,
                                                const Words& words);

} // namespace antardesa::workspace
