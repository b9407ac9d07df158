#include "analysis/segments.h"
#include "crs/ellipsoid.h"
#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::BoundarySegment;
using model::SegmentLevel;
using model::SegmentState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<BoundarySegment> derive(const SampleRegency& sample) {
    Progress progress;
    return derive_segments(*sample.atlas(), progress);
}

SegmentChanges changes(const SampleRegency& sample) {
    Progress progress;
    return segment_changes(*sample.atlas(), progress);
}

const BoundarySegment& between(const std::vector<BoundarySegment>& segments,
                               Id<model::Village> first, Id<model::Village> second) {
    const auto at = std::find_if(segments.begin(), segments.end(), [&](const auto& segment) {
        return segment.first == first && segment.second == second;
    });
    EXPECT_NE(at, segments.end());
    return *at;
}

TEST(DeriveSegments, OnePerNeighbouringPairWithoutCoastAndLakes) {
    const SquareRegency sample;
    const auto segments = derive(sample);
    ASSERT_THAT(segments, SizeIs(4)) << "no segment at a corner, at the lake or at the sea";
    for (std::size_t i = 0; i < segments.size(); ++i) {
        EXPECT_EQ(segments[i].id.value, static_cast<std::int64_t>(i) + 1);
        EXPECT_LT(segments[i].first, segments[i].second);
        EXPECT_EQ(segments[i].state, SegmentState::untraced);
    }
}

TEST(DeriveSegments, MeasuresOnTheEllipsoid) {
    const SquareRegency sample;
    const auto segments = derive(sample);
    const BoundarySegment& south = between(segments, sample.south_west, sample.south_east);
    ASSERT_THAT(*south.geometry, SizeIs(1));
    EXPECT_THAT(south.geometry->front(), SizeIs(3));
    // Two hundredths of a degree of latitude near 7° S.
    EXPECT_NEAR(south.length_m, 2212, 1);
    EXPECT_DOUBLE_EQ(south.length_m, crs::ellipsoidal_length(*south.geometry));
}

TEST(DeriveSegments, LevelsFollowKecamatan) {
    const SquareRegency sample;
    const auto segments = derive(sample);
    EXPECT_EQ(between(segments, sample.south_west, sample.south_east).level, SegmentLevel::village);
    EXPECT_EQ(between(segments, sample.south_west, sample.north_west).level,
              SegmentLevel::district);
}

TEST(DeriveSegments, KeepsWhatWasEnteredByPair) {
    SquareRegency sample;
    BoundarySegment entered;
    entered.id = {70};
    entered.first = sample.south_west;
    entered.second = sample.south_east;
    entered.state = SegmentState::enacted;
    entered.pillars = true;
    entered.document = {3};
    sample.put(entered);
    const auto segments = derive(sample);
    ASSERT_THAT(segments, SizeIs(4));
    const BoundarySegment& kept = between(segments, sample.south_west, sample.south_east);
    EXPECT_EQ(kept.id.value, 70);
    EXPECT_EQ(kept.state, SegmentState::enacted);
    EXPECT_TRUE(kept.pillars);
    EXPECT_EQ(kept.document.value, 3);
    EXPECT_GT(kept.length_m, 2000);
    std::vector<std::int64_t> ids;
    for (const BoundarySegment& segment : segments)
        ids.push_back(segment.id.value);
    EXPECT_THAT(ids, ElementsAre(70, 71, 72, 73));
}

TEST(DeriveSegments, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(derive_segments(*SquareRegency().atlas(), progress), Cancelled);
}

TEST(SegmentChanges, AreNoneOnceWritten) {
    SquareRegency sample;
    for (const BoundarySegment& segment : changes(sample).put)
        sample.put(segment);
    const SegmentChanges again = changes(sample);
    EXPECT_THAT(again.put, IsEmpty());
    EXPECT_THAT(again.unused, IsEmpty());
    EXPECT_THAT(again.orphaned, IsEmpty());
    // And unchanged lines are the very same objects.
    const auto atlas = sample.atlas();
    Progress progress;
    for (const BoundarySegment& segment : derive_segments(*atlas, progress))
        EXPECT_EQ(segment.geometry, atlas->find(segment.id)->geometry);
}

TEST(SegmentChanges, TellEmptyRowsFromThoseSomethingRestsOn) {
    SquareRegency sample;
    const auto stray = [&](SegmentState state) {
        BoundarySegment segment;
        segment.first = sample.south_west;
        segment.second = sample.island;
        segment.state = state;
        return sample.put(segment);
    };
    const auto empty = stray(SegmentState::untraced);
    const auto agreed = stray(SegmentState::agreed);
    const auto disputed = stray(SegmentState::untraced);
    model::BoundaryDispute dispute;
    dispute.segment = disputed;
    dispute.first = sample.south_west;
    dispute.second = sample.island;
    sample.put(dispute);
    const SegmentChanges found = changes(sample);
    EXPECT_THAT(found.put, SizeIs(4));
    EXPECT_THAT(found.unused, ElementsAre(empty));
    EXPECT_THAT(found.orphaned, ElementsAre(agreed, disputed));
}

/// The square with its segments written, and what was entered about the southern one.
struct Recorded : SquareRegency {
    Recorded() {
        for (const BoundarySegment& segment : changes(*this).put)
            put(segment);
    }
    BoundarySegment stored(Id<model::Village> first, Id<model::Village> second) const {
        for (const BoundarySegment& segment : std::get<model::Table<BoundarySegment>>(tables))
            if (segment.first == first && segment.second == second)
                return segment;
        ADD_FAILURE() << "no such segment";
        return {};
    }
    Id<BoundarySegment> enter(Id<model::Village> first, Id<model::Village> second,
                              SegmentState state, Id<model::Document> document = {}) {
        BoundarySegment segment = stored(first, second);
        segment.state = state;
        segment.document = document;
        return put(segment);
    }
    void reshape(Id<model::Village> village, model::SharedPolygons geometry) {
        model::Village row = *std::get<model::Table<model::Village>>(tables).find(village);
        row.geometry = std::move(geometry);
        put(row);
    }
    /// Moves the whole line between the southern villages to the east.
    void move_south_line(double degrees) {
        const auto moved = [&](const model::SharedPolygons& shape) {
            geo::MultiPolygon copy = *shape;
            geo::for_each_vertex(copy, [&](geo::Point& p) {
                if (p.x == 109 + 2 * 0.01 && p.y < -7 + 1.5 * 0.01)
                    p.x += degrees;
            });
            return std::make_shared<const geo::MultiPolygon>(std::move(copy));
        };
        reshape(south_west, moved(grid_box(0, 0, 2, 2)));
        reshape(south_east, moved(grid_box(2, 0, 4, 2)));
    }
    BoundarySegment after(Id<model::Village> first, Id<model::Village> second) const {
        return between(derive(*this), first, second);
    }
};

TEST(CarryOver, OfALineThatIsTheSameButForTheLastFiguresSaysNothing) {
    Recorded sample;
    sample.enter(sample.south_west, sample.south_east, SegmentState::enacted, {3});
    sample.move_south_line(0.1 / 110'000);
    const SegmentChanges found = changes(sample);
    EXPECT_THAT(found.moved, IsEmpty());
    EXPECT_EQ(sample.after(sample.south_west, sample.south_east).state, SegmentState::enacted);
}

TEST(CarryOver, OfALineUnderAPerbupSaysAlsoWhenItMovedByHalfAMetre) {
    Recorded sample;
    sample.enter(sample.south_west, sample.south_east, SegmentState::enacted, {3});
    sample.move_south_line(0.5 / 110'000);
    EXPECT_THAT(changes(sample).moved, testing::SizeIs(1)) << "else it wanders from file to file";
    EXPECT_EQ(sample.after(sample.south_west, sample.south_east).state, SegmentState::enacted);
}

TEST(CarryOver, OfAMovedLineKeepsTheStateAndSaysHowFar) {
    Recorded sample;
    const auto id = sample.enter(sample.south_west, sample.south_east, SegmentState::enacted, {3});
    sample.move_south_line(20 / 110'500.0);
    const SegmentChanges found = changes(sample);
    ASSERT_THAT(found.moved, SizeIs(1));
    EXPECT_EQ(found.moved[0].segment, id);
    EXPECT_NEAR(found.moved[0].farthest_m, 20, 0.5);
    EXPECT_LT(found.moved[0].share, 0.1) << "only where it runs back to the node";
    EXPECT_NEAR(found.moved[0].farthest.x, 109.02, 0.001);
    const BoundarySegment kept = sample.after(sample.south_west, sample.south_east);
    EXPECT_EQ(kept.state, SegmentState::enacted);
    EXPECT_EQ(kept.document.value, 3);
}

TEST(CarryOver, OfAMovedLineNothingRestsOnIsSilent) {
    Recorded sample;
    sample.enter(sample.south_west, sample.south_east, SegmentState::tracing);
    sample.move_south_line(0.001);
    EXPECT_THAT(changes(sample).moved, IsEmpty());
}

TEST(CarryOver, GoesToBothPartsOfASplitVillage) {
    Recorded sample;
    const auto id = sample.enter(sample.south_west, sample.south_east, SegmentState::agreed, {3});
    sample.reshape(sample.south_west, grid_box(0, 0, 2, 1));
    const auto part = sample.village("Satu Utara", sample.lower, grid_box(0, 1, 2, 2));
    const SegmentChanges found = changes(sample);
    EXPECT_THAT(found.moved, IsEmpty()) << "the line is where it was, between three villages";
    ASSERT_THAT(found.carried, SizeIs(1));
    EXPECT_EQ(found.carried[0].from, id);
    EXPECT_THAT(found.carried[0].to, SizeIs(1));
    EXPECT_EQ(sample.after(sample.south_west, sample.south_east).id, id);
    const BoundarySegment other = sample.after(sample.south_east, part);
    EXPECT_EQ(other.state, SegmentState::agreed);
    EXPECT_EQ(other.document.value, 3);
    EXPECT_NE(other.id, id);
    EXPECT_EQ(sample.after(sample.south_west, part).state, SegmentState::untraced)
        << "a line that was not there before";
}

TEST(CarryOver, KeepsTheRowOfAVillageThatBecameAnother) {
    Recorded sample;
    const auto id = sample.enter(sample.south_west, sample.south_east, SegmentState::enacted, {3});
    std::get<model::Table<model::Village>>(sample.tables).erase(sample.south_west);
    const auto renewed = sample.village("Satu Baru", sample.lower, grid_box(0, 0, 2, 2));
    const SegmentChanges found = changes(sample);
    const BoundarySegment heir = sample.after(sample.south_east, renewed);
    EXPECT_EQ(heir.id, id);
    EXPECT_EQ(heir.state, SegmentState::enacted);
    EXPECT_THAT(found.orphaned, IsEmpty());
    ASSERT_THAT(found.carried, SizeIs(1));
    EXPECT_EQ(found.carried[0].first, sample.south_west);
}

/// The two western villages become one: its line in the east lies on two old ones.
Id<model::Village> merge_the_west(Recorded& sample) {
    auto& villages = std::get<model::Table<model::Village>>(sample.tables);
    villages.erase(sample.south_west);
    villages.erase(sample.north_west);
    villages.erase(sample.south_east);
    villages.erase(sample.north_east);
    sample.south_east = sample.village("Timur", sample.lower, grid_box(2, 0, 4, 4));
    return sample.village("Barat", sample.lower, grid_box(0, 0, 2, 4));
}

TEST(CarryOver, OfTwoLinesUnderOneTakesTheLessAdvancedState) {
    Recorded sample;
    const auto enacted =
        sample.enter(sample.south_west, sample.south_east, SegmentState::enacted, {3});
    sample.enter(sample.north_west, sample.north_east, SegmentState::tracing);
    const auto west = merge_the_west(sample);
    const BoundarySegment heir = sample.after(sample.south_east, west);
    EXPECT_EQ(heir.state, SegmentState::tracing);
    EXPECT_FALSE(heir.document);
    EXPECT_NE(heir.id, enacted);
    EXPECT_THAT(changes(sample).orphaned, ElementsAre(enacted)) << "what was entered is not lost";
}

TEST(CarryOver, OfTwoLinesThatSayTheSameIsWhole) {
    Recorded sample;
    sample.enter(sample.south_west, sample.south_east, SegmentState::enacted, {3});
    sample.enter(sample.north_west, sample.north_east, SegmentState::enacted, {3});
    const auto west = merge_the_west(sample);
    const SegmentChanges found = changes(sample);
    const BoundarySegment heir = sample.after(sample.south_east, west);
    EXPECT_EQ(heir.state, SegmentState::enacted);
    EXPECT_THAT(found.orphaned, IsEmpty());
    EXPECT_THAT(found.carried, SizeIs(2));
}

TEST(SegmentsWithoutLine, AreThoseWhoseVillagesDoNotTouch) {
    Recorded sample;
    BoundarySegment stray;
    stray.first = sample.south_west;
    stray.second = sample.island;
    stray.state = SegmentState::agreed;
    const auto id = sample.put(stray);
    EXPECT_THAT(segments_without_line(*sample.atlas()), ElementsAre(id));
}

class LevelBetween : public testing::Test {
  protected:
    SegmentLevel level(Id<model::District> a, std::string code_a, Id<model::District> b,
                       std::string code_b) {
        const auto one = sample_.village("A", a, grid_box(0, 0, 1, 1), std::move(code_a));
        const auto other = sample_.village("B", b, grid_box(1, 0, 2, 1), std::move(code_b));
        const auto atlas = sample_.atlas();
        return level_between(*atlas, *atlas->find(one), *atlas->find(other));
    }
    SampleRegency sample_;
    Id<model::District> here_ = sample_.district("Sini", "Contoh");
    Id<model::District> there_ = sample_.district("Sana", "contoh ");
    Id<model::District> abroad_ = sample_.district("Seberang", "Tetangga");
};

TEST_F(LevelBetween, GoesByCodesWhereBothAreKnown) {
    EXPECT_EQ(level({}, "99.01.10.2001", {}, "99.01.10.2002"), SegmentLevel::village);
    EXPECT_EQ(level({}, "99.01.10.2001", {}, "99.01.11.2001"), SegmentLevel::district);
    EXPECT_EQ(level({}, "99.01.10.2001", {}, "99.02.10.2001"), SegmentLevel::regency);
    EXPECT_EQ(level(here_, "99.01.10.2001", abroad_, "99.01.11.2001"), SegmentLevel::district)
        << "the name is only a spelling";
}

TEST_F(LevelBetween, GoesByRowsWithoutCodes) {
    EXPECT_EQ(level(here_, "", here_, ""), SegmentLevel::village);
    EXPECT_EQ(level(here_, "", there_, "99.01.10.2001"), SegmentLevel::district);
    EXPECT_EQ(level(here_, "", abroad_, ""), SegmentLevel::regency);
    EXPECT_EQ(level(here_, "", {}, ""), SegmentLevel::village) << "unknown is not different";
}

TEST_F(LevelBetween, DoesNotTrustPlaceholders) {
    EXPECT_EQ(level(here_, "99.01.--.----", there_, "99.01.10.2001"), SegmentLevel::district);
    EXPECT_EQ(level(here_, "99.01.--.----", here_, "99.02.10.2001"), SegmentLevel::regency);
    EXPECT_EQ(level(here_, "9901102001", here_, "9902102001"), SegmentLevel::village);
}

TEST(NeighboursOf, AreVillagesWithACommonLine) {
    const SquareRegency sample;
    const auto atlas = sample.atlas();
    EXPECT_THAT(neighbours_of(*atlas, sample.south_west),
                ElementsAre(sample.south_east, sample.north_west));
    EXPECT_THAT(neighbours_of(*atlas, sample.island), IsEmpty());
    EXPECT_THAT(neighbours_of(*atlas, {999}), IsEmpty());
}

} // namespace
} // namespace antardesa::analysis
