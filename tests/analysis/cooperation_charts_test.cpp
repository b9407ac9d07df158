#include "analysis/cooperation_charts.h"

#include <gmock/gmock.h>

namespace antardesa::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

Date in_days(int days) {
    return std::chrono::sys_days(today) + std::chrono::days(days);
}

/// Four villages in two kecamatan.
class Charts : public ::testing::Test {
  protected:
    Charts() {
        auto& districts = std::get<model::Table<model::District>>(tables_);
        districts.put({{1}, "99.01.01", "Asri", "Contoh"});
        districts.put({{2}, "99.01.02", "Giri", "Contoh"});
        for (int i = 1; i <= 4; ++i) {
            model::Village village;
            village.id = {i};
            village.district = {i <= 2 ? 1 : 2};
            std::get<model::Table<model::Village>>(tables_).put(village);
        }
    }
    void add(model::Field field, std::optional<Date> ends, std::vector<int> villages,
             model::Stage stage = model::Stage::execution) {
        auto& agreements = std::get<model::Table<model::Agreement>>(tables_);
        model::Agreement agreement;
        agreement.id = agreements.next_id();
        agreement.field = field;
        agreement.stage = stage;
        agreement.ends = ends;
        agreements.put(agreement);
        auto& parties = std::get<model::Table<model::AgreementParty>>(tables_);
        for (const int village : villages) {
            model::AgreementParty party;
            party.id = parties.next_id();
            party.agreement = agreement.id;
            party.village = {village};
            parties.put(party);
        }
    }
    std::shared_ptr<const model::Atlas> atlas() const {
        Progress progress;
        return model::Atlas::build({}, tables_, 1, progress);
    }
    model::TableSet tables_;
};

TEST_F(Charts, AnAgreementCountsOnceInEachKecamatanItTouches) {
    add(model::Field::economy, std::nullopt, {1, 2});
    add(model::Field::economy, std::nullopt, {1, 3});
    add(model::Field::health, std::nullopt, {3, 4});
    const FieldMatrix matrix = field_matrix(*atlas(), {}, today);
    ASSERT_THAT(matrix.rows, SizeIs(2));
    EXPECT_EQ(matrix.rows[0].by_field[0], 2);
    EXPECT_EQ(matrix.rows[0].agreements, 2);
    EXPECT_EQ(matrix.rows[1].by_field[0], 1);
    EXPECT_EQ(matrix.rows[1].by_field[2], 1);
    EXPECT_EQ(matrix.by_field[0], 2) << "of the kabupaten each once";
    EXPECT_EQ(matrix.most, 2);
    Filter filter;
    filter.fields.reset(0);
    EXPECT_EQ(field_matrix(*atlas(), filter, today).rows[0].agreements, 0) << "the one filter";
}

TEST_F(Charts, TheSoonestEndComesFirstAndAnOpenOneLast) {
    add(model::Field::economy, std::nullopt, {1, 2});
    add(model::Field::economy, in_days(100), {1, 2});
    add(model::Field::economy, in_days(-5), {1, 2});
    add(model::Field::economy, in_days(30), {1, 2});
    const auto all = validities(*atlas(), {}, today);
    ASSERT_THAT(all, SizeIs(4));
    EXPECT_EQ(all[0].days_left, -5);
    EXPECT_EQ(all[1].days_left, 30);
    EXPECT_FALSE(all[3].ends);
    EXPECT_THAT(ending_within(all), ElementsAre(1, 1, 2)) << "30, 90 and 180 days";
}

TEST_F(Charts, OnlyWhatIsInForceEndsSoon) {
    add(model::Field::economy, in_days(0), {1, 2});
    add(model::Field::economy, in_days(20), {1, 2}, model::Stage::drafting);
    add(model::Field::economy, in_days(20), {1, 2}, model::Stage::ended);
    add(model::Field::economy, in_days(20), {1, 2}, model::Stage::reporting);
    EXPECT_THAT(ending_within(validities(*atlas(), {}, today)), ElementsAre(2, 2, 2));
    Filter filter;
    filter.ends_within_days = 30;
    EXPECT_EQ(count(filter, *atlas(), today).matching, 2) << "a press shows what was counted";
}

TEST_F(Charts, SetsOfPartnersAreCountedByTheirAgreements) {
    add(model::Field::economy, std::nullopt, {2, 1});
    add(model::Field::economy, std::nullopt, {1, 2, 3});
    add(model::Field::health, std::nullopt, {1, 2});
    add(model::Field::health, std::nullopt, {4});
    const auto sets = partner_sets(*atlas(), {}, today);
    ASSERT_THAT(sets, SizeIs(2)) << "one village is no set";
    EXPECT_THAT(sets[0].villages, ElementsAre(Id<model::Village>{1}, Id<model::Village>{2}));
    EXPECT_THAT(sets[0].agreements, ElementsAre(Id<model::Agreement>{1}, Id<model::Agreement>{3}));
    EXPECT_THAT(sets[1].villages, SizeIs(3));
    EXPECT_EQ(sets[0].at_least, 3) << "the set of three binds both, too";
    EXPECT_EQ(sets[1].at_least, 1);
}

TEST_F(Charts, AVillagesSetIsAsLargeAsItsAgreementsWithOthers) {
    add(model::Field::economy, std::nullopt, {2, 1});
    add(model::Field::economy, std::nullopt, {2, 3});
    add(model::Field::health, std::nullopt, {2});
    const auto villages = partner_villages(partner_sets(*atlas(), {}, today));
    ASSERT_THAT(villages, SizeIs(3));
    EXPECT_EQ(villages[0].village.value, 2);
    EXPECT_EQ(villages[0].agreements, 2) << "alone is no set";
    EXPECT_EQ(villages[1].village.value, 1);
}

TEST_F(Charts, WhoTakesPartNarrowsTheFilter) {
    add(model::Field::economy, std::nullopt, {2, 1});
    add(model::Field::economy, in_days(20), {1, 2, 3});
    add(model::Field::health, in_days(-1), {3, 4});
    const auto count_of = [&](const Filter& filter) {
        return count(filter, *atlas(), today).matching;
    };
    Filter filter;
    filter.partners = {{1}, {2}};
    EXPECT_EQ(count_of(filter), 2);
    filter.partners_alone = true;
    EXPECT_EQ(count_of(filter), 1);
    filter = {};
    filter.agreement = {3};
    EXPECT_EQ(count_of(filter), 1);
    EXPECT_FALSE(filter.passes_everything());
    filter = {};
    filter.ends_within_days = 30;
    EXPECT_EQ(count_of(filter), 1) << "neither what has ended nor what has no end";
    EXPECT_EQ(field_matrix(*atlas(), filter, today).by_field[0], 1) << "charts follow";
}

} // namespace
} // namespace antardesa::analysis
