#pragma once

#include "cartography/sheet_check.h"
#include "workspace/papers.h"

/// The sheet's code where it is printed.
namespace antardesa::workspace {

/// At the end of the paper as QR and signs, and at the foot of each page. Nothing is added for a
/// segment without a line.
void add_sheet_code(documents::Document& document, const PaperFacts& facts,
                    const model::BoundarySegment* segment, const model::BoundaryDispute* dispute);
/// Gives every code of the document its picture, for a word processor's file.
void picture_codes(documents::Document& document);

/// The same for what a map sheet is about.
void add_sheet_code(documents::Document& document, const std::string& code);

/// For a map sheet about a village's boundaries, a segment or a case; nothing for one about
/// anything else.
std::optional<cartography::SheetCheck>
sheet_check(const model::Atlas& atlas, const cartography::SheetRequest& sheet, Date day);

} // namespace antardesa::workspace
