#include "analysis/roll_up.h"

#include "analysis/segments.h"

#include <algorithm>

namespace antardesa::analysis {

namespace {

Id<model::District> district_of(const model::Atlas& atlas, Id<model::Village> village) {
    const model::Village* row = atlas.find(village);
    return row ? row->district : Id<model::District>{};
}

} // namespace

BoundaryRollUp roll_up(const model::Atlas& atlas) {
    BoundaryRollUp result;
    for (const model::District& district : atlas.districts())
        result.districts.push_back({district.id, {}});
    const auto count_in = [&](Id<model::District> district, const model::BoundarySegment& row) {
        const std::size_t at = atlas.districts().index_of(district);
        if (at < result.districts.size())
            result.districts[at].lengths.add(row);
    };
    const auto& without = result.without_line = segments_without_line(atlas);
    for (const model::BoundarySegment& segment : atlas.segments()) {
        if (std::binary_search(without.begin(), without.end(), segment.id))
            continue;
        result.regency.add(segment);
        const auto first = district_of(atlas, segment.first);
        const auto second = district_of(atlas, segment.second);
        count_in(first, segment);
        if (second == first)
            continue;
        count_in(second, segment);
        if (!first || !second)
            continue;
        result.between_districts_m += segment.length_m;
        ++result.between_districts;
    }
    return result;
}

} // namespace antardesa::analysis
