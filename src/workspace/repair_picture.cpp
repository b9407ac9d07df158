#include "workspace/repair_picture.h"

#include <algorithm>
#include <set>

namespace antardesa::workspace {

namespace {

using topology::Claimant;

std::string order_of(const model::Atlas& atlas, Claimant claimant) {
    const bool is_village = claimant < atlas.villages().size();
    return is_village ? atlas.villages()[claimant].code : std::string("~");
}

/// The smallest number that nobody has whom the claimant meets in a strip.
std::map<Claimant, int> numbered(const model::Atlas& atlas, const topology::Repair& repair) {
    std::map<Claimant, std::set<Claimant>> meets;
    for (const topology::SettledLand& settled : repair.settled)
        for (const Claimant claimant : settled.claimants)
            meets[claimant].insert(settled.claimants.begin(), settled.claimants.end());
    std::vector<Claimant> order;
    for (const auto& [claimant, others] : meets)
        order.push_back(claimant);
    std::stable_sort(order.begin(), order.end(), [&](Claimant a, Claimant b) {
        return order_of(atlas, a) < order_of(atlas, b);
    });
    std::map<Claimant, int> numbers;
    for (const Claimant claimant : order) {
        std::set<int> taken;
        for (const Claimant other : meets[claimant])
            if (const auto at = numbers.find(other); at != numbers.end())
                taken.insert(at->second);
        int number = 0;
        while (taken.count(number))
            ++number;
        numbers[claimant] = number;
    }
    return numbers;
}

} // namespace

PicturedRepair pictured(const model::Atlas& atlas, const topology::Repair& repair) {
    PicturedRepair made;
    made.numbers = numbered(atlas, repair);
    cartography::RepairPicture picture;
    for (const topology::SettledLand& settled : repair.settled) {
        cartography::RepairPicture::Area area;
        area.land = settled.land;
        area.owner = made.numbers.at(settled.owner);
        area.gains = settled.kind == topology::StripKind::gap;
        if (!area.gains)
            for (const Claimant claimant : settled.claimants)
                if (claimant != settled.owner)
                    area.losing.push_back(made.numbers.at(claimant));
        picture.areas.push_back(std::move(area));
    }
    picture.borders = repair.new_borders;
    made.picture = std::make_shared<const cartography::RepairPicture>(std::move(picture));
    return made;
}

} // namespace antardesa::workspace
