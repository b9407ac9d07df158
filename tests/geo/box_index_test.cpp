#include "geo/box_index.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Box> random_boxes(std::size_t count) {
    std::mt19937 random(static_cast<unsigned>(count));
    std::uniform_real_distribution<double> place(95, 141);
    std::exponential_distribution<double> size(10);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const Point p{place(random), place(random) - 118};
        boxes.push_back({p, p + Point{size(random), size(random)}});
    }
    return boxes;
}

TEST(BoxIndex, OfNothingFindsNothing) {
    EXPECT_THAT(BoxIndex().find({{-1e9, -1e9}, {1e9, 1e9}}), IsEmpty());
    EXPECT_EQ(BoxIndex(std::vector<Box>{}).size(), 0U);
}

TEST(BoxIndex, FindsASingleBox) {
    const BoxIndex index(std::vector<Box>{{{0, 0}, {1, 1}}});
    EXPECT_THAT(index.find({{1, 1}, {2, 2}}), ElementsAre(0));
    EXPECT_THAT(index.find({{1.5, 1}, {2, 2}}), IsEmpty());
}

TEST(BoxIndex, NeverFindsEmptyBoxes) {
    const BoxIndex index(std::vector<Box>{{}, {{0, 0}, {1, 1}}, {}});
    const double all = std::numeric_limits<double>::infinity();
    EXPECT_THAT(index.find({{-all, -all}, {all, all}}), ElementsAre(1));
}

TEST(BoxIndex, AgreesWithLookingAtEveryBox) {
    for (const std::size_t count : {2U, 16U, 17U, 256U, 257U, 5000U}) {
        const std::vector<Box> boxes = random_boxes(count);
        const BoxIndex index(boxes);
        EXPECT_EQ(index.size(), count);
        for (const Box& query : random_boxes(40)) {
            const Box wide = query.grown(1);
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < count; ++i)
                if (boxes[i].intersects(wide))
                    expected.push_back(i);
            ASSERT_EQ(index.find(wide), expected) << count;
        }
    }
}

TEST(BoxIndex, VisitsFewBoxesForASmallQuery) {
    const std::vector<Box> boxes = random_boxes(5000);
    const BoxIndex index(boxes);
    int visited = 0;
    index.visit({{110, -7}, {110.5, -6.5}}, [&](std::uint32_t) { ++visited; });
    EXPECT_LT(visited, 50);
}

TEST(BoxIndex, SurvivesInfiniteAndEqualBoxes) {
    const double all = std::numeric_limits<double>::infinity();
    std::vector<Box> boxes(40, Box{{3, 3}, {3, 3}});
    boxes.push_back({{-all, -all}, {all, all}});
    const BoxIndex index(boxes);
    EXPECT_EQ(index.find({{3, 3}, {3, 3}}).size(), 41U);
    EXPECT_THAT(index.find({{4, 4}, {5, 5}}), ElementsAre(40));
}

} // namespace
} // namespace antardesa::geo
