#include "cartography/map_geometry.h"

#include "cartography/detail/atlas_facts.h"
#include "geo/measure.h"
#include "sample_atlas.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace antardesa::cartography {
namespace {

struct MapGeometryTest : testing::Test {
    sample::AtlasMaker maker;
    Progress progress;
};

TEST_F(MapGeometryTest, ChoosesTheZoneOfItsMiddle) {
    const auto geometry = maker.geometry();
    EXPECT_EQ(crs::utm_zone_name(geometry->zone()), "49S");
    EXPECT_EQ(geometry->map_crs().epsg(), 32749);
    EXPECT_NEAR(geometry->box().width(), 6 * 0.03 * 110300, 600);
    EXPECT_NEAR(geometry->box().height(), 4 * 0.03 * 110600, 600);
}

TEST_F(MapGeometryTest, LinesAndPointsGoTheSameWay) {
    const auto geometry = maker.geometry();
    const geo::Line degrees{{109.21, -7.55}, {109.3, -7.5}, {109.37, -7.49}};
    const geo::Line metres = geometry->to_map(std::span<const geo::Point>(degrees));
    for (std::size_t i = 0; i < degrees.size(); ++i) {
        EXPECT_LT(geo::distance(metres[i], geometry->to_map(degrees[i])), 1e-3);
        const geo::Point back = geometry->to_degrees(metres[i]);
        EXPECT_NEAR(back.x, degrees[i].x, 1e-8);
        EXPECT_NEAR(back.y, degrees[i].y, 1e-8);
    }
}

TEST_F(MapGeometryTest, PointsFarOutsideAreStillExact) {
    const auto geometry = maker.geometry();
    const geo::Point far{111.5, -6.2};
    const geo::Line line{far};
    EXPECT_LT(geo::distance(geometry->to_map(std::span<const geo::Point>(line))[0],
                            geometry->to_map(far)),
              1e-3);
}

TEST_F(MapGeometryTest, EveryVertexWithoutTolerance) {
    const auto geometry = maker.geometry();
    EXPECT_EQ(geometry->coverage(0)->vertices.size(), geometry->atlas().coverage().vertices.size());
}

TEST_F(MapGeometryTest, SimplifyingStaysWithinTheToleranceAndKeepsNodes) {
    const auto geometry = maker.geometry();
    const auto full = geometry->coverage(0);
    std::size_t before = full->vertices.size();
    for (const double tolerance : {3.0, 20.0, 150.0}) {
        const auto coarse = geometry->coverage(tolerance);
        EXPECT_LE(coarse->vertices.size(), before);
        before = coarse->vertices.size();
        for (std::size_t i = 0; i < full->arcs.size(); ++i) {
            const auto kept = coarse->points(coarse->arcs[i]);
            const auto all = full->points(full->arcs[i]);
            EXPECT_LT(geo::distance(kept.front(), all.front()), 0.1);
            EXPECT_LT(geo::distance(kept.back(), all.back()), 0.1);
            for (const geo::Point p : all)
                EXPECT_LE(geo::distance_to_line(kept, p), tolerance * 1.02);
        }
    }
    EXPECT_LT(before, full->vertices.size() / 4);
}

TEST_F(MapGeometryTest, LevelsAreKeptAndArcsFindTheirBoxes) {
    const auto geometry = maker.geometry();
    EXPECT_EQ(geometry->coverage(5), geometry->coverage(7.9));
    EXPECT_NE(geometry->coverage(5), geometry->coverage(8.1));
    EXPECT_EQ(geometry->arc_index().find(geometry->box()).size(),
              geometry->atlas().coverage().arcs.size());
    EXPECT_EQ(geometry->claimant_index().find(geometry->box()).size(), 24U);
}

TEST(LargeGeometry, ZoomingInPreparesWhatIsSeenOnly) {
    const auto geometry = sample::AtlasMaker(20, 20, 0.03, 700).geometry();
    ASSERT_GT(geometry->atlas().coverage().vertices.size(), 500000U);
    const geo::Point middle = geometry->anchor(0);
    const geo::Box view = geo::Box{middle, middle}.grown(2000);
    const auto near = geometry->coverage_near(2, view);
    EXPECT_EQ(geometry->coverage_near(2, view.grown(-500)), near);
    const auto whole = geometry->coverage(2);
    EXPECT_LT(near->vertices.size(), whole->vertices.size() / 4);
    for (const std::uint32_t arc : geometry->arc_index().find(view))
        EXPECT_TRUE(
            std::ranges::equal(near->points(near->arcs[arc]), whole->points(whole->arcs[arc])));
    for (std::size_t i = 0; i < near->arcs.size(); ++i)
        EXPECT_GE(near->arcs[i].count, 2U);
    EXPECT_EQ(geometry->coverage_near(2, view), whole);
}

TEST_F(MapGeometryTest, AnchorsLieWellInside) {
    const auto geometry = maker.geometry();
    for (std::size_t v = 0; v < 24; ++v) {
        const auto polygons =
            topology::polygons_of(*geometry->coverage(0), static_cast<topology::Claimant>(v));
        EXPECT_TRUE(geo::contains(polygons, geometry->anchor(v)));
        EXPECT_GT(geometry->anchor_radius(v), 1400);
        EXPECT_LT(geometry->anchor_radius(v), 1750);
    }
}

TEST_F(MapGeometryTest, ThreadsMayAskAtOnce) {
    const auto geometry = maker.geometry();
    std::vector<double> sums(4);
    {
        std::vector<std::jthread> threads;
        for (double& sum : sums)
            threads.emplace_back([&] {
                for (std::size_t v = 0; v < 24; ++v)
                    sum += geometry->anchor(v).x + geometry->anchor_radius(v);
                sum += static_cast<double>(geometry->coverage(30)->vertices.size());
                sum += static_cast<double>(geometry->facts().arcs.size());
            });
    }
    EXPECT_THAT(sums, testing::Each(sums[0]));
}

TEST_F(MapGeometryTest, AnEditWithoutGeometryKeepsAllLevels) {
    const auto first = maker.geometry();
    const auto level = first->coverage(10);
    const auto edited = model::Atlas::build({"Baru", "", ""}, first->atlas().tables(), 8,
                                            first->atlas().shared_coverage());
    const auto second = MapGeometry::build(edited, first, progress);
    EXPECT_EQ(second->coverage(10), level);
    EXPECT_EQ(second->atlas().revision(), 8);
}

TEST_F(MapGeometryTest, AnEmptyAtlasIsNoTrouble) {
    const auto atlas = model::Atlas::build({}, {}, 0, progress);
    const auto geometry = MapGeometry::build(atlas, nullptr, progress);
    EXPECT_TRUE(geometry->box().empty());
    EXPECT_TRUE(geometry->coverage(10)->arcs.empty());
    EXPECT_TRUE(geometry->facts().arcs.empty());
}

TEST_F(MapGeometryTest, ArcsKnowWhatTheySeparate) {
    maker.segment(1, 2, model::SegmentState::agreed);
    const auto geometry = maker.geometry();
    const AtlasFacts& facts = geometry->facts();
    EXPECT_TRUE(facts.has_states);
    const auto& arcs = geometry->atlas().coverage().arcs;
    int outer = 0;
    int between_districts = 0;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        const bool open = arcs[i].left == topology::nobody || arcs[i].right == topology::nobody;
        EXPECT_EQ(facts.arcs[i].kind == BoundaryClass::outer, open);
        outer += open;
        between_districts += facts.arcs[i].kind == BoundaryClass::district;
        if (facts.arcs[i].segment) {
            EXPECT_EQ(facts.arcs[i].group, model::SegmentGroup::agreed);
        }
    }
    EXPECT_GE(outer, 16);
    EXPECT_EQ(between_districts, 4);
    EXPECT_NEAR(facts.areas[0], 3308.0 * 3318.0, 3308.0 * 3318.0 * 0.03);
}

TEST_F(MapGeometryTest, TheRimOfAGapIsNotTheEndOfTheKabupaten) {
    model::Village hole = maker.take<model::Village>(8);
    geo::MultiPolygon polygons = *hole.geometry;
    const geo::Point m = maker.middle(1, 1);
    polygons[0].holes.push_back({m, m + geo::Point{0.002, 0}, m + geo::Point{0, 0.002}, m});
    hole.geometry = std::make_shared<const geo::MultiPolygon>(polygons);
    maker.put(hole);
    const auto geometry = maker.geometry();
    int shores = 0;
    for (const ArcFact& fact : geometry->facts().arcs)
        shores += fact.kind == BoundaryClass::shore;
    EXPECT_EQ(shores, 1);
}

} // namespace
} // namespace antardesa::cartography
