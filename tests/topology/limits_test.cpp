// What a map never holds, and a stranger's file may: the check ends, names it and checks the rest.

#include "flaw_text.h"

#include "topology/too_tangled.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

using testing::Contains;
using testing::SizeIs;

geo::MultiPolygon square(double x, double y, double size) {
    return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}, {}}};
}

geo::MultiPolygon comb(int teeth, bool upright) {
    geo::Ring ring;
    const auto add = [&](double along, double across) {
        ring.push_back(upright ? geo::Point{across, along} : geo::Point{along, across});
    };
    for (int i = 0; i < teeth; ++i) {
        const double from = static_cast<double>(i) / teeth;
        const double to = (i + 0.5) / teeth;
        add(from, 0), add(from, 1), add(to, 1), add(to, 0);
    }
    add(1, -0.01), add(0, -0.01), add(0, 0);
    return {{ring, {}}};
}

/// Who is named as too tangled, and what the rest holds without them.
struct Outcome {
    std::vector<TooTangled::Tangle> tangles;
    Flaws rest;
};
Outcome checked(std::vector<geo::MultiPolygon> villages, const FlawOptions& options = {}) {
    Outcome outcome;
    for (int round = 0; round < 5; ++round)
        try {
            outcome.rest = flaws_of(villages, options);
            return outcome;
        } catch (const TooTangled& error) {
            EXPECT_FALSE(error.tangles().empty()) << error.what();
            for (const TooTangled::Tangle& tangle : error.tangles()) {
                outcome.tangles.push_back(tangle);
                villages[tangle.claimant].clear();
            }
        }
    ADD_FAILURE() << "no end";
    return outcome;
}

TEST(Limits, VillagesThatCrossEachOtherTooOftenAreNamedAndTheRestCanBeChecked) {
    std::vector<geo::MultiPolygon> villages{square(10, 0, 2), square(11, 0, 2)};
    for (int i = 0; i < 20; ++i)
        villages.push_back(comb(60 + i, i % 2 == 1));
    const Outcome outcome = checked(villages);
    EXPECT_THAT(listed(outcome.rest), Contains("overlap 0 1: 2"));
    EXPECT_GE(outcome.tangles.size(), 18U);
    EXPECT_LT(outcome.rest.strips.size(), 30000U);
    for (const TooTangled::Tangle& tangle : outcome.tangles) {
        EXPECT_GE(tangle.claimant, 2U);
        EXPECT_LE(tangle.place.x, 1);
    }
}

TEST(Limits, ThousandsOnEachOtherAreNamedAndTheRestCanBeChecked) {
    std::vector<geo::MultiPolygon> villages{square(10000, 0, 2), square(10001, 0, 2)};
    for (int i = 0; i < 2500; ++i)
        villages.push_back(square(i, i, 6000 - 2 * i));
    const Outcome outcome = checked(villages);
    EXPECT_THAT(listed(outcome.rest), Contains("overlap 0 1: 2"));
    EXPECT_GT(outcome.tangles.size(), 1000U);
    std::size_t claims = 0;
    for (const Strip& strip : outcome.rest.strips)
        claims += strip.claimants.size();
    EXPECT_LT(claims, 1100000U);
}

TEST(Limits, ThousandsOnEachOtherThatShareALineAreNamed) {
    std::vector<geo::MultiPolygon> villages{square(100, 0, 2), square(101, 0, 2)};
    for (int i = 0; i < 1500; ++i)
        villages.push_back(village(std::to_string(i * 1e-3) + " 0, 10 0, 10 10, " +
                                   std::to_string(i * 1e-3) + " 10"));
    const Outcome outcome = checked(villages);
    EXPECT_THAT(listed(outcome.rest), Contains("overlap 0 1: 2"));
    EXPECT_GT(outcome.tangles.size(), 700U);
}

TEST(Limits, LongLinesSideBySideEndTheCheckWithThePlace) {
    // No two of them meet, but the boxes of all do.
    std::vector<geo::MultiPolygon> villages;
    for (int i = 0; i < 12000; ++i) {
        const double x = i * 1e-4;
        villages.push_back({{{{x, 0}, {x + 1e-5, 0}, {x + 100, 100}, {x, 0}}, {}}});
    }
    try {
        flaws_of(villages);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "topology.too_tangled");
        EXPECT_THAT(error.message().arguments, SizeIs(1));
    }
}

TEST(Limits, ThousandsOfCornersInOnePlaceEndTheSearchForNearMisses) {
    std::vector<geo::MultiPolygon> villages{square(10, 0, 2), square(11, 0, 2)};
    for (int i = 0; i < 64; ++i)
        for (int j = 0; j < 64; ++j) {
            const geo::Point p{i * 1e-3, j * 1e-3};
            villages.push_back({{{p, p + geo::Point{5e-4, 0}, p + geo::Point{0, 5e-4}, p}, {}}});
        }
    const Outcome outcome = checked(villages, FlawOptions{0.1});
    EXPECT_THAT(listed(outcome.rest), Contains("overlap 0 1: 2"));
    EXPECT_GT(outcome.tangles.size(), 1000U);
}

TEST(Limits, EqualSegmentsArePairedInOrder) {
    std::vector<geo::MultiPolygon> villages;
    for (int i = 0; i < 3; ++i)
        villages.push_back(square(0, 0, 1));
    villages.push_back(square(1, 0, 1));
    villages.push_back(square(1, 0, 1));
    const Coverage coverage = coverage_of(villages);
    std::vector<std::pair<Claimant, Claimant>> shared;
    for (const Arc& arc : coverage.arcs)
        if (arc.right != nobody)
            shared.emplace_back(arc.left, arc.right);
    EXPECT_THAT(shared, testing::ElementsAre(std::pair(0U, 3U), std::pair(1U, 4U)));
}

TEST(Limits, ManyDifferentShapesInOneBoxAreNoDuplicates) {
    std::vector<geo::MultiPolygon> villages;
    for (int i = 0; i < 300; ++i)
        villages.push_back(
            {{{{0, 0}, {9, 0}, {9, 9}, {8, 1 + i % 150 * 1e-2}, {0, 9}, {0, 0}}, {}}});
    const Flaws flaws = flaws_of(villages);
    EXPECT_THAT(flaws.duplicates, SizeIs(150));
    EXPECT_THAT(flaws.duplicates.front(), testing::ElementsAre(0U, 150U));
}

} // namespace
} // namespace antardesa::topology
