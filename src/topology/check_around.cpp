#include "topology/flaws.h"
#include "topology/too_tangled.h"

#include <algorithm>

namespace antardesa::topology {

namespace {

bool involves(const std::vector<Claimant>& claimants, const std::vector<bool>& changed) {
    return std::any_of(claimants.begin(), claimants.end(),
                       [&](Claimant claimant) { return changed[claimant]; });
}

/// Numbers of the neighbourhood back to those of the whole.
template<class Value>
void renumber(Value& claimants, const std::vector<Claimant>& whole) {
    for (Claimant& claimant : claimants)
        claimant = whole[claimant];
}

Flaws found_among(const std::vector<const geo::MultiPolygon*>& part,
                  const std::vector<Claimant>& whole, const FlawOptions& options,
                  Progress& progress) {
    try {
        return find_flaws(part, {options.near_miss, options.degrees}, progress);
    } catch (const TooTangled& error) {
        std::vector<TooTangled::Tangle> tangles = error.tangles();
        if (tangles.empty())
            throw;
        for (TooTangled::Tangle& tangle : tangles)
            tangle.claimant = whole[tangle.claimant];
        throw TooTangled(tangles.front().place, tangles);
    }
}

} // namespace

Flaws find_flaws_around(std::span<const geo::MultiPolygon* const> claimants,
                        std::span<const geo::Box> boxes, std::span<const Claimant> changed,
                        std::span<const Strip> known, const FlawOptions& options,
                        Progress& progress) {
    std::vector<bool> is_changed(claimants.size(), false);
    std::vector<bool> is_near(claimants.size(), false);
    for (const Claimant claimant : changed)
        is_changed[claimant] = is_near[claimant] = true;
    for (const Claimant claimant : changed)
        for (Claimant other = 0; other < claimants.size(); ++other)
            if (boxes[other].intersects(boxes[claimant].grown(options.near_miss)))
                is_near[other] = true;
    // A wide gap is closed by villages farther off.
    for (const Strip& strip : known)
        if (involves(strip.claimants, is_near))
            for (const Claimant claimant : strip.claimants)
                is_near[claimant] = true;
    std::vector<const geo::MultiPolygon*> part;
    std::vector<Claimant> whole;
    for (Claimant claimant = 0; claimant < claimants.size(); ++claimant)
        if (is_near[claimant]) {
            part.push_back(claimants[claimant]);
            whole.push_back(claimant);
        }
    Flaws flaws = found_among(part, whole, options, progress);
    for (Strip& strip : flaws.strips)
        renumber(strip.claimants, whole);
    for (auto& group : flaws.duplicates)
        renumber(group, whole);
    for (InvalidRing& ring : flaws.invalid)
        ring.claimant = whole[ring.claimant];
    for (NearMiss& miss : flaws.near_misses) {
        miss.first = whole[miss.first];
        miss.second = whole[miss.second];
    }
    std::erase_if(flaws.strips,
                  [&](const Strip& strip) { return !involves(strip.claimants, is_changed); });
    std::erase_if(flaws.duplicates,
                  [&](const auto& group) { return !involves(group, is_changed); });
    std::erase_if(flaws.invalid,
                  [&](const InvalidRing& ring) { return !is_changed[ring.claimant]; });
    std::erase_if(flaws.near_misses, [&](const NearMiss& miss) {
        return !is_changed[miss.first] && !is_changed[miss.second];
    });
    return flaws;
}

} // namespace antardesa::topology
