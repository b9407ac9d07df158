#pragma once

#include "cartography/sheet_check.h"
#include "workspace/papers.h"

/// The sheet's code where it is printed.
namespace antardesa::workspace {

/// The code of a paper about a case, or about a segment outside one; empty when neither is there
/// or no line is.
std::string paper_code(const PaperFacts& facts, const model::BoundarySegment* segment,
                       const model::BoundaryDispute* dispute);
/// At the end of the paper as QR and signs, and at the foot of each page; nothing without a code.
void add_sheet_code(documents::Document& document, const std::string& code);
/// Gives every code of the document its picture, for a word processor's file.
void picture_codes(documents::Document& document);

/// For a map sheet about a village's boundaries, a segment or a case; nothing for one about
/// anything else.
std::optional<cartography::SheetCheck>
sheet_check(const model::Atlas& atlas, const cartography::SheetRequest& sheet, Date day);

} // namespace antardesa::workspace
