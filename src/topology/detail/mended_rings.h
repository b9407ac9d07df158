#pragma once

#include "topology/detail/repair_bench.h"

#include <map>
#include <set>

namespace antardesa::topology::detail {

/// The rings without vertices that repeat the one before, closed; rings without extent go.
geo::MultiPolygon tidied(const geo::MultiPolygon& polygons);

/// The polygons with those of the points that lie on an edge as vertices there; `reach`: how far
/// beside it rounding may have put them.
geo::MultiPolygon with_corners(const geo::MultiPolygon& polygons,
                               std::span<const geo::Point> corners, double reach);

/// Who of some claimants has which land once the rings are mended, on a bench.
class MendedLand {
  public:
    MendedLand(const RepairBench& bench, const std::set<Claimant>& broken);

    bool owns(Claimant claimant, std::uint32_t cycle) const;
    geo::MultiPolygon outline(Claimant claimant) const;
    /// Two, the lower first, whose common line is not the one that their rings have.
    const std::set<std::pair<Claimant, Claimant>>& moved() const { return moved_; }
    /// Loops that were nobody's, and whose they are.
    std::map<Claimant, geo::MultiPolygon> given() const;

  private:
    void give_loops(const std::set<Claimant>& broken);
    bool is_loop_of(Claimant claimant, std::uint32_t cycle) const;
    geo::Point place_in(std::uint32_t cycle) const;
    geo::Ring points_of(const RingOfArcs& ring) const;
    void note_moved(const std::set<Claimant>& broken);
    void note_moved(std::uint32_t edge, const std::set<Claimant>& broken);

    const RepairBench& bench_;
    std::vector<Claimant> given_; ///< of each cycle
    std::set<std::pair<Claimant, Claimant>> moved_;
};

} // namespace antardesa::topology::detail
