#include "analysis/filter.h"
#include "sample_regency.h"

#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::Agreement;
using model::Field;
using model::Stage;
using model::StageGroup;

std::size_t index(Field field) {
    return static_cast<std::size_t>(field);
}
std::size_t index(StageGroup group) {
    return static_cast<std::size_t>(group);
}

/// Water (running, 2025–2027, villages 1 and 2), waste (draft, undated, 3 and the town 4) and a
/// market (ended 2019, 1 and the island).
struct ThreeAgreements : SquareRegency {
    Id<Agreement> water;
    Id<Agreement> waste;
    Id<Agreement> market;

    ThreeAgreements() {
        Agreement row;
        row.title = "Air bersih Cikahuripan";
        row.number = "07/2025";
        row.field = Field::health;
        row.stage = Stage::execution;
        row.starts = day(2025, 1, 1);
        row.ends = day(2027, 12, 31);
        water = agreement(row, {south_west, south_east});
        row = {};
        row.title = "Pengelolaan sampah";
        row.field = Field::public_works;
        row.stage = Stage::drafting;
        waste = agreement(row, {north_west, north_east});
        row = {};
        row.title = "Pasar antardesa";
        row.field = Field::economy;
        row.stage = Stage::ended;
        row.signed_on = day(2014, 5, 1);
        row.ends = day(2019, 5, 1);
        market = agreement(row, {south_west, island});
    }

    std::vector<Id<Agreement>> matching(const Filter& filter) const {
        const auto all = atlas();
        std::vector<Id<Agreement>> ids;
        for (const Agreement& row : all->agreements())
            if (matches(filter, row, *all, today))
                ids.push_back(row.id);
        return ids;
    }
};

using Ids = std::vector<Id<Agreement>>;

TEST(Filter, PassesEverythingByDefault) {
    const ThreeAgreements sample;
    EXPECT_TRUE(Filter().passes_everything());
    EXPECT_EQ(sample.matching({}), (Ids{sample.water, sample.waste, sample.market}));
}

TEST(Filter, ByField) {
    const ThreeAgreements sample;
    Filter filter;
    filter.fields.reset().set(index(Field::health));
    EXPECT_FALSE(filter.passes_everything());
    EXPECT_EQ(sample.matching(filter), Ids{sample.water});
}

TEST(Filter, ByStageGroup) {
    const ThreeAgreements sample;
    Filter filter;
    filter.stage_groups.reset().set(index(StageGroup::ended));
    EXPECT_EQ(sample.matching(filter), Ids{sample.market});
    filter.stage_groups.reset().set(index(StageGroup::draft));
    EXPECT_EQ(sample.matching(filter), Ids{sample.waste});
}

TEST(Filter, ByEveryOtherListOfTheLaw) {
    ThreeAgreements sample;
    auto& agreements = std::get<model::Table<Agreement>>(sample.tables);
    Agreement row = *agreements.find(sample.waste);
    row.branch = model::Branch::third_party;
    row.kind = model::CooperationKind::security_and_order;
    row.current_field = model::CurrentField::empowerment;
    row.aims.set(2);
    agreements.put(row);
    const auto only = [&](auto change) {
        Filter filter;
        change(filter);
        EXPECT_FALSE(filter.passes_everything());
        return sample.matching(filter);
    };
    const Ids waste{sample.waste};
    EXPECT_EQ(only([](Filter& f) { f.branch = model::Branch::third_party; }), waste);
    EXPECT_EQ(only([](Filter& f) { f.kind = model::CooperationKind::security_and_order; }), waste);
    EXPECT_EQ(only([](Filter& f) { f.current_field = model::CurrentField::empowerment; }), waste);
    EXPECT_EQ(only([](Filter& f) { f.aim = 2; }), waste);
    EXPECT_EQ(only([](Filter& f) { f.reach = model::Reach::across_districts; }), Ids{sample.market})
        << "the island lies in the other kecamatan";
    EXPECT_EQ(only([](Filter& f) { f.reach = model::Reach::one_district; }),
              (Ids{sample.water, sample.waste}));
}

TEST(Filter, ByYearsInForce) {
    const ThreeAgreements sample;
    Filter filter;
    filter.first_year = 2019;
    filter.last_year = 2024;
    EXPECT_EQ(sample.matching(filter), Ids{sample.market});
    filter.first_year = 2020;
    EXPECT_EQ(sample.matching(filter), Ids{});
    filter.last_year.reset();
    EXPECT_EQ(sample.matching(filter), Ids{sample.water}) << "undated ones are in no year";
    filter = {};
    filter.last_year = 2025;
    EXPECT_EQ(sample.matching(filter), (Ids{sample.water, sample.market}));
}

TEST(Filter, OpenEndedAgreementsStayInForce) {
    SquareRegency sample;
    Agreement row;
    row.starts = day(2020, 1, 1);
    sample.agreement(row, {sample.south_west, sample.south_east});
    const auto atlas = sample.atlas();
    Filter filter;
    filter.first_year = filter.last_year = 2040;
    EXPECT_TRUE(matches(filter, atlas->agreements()[0], *atlas, today));
    filter.first_year = filter.last_year = 2019;
    EXPECT_FALSE(matches(filter, atlas->agreements()[0], *atlas, today));
}

TEST(Filter, ByKecamatanOfAnyParty) {
    const ThreeAgreements sample;
    Filter filter;
    filter.district = sample.upper;
    EXPECT_EQ(sample.matching(filter), (Ids{sample.waste, sample.market}));
    filter.district = {99};
    EXPECT_EQ(sample.matching(filter), Ids{});
}

TEST(Filter, ByWordsInTitleOrNumber) {
    const ThreeAgreements sample;
    Filter filter;
    filter.words = "cikahuripan AIR";
    EXPECT_EQ(sample.matching(filter), Ids{sample.water});
    filter.words = "07/";
    EXPECT_EQ(sample.matching(filter), Ids{sample.water});
    filter.words = "air sampah";
    EXPECT_EQ(sample.matching(filter), Ids{});
    filter.words = " ";
    EXPECT_EQ(sample.matching(filter).size(), 3U);
}

TEST(Count, WithoutAFilter) {
    const ThreeAgreements sample;
    const FilterCounts counts = count({}, *sample.atlas(), today);
    EXPECT_EQ(counts.total, 3);
    EXPECT_EQ(counts.matching, 3);
    EXPECT_EQ(counts.villages_bound, 5);
    EXPECT_EQ(counts.villages_free, 0);
    EXPECT_EQ(counts.first_year, 2014);
    EXPECT_EQ(counts.last_year, 2027);
}

TEST(Count, ChipsIgnoreTheirOwnDimension) {
    const ThreeAgreements sample;
    Filter filter;
    filter.fields.reset().set(index(Field::health));
    const FilterCounts counts = count(filter, *sample.atlas(), today);
    EXPECT_EQ(counts.matching, 1);
    EXPECT_EQ(counts.by_field[index(Field::public_works)], 1) << "what one would get";
    EXPECT_EQ(counts.by_stage_group[index(StageGroup::draft)], 0);
    EXPECT_EQ(counts.by_stage_group[index(StageGroup::running)], 1);
}

TEST(Count, WhatIsPutOffAfterSigningBindsButDoesNotRun) {
    SquareRegency sample;
    Agreement running;
    running.stage = Stage::execution;
    sample.agreement(running, {sample.south_west, sample.south_east});
    Agreement postponed;
    postponed.stage = Stage::postponed;
    sample.agreement(postponed, {sample.south_west, sample.south_east});
    postponed.signed_on = day(2025, 1, 10);
    sample.agreement(postponed, {sample.south_west, sample.south_east});
    const FilterCounts counts = count({}, *sample.atlas(), today);
    EXPECT_EQ(counts.matching, 3);
    EXPECT_EQ(counts.running, 1);
    EXPECT_EQ(counts.postponed, 1) << "the other one was never signed";
}

TEST(Count, FreeVillagesAreDesaWithoutAMatch) {
    const ThreeAgreements sample;
    Filter filter;
    filter.fields.reset().set(index(Field::health));
    const FilterCounts counts = count(filter, *sample.atlas(), today);
    EXPECT_EQ(counts.villages_bound, 2);
    EXPECT_EQ(counts.villages_free, 2) << "Tiga and Lima; Empat is a kelurahan";
    filter.district = sample.lower;
    EXPECT_EQ(count(filter, *sample.atlas(), today).villages_free, 0);
}

TEST(Count, IgnoresPartiesThatAreNotVillagesHere) {
    SquareRegency sample;
    const auto id = sample.agreement({}, {sample.south_west, {777}});
    model::AgreementParty outside;
    outside.agreement = id;
    outside.outside_village = "Ranupani";
    sample.put(outside);
    EXPECT_EQ(count({}, *sample.atlas(), today).villages_bound, 1);
}

TEST(Count, OfAnEmptyProject) {
    const FilterCounts counts = count({}, *SampleRegency().atlas(), today);
    EXPECT_EQ(counts.total, 0);
    EXPECT_EQ(counts.first_year, 0);
    EXPECT_EQ(counts.last_year, 0);
}

TEST(StripLimits, KeepOverlapsAndGapsAndNothingElse) {
    Filter filter;
    filter.strips.least_m2 = 10;
    filter.strips.most_m2 = 100;
    filter.strips.widest_m = 0.5;
    model::BoundaryFinding finding;
    const auto passes = [&](model::FlawKind kind, double area, double width) {
        finding.kind = kind;
        finding.area_m2 = area;
        finding.width_m = width;
        return matches(filter, finding);
    };
    using model::FlawKind;
    EXPECT_TRUE(passes(FlawKind::overlap, 10, 0.5)) << "the limits belong to it";
    EXPECT_FALSE(passes(FlawKind::overlap, 9.9, 0.5));
    EXPECT_FALSE(passes(FlawKind::gap, 100.1, 0.5));
    EXPECT_FALSE(passes(FlawKind::gap, 50, 0.51));
    EXPECT_TRUE(passes(FlawKind::near_miss, 1, 1)) << "no strip";
    model::BoundaryException exception;
    exception.kind = FlawKind::gap;
    exception.area_m2 = 5;
    EXPECT_FALSE(matches(filter, exception));
    EXPECT_FALSE(filter.passes_everything());
}

} // namespace
} // namespace antardesa::analysis
