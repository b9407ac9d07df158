#include "cartography/detail/composition.h"
#include "cartography/detail/hatching.h"
#include "cartography/detail/regions.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

/// Villages bound by an agreement of three or more, ascending.
std::vector<std::uint32_t> members(const Composition& c) {
    std::vector<std::uint32_t> result;
    for (const model::Agreement* agreement : c.agreements) {
        std::vector<std::uint32_t> villages;
        for (const model::AgreementParty* party : c.atlas.parties(agreement->id)) {
            const std::size_t index = c.atlas.villages().index_of(party->village);
            if (index < c.atlas.villages().size())
                villages.push_back(static_cast<std::uint32_t>(index));
        }
        if (villages.size() >= 3)
            result.insert(result.end(), villages.begin(), villages.end());
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    std::erase_if(result, [&](std::uint32_t village) {
        constexpr double smallest = 3; // millimetres; smaller villages would be a grey blot
        const geo::Box& box = c.geometry.claimant_box(village);
        return !box.intersects(c.extent) ||
               std::max(box.width(), box.height()) < smallest * c.metre;
    });
    return result;
}

} // namespace

void draw_member_hatches(Composition& composition) {
    Group& group = composition.start_group("hatches");
    const style::AreaInk& ink = composition.inks.area("agreement.member");
    if (!composition.shows(MapLayer::agreements) || composition.options.by_district || !ink.hatch)
        return;
    const std::vector<std::uint32_t> villages = members(composition);
    if (villages.empty())
        return;
    const auto rings =
        region_rings({*composition.coverage, villages, [](topology::Claimant) { return 0; }, 1,
                      composition.extent.grown(2 * composition.metre), 0});
    group.marks.emplace_back(hatch_mark(composition, rings[0], *ink.hatch, {}));
    composition.drawn.insert(LegendKey::member_hatch);
}

} // namespace antardesa::cartography
