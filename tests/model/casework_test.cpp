#include "model/casework.h"

#include "sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Date today = std::chrono::year(2026) / 11 / 27;
constexpr Date tomorrow = std::chrono::year(2026) / 11 / 28;

TEST(Casework, ANipHasItsForm) {
    EXPECT_TRUE(is_employee_number("196501011990031001"));
    EXPECT_TRUE(is_employee_number("198802292014122003"));
    EXPECT_TRUE(is_employee_number("199003152024212005")) << "of a PPPK";
    for (const char* text :
         {"", "19650101 199003 1 001", "19650101199003100", "1965010119900310012",
          "196513011990031001", "198702292014122003", "196501011990131001", "196501011990033001",
          "196501011960031001", "19650101199003100x"})
        EXPECT_FALSE(is_employee_number(text)) << text;
}

/// Of the case of villages 2 and 5.
Signatory of_case(SignatoryRole role, std::int64_t village, std::string number = {}) {
    Signatory one;
    one.id = {1};
    one.dispute = {2};
    one.role = role;
    one.village = {village};
    one.name = "Siti";
    one.employee_number = std::move(number);
    return one;
}

TEST(Casework, WhoSignsSpeaksForAVillageOfTheCase) {
    const TableSet tables = sample_tables();
    const auto& dispute = *std::get<Table<BoundaryDispute>>(tables).find({2});
    const auto doubts = [&](const Signatory& one) { return doubts_about(tables, one); };
    EXPECT_THAT(doubts(of_case(SignatoryRole::village_head, dispute.first.value)), IsEmpty());
    EXPECT_THAT(doubts(of_case(SignatoryRole::village_head, 9)),
                ElementsAre(SignatoryDoubt::other_village));
    EXPECT_THAT(doubts(of_case(SignatoryRole::village_team, 0)),
                ElementsAre(SignatoryDoubt::no_village));
    EXPECT_THAT(doubts(of_case(SignatoryRole::facilitator, 0)), IsEmpty());
    EXPECT_THAT(doubts(of_case(SignatoryRole::regency_team, 0, "1965")),
                ElementsAre(SignatoryDoubt::employee_number));
}

TEST(Casework, FurtherSegmentsBringTheirVillages) {
    TableSet tables = sample_tables();
    std::int64_t other = 0;
    const auto& dispute = *std::get<Table<BoundaryDispute>>(tables).find({2});
    for (const std::int64_t id : {1, 2, 5})
        other = Id<Village>{id} != dispute.first && Id<Village>{id} != dispute.second ? id : other;
    ASSERT_NE(other, 0);
    const Signatory head = of_case(SignatoryRole::village_head, other);
    EXPECT_THAT(doubts_about(tables, head), ElementsAre(SignatoryDoubt::other_village));
    for (const std::int64_t segment : {1, 4})
        std::get<Table<CaseSegment>>(tables).put({{segment}, {2}, {segment}});
    EXPECT_THAT(doubts_about(tables, head), IsEmpty());
}

std::string refused(RowWrite write) {
    const auto refusal = not_yet_happened({{}, {std::move(write)}, {}}, today);
    return refusal ? refusal->message.key : std::string();
}

TEST(Casework, NobodySignedTomorrow) {
    Signatory one = of_case(SignatoryRole::village_head, 2);
    EXPECT_EQ(refused(Put<Signatory>{one}), "");
    one.signed_on = today;
    EXPECT_EQ(refused(Put<Signatory>{one}), "");
    one.signed_on = tomorrow;
    EXPECT_EQ(refused(Put<Signatory>{one}), "model.case.signed_later");
}

TEST(Casework, AMeetingOfTomorrowIsPlannedAndNoMore) {
    Meeting meeting;
    meeting.id = {1};
    meeting.dispute = {2};
    meeting.date = tomorrow;
    meeting.place = "Kantor kecamatan";
    meeting.agenda = "Membahas garis";
    EXPECT_EQ(refused(Put<Meeting>{meeting}), "");
    Meeting attended = meeting;
    attended.attended = {{2}};
    Meeting decided = meeting;
    decided.decision = "Sepakat";
    Meeting ended = meeting;
    ended.outcome = MeetingOutcome::agreed;
    Meeting seen = meeting;
    seen.others_attended = "Camat";
    for (const Meeting& held : {attended, decided, ended, seen})
        EXPECT_EQ(refused(Put<Meeting>{held}), "model.case.held_later");
    ended.date = today;
    EXPECT_EQ(refused(Put<Meeting>{ended}), "");
}

} // namespace
} // namespace antardesa::model
