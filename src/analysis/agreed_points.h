#pragma once

#include "analysis/turning_points.h"

/// The titik kartometrik of a line that two villages have just agreed to (Perban BIG 15/2019 as in
/// domain.md §3.3): one at each end and node, and on what runs straight only where it bends.
namespace antardesa::analysis {

/// The line may lie this far beside the straight way from one point to the next: half a millimetre
/// on a sheet of 1:10.000. A line so winding that it would need more than `most_bends` points has
/// the tolerance doubled until it does not.
inline constexpr double bend_m = 5;
inline constexpr std::size_t most_bends = 60;

struct AgreedPoints {
    std::vector<model::TurningPoint> points; ///< in order, numbered; the new ones without id
    int kept = 0;                            ///< titik kartometrik that lie on the line (5 cm)
    int replaced = 0;                        ///< those that lie beside it: they are gone
    int added = 0;                           ///< at ends, nodes and bends
    /// Pillars that lie beside the line; they stand where they stand and stay in `points`.
    std::vector<Id<model::TurningPoint>> pillars_off;
};

/// What the points of a segment become when its line is agreed. `segment` has the agreed line,
/// `nodes` are those of the coverage then, `old` the points that it has. Pure.
AgreedPoints agreed_points(std::span<const geo::Point> nodes, const model::BoundarySegment& segment,
                           std::vector<model::TurningPoint> old);

} // namespace antardesa::analysis
