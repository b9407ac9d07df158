#pragma once

#include "topology/land_between.h"

namespace antardesa::topology {

/// A line led through the land between two others, from end to end and inside.
struct LedLine {
    geo::Line line; ///< simple; runs along a side where the given line leaves the land there
    /// Its stretches beside the land where the given line could not be followed. Where both sides
    /// are one line there is nothing to follow it through: those are none.
    geo::MultiLine beside;
};

/// Leads a simple line with the land's ends through it: where the line leaves the land, or enters a
/// hole, the way along the border takes its place; loops that come of it are cut out. A hole stays
/// on its owner's side. Nothing when no such way is found.
std::optional<LedLine> led_through(const LandBetween& between, geo::Line line);

/// The line everywhere equally far from both sides, within `tolerance` metres: vertices exact to a
/// thousandth of it. `to_plane` must keep angles (a conformal projection, metres), `from_plane`
/// leads back. Nothing where the land has holes: no single line is.
using PlanePoint = std::function<geo::Point(geo::Point)>;
std::optional<geo::Line> middle_line(const LandBetween& between, const PlanePoint& to_plane,
                                     const PlanePoint& from_plane, double tolerance);

/// How the land is divided along straight lines.
struct StraightDivision {
    geo::Point direction; ///< unit vector in the plane of `metric`: where the lines lead
    double left_share = 0.5;
    geo::Point metric{1, 1}; ///< metres of the coordinates' units
    double exact_to = 0.01;  ///< in the unit of `beside`
};
/// A line of parallel stretches with the left one's share on its left: one straight line across
/// all parts, and the way along their borders in between. Pockets that it cannot reach from the
/// land they belong to are left to the other side and made up for elsewhere. Nothing when no such
/// line has that share in that direction.
std::optional<geo::Line> divided_along(const LandBetween& between, const StraightDivision& division,
                                       const BesideMeasure& beside);

/// Lines that end on each other joined, where just two end at a place.
geo::MultiLine joined(const geo::MultiLine& lines);

} // namespace antardesa::topology
