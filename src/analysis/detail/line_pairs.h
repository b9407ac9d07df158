#pragma once

#include "model/atlas.h"

#include <map>
#include <set>

namespace antardesa::analysis::detail {

inline bool is_final(const model::BoundarySegment& segment) {
    return segment.state == model::SegmentState::enacted;
}

inline bool is_settled(const model::BoundarySegment& segment) {
    return segment.state == model::SegmentState::agreed ||
           segment.state == model::SegmentState::technical_verification;
}

/// Pairs of claimants (villages by their number in the table) between whom the line is so.
inline std::set<std::pair<std::uint32_t, std::uint32_t>>
pairs_with(const model::Atlas& atlas, bool (*is_so)(const model::BoundarySegment&)) {
    std::map<std::int64_t, std::uint32_t> number;
    for (const model::Village& village : atlas.villages())
        number.emplace(village.id.value, static_cast<std::uint32_t>(number.size()));
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const model::BoundarySegment& segment : atlas.segments())
        if (is_so(segment))
            pairs.insert(std::minmax(number[segment.first.value], number[segment.second.value]));
    return pairs;
}

} // namespace antardesa::analysis::detail
