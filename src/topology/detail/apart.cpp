#include "topology/detail/apart.h"

#include <algorithm>

namespace antardesa::topology::detail {

std::vector<bool>
behind_another(std::span<const Apart> pieces,
               const std::set<std::pair<std::uint32_t, std::uint32_t>>& touching) {
    const auto touch = [&](std::uint32_t a, std::uint32_t b) {
        return touching.contains({std::min(a, b), std::max(a, b)});
    };
    const auto bridges = [&](const Apart& bridge, const Apart& piece) {
        return bridge.main != piece.main && touch(bridge.land, piece.land) &&
               touch(bridge.land, piece.main);
    };
    std::vector<bool> behind;
    for (const Apart& piece : pieces)
        behind.push_back(std::any_of(pieces.begin(), pieces.end(), [&](const Apart& other) {
            return bridges(other, piece) && !bridges(piece, other);
        }));
    return behind;
}

} // namespace antardesa::topology::detail
