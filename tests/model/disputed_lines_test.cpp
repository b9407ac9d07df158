#include "model/disputed_lines.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

/// The state that segment 4 has after an edit which adds it to a case in this state; nothing where
/// the edit does not write it.
std::optional<SegmentState> added(DisputeState of_case, SegmentState before) {
    TableSet tables = sample_tables();
    auto& disputes = std::get<Table<BoundaryDispute>>(tables);
    BoundaryDispute dispute = *disputes.find({2});
    dispute.state = of_case;
    disputes.put(dispute);
    auto& segments = std::get<Table<BoundarySegment>>(tables);
    BoundarySegment segment = *segments.find({4});
    segment.state = before;
    segment.document = {1};
    segments.put(segment);
    const Edit edit = with_disputed_lines(
        tables, {{"edit.add_record", {}}, {Put<CaseSegment>{{{1}, {2}, {4}}}}, {}});
    for (const RowWrite& write : edit.writes)
        if (const auto* put = std::get_if<Put<BoundarySegment>>(&write)) {
            EXPECT_EQ(put->row.id.value, 4);
            EXPECT_FALSE(put->row.document) << "what was agreed is what is disputed now";
            return put->row.state;
        }
    return std::nullopt;
}

TEST(DisputedLines, ComeIntoACaseThatGoesOn) {
    using enum DisputeState;
    for (const DisputeState state :
         {reported, district_facilitation, regency_facilitation, not_agreed, regent_decision})
        EXPECT_EQ(added(state, SegmentState::untraced), SegmentState::disputed);
    EXPECT_EQ(added(district_facilitation, SegmentState::agreed), SegmentState::disputed);
    for (const DisputeState state : {agreed, enacted, handed_over})
        EXPECT_EQ(added(state, SegmentState::untraced), std::nullopt);
    EXPECT_EQ(added(district_facilitation, SegmentState::enacted), std::nullopt)
        << "what a Perbup fixed only another one changes";
    EXPECT_EQ(added(district_facilitation, SegmentState::disputed), std::nullopt);
}

TEST(DisputedLines, OfACaseThatHasThemAlreadyStayAsTheyAre) {
    TableSet tables = sample_tables();
    std::get<Table<CaseSegment>>(tables).put({{1}, {2}, {4}});
    const Edit edit = with_disputed_lines(
        tables, {{"edit.change_record", {}}, {Put<CaseSegment>{{{1}, {2}, {4}}}}, {}});
    EXPECT_EQ(edit.writes.size(), 1U);
}

TEST(DisputedLines, OfAnotherFacilitatorDoNotComeIn) {
    TableSet tables = sample_tables();
    auto& disputes = std::get<Table<BoundaryDispute>>(tables);
    BoundaryDispute dispute = *disputes.find({2});
    dispute.first = {1};
    dispute.second = {2};
    const Edit edit{{"edit.add_record", {}}, {Put<CaseSegment>{{{1}, {2}, {4}}}}, {}};
    const auto refused = [&](DisputeState state) {
        dispute.state = state;
        disputes.put(dispute);
        const auto refusal = outside_facilitation(tables, edit);
        return refusal ? refusal->message.key : "";
    };
    // Segment 4 reaches into another kecamatan.
    EXPECT_EQ(refused(DisputeState::district_facilitation), "model.case.segment_elsewhere");
    EXPECT_EQ(refused(DisputeState::reported), "") << "nobody facilitates yet";
}

} // namespace
} // namespace antardesa::model
