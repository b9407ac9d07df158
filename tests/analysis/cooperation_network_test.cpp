#include "analysis/cooperation_network.h"
#include "analysis/summary.h"

#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace antardesa::analysis {
namespace {

using model::Agreement;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using VillageId = Id<model::Village>;

CooperationNetwork network_of(const SampleRegency& regency, const Filter& filter = {}) {
    Progress progress;
    return cooperation_network(*regency.atlas(), filter, today, progress);
}

Agreement in_field(model::Field field) {
    Agreement row;
    row.field = field;
    row.stage = model::Stage::execution;
    return row;
}

/// A row of villages without a common border; only agreements matter here.
struct RowOfVillages : SampleRegency {
    std::vector<VillageId> v;
    explicit RowOfVillages(int size) {
        const auto home = district("Baris");
        for (int i = 0; i < size; ++i)
            v.push_back(
                village("Desa " + std::to_string(i), home, grid_box(3 * i, 0, 3 * i + 1, 1)));
    }
    void chain(int first, int last) {
        for (int i = first; i < last; ++i)
            agreement(in_field(model::Field::economy),
                      {v[static_cast<std::size_t>(i)], v[static_cast<std::size_t>(i) + 1]});
    }
};

TEST(CooperationNetwork, CountsTiesOfAgreementsWithAnyNumberOfVillages) {
    SquareRegency regency;
    regency.agreement(in_field(model::Field::economy),
                      {regency.south_west, regency.south_east, regency.north_west});
    regency.agreement(in_field(model::Field::health), {regency.south_west, regency.south_east});
    const CooperationNetwork network = network_of(regency);
    EXPECT_EQ(network.agreements, 2);
    EXPECT_EQ(network.villages[0].agreements, 2);
    EXPECT_EQ(network.villages[0].degree, 2);
    EXPECT_EQ(network.villages[2].agreements, 1);
    EXPECT_EQ(network.villages[2].degree, 2);
    EXPECT_EQ(network.by_field[static_cast<std::size_t>(model::Field::health)], 1);
    EXPECT_EQ(network.by_stage[static_cast<std::size_t>(model::Stage::execution)], 2);
}

TEST(CooperationNetwork, WhatWasRefusedTiesNobody) {
    SquareRegency regency;
    Agreement refused = in_field(model::Field::economy);
    refused.stage = model::Stage::refused;
    regency.agreement(refused, {regency.south_west, regency.south_east});
    const CooperationNetwork network = network_of(regency);
    EXPECT_EQ(network.agreements, 1) << "it stays on record";
    EXPECT_EQ(network.villages[0].degree, 0);
    EXPECT_THAT(network.isolated, testing::Contains(regency.south_west));
    const FilterCounts counts = count({}, *regency.atlas(), today);
    EXPECT_EQ(counts.matching, 1);
    EXPECT_EQ(counts.villages_bound, 0);
    for (const Degree& degree : degrees(*regency.atlas(), {}, today))
        EXPECT_EQ(degree.agreements + degree.partners, 0);
}

TEST(CooperationNetwork, IslandIsIsolatedAndAKelurahanIsInNoComponent) {
    SquareRegency regency;
    regency.agreement(in_field(model::Field::economy),
                      {regency.south_west, regency.south_east, regency.north_west});
    const CooperationNetwork network = network_of(regency);
    EXPECT_THAT(network.isolated, ElementsAre(regency.island));
    ASSERT_EQ(network.components.size(), 2U);
    EXPECT_THAT(network.components[0],
                ElementsAre(regency.south_west, regency.south_east, regency.north_west));
    EXPECT_THAT(network.components[1], ElementsAre(regency.island));
    EXPECT_EQ(network.villages[3].component, -1);
}

TEST(CooperationNetwork, AThirdPartyTiesNoOne) {
    SquareRegency regency;
    const auto id = regency.agreement(in_field(model::Field::economy), {regency.south_west});
    model::AgreementParty third;
    third.agreement = id;
    third.third_party = regency.put(model::ThirdParty{});
    regency.put(third);
    const CooperationNetwork network = network_of(regency);
    EXPECT_EQ(network.villages[0].agreements, 1);
    EXPECT_EQ(network.villages[0].degree, 0);
    EXPECT_THAT(network.isolated, ElementsAre(regency.south_west, regency.south_east,
                                              regency.north_west, regency.island));
}

TEST(CooperationNetwork, CountsOnlyWhatPassesTheFilter) {
    SquareRegency regency;
    regency.agreement(in_field(model::Field::economy), {regency.south_west, regency.south_east});
    regency.agreement(in_field(model::Field::health), {regency.north_west, regency.island});
    Filter health;
    health.fields.reset().set(static_cast<std::size_t>(model::Field::health));
    const CooperationNetwork network = network_of(regency, health);
    EXPECT_EQ(network.agreements, 1);
    EXPECT_THAT(network.isolated, ElementsAre(regency.south_west, regency.south_east));
}

TEST(CooperationNetwork, TheMiddleOfAChainBrokersBetweenItsEnds) {
    RowOfVillages row(5);
    row.chain(0, 4);
    const CooperationNetwork network = network_of(row);
    // Of the 6 pairs of the other four, over the middle lead 4, over its neighbours 3.
    EXPECT_DOUBLE_EQ(network.villages[0].brokerage, 0);
    EXPECT_DOUBLE_EQ(network.villages[1].brokerage, 3.0 / 6);
    EXPECT_DOUBLE_EQ(network.villages[2].brokerage, 4.0 / 6);
    EXPECT_FALSE(network.estimated);
}

TEST(CooperationNetwork, TheHubOfAStarIsOnEveryWay) {
    RowOfVillages row(6);
    for (std::size_t i = 1; i < 6; ++i)
        row.agreement(in_field(model::Field::economy), {row.v[0], row.v[i]});
    const CooperationNetwork network = network_of(row);
    EXPECT_DOUBLE_EQ(network.villages[0].brokerage, 1);
    EXPECT_DOUBLE_EQ(network.villages[1].brokerage, 0);
    EXPECT_EQ(network.villages[0].degree, 5);
}

/// Betweenness from its definition: ways counted by walking every shortest way.
std::vector<double> by_definition(const std::vector<std::set<std::size_t>>& ties) {
    const std::size_t n = ties.size();
    constexpr int far = 1000;
    std::vector<std::vector<int>> distance(n, std::vector<int>(n, far));
    std::vector<std::vector<double>> ways(n, std::vector<double>(n, 0));
    for (std::size_t s = 0; s < n; ++s) {
        distance[s][s] = 0;
        ways[s][s] = 1;
        for (int length = 0; length < static_cast<int>(n); ++length)
            for (std::size_t a = 0; a < n; ++a)
                if (distance[s][a] == length)
                    for (const std::size_t b : ties[a]) {
                        if (distance[s][b] > length + 1)
                            distance[s][b] = length + 1;
                        if (distance[s][b] == length + 1)
                            ways[s][b] += ways[s][a];
                    }
    }
    std::vector<double> result(n, 0);
    for (std::size_t v = 0; v < n; ++v) {
        std::size_t size = 0;
        for (std::size_t a = 0; a < n; ++a)
            size += distance[v][a] < far;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                if (a != b && a != v && b != v && distance[a][b] < far &&
                    distance[a][v] + distance[v][b] == distance[a][b])
                    result[v] += ways[a][v] * ways[v][b] / ways[a][b];
        if (size > 2)
            result[v] /= static_cast<double>((size - 1) * (size - 2));
    }
    return result;
}

TEST(CooperationNetwork, BrokerageIsWhatItsDefinitionSaysOnRandomNetworks) {
    std::mt19937 chance(7);
    for (int round = 0; round < 30; ++round) {
        constexpr std::size_t size = 12;
        RowOfVillages row(size);
        std::vector<std::set<std::size_t>> ties(size);
        for (int agreements = 0; agreements < 7; ++agreements) {
            std::set<std::size_t> bound;
            for (int parties = 0; parties < 2 + round % 3; ++parties)
                bound.insert(chance() % size);
            std::vector<VillageId> ids;
            for (const std::size_t one : bound) {
                ids.push_back(row.v[one]);
                for (const std::size_t other : bound)
                    if (one != other)
                        ties[one].insert(other);
            }
            row.agreement(in_field(model::Field::economy), ids);
        }
        const CooperationNetwork network = network_of(row);
        const std::vector<double> expected = by_definition(ties);
        for (std::size_t i = 0; i < size; ++i) {
            EXPECT_NEAR(network.villages[i].brokerage, expected[i], 1e-12) << round << " " << i;
            EXPECT_EQ(network.villages[i].degree, static_cast<int>(ties[i].size()));
        }
    }
}

TEST(CooperationNetwork, EndsWhenItIsCancelled) {
    RowOfVillages row(5);
    row.chain(0, 4);
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(cooperation_network(*row.atlas(), {}, today, progress), Cancelled);
}

} // namespace
} // namespace antardesa::analysis
