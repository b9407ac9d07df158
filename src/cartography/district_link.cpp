#include "cartography/district_link.h"

#include <algorithm>

namespace antardesa::cartography {

namespace {

constexpr int half = 32; // bits of a subject's id for each of the two

} // namespace

Subject district_link(Id<model::District> one, Id<model::District> other) {
    const auto [low, high] = std::minmax(one.value, other.value);
    return {SubjectKind::district_link, (low << half) | high};
}

std::pair<Id<model::District>, Id<model::District>> linked_districts(Subject link) {
    constexpr std::int64_t mask = (std::int64_t{1} << half) - 1;
    return {{link.id >> half}, {link.id & mask}};
}

} // namespace antardesa::cartography
