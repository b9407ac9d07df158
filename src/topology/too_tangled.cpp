#include "topology/too_tangled.h"

#include <array>
#include <cstdio>

namespace antardesa::topology {

namespace {

Message message_of(geo::Point place) {
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%.6g; %.6g", place.x, place.y);
    return {"topology.too_tangled", {text.data()}};
}

} // namespace

TooTangled::TooTangled(geo::Point place, std::vector<Tangle> tangles)
    : Error(message_of(place)), tangles_(std::move(tangles)) {
}

} // namespace antardesa::topology
