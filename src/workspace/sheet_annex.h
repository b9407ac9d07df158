#pragma once

#include "cartography/mark.h"
#include "crs/crs.h"
#include "workspace/papers.h"

namespace antardesa::workspace {

/// The annex of a boundary sheet: all turning points of what the sheet is about in one table,
/// numbered as on the sheet (NO, TITIK KARTOMETRIK, LINTANG, BUJUR, X, Y), metres in the zone of
/// the sheet. In Indonesian, as all papers; `code` is the sheet's, or nothing.
documents::Document sheet_annex(const PaperFacts& facts, cartography::Subject focus,
                                crs::UtmZone zone, const std::string& code);

} // namespace antardesa::workspace
