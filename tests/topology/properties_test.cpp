#include "invariants.h"
#include "mosaic.h"
#include "village_text.h"

#include <set>

#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

class OnMosaics : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, OnMosaics, testing::Range(1U, 13U));

/// Pairs of villages whose cells share an edge, found the slow way.
std::set<std::pair<Claimant, Claimant>>
neighbours_by_segments(const std::vector<geo::MultiPolygon>& villages) {
    std::map<std::pair<Corner, Corner>, std::set<Claimant>> owners;
    for (Claimant c = 0; c < villages.size(); ++c)
        for (const geo::Polygon& polygon : villages[c])
            for (std::size_t i = 1; i < polygon.outer.size(); ++i)
                owners[std::minmax(corner(polygon.outer[i - 1]), corner(polygon.outer[i]))].insert(
                    c);
    std::set<std::pair<Claimant, Claimant>> pairs;
    for (const auto& [segment, two] : owners)
        if (two.size() == 2)
            pairs.insert({*two.begin(), *two.rbegin()});
    return pairs;
}

TEST_P(OnMosaics, NothingIsLostAndSidesAreRight) {
    Mosaic mosaic(9, 8, GetParam());
    const auto villages = mosaic.villages(GetParam() % 2 ? 20 : 72);
    expect_invariants(villages, coverage_of(villages));
}

TEST_P(OnMosaics, NeighboursAreThoseThatShareSegments) {
    Mosaic mosaic(9, 8, GetParam() + 100);
    const auto villages = mosaic.villages(30);
    const Coverage coverage = coverage_of(villages);
    std::set<std::pair<Claimant, Claimant>> found;
    const auto lists = adjacency(coverage);
    for (Claimant c = 0; c < lists.size(); ++c)
        for (const Claimant other : lists[c])
            found.insert(std::minmax(c, other));
    EXPECT_EQ(found, neighbours_by_segments(villages));
    std::set<std::pair<Claimant, Claimant>> listed;
    double length = 0;
    for (const SharedBoundary& boundary : shared_boundaries(coverage, true)) {
        if (boundary.second != nobody)
            listed.insert({boundary.first, boundary.second});
        length += geo::length(boundary_lines(coverage, boundary.arcs));
    }
    EXPECT_EQ(listed, found);
    double expected = 0;
    for (const Arc& arc : coverage.arcs)
        if (arc.left != arc.right)
            expected += geo::length(coverage.points(arc));
    EXPECT_NEAR(length, expected, 1e-9);
}

TEST_P(OnMosaics, ArcsEndOnlyWhereBoundariesSplitOrChangeHands) {
    Mosaic mosaic(9, 8, GetParam() + 200);
    const Coverage coverage = coverage_of(mosaic.villages(30));
    std::map<Corner, std::vector<std::pair<Claimant, Claimant>>> ends;
    for (const Arc& arc : coverage.arcs) {
        const auto pair = std::minmax(arc.left, arc.right);
        ends[corner(coverage.points(arc).front())].push_back(pair);
        ends[corner(coverage.points(arc).back())].push_back(pair);
    }
    std::set<Corner> places;
    for (const geo::Point p : coverage.nodes)
        EXPECT_TRUE(places.insert(corner(p)).second) << "each node once";
    for (const auto& [place, pairs] : ends) {
        EXPECT_TRUE(places.count(place));
        // Two ends of different arcs between the same pair should have been one arc.
        if (pairs.size() == 2 && pairs[0] == pairs[1]) {
            const bool closed_arc = std::any_of(
                coverage.arcs.begin(), coverage.arcs.end(), [&, at = place](const Arc& arc) {
                    return corner(coverage.points(arc).front()) == at &&
                           corner(coverage.points(arc).back()) == at;
                });
            EXPECT_TRUE(closed_arc);
        }
    }
}

TEST_P(OnMosaics, DefectsCostNothing) {
    Mosaic mosaic(9, 8, GetParam() + 300);
    auto villages = mosaic.villages(40);
    std::mt19937 random(GetParam());
    villages.push_back(villages[random() % 40]); // a village twice
    for (int i = 0; i < 8; ++i) {                // and some digitised anew
        geo::MultiPolygon& polygons = villages[random() % 40];
        geo::for_each_vertex(polygons, [](geo::Point& p) { p = p + geo::Point{0.003, 0.001}; });
    }
    expect_invariants(villages, coverage_of(villages));
}

TEST_P(OnMosaics, TheSameInputGivesTheSameCoverage) {
    Mosaic mosaic(6, 6, GetParam() + 400);
    const auto villages = mosaic.villages(12);
    const Coverage once = coverage_of(villages);
    const Coverage again = coverage_of(villages);
    EXPECT_EQ(once.vertices, again.vertices);
    EXPECT_EQ(once.ring_arcs, again.ring_arcs);
    EXPECT_EQ(once.nodes, again.nodes);
}

} // namespace
} // namespace antardesa::topology
