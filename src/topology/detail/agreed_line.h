#pragma once

#include "topology/flaws.h"

#include <optional>

namespace antardesa::topology::detail {

/// A line that neighbours agreed on, laid across what they both claim or leave open.
class AgreedLine {
  public:
    /// Lines that end on each other are joined. `metric` makes metres of the coordinates.
    AgreedLine(const geo::MultiLine& lines, geo::Point metric);

    /// The stretches that lead through the strip's pieces from border to border. Ends that miss the
    /// border by less than 0.1 m are drawn out to it.
    geo::MultiLine cuts_of(const Strip& strip) const;

    /// Whether the place lies left of the line where it is nearest; nothing where that is an end
    /// of the line: it does not reach so far.
    std::optional<bool> is_left(geo::Point place) const;

  private:
    geo::MultiLine lines_;
    std::vector<geo::Box> boxes_;
    geo::Point metric_;
};

} // namespace antardesa::topology::detail
