#pragma once

#include "geo/geometry.h"

#include <functional>
#include <optional>
#include <span>
#include <variant>

namespace antardesa::topology {

/// The land between two lines with the same ends: what two claimants disagree about, each with a
/// line of its own. Walked from the first end to the last, `left` has undisputed land of the one
/// on its left, `right` undisputed land of the other on its right. They run apart around lenses
/// and together in between; where they meet they have the same vertices.
struct LandBetween {
    /// Both ends of a side: positions in `left` or `right`.
    struct Lens {
        std::size_t left_first = 0;
        std::size_t left_last = 0;
        std::size_t right_first = 0;
        std::size_t right_last = 0;
        /// Claimed by neither: the lines have changed sides.
        bool exchanged = false;
    };
    /// Land inside a lens that is not disputed. Counter-clockwise.
    struct Hole {
        geo::Ring ring;
        bool of_right = false; ///< it is the right one's
        std::size_t lens = 0;
    };
    geo::Line left;
    geo::Line right;
    std::vector<Lens> lenses;
    std::vector<Hole> holes;
};

/// Why it cannot be said what lies between two lines.
enum class BetweenFault {
    one_crosses_itself,
    other_crosses_itself,
    out_of_step, ///< they wind round each other: meetings in another order along each
    ring_astray, ///< a ring that does not lie inside a lens
    no_land      ///< the lines are the same
};
struct NoLandBetween {
    BetweenFault fault = BetweenFault::no_land;
    geo::Point place;
};

/// A claimant's line, and closed lines inside the disputed land where it takes the other's side.
struct ClaimedLine {
    geo::Line line;
    std::vector<geo::Ring> rings;
};

/// The land between two lines from the same first to the same last point, of claimants whose
/// undisputed land lies on the left of `one` and on the right of `other`. Vertices of one line
/// within `near` of the other lie on it (join_where_they_meet).
std::variant<LandBetween, NoLandBetween> land_between(ClaimedLine one, ClaimedLine other,
                                                      double near);

/// The part of one lens, with its holes; counter-clockwise.
geo::Polygon land_of(const LandBetween& between, std::size_t lens);
/// All parts in order from end to end.
geo::MultiPolygon land_of(const LandBetween& between);

/// The parts on the left and on the right of a line that leads from end to end inside the land.
struct DividedLand {
    geo::MultiPolygon left;
    geo::MultiPolygon right;
};
DividedLand divided(const LandBetween& between, const geo::Line& line);

/// What a stretch of a ring adds to its area (LandMeasure::beside, topology/repair.h).
using BesideMeasure = std::function<double(std::span<const geo::Point>)>;

/// Area of the land, and of what of it lies left of any simple line from end to end; the line may
/// leave the land. Sums of integrals along the borders, so that parts add up to the whole.
double area_of(const LandBetween& between, const BesideMeasure& beside);
double area_left_of(const LandBetween& between, geo::Line line, const BesideMeasure& beside);

} // namespace antardesa::topology
