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
