#include "topology/detail/flaw_count.h"

#include "geo/measure.h"

#include <algorithm>

namespace antardesa::topology::detail {

void append_vertices(std::vector<geo::Point>& places, const Strip& strip) {
    for (const geo::Polygon& piece : strip.pieces) {
        places.insert(places.end(), piece.outer.begin(), piece.outer.end());
        for (const geo::Ring& hole : piece.holes)
            places.insert(places.end(), hole.begin(), hole.end());
    }
}

bool is_left_of(const Strip& now, const Strip& before) {
    return now.kind == before.kind &&
           std::includes(before.claimants.begin(), before.claimants.end(), now.claimants.begin(),
                         now.claimants.end()) &&
           (geo::contains(before.pieces, now.place) || geo::contains(now.pieces, before.place));
}

FlawCount::FlawCount(const Flaws& flaws) : strips_(flaws.strips) {
    for (const Strip& strip : strips_)
        areas_[{strip.kind, strip.claimants}] += strip.area;
    for (const InvalidRing& ring : flaws.invalid)
        faults_[{ring.claimant, ring.fault}] += ring.count;
    for (const NearMiss& miss : flaws.near_misses)
        misses_.insert({miss.first, miss.second});
}

std::vector<geo::Point> FlawCount::beyond(const Flaws& flaws) const {
    std::map<Key, std::pair<double, std::vector<const Strip*>>> found;
    for (const Strip& strip : flaws.strips) {
        auto& [area, strips] = found[source_of(strip)];
        area += strip.area;
        strips.push_back(&strip);
    }
    std::vector<geo::Point> places;
    for (const auto& [key, land] : found) {
        const auto known = areas_.find(key);
        if (known == areas_.end() || land.first > known->second * (1 + 1e-9))
            for (const Strip* strip : land.second)
                append_vertices(places, *strip);
    }
    for (const InvalidRing& ring : flaws.invalid) {
        const auto old = faults_.find({ring.claimant, ring.fault});
        if (ring.fault != RingFault::repeated_vertex &&
            (old == faults_.end() || ring.count > old->second))
            places.push_back(ring.place);
    }
    for (const NearMiss& miss : flaws.near_misses)
        if (!misses_.count({miss.first, miss.second}))
            places.insert(places.end(), miss.places.begin(), miss.places.end());
    return places;
}

/// The claimants of the strip that this one is left of; its own where there is none.
FlawCount::Key FlawCount::source_of(const Strip& strip) const {
    const Key own{strip.kind, strip.claimants};
    if (areas_.count(own))
        return own;
    for (const Strip& old : strips_)
        if (is_left_of(strip, old))
            return {old.kind, old.claimants};
    return own;
}

} // namespace antardesa::topology::detail
