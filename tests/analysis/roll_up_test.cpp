#include "analysis/roll_up.h"

#include "analysis/segments.h"
#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::BoundarySegment;
using model::SegmentGroup;
using model::SegmentState;
using testing::ElementsAre;

/// The square with its four segments: 1|2 enacted, the others untraced.
struct RolledUp : SquareRegency {
    RolledUp() {
        Progress progress;
        for (BoundarySegment segment : derive_segments(*atlas(), progress)) {
            if (segment.first == south_west && segment.second == south_east)
                segment.state = SegmentState::enacted;
            put(segment);
        }
    }
    BoundaryRollUp result() const { return roll_up(*atlas()); }
};

TEST(RollUp, CountsALineBetweenTwoKecamatanInBothButOnceInTheKabupaten) {
    const BoundaryRollUp found = RolledUp().result();
    EXPECT_EQ(found.regency.segments, 4);
    ASSERT_EQ(found.districts.size(), 2U);
    EXPECT_EQ(found.districts[0].lengths.segments, 3) << "its own and two with the other";
    EXPECT_EQ(found.districts[1].lengths.segments, 3);
    EXPECT_EQ(found.between_districts, 2);
    EXPECT_NEAR(found.districts[0].lengths.total() + found.districts[1].lengths.total(),
                found.regency.total() + found.between_districts_m, 1e-6);
}

TEST(RollUp, SharesAreOfTheLength) {
    const RolledUp sample;
    const BoundaryRollUp found = sample.result();
    const double enacted =
        found.regency.by_group[static_cast<std::size_t>(SegmentGroup::definitive)];
    EXPECT_NEAR(enacted, 2212, 1);
    EXPECT_NEAR(found.regency.share(SegmentGroup::definitive), enacted / found.regency.total(),
                1e-12);
    EXPECT_THAT(found.regency.count_by_group, ElementsAre(3, 0, 0, 1, 0));
    EXPECT_THAT(found.districts[1].lengths.count_by_group, ElementsAre(3, 0, 0, 0, 0));
}

TEST(RollUp, LeavesOutRowsWhoseLineIsGone) {
    RolledUp sample;
    BoundarySegment stray;
    stray.first = sample.south_west;
    stray.second = sample.island;
    stray.state = SegmentState::enacted;
    stray.length_m = 1e6;
    const auto id = sample.put(stray);
    const BoundaryRollUp found = sample.result();
    EXPECT_EQ(found.regency.segments, 4);
    EXPECT_LT(found.regency.total(), 1e5);
    EXPECT_THAT(found.without_line, ElementsAre(id));
}

} // namespace
} // namespace antardesa::analysis
