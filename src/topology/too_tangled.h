#pragma once

#include "base/result.h"
#include "topology/coverage.h"

namespace antardesa::topology {

/// Thrown by `find_flaws`, `repair` and `snap` where polygons meet far more often than on any map,
/// or lie on each other by the thousands: memory and time stay tied to the number of vertices.
/// Without the named ones the rest can be checked. Key "topology.too_tangled" with the place of the
/// first. The claimants are numbered as they were given; none where it cannot be said who.
class TooTangled : public Error {
  public:
    struct Tangle {
        Claimant claimant = nobody;
        geo::Point place;
    };
    explicit TooTangled(geo::Point place, std::vector<Tangle> tangles = {});

    const std::vector<Tangle>& tangles() const { return tangles_; }

  private:
    std::vector<Tangle> tangles_;
};

} // namespace antardesa::topology
