#pragma once

#include "topology/flaws.h"

#include <map>
#include <set>

namespace antardesa::topology::detail {

void append_vertices(std::vector<geo::Point>& places, const Strip& strip);

/// Whether a strip is what an edit left of an earlier one: it lies there, and nobody new has part.
bool is_left_of(const Strip& now, const Strip& before);

/// What an edit must not make more of: land between the same claimants, faults of each one's rings,
/// who almost meets whom.
class FlawCount {
  public:
    explicit FlawCount(const Flaws& flaws);

    /// Vertices of what is more than was counted. What is left of a strip is none, also when fewer
    /// have part in it.
    std::vector<geo::Point> beyond(const Flaws& flaws) const;

  private:
    using Key = std::pair<StripKind, std::vector<Claimant>>;

    Key source_of(const Strip& strip) const;

    std::vector<Strip> strips_;
    std::map<Key, double> areas_;
    std::map<std::pair<Claimant, RingFault>, int> faults_;
    std::set<std::pair<Claimant, Claimant>> misses_;
};

} // namespace antardesa::topology::detail
