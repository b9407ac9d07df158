#pragma once

#include "geo/geometry.h"

namespace antardesa::topology::detail {

/// How far places are from a line, asked a great many times at places near each other: edges are
/// boxed in runs, and runs of runs, and the search begins where the last one ended. One thread.
class SideDistance {
  public:
    explicit SideDistance(geo::Line line);

    double operator()(geo::Point p) const;
    const geo::Line& line() const { return line_; }

  private:
    static constexpr std::size_t run = 16;
    void look_at_run(std::size_t block, geo::Point p, double& least) const;

    geo::Line line_;
    std::vector<geo::Box> blocks_;    ///< of `run` edges
    std::vector<geo::Box> regions_;   ///< of `run` blocks
    mutable std::size_t nearest_ = 0; ///< block
};

} // namespace antardesa::topology::detail
