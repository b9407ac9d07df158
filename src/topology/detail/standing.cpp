#include "topology/detail/standing.h"

#include "geo/box_index.h"
#include "geo/measure.h"

namespace antardesa::topology::detail {

namespace {

/// Strips by where they lie.
class Land {
  public:
    explicit Land(const std::vector<Strip>& strips) : strips_(strips) {
        std::vector<geo::Box> boxes;
        for (const Strip& strip : strips)
            boxes.push_back(geo::bounds(strip.pieces));
        index_ = geo::BoxIndex(boxes);
    }

    /// The first of them that lies where the strip lay, or around it.
    std::optional<std::uint32_t> remainder_of(const Strip& before) const {
        std::optional<std::uint32_t> first;
        index_.visit(geo::bounds(before.pieces), [&](std::uint32_t i) {
            const Strip& now = strips_[i];
            if ((!first || i < *first) && now.kind == before.kind &&
                (geo::contains(before.pieces, now.place) ||
                 geo::contains(now.pieces, before.place)))
                first = i;
        });
        return first;
    }

  private:
    const std::vector<Strip>& strips_;
    geo::BoxIndex index_;
};

bool was_chosen(RepairRefusal reason) {
    return reason != RepairRefusal::not_chosen && reason != RepairRefusal::allowed &&
           reason != RepairRefusal::final_line && reason != RepairRefusal::settled_line &&
           reason != RepairRefusal::beside_tangled;
}

void stays(Repair& repair, const Strip& strip, RepairRefusal reason) {
    (was_chosen(reason) ? repair.refusals : repair.kept)
        .push_back({strip.claimants, strip.place, reason, strip.kind, strip.area});
}

} // namespace

void tell_outcome(Repair& repair, const std::vector<FoundStrip>& before,
                  const std::vector<Strip>& after, const std::vector<RepairRefusal>& reasons) {
    const Land land(after);
    std::vector<Strip> old;
    for (const FoundStrip& found : before) {
        const auto standing = land.remainder_of(found.strip);
        if (standing)
            stays(repair, after[*standing], reasons[*standing]);
        else
            repair.mended.push_back({found.strip.claimants, found.strip.place, found.strip.kind,
                                     found.strip.area, !found.chosen});
        old.push_back(found.strip);
    }
    const Land known(old);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (!known.remainder_of(after[i]))
            stays(repair, after[i], reasons[i]);
    repair.repaired = static_cast<int>(repair.mended.size());
    repair.refused = static_cast<int>(repair.refusals.size());
    repair.left = repair.refused + static_cast<int>(repair.kept.size());
}

} // namespace antardesa::topology::detail
