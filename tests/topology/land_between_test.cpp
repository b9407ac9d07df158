#include "topology/land_between.h"

#include "geo/measure.h"
#include "topology/led_line.h"
#include "topology/line_meeting.h"
#include "topology/overlap_area.h"

#include <numbers>
#include <random>

#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

double beside(std::span<const geo::Point> stretch) {
    double twice = 0;
    for (std::size_t i = 1; i < stretch.size(); ++i)
        twice += geo::cross(stretch[i - 1], stretch[i]);
    return twice / 2;
}

LandBetween land(const geo::Line& one, const geo::Line& other,
                 const std::vector<geo::Ring>& of_one = {},
                 const std::vector<geo::Ring>& of_other = {}) {
    const auto found = land_between({one, of_one}, {other, of_other}, 1e-9);
    const auto* between = std::get_if<LandBetween>(&found);
    EXPECT_NE(between, nullptr);
    return between ? *between : LandBetween{};
}

BetweenFault fault(const geo::Line& one, const geo::Line& other,
                   const std::vector<geo::Ring>& of_one = {}) {
    const auto found = land_between({one, of_one}, {other, {}}, 1e-9);
    const auto* none = std::get_if<NoLandBetween>(&found);
    EXPECT_NE(none, nullptr);
    return none ? none->fault : BetweenFault::no_land;
}

geo::Ring square(geo::Point centre, double half) {
    return {centre + geo::Point{-half, -half}, centre + geo::Point{half, -half},
            centre + geo::Point{half, half}, centre + geo::Point{-half, half},
            centre + geo::Point{-half, -half}};
}

bool is_inside(const LandBetween& between, geo::Point p) {
    if (geo::contains(land_of(between), p))
        return true;
    double away =
        std::min(geo::distance_to_line(between.left, p), geo::distance_to_line(between.right, p));
    for (const auto& hole : between.holes)
        away = std::min(away, geo::distance_to_line(hole.ring, p));
    return away < 1e-7;
}

/// From end to end, simple, nowhere outside.
void expect_leads_through(const LandBetween& between, const geo::Line& line) {
    ASSERT_GE(line.size(), 2U);
    EXPECT_EQ(line.front(), between.left.front());
    EXPECT_EQ(line.back(), between.left.back());
    EXPECT_FALSE(own_crossing(line));
    for (std::size_t i = 1; i < line.size(); ++i)
        for (int k = 0; k < 4; ++k)
            EXPECT_TRUE(is_inside(between, line[i - 1] + (line[i] - line[i - 1]) * (k / 4.0)));
}

/// Two wild claims with the same ends, 1 km apart, that cross or touch now and then. Walked to the
/// east, so that the left one's land lies in the north.
class Claims {
  public:
    explicit Claims(unsigned seed, bool cross = true) : random_(seed), cross_(cross) {
        const int count = 40 + static_cast<int>(random_() % 60);
        swirl_ = uniform(-1.5, 1.5);
        for (int i = 0; i <= count; ++i) {
            const double x = 1000.0 * i / count;
            const bool tip = i == 0 || i == count;
            const double middle = tip ? 0 : uniform(-20, 20);
            double width = tip ? 0 : uniform(cross_ ? -30 : 1, 120);
            if (random_() % 9 == 0)
                width = cross_ ? 0 : width;
            one.push_back(swirled({x, middle - width}));
            other.push_back(swirled({x + (tip ? 0 : uniform(-3, 3)), middle + width}));
        }
    }
    /// Any simple line with the same ends.
    geo::Line line() {
        geo::Line result{one.front()};
        for (double x = uniform(10, 60); x < 990; x += uniform(5, 60))
            result.push_back(swirled({x, uniform(-150, 150)}));
        result.push_back(one.back());
        return result;
    }
    double uniform(double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random_);
    }

    geo::Line one;
    geo::Line other;

  private:
    /// Bends everything, so that lines hang over; the ends stay where they are.
    geo::Point swirled(geo::Point p) const {
        const geo::Point from{p.x - 500, p.y};
        const double angle = swirl_ * (1 - geo::norm(from) / 500);
        return {500 + from.x * std::cos(angle) - from.y * std::sin(angle),
                from.x * std::sin(angle) + from.y * std::cos(angle)};
    }

    std::mt19937 random_;
    bool cross_;
    double swirl_ = 0;
};

TEST(LandBetween, IsWhatBothClaim) {
    const LandBetween found = land({{0, 0}, {5, -2}, {10, 0}}, {{0, 0}, {5, 2}, {10, 0}});
    ASSERT_EQ(found.lenses.size(), 1U);
    EXPECT_FALSE(found.lenses[0].exchanged);
    EXPECT_EQ(found.left, (geo::Line{{0, 0}, {5, 2}, {10, 0}}));
    EXPECT_DOUBLE_EQ(area_of(found, beside), 20);
    EXPECT_GT(geo::signed_area(land_of(found, 0).outer), 0);
}

TEST(LandBetween, IsInPartsWhereLinesMeet) {
    const LandBetween found =
        land({{0, 0}, {2, -1}, {4, 0}, {6, 0}, {8, 1}, {10, 0}}, {{0, 0}, {10, 0}});
    ASSERT_EQ(found.lenses.size(), 2U);
    EXPECT_FALSE(found.lenses[0].exchanged);
    EXPECT_TRUE(found.lenses[1].exchanged); // the one's line lies on its own side: nobody claims it
    EXPECT_DOUBLE_EQ(area_of(found, beside), 4);
    EXPECT_EQ(land_of(found).size(), 2U);
}

TEST(LandBetween, IsCutWhereLinesCross) {
    const LandBetween found =
        land({{0, 0}, {2, -1}, {6, 1}, {8, 0}}, {{0, 0}, {2, 1}, {6, -1}, {8, 0}});
    ASSERT_EQ(found.lenses.size(), 2U);
    EXPECT_EQ(found.left[found.lenses[0].left_last], (geo::Point{4, 0}));
    EXPECT_TRUE(found.lenses[1].exchanged);
}

TEST(LandBetween, RefusesWhatHasNoSides) {
    const geo::Line straight{{0, 0}, {10, 0}};
    EXPECT_EQ(fault(straight, straight), BetweenFault::no_land);
    EXPECT_EQ(fault({{0, 0}, {6, 1}, {6, -1}, {3, 2}, {10, 0}}, straight),
              BetweenFault::one_crosses_itself);
    EXPECT_EQ(
        fault({{0, 0}, {7, 2}, {7, -2}, {4, -2}, {4, 0.3}, {2, 0.3}, {2, -3}, {9, -3}, {10, 0}},
              straight),
        BetweenFault::out_of_step);
    EXPECT_EQ(fault({{0, 0}, {5, -2}, {10, 0}}, straight, {square({5, 3}, 0.1)}),
              BetweenFault::ring_astray);
    EXPECT_EQ(fault({{0, 0}, {5, -2}, {10, 0}}, straight, {square({5, 0}, 0.1)}),
              BetweenFault::ring_astray);
}

TEST(LandBetween, LeavesOutWhatIsConceded) {
    const LandBetween found = land({{0, 0}, {5, -5}, {10, 0}}, {{0, 0}, {5, 5}, {10, 0}},
                                   {square({5, 0}, 1)}, {square({5, 3}, 0.5)});
    EXPECT_DOUBLE_EQ(area_of(found, beside), 50 - 4 - 1);
    ASSERT_EQ(found.holes.size(), 2U);
    EXPECT_TRUE(found.holes[0].of_right); // the left one does not claim it
    EXPECT_FALSE(found.holes[1].of_right);
    EXPECT_DOUBLE_EQ(geo::area(land_of(found)), 45);
    // North of the axis: half of the first hole, all of the second.
    EXPECT_NEAR(area_left_of(found, {{0, 0}, {10, 0}}, beside), 25 - 2 - 1, 1e-9);
}

TEST(LandBetween, AreaLeftOfALineIsThatOfTheOverlap) {
    Progress progress;
    for (unsigned seed = 0; seed < 40; ++seed) {
        Claims claims(seed);
        const LandBetween found = land(claims.one, claims.other);
        EXPECT_NEAR(area_of(found, beside), geo::area(land_of(found)), 1e-6);
        const geo::Line line = claims.line();
        geo::Ring north = line;
        for (const geo::Point p : {geo::Point{1000, 2000}, {0, 2000}, {0, 0}})
            north.push_back(p);
        const double expected = overlap_area(land_of(found), {{north, {}}}, progress);
        EXPECT_NEAR(area_left_of(found, line, beside), expected, 1e-4) << seed;
        EXPECT_NEAR(area_left_of(found, found.left, beside), 0, 1e-6);
        EXPECT_NEAR(area_left_of(found, found.right, beside), area_of(found, beside), 1e-6);
    }
}

TEST(LedLine, StaysInside) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        Claims claims(seed, seed % 2 == 0);
        const LandBetween found = land(claims.one, claims.other);
        const geo::Line given = claims.line();
        const auto led = led_through(found, given);
        ASSERT_TRUE(led) << seed;
        expect_leads_through(found, led->line);
        EXPECT_FALSE(led->beside.empty());
        const DividedLand parts = divided(found, led->line);
        EXPECT_NEAR(geo::area(parts.left), area_left_of(found, led->line, beside), 1e-5) << seed;
        EXPECT_NEAR(geo::area(parts.left) + geo::area(parts.right), area_of(found, beside), 1e-5);
    }
}

TEST(LedLine, LeavesALineInsideAsItIs) {
    const LandBetween found = land({{0, 0}, {5, -5}, {10, 0}}, {{0, 0}, {5, 5}, {10, 0}});
    const geo::Line given{{0, 0}, {4, 1}, {6, -1}, {10, 0}};
    const auto led = led_through(found, given);
    ASSERT_TRUE(led);
    EXPECT_EQ(led->line, given);
    EXPECT_TRUE(led->beside.empty());
}

TEST(LedLine, TellsOnlyOfTheLandWhereItCouldNotBeFollowed) {
    // The sides run together from 0 to 10 and part up to 20.
    const LandBetween found =
        land({{0, 0}, {10, 0}, {15, -5}, {20, 0}}, {{0, 0}, {10, 0}, {15, 5}, {20, 0}});
    const auto far = led_through(found, {{0, 0}, {5, 30}, {16, 0}, {20, 0}});
    ASSERT_TRUE(far);
    double beside = 0;
    for (const geo::Line& stretch : far->beside)
        beside += geo::length(stretch);
    EXPECT_GT(beside, 0);
    EXPECT_LE(beside, 2 * std::hypot(5, 5) + 1e-9) << "no more than a side of the land";
    const auto back = led_through(found, {{0, 0}, {5, 30}, {10, 0}, {15, 0}, {20, 0}});
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->beside.empty()) << "beside the land nobody asks";
}

TEST(LedLine, GoesRoundAHoleOnItsOwnersSide) {
    const LandBetween found =
        land({{0, 0}, {5, -5}, {10, 0}}, {{0, 0}, {5, 5}, {10, 0}}, {square({5, 0}, 1)});
    const auto led = led_through(found, {{0, 0}, {10, 0}});
    ASSERT_TRUE(led);
    expect_leads_through(found, led->line);
    EXPECT_NEAR(geo::area({{{{0, 0}, {10, 0}, {0, 0}}, {}}}), 0, 0);
    // The hole is the right one's: the way leads north of it.
    EXPECT_NEAR(area_left_of(found, led->line, beside), 25 - 2, 1e-9);
}

TEST(MiddleLine, IsEquallyFarFromBothClaims) {
    const auto same = [](geo::Point p) { return p; };
    for (unsigned seed = 0; seed < 12; ++seed) {
        Claims claims(seed, seed % 2 == 0);
        const LandBetween found = land(claims.one, claims.other);
        const auto line = middle_line(found, same, same, 0.1);
        ASSERT_TRUE(line) << seed;
        expect_leads_through(found, *line);
        for (std::size_t i = 1; i < line->size(); ++i)
            for (int k = 0; k < 8; ++k) {
                const geo::Point p = (*line)[i - 1] + ((*line)[i] - (*line)[i - 1]) * (k / 8.0);
                EXPECT_NEAR(geo::distance_to_line(claims.one, p),
                            geo::distance_to_line(claims.other, p), 0.1)
                    << seed;
            }
    }
}

TEST(DividedAlong, HasTheShareInEveryDirection) {
    int divided_ones = 0;
    int tried = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        Claims claims(seed, seed % 2 == 0);
        const LandBetween found = land(claims.one, claims.other);
        for (int k = 0; k < 6; ++k) {
            const double angle = claims.uniform(-std::numbers::pi / 2, std::numbers::pi / 2);
            const double share = k == 0 ? 0.5 : claims.uniform(0.05, 0.95);
            const auto line = divided_along(
                found, {{std::cos(angle), std::sin(angle)}, share, {1, 1}, 0.01}, beside);
            ++tried;
            if (!line)
                continue;
            ++divided_ones;
            expect_leads_through(found, *line);
            EXPECT_NEAR(area_left_of(found, *line, beside), share * area_of(found, beside), 0.011)
                << seed << " " << k;
        }
    }
    EXPECT_GT(divided_ones, tried * 8 / 10);
}

TEST(DividedAlong, IsStraightAcrossTheParts) {
    const LandBetween found = land({{0, 0}, {4, -2}, {8, 0}, {12, -2}, {16, 0}},
                                   {{0, 0}, {4, 2}, {8, 0}, {12, 4}, {16, 0}});
    const auto line = divided_along(found, {{1, 0}, 0.5, {1, 1}, 1e-9}, beside);
    ASSERT_TRUE(line);
    expect_leads_through(found, *line);
    EXPECT_NEAR(area_left_of(found, *line, beside), 0.5 * 40, 1e-6);
    std::vector<double> heights; // of the stretches that lead due east, one a part
    for (std::size_t i = 1; i < line->size(); ++i)
        if (std::abs((*line)[i].y - (*line)[i - 1].y) < 1e-12)
            heights.push_back((*line)[i].y);
    ASSERT_EQ(heights.size(), 2U);
    EXPECT_NEAR(heights[0], heights[1], 1e-9);
}

TEST(DividedAlong, CountsHoles) {
    const LandBetween found = land({{0, 0}, {5, -5}, {10, 0}}, {{0, 0}, {5, 5}, {10, 0}},
                                   {square({5, 0}, 1)}, {square({3, 1}, 0.5)});
    for (const double share : {0.1, 0.4, 0.45, 0.5, 0.6, 0.9}) {
        const auto line = divided_along(found, {{1, 0}, share, {1, 1}, 1e-6}, beside);
        ASSERT_TRUE(line) << share;
        expect_leads_through(found, *line);
        EXPECT_NEAR(area_left_of(found, *line, beside), share * 45, 1e-5) << share;
    }
}

TEST(DividedAlong, RefusesWhatNoLineHas) {
    // A horseshoe cut across its legs: what lies beyond the bend cannot be reached from one side.
    const geo::Line inner{{0, 0}, {0, 20}, {10, 20}, {10, 0}};
    const geo::Line outer{{0, 0}, {-4, 0}, {-4, 24}, {14, 24}, {14, 0}, {10, 0}};
    const LandBetween found = land(inner, outer);
    const double all = area_of(found, beside);
    for (const double share : {0.3, 0.5, 0.9})
        if (const auto line = divided_along(found, {{1, 0}, share, {1, 1}, 1e-6}, beside)) {
            expect_leads_through(found, *line);
            EXPECT_NEAR(area_left_of(found, *line, beside), share * all, 1e-5);
        }
}

} // namespace
} // namespace antardesa::topology
