#pragma once

#include "geo/geometry.h"

#include <optional>
#include <span>
#include <vector>

namespace antardesa::cartography {

/// The shape of one agreement on the map, in any planar unit.
struct LinkShape {
    std::vector<geo::Line> lines; ///< one curve between two, or spokes from the hub
    geo::Point badge;             ///< middle of the curve, or the hub
    bool star = false;
};

/// Two ends: a quadratic curve bulging by 18 % of the distance. Several agreements between the
/// same two are fanned by 8 % each, alternately to both sides: `rank` is 0 for the first.
LinkShape curve_link(geo::Point a, geo::Point b, int rank);
/// Bulge of the curve with that rank, as a share of the distance.
double link_bend(int rank);

/// Three or more ends: spokes from `hub`.
LinkShape star_link(std::span<const geo::Point> ends, geo::Point hub);

/// Where the ray from `from` along `direction` leaves the box; `from` itself if it lies outside
/// or the direction is null.
geo::Point exit_point(const geo::Box& box, geo::Point from, geo::Point direction);

/// A point on the lines that lies inside `box`: `preferred` if it does, else the middle of the
/// longest visible part. Nothing if no part is visible.
std::optional<geo::Point> visible_badge(const LinkShape& shape, geo::Point preferred,
                                        const geo::Box& box);

/// Where a badge may stand, best first: as wanted, along the curve, or a step off.
std::vector<geo::Point> badge_places(const LinkShape& shape, geo::Point wanted, double step);

} // namespace antardesa::cartography
