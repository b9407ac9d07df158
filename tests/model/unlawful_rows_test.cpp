#include "model/unlawful_rows.h"

#include "sample.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date today = Date{std::chrono::year{2026} / 11 / 26};

/// The keys of what is found about the sample's case when another program writes it so.
std::vector<std::string>
found(DisputeState state, std::int64_t first, std::int64_t second, std::int64_t outcome = 0,
      const std::function<void(TableSet&, BoundaryDispute&)>& change = {}) {
    TableSet tables = sample_tables();
    Document minutes;
    minutes.id = {2};
    minutes.kind = "berita_acara";
    minutes.number = "7/BA/2026";
    minutes.title = "Kesepakatan batas";
    minutes.date = today;
    std::get<Table<Document>>(tables).put(minutes);
    auto& disputes = std::get<Table<BoundaryDispute>>(tables);
    BoundaryDispute dispute = *disputes.find({2});
    dispute.first = {first};
    dispute.second = {second};
    dispute.state = state;
    dispute.outcome = {outcome};
    dispute.segment = {};
    dispute.facilitation_start = today;
    if (change)
        change(tables, dispute);
    disputes.put(dispute);
    std::vector<std::string> keys;
    for (const Finding& finding : unlawful_rows(tables))
        keys.push_back(finding.message.key);
    return keys;
}

TEST(UnlawfulRows, AreNoneWhereTheStepsWereLawful) {
    using enum DisputeState;
    EXPECT_THAT(found(reported, 1, 2), IsEmpty());
    EXPECT_THAT(found(district_facilitation, 1, 2), IsEmpty());
    EXPECT_THAT(found(agreed, 1, 2, 2), IsEmpty());
    EXPECT_THAT(found(not_agreed, 1, 2), IsEmpty());
    EXPECT_THAT(found(enacted, 1, 2, 1), IsEmpty());
    EXPECT_THAT(found(handed_over, 5, 9), IsEmpty());
}

TEST(UnlawfulRows, SayWhatNoStepLeadsTo) {
    using enum DisputeState;
    EXPECT_THAT(found(agreed, 1, 2), ElementsAre("model.case.row.minutes"));
    EXPECT_THAT(found(agreed, 1, 2, 1), ElementsAre("model.case.row.minutes")) << "a Perbup";
    EXPECT_THAT(found(enacted, 1, 2, 2), ElementsAre("model.case.row.regulation"));
    EXPECT_THAT(found(regency_facilitation, 1, 2), ElementsAre("model.case.row.facilitator"));
    EXPECT_THAT(found(handed_over, 1, 2), ElementsAre("model.case.row.facilitator"));
    EXPECT_THAT(found(agreed, 5, 9, 2), ElementsAre("model.case.row.regional"))
        << "villages settle no line between two kabupaten";
    EXPECT_THAT(found(enacted, 5, 9, 1), ElementsAre("model.case.row.regional"));
    EXPECT_THAT(found(not_agreed, 5, 9), ElementsAre("model.case.row.regional"));
    EXPECT_THAT(found(reported, 1, 1), ElementsAre("model.case.row.villages"));
    EXPECT_THAT(found(reported, 1, 77), ElementsAre("model.case.row.villages"));
}

TEST(UnlawfulRows, AnAgreementComesOfAFacilitationThatBegan) {
    using enum DisputeState;
    const auto never = [](TableSet&, BoundaryDispute& dispute) {
        dispute.facilitation_start.reset();
    };
    EXPECT_THAT(found(reported, 1, 2, 0, never), IsEmpty());
    EXPECT_THAT(found(agreed, 1, 2, 2, never), ElementsAre("model.case.row.start"));
    EXPECT_THAT(found(not_agreed, 1, 2, 0, never), ElementsAre("model.case.row.start"));
    EXPECT_THAT(found(regent_decision, 1, 2, 0, never), ElementsAre("model.case.row.start"));
}

TEST(UnlawfulRows, TheLinesOfASettledCaseAreSettledAndItsOwn) {
    using enum DisputeState;
    const auto on_line = [](std::int64_t second, SegmentState state) {
        return [=](TableSet& tables, BoundaryDispute& dispute) {
            BoundarySegment segment;
            segment.id = {900};
            segment.first = {1};
            segment.second = {second};
            segment.state = state;
            std::get<Table<BoundarySegment>>(tables).put(segment);
            dispute.segment = segment.id;
        };
    };
    EXPECT_THAT(found(agreed, 1, 2, 2, on_line(2, SegmentState::agreed)), IsEmpty());
    EXPECT_THAT(found(district_facilitation, 1, 2, 0, on_line(2, SegmentState::tracing)),
                IsEmpty());
    EXPECT_THAT(found(agreed, 1, 2, 2, on_line(2, SegmentState::tracing)),
                ElementsAre("model.case.row.line"));
    EXPECT_THAT(found(reported, 1, 2, 0, on_line(5, SegmentState::disputed)),
                ElementsAre("model.case.row.segment"));
}

TEST(UnlawfulRows, AFurtherLineOfACaseThatGoesOnIsDisputed) {
    using enum DisputeState;
    const auto further = [](SegmentState state) {
        return [=](TableSet& tables, BoundaryDispute&) {
            BoundarySegment segment;
            segment.id = {900};
            segment.first = {1};
            segment.second = {2};
            segment.state = state;
            std::get<Table<BoundarySegment>>(tables).put(segment);
            std::get<Table<CaseSegment>>(tables).put({{1}, {2}, segment.id});
        };
    };
    EXPECT_THAT(found(district_facilitation, 1, 2, 0, further(SegmentState::untraced)),
                ElementsAre("model.case.row.undisputed"));
    EXPECT_THAT(found(district_facilitation, 1, 2, 0, further(SegmentState::disputed)), IsEmpty());
    EXPECT_THAT(found(district_facilitation, 1, 2, 0, further(SegmentState::agreed)), IsEmpty())
        << "agreed before the others";
}

} // namespace
} // namespace antardesa::model
