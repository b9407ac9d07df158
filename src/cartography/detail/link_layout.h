#pragma once

#include "geo/geometry.h"

#include <optional>
#include <span>
#include <vector>

namespace antardesa::cartography {

/// How an agreement is drawn, by how many take part and how they lie.
enum class LinkStyle { curve, star, tree, contour };

/// The shape of one agreement on the map, in any planar unit.
struct LinkShape {
    std::vector<geo::Line> lines; ///< one curve between two, spokes from the hub, or a tree's edges
    geo::Point badge;             ///< middle of the curve or of an edge, or the hub
    LinkStyle style = LinkStyle::curve;
    geo::MultiPolygon outline = {}; ///< of a contour, drawn in place of the lines
};

/// Two ends: a quadratic curve bulging by 18 % of the distance. Several agreements between the
/// same two are fanned by 8 % each, alternately to both sides: `rank` is 0 for the first.
LinkShape curve_link(geo::Point a, geo::Point b, int rank);
/// Bulge of the curve with that rank, as a share of the distance.
double link_bend(int rank);

/// Three or more ends: spokes from `hub`.
LinkShape star_link(std::span<const geo::Point> ends, geo::Point hub);

/// So many ends are no star any more: its spokes would cross villages that take no part.
inline constexpr std::size_t least_of_tree = 6;
/// Six or more ends: the edges of their Euclidean minimum spanning tree (R. C. Prim, Bell System
/// Technical Journal 36, 1957); the badge is in the middle of the edge nearest their centre.
LinkShape tree_link(std::span<const geo::Point> ends);
/// How far from a tree its contour wants to be; none for a tree that does not lie close together:
/// one with an edge longer than three usual ones.
double contour_reach(const LinkShape& tree);
/// The tree within a contour that has no point of `others` in it, the anchors of villages that take
/// no part: it keeps nearer to the tree than they are. The tree as it is where they come so near
/// that the contour would be less than half as wide as it wants to be.
LinkShape contour_link(LinkShape tree, std::span<const geo::Point> others);

/// What is drawn of it: the rings of its contour, else its lines.
std::vector<geo::Line> drawn_lines(const LinkShape& shape);

/// Where the ray from `from` along `direction` leaves the box; `from` itself if it lies outside
/// or the direction is null.
geo::Point exit_point(const geo::Box& box, geo::Point from, geo::Point direction);

/// A point on the lines that lies inside `box`: `preferred` if it does, else the middle of the
/// longest visible part. Nothing if no part is visible.
std::optional<geo::Point> visible_badge(const LinkShape& shape, geo::Point preferred,
                                        const geo::Box& box);

/// Where a badge may stand, best first: as wanted, along the curve, or a step off.
std::vector<geo::Point> badge_places(const LinkShape& shape, geo::Point wanted, double step);
/// Further ones for a badge of a size that has to stand somewhere, so that it hides no name at the
/// rim: all along the curve within the box, the nearest first, then round about.
std::vector<geo::Point> further_badge_places(const LinkShape& shape, const geo::Box& box,
                                             geo::Point wanted, double size);

} // namespace antardesa::cartography
