#pragma once

#include "topology/detail/faces.h"
#include "topology/flaws.h"

namespace antardesa::topology::detail {

/// One face of a strip.
struct StripFace {
    std::uint32_t cycle = 0;
    std::vector<std::uint32_t> islands; ///< cycles around what lies in it
    double area = 0;
};

struct Strips {
    std::vector<Strip> strips;
    std::vector<std::vector<StripFace>> faces; ///< of each strip
    std::vector<std::uint32_t> groups; ///< of each: equal for the overlaps and gaps of one border
    std::vector<bool> is_strip;        ///< of each cycle: its face is part of a strip
    double rounding_overlap = 0;       ///< area of faces that are rounding only, in no strip
    double rounding_gap = 0;
    int holes = 0; ///< enclosed faces without a claimant that only one village borders
};
/// Gathers the faces with several claimants, or with none and two or more round them, into
/// strips. The rings of claimant `lines` bound no land: they cut strips in pieces only.
Strips find_strips(const Fabric& fabric, Progress& progress, Claimant lines = nobody);

/// A point inside the polygon: the middle of the widest stretch of a line across it.
geo::Point place_inside(const geo::Polygon& polygon);

} // namespace antardesa::topology::detail
