#include "analysis/suggestions.h"

#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::Agreement;
using model::Field;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// In each test everything but the rule under test is kept silent by `bind_all`.
struct Suggesting : SquareRegency {
    std::vector<Suggestion> of(SuggestionRule rule) const {
        Progress progress;
        auto all = suggest(*atlas(), today, {}, progress);
        std::erase_if(all, [&](const Suggestion& suggestion) { return suggestion.rule != rule; });
        return all;
    }
    Id<Agreement> running(const std::vector<Id<model::Village>>& villages,
                          Field field = Field::other, std::optional<Date> ends = std::nullopt) {
        Agreement row;
        row.stage = model::Stage::execution;
        row.field = field;
        row.ends = ends;
        return agreement(row, villages);
    }
    Id<model::SharedAsset> asset(const std::vector<Id<model::Village>>& holders,
                                 model::AssetKind kind = model::AssetKind::spring) {
        model::SharedAsset row;
        row.kind = kind;
        row.name = "Mata air";
        row.geometry = std::make_shared<const geo::Geometry>(geo::PointSet{{{109.02, -6.99}}});
        const auto id = put(row);
        for (const Id<model::Village> holder : holders)
            put(model::AssetShare{{}, id, model::HolderKind::village, holder, "", {}});
        return id;
    }
    Id<model::BoundaryDispute> dispute(model::DisputeState state) {
        model::BoundaryDispute row;
        row.first = south_west;
        row.second = south_east;
        row.state = state;
        row.contested = grid_box(1, 0, 3, 2);
        return put(row);
    }
};

std::vector<FactKind> kinds(const Suggestion& suggestion) {
    std::vector<FactKind> kinds;
    for (const Fact& fact : suggestion.facts)
        kinds.push_back(fact.kind);
    return kinds;
}

TEST(SuggestSharedAsset, NeighboursWithAnAssetAndNoAgreement) {
    Suggesting regency;
    const auto spring = regency.asset({regency.south_west, regency.south_east});
    const auto found = regency.of(SuggestionRule::shared_asset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].villages, ElementsAre(regency.south_west, regency.south_east));
    EXPECT_THAT(kinds(found[0]), ElementsAre(FactKind::holds, FactKind::holds, FactKind::neighbours,
                                             FactKind::not_bound));
    EXPECT_EQ(found[0].facts[0].asset, spring);
    EXPECT_EQ(found[0].field, Field::natural_resources);
}

TEST(SuggestSharedAsset, NotWhereAnAgreementBindsThemNorFarApartNorAKelurahan) {
    Suggesting bound;
    bound.asset({bound.south_west, bound.south_east});
    bound.running({bound.south_west, bound.south_east, bound.north_west});
    EXPECT_THAT(bound.of(SuggestionRule::shared_asset), IsEmpty());
    Suggesting far;
    far.asset({far.south_west, far.island});
    EXPECT_THAT(far.of(SuggestionRule::shared_asset), IsEmpty());
    Suggesting urban;
    urban.asset({urban.south_east, urban.north_east});
    EXPECT_THAT(urban.of(SuggestionRule::shared_asset), IsEmpty());
}

TEST(SuggestSharedAsset, AgainWhenTheAgreementIsOver) {
    Suggesting regency;
    regency.asset({regency.south_west, regency.south_east});
    regency.running({regency.south_west, regency.south_east}, Field::other, day(2026, 11, 22));
    EXPECT_THAT(regency.of(SuggestionRule::shared_asset), SizeIs(1));
}

TEST(SuggestDisputedAsset, AnAssetInTheContestedArea) {
    Suggesting regency;
    const auto dispute = regency.dispute(model::DisputeState::district_facilitation);
    const auto spring = regency.asset({regency.north_west});
    const auto found = regency.of(SuggestionRule::disputed_asset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].villages, ElementsAre(regency.south_west, regency.south_east));
    EXPECT_THAT(kinds(found[0]), ElementsAre(FactKind::disputed, FactKind::in_contested_area));
    EXPECT_EQ(found[0].facts[1].asset, spring);
    EXPECT_EQ(found[0].facts[1].dispute, dispute);
    EXPECT_EQ(found[0].field, Field::village_boundary);
}

TEST(SuggestDisputedAsset, ARoadThroughTheContestedAreaWithoutAVertexInIt) {
    model::BoundaryDispute dispute;
    dispute.contested = grid_box(1, 0, 3, 2);
    model::SharedAsset road;
    const auto runs = [&](geo::Line line) {
        road.geometry = std::make_shared<const geo::Geometry>(geo::LineSet{{std::move(line)}});
        return lies_in(road, dispute);
    };
    EXPECT_TRUE(runs({{109.0, -6.99}, {109.04, -6.99}}));
    EXPECT_FALSE(runs({{109.0, -6.97}, {109.04, -6.97}})) << "passes by";
    EXPECT_FALSE(runs({{109.0, -6.985}, {109.02, -6.965}, {109.04, -6.985}})) << "goes round it";
}

TEST(SuggestDisputedAsset, NotOfASettledDisputeNorWithoutAnAsset) {
    Suggesting settled;
    settled.dispute(model::DisputeState::enacted);
    settled.asset({settled.south_west, settled.south_east});
    EXPECT_THAT(settled.of(SuggestionRule::disputed_asset), IsEmpty());
    Suggesting bare;
    bare.dispute(model::DisputeState::reported);
    EXPECT_THAT(bare.of(SuggestionRule::disputed_asset), IsEmpty());
}

TEST(SuggestExpiring, AnEndIn180DaysWhileAnAssetRestsOnIt) {
    Suggesting regency;
    const auto ending =
        regency.running({regency.south_west, regency.south_east}, Field::health, day(2027, 5, 22));
    const auto spring = regency.asset({regency.south_west, regency.south_east});
    model::SharedAsset row =
        *std::get<model::Table<model::SharedAsset>>(regency.tables).find(spring);
    row.agreement = ending;
    regency.put(row);
    const auto found = regency.of(SuggestionRule::expiring_in_use);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].prolongs, ending);
    EXPECT_EQ(found[0].facts[0].days, 180);
    EXPECT_THAT(kinds(found[0]), ElementsAre(FactKind::ends, FactKind::rests_on));
}

TEST(SuggestExpiring, NotADayLaterNorWithoutUse) {
    Suggesting later;
    const auto ending =
        later.running({later.south_west, later.south_east}, Field::health, day(2027, 5, 23));
    Agreement row = *std::get<model::Table<Agreement>>(later.tables).find(ending);
    row.last_report = day(2026, 11, 1);
    later.put(row);
    EXPECT_THAT(later.of(SuggestionRule::expiring_in_use), IsEmpty());
    row.ends = day(2027, 5, 22);
    later.put(row);
    EXPECT_THAT(later.of(SuggestionRule::expiring_in_use), SizeIs(1));
    row.last_report = day(2025, 11, 22);
    later.put(row);
    EXPECT_THAT(later.of(SuggestionRule::expiring_in_use), IsEmpty());
}

TEST(SuggestIsolated, WithTheAgreementThatItsNeighboursAreIn) {
    Suggesting regency;
    const auto health = regency.running({regency.south_east, regency.north_west}, Field::health);
    const auto found = regency.of(SuggestionRule::isolated);
    ASSERT_THAT(found, SizeIs(2)); // the island too
    EXPECT_EQ(found[0].villages,
              (std::vector{regency.south_west, regency.south_east, regency.north_west}));
    EXPECT_EQ(found[0].field, Field::health);
    EXPECT_THAT(found[0].facts, Contains(AllOf(testing::Field(&Fact::kind, FactKind::cooperates),
                                               testing::Field(&Fact::village, regency.south_east),
                                               testing::Field(&Fact::agreement, health))));
    EXPECT_THAT(kinds(found[1]), ElementsAre(FactKind::alone, FactKind::no_neighbour));
}

TEST(SuggestIsolated, NeitherAKelurahanNorAVillageInAnAgreementInForce) {
    Suggesting regency;
    regency.running({regency.south_west, regency.south_east, regency.north_west, regency.island});
    EXPECT_THAT(regency.of(SuggestionRule::isolated), IsEmpty());
}

TEST(SuggestSameField, NeighboursThatCooperateInAFieldButNotWithEachOther) {
    Suggesting regency;
    const auto one = regency.running({regency.south_west, regency.island}, Field::education);
    const auto two = regency.running({regency.south_east, regency.island}, Field::education);
    const auto found = regency.of(SuggestionRule::same_field);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].villages, ElementsAre(regency.south_west, regency.south_east));
    EXPECT_EQ(found[0].field, Field::education);
    EXPECT_EQ(found[0].facts[1].agreement, one);
    EXPECT_EQ(found[0].facts[2].agreement, two);
}

TEST(SuggestSameField, NotOnceTheyAreLinkedInItNorInAnotherField) {
    Suggesting regency;
    regency.running({regency.south_west, regency.island}, Field::education);
    regency.running({regency.south_east, regency.island}, Field::health);
    EXPECT_THAT(regency.of(SuggestionRule::same_field), IsEmpty());
    regency.running({regency.south_east, regency.north_west}, Field::education);
    regency.running({regency.south_east, regency.south_west}, Field::education);
    const auto left = regency.of(SuggestionRule::same_field);
    EXPECT_THAT(of_village(left, regency.south_east), IsEmpty());
}

TEST(Suggestions, OfOneVillageOnly) {
    Suggesting regency;
    regency.asset({regency.south_west, regency.south_east});
    Progress progress;
    const auto all = suggest(*regency.atlas(), today, {}, progress);
    EXPECT_THAT(of_village(all, regency.island), SizeIs(1));
    EXPECT_THAT(of_village(all, regency.south_west), SizeIs(2)); // isolated, and the spring
}

} // namespace
} // namespace antardesa::analysis
