#include "flaw_text.h"
#include "geo/measure.h"
#include "mosaic.h"
#include "topology/detail/duplicates.h"
#include "topology/detail/strips.h"

#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

class FlawsOnMosaics : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, FlawsOnMosaics, testing::Range(1U, 11U));

std::vector<Claimant> villages_at(const std::vector<geo::MultiPolygon>& villages, geo::Point p) {
    std::vector<Claimant> at;
    for (Claimant c = 0; c < villages.size(); ++c)
        for (const geo::Polygon& polygon : villages[c])
            if (geo::contains(geo::MultiPolygon{polygon}, p)) {
                at.push_back(c);
                break;
            }
    return at;
}

/// Asks the villages themselves, point by point.
void expect_strips_as_points_say(const std::vector<geo::MultiPolygon>& villages,
                                 std::span<const geo::Point> points) {
    const Flaws flaws = flaws_of(villages);
    for (const geo::Point p : points) {
        const std::vector<Claimant> at = villages_at(villages, p);
        const Strip* found = nullptr;
        for (const Strip& strip : flaws.strips)
            if (geo::contains(strip.pieces, p)) {
                EXPECT_EQ(found, nullptr) << "strips do not overlap each other";
                found = &strip;
            }
        if (at.size() >= 2) {
            ASSERT_NE(found, nullptr) << p.x << ' ' << p.y;
            EXPECT_EQ(found->kind, StripKind::overlap);
            EXPECT_EQ(found->claimants, at);
        } else if (at.size() == 1) {
            EXPECT_EQ(found, nullptr) << p.x << ' ' << p.y;
        } else if (found != nullptr) {
            EXPECT_EQ(found->kind, StripKind::gap);
        }
    }
}

/// Points all over and beside the borders, where strips are.
std::vector<geo::Point> probes(const std::vector<geo::MultiPolygon>& villages, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0, 6);
    std::uniform_real_distribution<double> beside(-0.004, 0.004);
    std::vector<geo::Point> points;
    for (int i = 0; i < 300; ++i)
        points.push_back({anywhere(random), anywhere(random)});
    for (const geo::MultiPolygon& village : villages)
        for (const geo::Polygon& polygon : village)
            for (std::size_t i = 0; i < polygon.outer.size(); i += 5)
                points.push_back(polygon.outer[i] + geo::Point{beside(random), beside(random)});
    return points;
}

TEST_P(FlawsOnMosaics, PointsAgreeWhenNoVertexIsShared) {
    Mosaic mosaic(6, 6, GetParam());
    const auto villages = digitised_anew(mosaic.villages(25), GetParam(), 0.004);
    expect_strips_as_points_say(villages, probes(villages, GetParam()));
}

TEST_P(FlawsOnMosaics, PointsAgreeWhenSomeVillagesAreMoved) {
    Mosaic mosaic(6, 6, GetParam() + 50);
    auto villages = mosaic.villages(25);
    std::mt19937 random(GetParam());
    for (int i = 0; i < 6; ++i) {
        const double step = 0.1 * (i + 1);
        geo::for_each_vertex(villages[random() % 25], [&](geo::Point& p) {
            p = p + geo::Point{step, step / 3};
        });
    }
    expect_strips_as_points_say(villages, probes(villages, GetParam()));
}

TEST_P(FlawsOnMosaics, ACleanMosaicHasOnlyItsLakes) {
    Mosaic mosaic(9, 8, GetParam() + 100);
    const auto villages = mosaic.villages(72);
    for (const Strip& strip : flaws_of(villages).strips) {
        EXPECT_EQ(strip.kind, StripKind::gap);
        EXPECT_TRUE(villages_at(villages, strip.place).empty());
    }
}

TEST_P(FlawsOnMosaics, AreasOfFacesAddUpToEachVillage) {
    Mosaic mosaic(6, 6, GetParam() + 150);
    const auto villages = digitised_anew(mosaic.villages(25), GetParam(), 0.006);
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    const Coverage coverage = build_coverage(pointers, progress);
    const detail::Grid grid(geo::Box{{0, 0}, {7, 7}});
    const detail::Cuts cuts = detail::find_cuts(coverage, grid, 0, progress);
    const detail::Arrangement arrangement = detail::arrange(coverage, grid, cuts.cuts, progress);
    const detail::Faces faces = detail::trace_faces(coverage, arrangement, grid, progress);
    const detail::Fabric fabric{coverage, grid, arrangement, faces};
    std::vector<double> sums(villages.size(), 0);
    for (std::uint32_t cycle = 0; cycle < faces.cover.size(); ++cycle)
        for (const detail::Winding& winding : faces.cover[cycle])
            sums[winding.claimant] +=
                winding.times * geo::signed_area(detail::ring_of(fabric, cycle));
    for (Claimant c = 0; c < villages.size(); ++c) {
        double area = 0;
        for (const geo::Polygon& polygon : villages[c])
            area += std::abs(geo::signed_area(polygon.outer));
        EXPECT_NEAR(sums[c], area, 1e-10);
    }
}

TEST_P(FlawsOnMosaics, TheSameInputGivesTheSameFlaws) {
    Mosaic mosaic(6, 6, GetParam() + 200);
    const auto villages = digitised_anew(mosaic.villages(12), GetParam(), 0.01);
    const Flaws once = flaws_of(villages);
    const Flaws again = flaws_of(villages);
    EXPECT_EQ(listed(once), listed(again));
    for (std::size_t i = 0; i < once.strips.size(); ++i)
        EXPECT_EQ(once.strips[i].pieces, again.strips[i].pieces);
}

TEST_P(FlawsOnMosaics, AroundAnEditTheyAreThoseOfTheWhole) {
    Mosaic mosaic(8, 8, GetParam() + 250);
    auto villages = mosaic.villages(64);
    std::mt19937 random(GetParam());
    for (int i = 0; i < 10; ++i) // flaws that were there before
        geo::for_each_vertex(villages[random() % 64], [](geo::Point& p) {
            p = p + geo::Point{-0.01, 0.015};
        });
    const std::vector<Strip> known = flaws_of(villages).strips;
    std::vector<Claimant> changed{static_cast<Claimant>(random() % 64),
                                  static_cast<Claimant>(random() % 64)};
    for (const Claimant c : changed)
        geo::for_each_vertex(villages[c], [](geo::Point& p) { p = p + geo::Point{0.02, 0.01}; });
    std::vector<const geo::MultiPolygon*> pointers;
    std::vector<geo::Box> boxes;
    for (const geo::MultiPolygon& polygons : villages) {
        pointers.push_back(&polygons);
        boxes.push_back(geo::bounds(polygons));
    }
    Progress progress;
    Flaws whole = flaws_of(villages);
    const auto untouched = [&](const std::vector<Claimant>& claimants) {
        return std::none_of(changed.begin(), changed.end(), [&](Claimant c) {
            return std::count(claimants.begin(), claimants.end(), c) > 0;
        });
    };
    std::erase_if(whole.strips, [&](const Strip& strip) { return untouched(strip.claimants); });
    std::erase_if(whole.invalid,
                  [&](const InvalidRing& ring) { return untouched({ring.claimant}); });
    const Flaws around = find_flaws_around(pointers, boxes, changed, known, {}, progress);
    EXPECT_EQ(listed(around), listed(whole));
}

/// On whole numbers nearly everything is a special case: shared corners, edges that run along
/// each other, crossings in vertices.
TEST_P(FlawsOnMosaics, PointsAgreeOnRectanglesOfWholeNumbers) {
    std::mt19937 random(GetParam());
    std::vector<geo::MultiPolygon> villages;
    for (int i = 0; i < 14; ++i) {
        const double x = random() % 9;
        const double y = random() % 9;
        const double right = x + 1 + random() % 4;
        const double top = y + 1 + random() % 4;
        geo::MultiPolygon rectangle{{{{x, y}, {right, y}, {right, top}, {x, top}, {x, y}}, {}}};
        if (random() % 3 == 0) // a corner cut off: slanting lines
            rectangle[0].outer[2] = {right - 1, top};
        if (std::find(villages.begin(), villages.end(), rectangle) == villages.end())
            villages.push_back(std::move(rectangle));
    }
    std::vector<geo::Point> points;
    for (int i = 0; i < 13 * 13 * 4; ++i)
        points.push_back({i % 26 / 2.0 + 0.137, i / 26 / 2.0 + 0.291});
    expect_strips_as_points_say(villages, points);
}

} // namespace
} // namespace antardesa::topology
