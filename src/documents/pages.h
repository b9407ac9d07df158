#pragma once

#include "documents/document.h"
#include "geo/geometry.h"
#include "text/typesetter.h"

namespace antardesa::documents {

struct PageText {
    geo::Point at; ///< left end of the baseline
    text::GlyphRun run;
    bool faint = false;
};
struct PageRule {
    geo::Point from;
    geo::Point to;
    double width = 0.2;
};
struct PageFill {
    geo::Box box;
    double darkness = 1; ///< 0 … 1
};
/// One page in millimetres from its lower left corner, ready to be drawn: fills, rules, texts.
struct Page {
    double width = 210;
    double height = 297;
    std::vector<PageFill> fills;
    std::vector<PageRule> rules;
    std::vector<PageText> texts;
};

/// The document on A4. No page is left out; an empty document has one.
std::vector<Page> lay_out(const Document& document, const text::Typesetter& typesetter);

} // namespace antardesa::documents
