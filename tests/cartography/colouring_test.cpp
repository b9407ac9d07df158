#include "cartography/detail/atlas_facts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace antardesa::cartography {
namespace {

using Graph = std::vector<std::vector<std::uint32_t>>;

Graph grid(std::uint32_t columns, std::uint32_t rows) {
    Graph graph(columns * rows);
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
        graph[a].push_back(b);
        graph[b].push_back(a);
    };
    for (std::uint32_t r = 0; r < rows; ++r)
        for (std::uint32_t c = 0; c < columns; ++c) {
            if (c + 1 < columns)
                join(r * columns + c, r * columns + c + 1);
            if (r + 1 < rows)
                join(r * columns + c, (r + 1) * columns + c);
            if (c + 1 < columns && r + 1 < rows)
                join(r * columns + c, (r + 1) * columns + c + 1);
        }
    return graph;
}

int clashes(const Graph& graph, const std::vector<std::uint8_t>& colours) {
    int count = 0;
    for (std::size_t a = 0; a < graph.size(); ++a)
        for (const std::uint32_t b : graph[a])
            count += colours[a] == colours[b];
    return count;
}

TEST(Coloured, NeighboursDiffer) {
    for (const auto& [columns, rows] : {std::pair{1U, 1U}, {4U, 3U}, {15U, 12U}, {40U, 15U}}) {
        const Graph graph = grid(columns, rows);
        EXPECT_EQ(clashes(graph, coloured(graph, district_colours)), 0);
    }
}

TEST(Coloured, ACompleteGraphUsesEveryColourOnce) {
    Graph graph(12);
    for (std::uint32_t a = 0; a < 12; ++a)
        for (std::uint32_t b = 0; b < 12; ++b)
            if (a != b)
                graph[a].push_back(b);
    auto colours = coloured(graph, district_colours);
    std::sort(colours.begin(), colours.end());
    EXPECT_EQ(std::unique(colours.begin(), colours.end()), colours.end());
}

TEST(Coloured, SpreadsOverThePalette) {
    const Graph graph = grid(6, 4);
    std::array<int, district_colours> used{};
    for (const std::uint8_t colour : coloured(graph, district_colours))
        ++used[colour];
    EXPECT_THAT(used, testing::Each(testing::AllOf(testing::Ge(1), testing::Le(4))));
}

TEST(Coloured, DependsOnTheGraphAlone) {
    const Graph graph = grid(9, 7);
    EXPECT_EQ(coloured(graph, district_colours), coloured(graph, district_colours));
}

TEST(Coloured, NothingForNothing) {
    EXPECT_TRUE(coloured({}, district_colours).empty());
}

} // namespace
} // namespace antardesa::cartography
