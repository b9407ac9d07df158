#pragma once

#include "documents/document.h"

namespace antardesa::documents::detail {

/// The body's elements, and what they need besides it.
struct DocxBody {
    std::string xml;
    int lists = 0;        ///< numberings used: 1 … lists
    std::string code_png; ///< the picture of the sheet's code; empty without one
};
DocxBody docx_body(const Document& document);

/// Twentieths of a point, WordprocessingML's unit.
long twips(double millimetres);

} // namespace antardesa::documents::detail
