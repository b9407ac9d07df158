#pragma once

#include "geo/measure.h"
#include "topology/coverage.h"

#include <map>

#include <gtest/gtest.h>

namespace antardesa::topology {

using Corner = std::pair<double, double>;

inline Corner corner(geo::Point p) {
    return {p.x, p.y};
}

/// What every coverage must keep of the villages it was built from (which must have closed
/// rings without repeated vertices).
class Invariants {
  public:
    Invariants(const std::vector<geo::MultiPolygon>& villages, const Coverage& coverage)
        : villages_(villages), coverage_(coverage) {}

    void check() const {
        ASSERT_EQ(coverage_.claimant_count(), villages_.size());
        check_segments_conserved();
        check_arcs();
        check_sides();
        check_polygons();
    }

  private:
    using Segment = std::pair<Corner, Corner>;

    static Segment undirected(geo::Point a, geo::Point b) {
        return std::minmax(corner(a), corner(b));
    }

    static std::map<Segment, int> segments_of(const geo::MultiPolygon& polygons) {
        std::map<Segment, int> count;
        const auto add = [&](const geo::Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i)
                ++count[undirected(ring[i - 1], ring[i])];
        };
        for (const geo::Polygon& polygon : polygons) {
            add(polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                add(hole);
        }
        return count;
    }

    /// Each input segment lies in exactly one arc: an arc with two claimants holds two of them.
    void check_segments_conserved() const {
        std::map<Segment, int> input;
        for (const geo::MultiPolygon& polygons : villages_)
            for (const auto& [segment, count] : segments_of(polygons))
                input[segment] += count;
        std::map<Segment, int> stored;
        for (const Arc& arc : coverage_.arcs) {
            const auto points = coverage_.points(arc);
            for (std::size_t i = 1; i < points.size(); ++i)
                stored[undirected(points[i - 1], points[i])] += arc.right == nobody ? 1 : 2;
        }
        EXPECT_TRUE(input == stored);
    }

    void check_arcs() const {
        std::size_t next = 0;
        for (const Arc& arc : coverage_.arcs) {
            ASSERT_GE(arc.count, 2U);
            ASSERT_EQ(arc.first, next) << "arcs fill the vertices without holes";
            next = arc.first + arc.count;
            const auto points = coverage_.points(arc);
            ASSERT_NE(arc.left, nobody);
            ASSERT_LT(arc.start_node, coverage_.nodes.size());
            ASSERT_LT(arc.end_node, coverage_.nodes.size());
            ASSERT_EQ(coverage_.nodes[arc.start_node], points.front());
            ASSERT_EQ(coverage_.nodes[arc.end_node], points.back());
            ASSERT_EQ(arc.box, geo::bounds(points));
        }
        ASSERT_EQ(next, coverage_.vertices.size());
    }

    /// Rings walked along their arcs' left side enclose their claimant on the left.
    void check_sides() const {
        std::vector<int> uses(coverage_.arcs.size(), 0);
        for (Claimant c = 0; c < coverage_.claimant_count(); ++c)
            for (const RingOfArcs& ring : coverage_.rings_of(c))
                for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
                    const std::int32_t reference = coverage_.ring_arcs[i];
                    const auto index =
                        static_cast<std::size_t>(reference < 0 ? ~reference : reference);
                    const Arc& arc = coverage_.arcs[index];
                    ASSERT_EQ(reference < 0 ? arc.right : arc.left, c);
                    ++uses[index];
                }
        for (std::size_t i = 0; i < uses.size(); ++i)
            ASSERT_EQ(uses[i], coverage_.arcs[i].right == nobody ? 1 : 2);
    }

    void check_polygons() const {
        for (Claimant c = 0; c < villages_.size(); ++c) {
            const geo::MultiPolygon polygons = polygons_of(coverage_, c);
            ASSERT_EQ(polygons.size(), villages_[c].size());
            ASSERT_TRUE(segments_of(polygons) == segments_of(villages_[c])) << "claimant " << c;
            ASSERT_NEAR(geo::area(polygons), geo::area(villages_[c]), 1e-9);
            for (const geo::Polygon& polygon : polygons) {
                ASSERT_GE(geo::signed_area(polygon.outer), 0);
                ASSERT_EQ(polygon.outer.front(), polygon.outer.back());
                for (const geo::Ring& hole : polygon.holes)
                    ASSERT_LE(geo::signed_area(hole), 0);
            }
        }
    }

    const std::vector<geo::MultiPolygon>& villages_;
    const Coverage& coverage_;
};

inline void expect_invariants(const std::vector<geo::MultiPolygon>& villages,
                              const Coverage& coverage) {
    Invariants(villages, coverage).check();
}

} // namespace antardesa::topology
