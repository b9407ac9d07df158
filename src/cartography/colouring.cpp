#include "cartography/detail/atlas_facts.h"

#include <algorithm>
#include <array>
#include <set>

namespace antardesa::cartography {
namespace {

using Graph = std::vector<std::vector<std::uint32_t>>;

/// Lightness and print hatch of the twelve pastels (ui.md §4).
constexpr std::array<int, district_colours> lightness{83, 83, 83, 83, 88, 89,
                                                      91, 90, 93, 97, 97, 97};
constexpr std::array<int, district_colours> hatch{0, 1, 2, 3, 0, 4, 5, 1, 2, 0, 1, 3};

/// Repeatedly takes away a node with the fewest neighbours left; colouring goes backwards.
std::vector<std::uint32_t> smallest_last(const Graph& neighbours) {
    std::vector<std::size_t> degree;
    std::set<std::pair<std::size_t, std::uint32_t>> left;
    for (std::uint32_t i = 0; i < neighbours.size(); ++i) {
        degree.push_back(neighbours[i].size());
        left.emplace(degree[i], i);
    }
    std::vector<std::uint32_t> order;
    while (!left.empty()) {
        const std::uint32_t node = left.begin()->second;
        left.erase(left.begin());
        order.push_back(node);
        for (const std::uint32_t other : neighbours[node])
            if (const auto at = left.find({degree[other], other}); at != left.end()) {
                left.erase(at);
                left.emplace(--degree[other], other);
            }
    }
    std::reverse(order.begin(), order.end());
    return order;
}

struct Choice {
    const std::vector<std::uint32_t>& neighbours;
    const std::vector<std::uint8_t>& colour_of;
    const std::vector<int>& used;
};

int cost_of(int colour, const Choice& choice) {
    int cost = 8 * choice.used[static_cast<std::size_t>(colour)];
    for (const std::uint32_t other : choice.neighbours) {
        const int theirs = choice.colour_of[other];
        if (theirs == colour)
            cost += 1000000;
        if (theirs >= district_colours || colour >= district_colours)
            continue;
        const auto a = static_cast<std::size_t>(theirs);
        const auto b = static_cast<std::size_t>(colour);
        cost += hatch[a] == hatch[b] ? 3 : 0;
        cost += std::abs(lightness[a] - lightness[b]) < 3 ? 2 : 0;
    }
    return cost;
}

} // namespace

std::vector<std::uint8_t> coloured(const Graph& neighbours, int colours) {
    constexpr std::uint8_t none = 255;
    std::vector<std::uint8_t> result(neighbours.size(), none);
    std::vector<int> used(static_cast<std::size_t>(colours), 0);
    for (const std::uint32_t node : smallest_last(neighbours)) {
        const Choice choice{neighbours[node], result, used};
        int best = 0;
        for (int colour = 1; colour < colours; ++colour)
            if (cost_of(colour, choice) < cost_of(best, choice))
                best = colour;
        result[node] = static_cast<std::uint8_t>(best);
        ++used[static_cast<std::size_t>(best)];
    }
    return result;
}

} // namespace antardesa::cartography
