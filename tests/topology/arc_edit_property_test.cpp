#include "flaw_text.h"
#include "geo/measure.h"
#include "invariants.h"
#include "mosaic.h"
#include "topology/arc_edit.h"

#include <gtest/gtest.h>

namespace antardesa::topology {
namespace {

/// Random edits on random coverages, one after the other.
class EditsOnMosaics : public testing::TestWithParam<unsigned> {
  protected:
    EditsOnMosaics() : random_(GetParam()) {
        Mosaic mosaic(7, 6, GetParam() + 900);
        villages_ = mosaic.villages(GetParam() % 2 ? 15 : 42);
        coverage_ = coverage_of(villages_);
    }

    double uniform(double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random_);
    }
    std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
    geo::Point near(geo::Point p, double by) {
        return p + geo::Point{uniform(-by, by), uniform(-by, by)};
    }

    ArcEdit any_edit() {
        const std::uint32_t index = below(coverage_.arcs.size());
        const auto points = coverage_.points(coverage_.arcs[index]);
        const auto last = static_cast<std::uint32_t>(points.size() - 1);
        const std::uint32_t vertex = below(points.size());
        const double reach = random_() % 3 ? 0.03 : 1.5; // bold ones are refused as a rule
        switch (random_() % 5) {
        case 0:
            return DeleteVertex{{index, vertex}};
        case 1: {
            const std::uint32_t after = std::min(vertex, last - 1);
            return InsertVertex{{index, after},
                                near((points[after] + points[after + 1]) * 0.5, reach)};
        }
        case 2: {
            const std::uint32_t to = below(points.size());
            geo::Line by;
            for (std::uint32_t i = below(6); i > 0; --i)
                by.push_back(
                    near(points[vertex] + (points[to] - points[vertex]) * (1.0 / i), reach));
            return ReshapeArc{index, std::min(vertex, to), std::max(vertex, to), by};
        }
        default:
            return MoveVertex{{index, vertex}, near(points[vertex], reach)};
        }
    }

    ArcEditOutcome done(const ArcEditCheck& check) const {
        std::vector<const geo::MultiPolygon*> pointers;
        for (const geo::MultiPolygon& polygons : villages_)
            pointers.push_back(&polygons);
        return carry_out(coverage_, pointers, check);
    }

    /// Land of the two sides of the pieces, which they only pass to each other.
    static double land(const std::vector<geo::MultiPolygon>& villages) {
        double sum = 0;
        for (const geo::MultiPolygon& polygons : villages)
            for (const geo::Polygon& polygon : polygons) // parts by themselves: they touch
                sum += geo::area({polygon});
        return sum;
    }

    std::mt19937 random_;
    std::vector<geo::MultiPolygon> villages_;
    Coverage coverage_;
};
INSTANTIATE_TEST_SUITE_P(Seeds, EditsOnMosaics, testing::Range(1U, 17U));

/// Strips without the numbers: which villages, which kind.
std::vector<std::string> kinds(const Flaws& flaws) {
    std::vector<std::string> lines = listed(flaws);
    for (std::string& line : lines)
        line = line.substr(0, line.find(": ", line[0] == 'g' || line[0] == 'o' ? 0 : line.size()));
    return lines;
}

TEST_P(EditsOnMosaics, NoFlawArises) {
    std::vector<std::string> before = kinds(flaws_of(villages_));
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < 40; ++i) {
        const ArcEdit edit = any_edit();
        const ArcEditCheck check = check_arc_edit(coverage_, edit);
        if (!check) {
            ++refused;
            continue;
        }
        ++accepted;
        const double old_land = land(villages_);
        for (auto& [claimant, outline] : done(check).outlines)
            villages_[claimant] = outline;
        coverage_ = coverage_of(villages_);
        const std::vector<std::string> after = kinds(flaws_of(villages_));
        ASSERT_EQ(after, before) << "edit " << i << " of kind " << edit.index();
        if (!check.one_sided) {
            ASSERT_NEAR(land(villages_), old_land, 1e-10);
        }
    }
    EXPECT_GT(accepted, 8);
    EXPECT_GT(refused, 3);
    expect_invariants(villages_, coverage_);
}

TEST_P(EditsOnMosaics, NothingButTheStretchChanges) {
    for (int i = 0; i < 60; ++i) {
        const ArcEditCheck check = check_arc_edit(coverage_, any_edit());
        if (!check)
            continue;
        const ArcEditOutcome outcome = done(check);
        std::vector<geo::MultiPolygon> after = villages_;
        for (const auto& [claimant, outline] : outcome.outlines)
            after[claimant] = outline;
        std::set<Corner> gone;
        std::set<Corner> fresh;
        for (const ArcPiece& piece : check.pieces) {
            for (const geo::Point p : piece.before)
                gone.insert(corner(p));
            for (const geo::Point p : piece.after)
                fresh.insert(corner(p));
        }
        for (Claimant c = 0; c < villages_.size(); ++c) {
            ASSERT_EQ(after[c].size(), villages_[c].size());
            for (std::size_t part = 0; part < after[c].size(); ++part) {
                std::vector<Corner> old_rest;
                std::vector<Corner> new_rest;
                for (const geo::Point p : villages_[c][part].outer)
                    if (!gone.count(corner(p)))
                        old_rest.push_back(corner(p));
                for (const geo::Point p : after[c][part].outer)
                    if (!gone.count(corner(p)) && !fresh.count(corner(p)))
                        new_rest.push_back(corner(p));
                std::sort(old_rest.begin(), old_rest.end());
                std::sort(new_rest.begin(), new_rest.end());
                old_rest.erase(std::unique(old_rest.begin(), old_rest.end()), old_rest.end());
                new_rest.erase(std::unique(new_rest.begin(), new_rest.end()), new_rest.end());
                ASSERT_EQ(new_rest, old_rest);
                ASSERT_EQ(after[c][part].outer.front(), after[c][part].outer.back());
            }
        }
    }
}

/// The outcome's arcs are those that the new outlines give.
TEST_P(EditsOnMosaics, TheChangedArcsAreThoseOfTheNewOutlines) {
    for (int i = 0; i < 20; ++i) {
        const ArcEditCheck check = check_arc_edit(coverage_, any_edit());
        if (!check)
            continue;
        const ArcEditOutcome outcome = done(check);
        std::vector<geo::MultiPolygon> after = villages_;
        for (const auto& [claimant, outline] : outcome.outlines)
            after[claimant] = outline;
        std::set<std::set<Corner>> lines;
        for (const Coverage fresh = coverage_of(after); const Arc& arc : fresh.arcs) {
            std::set<Corner> line;
            for (const geo::Point p : fresh.points(arc))
                line.insert(corner(p));
            lines.insert(line);
        }
        for (const auto& [arc, points] : outcome.arcs) {
            std::set<Corner> line;
            for (const geo::Point p : points)
                line.insert(corner(p));
            ASSERT_TRUE(lines.count(line)) << "arc " << arc;
        }
    }
}

} // namespace
} // namespace antardesa::topology
