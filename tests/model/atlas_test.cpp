#include "model/atlas.h"

#include "model/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::model {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template<class Row>
std::vector<std::int64_t> ids(std::span<const Row* const> rows) {
    std::vector<std::int64_t> values;
    for (const Row* row : rows)
        values.push_back(row->id.value);
    return values;
}

TEST(Atlas, FindsRowsByIdAndKeepsThemSorted) {
    const auto atlas = sample_atlas();
    ASSERT_NE(atlas->find(Id<Village>{5}), nullptr);
    EXPECT_EQ(atlas->find(Id<Village>{5})->name, "Sukamaju");
    EXPECT_EQ(atlas->find(Id<Village>{3}), nullptr);
    EXPECT_EQ(atlas->villages()[0].name, "Mekarsari");
    EXPECT_EQ(atlas->revision(), 7);
    EXPECT_EQ(atlas->identity().regency, "Contoh");
}

TEST(Atlas, GroupsPartiesUnderTheirAgreement) {
    const auto atlas = sample_atlas();
    EXPECT_THAT(ids(atlas->parties({1})), ElementsAre(3, 4, 5));
    EXPECT_THAT(ids(atlas->parties({3})), ElementsAre(1, 2));
    EXPECT_THAT(atlas->parties({2}), IsEmpty()) << "no such agreement";
    EXPECT_THAT(atlas->parties({}), IsEmpty());
}

TEST(Atlas, NamesAnAgreementOncePerVillageInTableOrder) {
    const auto atlas = sample_atlas();
    EXPECT_THAT(ids(atlas->agreements_of({2})), ElementsAre(1, 3)) << "party twice to 1";
    EXPECT_THAT(ids(atlas->agreements_of({1})), ElementsAre(3)) << "party 6 dangles";
    EXPECT_THAT(atlas->agreements_of({9}), IsEmpty());
}

TEST(Atlas, PutsWhatLiesBetweenUnderBothVillages) {
    const auto atlas = sample_atlas();
    EXPECT_THAT(ids(atlas->segments_of(Id<Village>{2})), ElementsAre(1, 4));
    EXPECT_THAT(ids(atlas->segments_of(Id<Village>{1})), ElementsAre(1));
    EXPECT_THAT(ids(atlas->disputes_of({2})), ElementsAre(2));
    EXPECT_THAT(ids(atlas->disputes_of({5})), ElementsAre(2));
    EXPECT_THAT(atlas->disputes_of({1}), IsEmpty());
}

TEST(Atlas, FollowsTheOtherOwners) {
    const auto atlas = sample_atlas();
    EXPECT_THAT(ids(atlas->assets_of({5})), ElementsAre(1));
    EXPECT_THAT(atlas->assets_of({2}), IsEmpty());
    EXPECT_THAT(ids(atlas->claims({2})), ElementsAre(1));
    EXPECT_THAT(ids(atlas->shares({1})), ElementsAre(1, 2));
    EXPECT_THAT(ids(atlas->members({1})), ElementsAre(1));
    EXPECT_THAT(ids(atlas->capital({1})), ElementsAre(1));
}

TEST(Atlas, FindsWhatABodyDoes) {
    TableSet tables = sample_tables();
    for (const int id : {21, 22}) {
        Meeting meeting;
        meeting.id = {id};
        meeting.body = {id == 21 ? 1 : 9};
        std::get<Table<Meeting>>(tables).put(meeting);
        Report report;
        report.id = {id};
        report.body = meeting.body;
        std::get<Table<Report>>(tables).put(report);
        BodyActivity activity;
        activity.id = {id};
        activity.body = meeting.body;
        std::get<Table<BodyActivity>>(tables).put(activity);
        Agreement agreement;
        agreement.id = {id};
        agreement.body = meeting.body;
        std::get<Table<Agreement>>(tables).put(agreement);
    }
    const auto atlas = sample_atlas(std::move(tables));
    const Id<CooperationBody> body{1};
    EXPECT_THAT(ids(atlas->meetings(body)), testing::Contains(21));
    EXPECT_THAT(ids(atlas->reports(body)), testing::Contains(21));
    EXPECT_THAT(ids(atlas->activities(body)), testing::Contains(21));
    EXPECT_THAT(ids(atlas->carried_out_by(body)), testing::Contains(21));
    EXPECT_THAT(ids(atlas->meetings(body)), testing::Not(testing::Contains(22)));
    EXPECT_THAT(atlas->activities(Id<CooperationBody>{9}), IsEmpty()) << "there is no such body";
}

TEST(Atlas, FindsAVillageByACodeThatOnlyItCarries) {
    TableSet tables = sample_tables();
    auto& villages = std::get<Table<Village>>(tables);
    Village twin = *villages.find({5});
    twin.id = {6};
    villages.put(twin);
    Village without = twin;
    without.id = {7};
    without.code.clear();
    villages.put(without);
    const auto atlas = sample_atlas(std::move(tables));
    ASSERT_NE(atlas->village_by_code("99.01.01.2001"), nullptr);
    EXPECT_EQ(atlas->village_by_code("99.01.01.2001")->id.value, 1);
    EXPECT_EQ(atlas->village_by_code("99.01.02.2005"), nullptr) << "two villages carry it";
    EXPECT_EQ(atlas->village_by_code(""), nullptr);
    EXPECT_EQ(atlas->village_by_code("99.99.99.9999"), nullptr);
}

TEST(Atlas, KnowsTheBoxOfItsVillages) {
    EXPECT_EQ(sample_atlas()->box(), (geo::Box{{0, 0}, {10, 10}}));
    EXPECT_TRUE(sample_atlas(TableSet{})->box().empty());
}

TEST(Atlas, LooksNothingUpInAnEmptyProject) {
    const auto atlas = sample_atlas(TableSet{});
    EXPECT_THAT(atlas->agreements_of({1}), IsEmpty());
    EXPECT_THAT(atlas->parties({1}), IsEmpty());
    EXPECT_EQ(atlas->village_by_code("x"), nullptr);
}

TEST(Atlas, DerivesTheCoverageFromVillagesThenSpecialAreas) {
    Progress progress;
    TableSet tables = sample_tables();
    Village nowhere = village(20, "Tanpa geometri", 1, 0, 0);
    nowhere.geometry = nullptr;
    std::get<Table<Village>>(tables).put(nowhere);
    const auto atlas = Atlas::build({}, std::move(tables), 1, progress);
    EXPECT_EQ(atlas->coverage().claimant_count(), 6u);
    const auto shared = topology::shared_boundaries(atlas->coverage());
    ASSERT_EQ(shared.size(), 3u) << "1|2, 2|5 and 5|special area";
    EXPECT_EQ(shared[2].second, 5u) << "special area comes after the five villages";
}

TEST(StageGroup, FollowsTheStage) {
    const Date today{std::chrono::year{2026} / 11 / 23};
    Agreement agreement;
    const auto group = [&](Stage stage) {
        agreement.stage = stage;
        return stage_group(agreement, today);
    };
    EXPECT_EQ(group(Stage::preparation), StageGroup::draft);
    EXPECT_EQ(group(Stage::signing), StageGroup::draft);
    EXPECT_EQ(group(Stage::postponed), StageGroup::draft);
    EXPECT_EQ(group(Stage::execution), StageGroup::running);
    EXPECT_EQ(group(Stage::amended), StageGroup::running);
    EXPECT_EQ(group(Stage::refused), StageGroup::ended);
    EXPECT_EQ(group(Stage::ended), StageGroup::ended);
}

TEST(StageGroup, CountsTheDaysLeft) {
    const Date today{std::chrono::year{2026} / 11 / 23};
    Agreement agreement;
    agreement.stage = Stage::execution;
    const auto ending = [&](int days) {
        agreement.ends = Date(std::chrono::sys_days(today) + std::chrono::days(days));
        return stage_group(agreement, today);
    };
    EXPECT_EQ(ending(91), StageGroup::running);
    EXPECT_EQ(ending(90), StageGroup::expiring);
    EXPECT_EQ(ending(0), StageGroup::expiring) << "the last day still counts";
    EXPECT_EQ(ending(-1), StageGroup::ended);
    agreement.stage = Stage::drafting;
    EXPECT_EQ(ending(10), StageGroup::draft) << "a draft does not run out";
}

TEST(StageGroup, NeverEndsWhatWasNeverSigned) {
    const Date today{std::chrono::year{2026} / 11 / 23};
    Agreement agreement;
    agreement.ends = Date{std::chrono::year{2024} / 12 / 31};
    for (const Stage stage :
         {Stage::preparation, Stage::offer, Stage::drafting, Stage::signing, Stage::postponed}) {
        agreement.stage = stage;
        EXPECT_EQ(stage_group(agreement, today), StageGroup::draft) << code_of(stage);
    }
    agreement.stage = Stage::signing;
    agreement.signed_on = Date{std::chrono::year{2023} / 1 / 2};
    EXPECT_EQ(stage_group(agreement, today), StageGroup::ended);
}

TEST(StageGroup, BindsWhatWasPutOffAfterItWasSigned) {
    const Date today{std::chrono::year{2026} / 11 / 23};
    Agreement agreement;
    agreement.stage = Stage::postponed;
    agreement.signed_on = Date{std::chrono::year{2023} / 1 / 2};
    EXPECT_EQ(stage_group(agreement, today), StageGroup::running);
    agreement.ends = Date{std::chrono::year{2026} / 12 / 31};
    EXPECT_EQ(stage_group(agreement, today), StageGroup::expiring);
    agreement.ends = Date{std::chrono::year{2026} / 1 / 31};
    EXPECT_EQ(stage_group(agreement, today), StageGroup::ended);
}

TEST(SegmentGroup, GathersTheSevenStates) {
    EXPECT_EQ(group_of(SegmentState::untraced), SegmentGroup::untraced);
    EXPECT_EQ(group_of(SegmentState::documents), SegmentGroup::indicative);
    EXPECT_EQ(group_of(SegmentState::tracing), SegmentGroup::indicative);
    EXPECT_EQ(group_of(SegmentState::agreed), SegmentGroup::agreed);
    EXPECT_EQ(group_of(SegmentState::technical_verification), SegmentGroup::agreed);
    EXPECT_EQ(group_of(SegmentState::enacted), SegmentGroup::definitive);
    EXPECT_EQ(group_of(SegmentState::disputed), SegmentGroup::disputed);
}

} // namespace

} // namespace antardesa::model
