#pragma once

#include "crs/crs.h"
#include "workspace/papers.h"

/// The points of a segment on paper: as a table and as a walk along the line.
namespace antardesa::workspace {

/// In which UTM zone the papers of some segments give metres: of the middle of them all.
crs::UtmZone paper_zone(const std::vector<const model::BoundarySegment*>& segments,
                        const model::Atlas& atlas);

/// NO, TITIK KARTOMETRIK, LINTANG, BUJUR, X (M), Y (M) (domain.md §3.6); no rows without points.
documents::Table point_table(const PaperFacts& facts, const model::BoundarySegment& segment,
                             crs::UtmZone zone);

/// Where points lie beside the line: what must be settled before anybody signs. Empty when none.
std::string stray_note(const PaperFacts& facts, const model::BoundarySegment& segment);

/// From turning point to turning point: direction, distance along the line, markers.
std::vector<std::string> walk_along(const PaperFacts& facts, const model::BoundarySegment& segment);

} // namespace antardesa::workspace
