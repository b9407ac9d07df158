#include "analysis/line_edit.h"
#include "analysis/segments.h"
#include "crs/ellipsoid.h"
#include "sample_regency.h"

#include <random>

#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

/// Two villages with a long wiggly line between them, below a third.
class LineEdits : public testing::Test {
  protected:
    static constexpr int steps = 2000;

    LineEdits() {
        const auto district = regency.district("Tanjungasri");
        geo::Line shared;
        std::mt19937 random(5);
        std::uniform_real_distribution<double> wiggle(-0.0004, 0.0004);
        for (int i = 0; i <= steps; ++i)
            shared.push_back({109.05 + (i % steps ? wiggle(random) : 0), -7 + 0.05 * i / steps});
        geo::Ring left{{109, -7}};
        left.insert(left.end(), shared.begin(), shared.end());
        left.insert(left.end(), {{109, -6.95}, {109, -7}});
        geo::Ring right(shared.rbegin(), shared.rend());
        right.insert(right.end(), {{109.1, -7}, {109.1, -6.95}, shared.back()});
        const geo::Ring above{{109, -6.95},  {109.05, -6.95}, {109.1, -6.95},
                              {109.1, -6.9}, {109, -6.9},     {109, -6.95}};
        for (const auto& [name, outline] :
             {std::pair{"Asri", left}, {"Bumi", right}, {"Cita", above}})
            regency.village(
                name, district,
                std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{outline, {}}}));
        Progress progress;
        auto first = model::Atlas::build({}, regency.tables, 1, progress);
        std::get<model::Table<model::BoundarySegment>>(regency.tables) =
            model::Table<model::BoundarySegment>(derive_segments(*first, progress));
        atlas = model::Atlas::build({}, regency.tables, 1, progress);
    }

    Id<model::BoundarySegment> between(std::size_t a, std::size_t b) const {
        for (const model::BoundarySegment& segment : atlas->segments())
            if (segment.first == atlas->villages()[a].id &&
                segment.second == atlas->villages()[b].id)
                return segment.id;
        return {};
    }
    std::shared_ptr<const model::Atlas> edited(const model::EditedLine& line) const {
        Progress progress;
        model::Edit edit = line.edit;
        for (model::BoundarySegment& segment : segments_after(*atlas, line.outcome))
            edit.writes.push_back(model::Put<model::BoundarySegment>{std::move(segment)});
        return model::Atlas::build({}, model::applied(regency.tables, edit), 2, progress);
    }
    /// Whole areas before and after, claimant by claimant, against the increments.
    void expect_areas(const model::Atlas& after, const model::EditedLine& line) const {
        double sum = 0;
        for (const AreaDelta& delta : area_deltas(atlas->coverage(), line.check.pieces)) {
            sum += delta.delta_m2;
            if (delta.claimant == topology::nobody)
                continue;
            const double old_area =
                crs::ellipsoidal_area(*atlas->villages()[delta.claimant].geometry);
            const double new_area =
                crs::ellipsoidal_area(*after.villages()[delta.claimant].geometry);
            EXPECT_NEAR(old_area + delta.delta_m2, new_area, 1e-9 * new_area);
            EXPECT_NE(new_area, old_area);
        }
        EXPECT_NEAR(sum, 0, 1e-6);
    }
    model::EditedLine done(const topology::ArcEdit& edit) const {
        auto result = model::edit_line(*atlas, {edit, false, {}});
        EXPECT_TRUE(result) << (result ? "" : debug_text(result.refusal().message));
        return std::move(result).value();
    }

    SampleRegency regency;
    std::shared_ptr<const model::Atlas> atlas;
};

TEST_F(LineEdits, NumberTheVerticesAlongTheLine) {
    const auto line = line_of(*atlas, between(0, 1));
    ASSERT_TRUE(line);
    ASSERT_EQ(line->vertices.size(), steps + 1U);
    EXPECT_TRUE(line->vertices.front().node);
    EXPECT_TRUE(line->vertices.back().node);
    EXPECT_FALSE(line->vertices[7].node);
    const auto& stored = atlas->find(between(0, 1))->geometry->front();
    for (std::size_t i = 0; i < stored.size(); i += 100)
        EXPECT_EQ(line->vertices[i].position, stored[i]);
    EXPECT_FALSE(line_of(*atlas, {99}));
}

TEST_F(LineEdits, IncrementsOfAreaAreThoseOfTheWhole) {
    const auto line = line_of(*atlas, between(0, 1));
    for (const std::size_t number : {1U, 1000U, 1999U}) {
        const topology::BoundaryVertex& vertex = line->vertices[number];
        const model::EditedLine moved =
            done(topology::MoveVertex{vertex.at, vertex.position + geo::Point{0.0001, 0.000001}});
        expect_areas(*edited(moved), moved);
    }
    // The long edges of a drawn line are geodesics.
    const topology::ReshapeArc reshape =
        *topology::stretch(atlas->coverage(), line->arcs, line->vertices, 200, 1700,
                           {{109.03, -6.98}, {109.08, -6.97}});
    const model::EditedLine drawn = done(reshape);
    expect_areas(*edited(drawn), drawn);
}

TEST_F(LineEdits, ANodeBalancesThreeVillagesAndTheOutside) {
    const auto line = line_of(*atlas, between(0, 1));
    for (const topology::BoundaryVertex& vertex : {line->vertices.front(), line->vertices.back()}) {
        const model::EditedLine moved =
            done(topology::MoveVertex{vertex.at, vertex.position + geo::Point{0.0002, 0.0000001}});
        EXPECT_TRUE(moved.check.moves_node);
        expect_areas(*edited(moved), moved);
    }
}

TEST_F(LineEdits, SegmentsAreThoseThatWouldBeDerived) {
    const auto line = line_of(*atlas, between(0, 1));
    const topology::BoundaryVertex& node = line->vertices.back();
    const model::EditedLine moved =
        done(topology::MoveVertex{node.at, node.position + geo::Point{0.0002, 0.0001}});
    EXPECT_EQ(segments_after(*atlas, moved.outcome).size(), 3U);
    const auto after = edited(moved);
    Progress progress;
    for (const model::BoundarySegment& wanted : derive_segments(*after, progress)) {
        const model::BoundarySegment* stored = after->find(wanted.id);
        ASSERT_TRUE(stored);
        EXPECT_EQ(*stored->geometry, *wanted.geometry);
        EXPECT_EQ(stored->length_m, wanted.length_m);
        EXPECT_EQ(stored->state, wanted.state);
    }
}

TEST_F(LineEdits, VerticesOfFinalLinesAreLocked) {
    model::BoundarySegment segment = *atlas->find(between(0, 2));
    segment.state = model::SegmentState::enacted;
    regency.put(segment);
    Progress progress;
    atlas = model::Atlas::build({}, regency.tables, 1, progress);
    const auto line = line_of(*atlas, between(0, 1));
    const bool first_is_upper = line->vertices.front().position.y > -6.96;
    EXPECT_EQ(line->locked.front(), first_is_upper);
    EXPECT_EQ(line->locked.back(), !first_is_upper);
    EXPECT_FALSE(line->locked[10]);
    const auto final_line = line_of(*atlas, between(0, 2));
    for (const bool locked : final_line->locked)
        EXPECT_TRUE(locked);
}

} // namespace
} // namespace antardesa::analysis
