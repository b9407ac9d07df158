#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace antardesa::topology::detail {

/// Land apart from the main land of its group, by the numbers of both.
struct Apart {
    std::uint32_t land = 0;
    std::uint32_t main = 0;
};

/// Of each piece: whether it is only behind another that does not belong where it lies. One village
/// with the wrong kecamatan parts those beyond it from their own; were it of their kecamatan, they
/// would hang together with it again. It touches them and their main land then, and they do not
/// lead it to its own; where pieces would explain each other, two or in a circle, none is.
/// `touching`: lands with a common line, the smaller number first.
std::vector<bool> behind_another(std::span<const Apart> pieces,
                                 const std::set<std::pair<std::uint32_t, std::uint32_t>>& touching);

} // namespace antardesa::topology::detail
