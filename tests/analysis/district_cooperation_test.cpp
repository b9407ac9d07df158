#include "analysis/district_cooperation.h"

#include <gmock/gmock.h>

namespace antardesa::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// Six villages, two in each of three kecamatan; a body of the first.
class Districts : public ::testing::Test {
  protected:
    Districts() {
        for (int i = 1; i <= 3; ++i)
            put(model::District{{i}, "99.01.0" + std::to_string(i), "Kec", "Contoh"});
        for (int i = 1; i <= 6; ++i) {
            model::Village village;
            village.id = {i};
            village.district = {(i + 1) / 2};
            put(village);
        }
        model::CooperationBody body;
        body.id = {1};
        body.name = "BKAD Asri";
        body.district = {1};
        put(body);
    }
    template<class Row>
    void put(const Row& row) {
        std::get<model::Table<Row>>(tables_).put(row);
    }
    void agree(int id, std::vector<int> villages) {
        model::Agreement agreement;
        agreement.id = {id};
        agreement.field = id % 2 == 1 ? model::Field::economy : model::Field::health;
        agreement.stage = model::Stage::execution;
        put(agreement);
        auto& parties = std::get<model::Table<model::AgreementParty>>(tables_);
        for (const int village : villages) {
            model::AgreementParty party;
            party.id = parties.next_id();
            party.agreement = {id};
            party.village = {village};
            parties.put(party);
        }
    }
    void meet(int id, int agreement, int body, Date date,
              model::MeetingKind kind = model::MeetingKind::inter_village) {
        model::Meeting meeting;
        meeting.id = {id};
        meeting.kind = kind;
        meeting.agreement = {agreement};
        meeting.body = {body};
        meeting.date = date;
        put(meeting);
    }
    DistrictCooperation look(const Filter& filter = {}) {
        Progress progress;
        atlas_ = model::Atlas::build({}, tables_, 1, progress);
        return district_cooperation(*atlas_, filter, today);
    }
    model::TableSet tables_;
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(Districts, LinksLeadFromKecamatanToKecamatanOncePerAgreement) {
    agree(1, {1, 2});
    agree(2, {1, 2, 3});
    agree(3, {2, 4});
    agree(4, {1, 3, 5});
    const auto whole = look();
    ASSERT_THAT(whole.links, SizeIs(3));
    EXPECT_EQ(whole.links[0].first.value, 1);
    EXPECT_EQ(whole.links[0].second.value, 2);
    EXPECT_THAT(
        whole.links[0].agreements,
        ElementsAre(Id<model::Agreement>{2}, Id<model::Agreement>{3}, Id<model::Agreement>{4}));
    EXPECT_EQ(whole.districts[0].inside, 1) << "the first stays within its kecamatan";
    EXPECT_THAT(whole.districts[0].agreements, SizeIs(4));
    EXPECT_EQ(whole.districts[0].bound, 2);
    EXPECT_EQ(whole.districts[2].bound, 1);
    EXPECT_THAT(whole.districts[2].villages, SizeIs(2));
}

TEST_F(Districts, TheFilterIsTheOneFilter) {
    agree(1, {1, 3});
    agree(2, {1, 3});
    Filter filter;
    filter.fields.reset(static_cast<std::size_t>(model::Field::health));
    const auto whole = look(filter);
    ASSERT_THAT(whole.links, SizeIs(1));
    EXPECT_THAT(whole.links[0].agreements, ElementsAre(Id<model::Agreement>{1}));
    EXPECT_THAT(district_links(*atlas_, filter, today), SizeIs(1));
}

TEST_F(Districts, ABodySpeaksWhereItStandsAndWhereItsMembersComeFrom) {
    model::BodyMember member;
    member.id = {1};
    member.body = {1};
    member.village = {3};
    put(member);
    const auto whole = look();
    EXPECT_THAT(whole.districts[0].bodies, SizeIs(1));
    EXPECT_THAT(whole.districts[1].bodies, SizeIs(1));
    EXPECT_THAT(whole.districts[2].bodies, IsEmpty());
}

TEST_F(Districts, ItsMeetingsWorkAndReportsAreThoseOfItsBodiesAndAgreements) {
    agree(1, {3, 4});
    const Date early{std::chrono::year{2024}, std::chrono::May, std::chrono::day{1}};
    meet(1, 0, 1, early);
    meet(2, 0, 1, today);
    meet(3, 1, 0, today);
    meet(4, 0, 1, today, model::MeetingKind::other);
    model::BodyActivity activity;
    activity.id = {1};
    activity.body = {1};
    put(activity);
    model::Report report;
    report.id = {1};
    report.agreement = {1};
    put(report);
    const auto whole = look();
    EXPECT_THAT(whole.districts[0].meetings,
                ElementsAre(Id<model::Meeting>{2}, Id<model::Meeting>{1}))
        << "musyawarah antar-desa alone, newest first";
    EXPECT_THAT(whole.districts[0].activities, SizeIs(1));
    EXPECT_THAT(whole.districts[0].reports, IsEmpty());
    EXPECT_THAT(whole.districts[1].meetings, ElementsAre(Id<model::Meeting>{3}));
    EXPECT_THAT(whole.districts[1].activities, IsEmpty());
    EXPECT_THAT(whole.districts[1].reports, SizeIs(1));
}

} // namespace
} // namespace antardesa::analysis
