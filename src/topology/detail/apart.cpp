#include "topology/detail/apart.h"

#include <algorithm>
#include <cstddef>

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
    // Who is not explained by another is told; who is explained by somebody told, or by somebody
    // who is explained so, is behind. What is left explains itself in a circle and is told too.
    const auto explained_by = [&](const Apart& piece, const Apart& other) {
        return bridges(other, piece) && !bridges(piece, other);
    };
    std::vector<bool> behind(pieces.size(), false);
    std::vector<std::size_t> settled;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (std::none_of(pieces.begin(), pieces.end(),
                         [&](const Apart& other) { return explained_by(pieces[i], other); }))
            settled.push_back(i);
    for (std::size_t at = 0; at < settled.size(); ++at)
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (!behind[i] && explained_by(pieces[i], pieces[settled[at]])) {
                behind[i] = true;
                settled.push_back(i);
            }
    return behind;
}

} // namespace antardesa::topology::detail
