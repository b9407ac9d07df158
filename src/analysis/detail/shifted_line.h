#pragma once

#include "geo/geometry.h"

#include <functional>
#include <optional>

namespace antardesa::analysis::detail {

/// A line that can be moved aside while its ends stay: the first and the last tenth of its length
/// lead to where they are. Positions in degrees, `metric` metres of a degree.
class ShiftedLine {
  public:
    ShiftedLine(const geo::Line& line, geo::Point metric);
    /// To the right of the straight way from end to end, in metres; left where negative.
    geo::Line by(double metres) const;

  private:
    geo::Line line_;
    std::vector<double> weights_;
    geo::Point aside_; ///< a metre to the right, degrees
};

/// A line as it can be led through the land, and what lies left of it.
struct Shift {
    geo::Line line;
    double left_m2 = 0;
    double metres = 0; ///< how far it was moved
};
struct ShiftGoal {
    double left_m2 = 0;
    double exact_to = 0.01;
    double farthest_m = 0;
};
/// Moves the line until what lies left of it is wanted (regula falsi with the Illinois rule).
/// `lead` leads a moved line through the land, or says that it cannot. Nothing when no move does.
std::optional<Shift> shifted_to(const ShiftedLine& line, const ShiftGoal& goal,
                                const std::function<std::optional<Shift>(geo::Line)>& lead);

} // namespace antardesa::analysis::detail
