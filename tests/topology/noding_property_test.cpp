#include "geo/measure.h"
#include "topology/detail/noding.h"

#include <gtest/gtest.h>

#include <random>

namespace antardesa::topology::detail {
namespace {

/// Outlines whose corners lie a few cells from each other's lines and crossings, where a place
/// rounded to the cell beside it would put a corner on the wrong side of a line.
class NodedOutlines {
  public:
    explicit NodedOutlines(unsigned seed) : random_(seed) {}

    std::vector<geo::MultiPolygon> tight() {
        std::vector<geo::MultiPolygon> outlines;
        for (int i = 0; i < 3; ++i)
            outlines.push_back(outline(5, [&] {
                return geo::Point{base.x + unit * whole(9), base.y + unit * whole(9)};
            }));
        return outlines;
    }

    /// The second and third take corners from the crossings of those before.
    std::vector<geo::MultiPolygon> wide() {
        std::vector<geo::Point> near;
        std::vector<geo::MultiPolygon> outlines;
        for (int i = 0; i < 3; ++i) {
            outlines.push_back(outline(6, [&] {
                if (!near.empty() && whole(3) > 0) {
                    const geo::Point p = near[static_cast<std::size_t>(whole(int(near.size())))];
                    return p + geo::Point{unit * (whole(5) - 2), unit * (whole(5) - 2)};
                }
                return base + geo::Point{whole(1000000) * 1e-8, whole(1000000) * 1e-8};
            }));
            near.clear();
            for (std::size_t a = 0; a < outlines.size(); ++a)
                for (std::size_t b = 0; b <= a; ++b)
                    add_crossings(outlines[a][0].outer, outlines[b][0].outer, near);
        }
        return outlines;
    }

    static constexpr geo::Point base{111.01, -6.62};
    static constexpr double unit = 0x1p-43; ///< the grid's at 111°

  private:
    int whole(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

    template<class MakePoint>
    geo::MultiPolygon outline(int corners, MakePoint make) {
        geo::Ring ring;
        for (int i = 0; i < corners; ++i)
            ring.push_back(make());
        ring.push_back(ring.front());
        return {{ring, {}}};
    }

    static void add_crossings(const geo::Ring& a, const geo::Ring& b,
                              std::vector<geo::Point>& near) {
        for (std::size_t i = 1; i < a.size(); ++i)
            for (std::size_t j = 1; j < b.size(); ++j) {
                const geo::Point u = a[i] - a[i - 1];
                const geo::Point v = b[j] - b[j - 1];
                const double under = geo::cross(u, v);
                const double t = geo::cross(b[j - 1] - a[i - 1], v) / under;
                if (under != 0 && t > 0 && t < 1)
                    near.push_back(a[i - 1] + u * t);
            }
    }

    std::mt19937 random_;
};

/// Walking over an edge changes who lies where by the edge's owners, on every edge and not only
/// on those by which a face was reached first: what a drawing whose lines meet in nodes only has.
void expect_faces_agree(const std::vector<geo::MultiPolygon>& outlines) {
    std::vector<const geo::MultiPolygon*> claimants;
    geo::Box box;
    for (const geo::MultiPolygon& outline : outlines) {
        claimants.push_back(&outline);
        for (const geo::Point p : outline.front().outer)
            box.extend(p);
    }
    RawScan scan;
    Progress progress;
    const Grid grid(box);
    const geo::MultiPolygon nothing;
    const Noded noded = node(claimants, scan, grid, nothing, progress);
    const auto times = [&](std::uint32_t half, Claimant claimant) {
        for (const Winding& winding : noded.faces.cover[noded.faces.cycle[half]])
            if (winding.claimant == claimant)
                return winding.times;
        return 0;
    };
    for (std::uint32_t edge = 0; edge < noded.arrangement.edge_count(); ++edge)
        for (Claimant claimant = 0; claimant < outlines.size(); ++claimant) {
            int owned = 0;
            for (const Owner& owner : noded.arrangement.owners_of(edge))
                if (owner.claimant == claimant)
                    owned += owner.left ? 1 : -1;
            ASSERT_EQ(times(2 * edge, claimant) - times(2 * edge + 1, claimant), owned)
                << "edge " << edge << ", claimant " << claimant;
        }
    for (std::uint32_t cycle = 0; cycle < noded.faces.cover.size(); ++cycle)
        if (noded.faces.is_outer[cycle] && noded.faces.components.size() == 1) {
            ASSERT_TRUE(noded.faces.cover[cycle].empty()) << "nobody lies outside";
        }
}

class Noding : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, Noding, testing::Range(0U, 8U));

TEST_P(Noding, CornersAFewCellsApartLieOnTheirSideOfEveryLine) {
    NodedOutlines outlines(GetParam());
    for (int i = 0; i < 400; ++i) {
        SCOPED_TRACE(i);
        ASSERT_NO_FATAL_FAILURE(expect_faces_agree(outlines.tight()));
    }
}

TEST_P(Noding, CornersBesideCrossingsLieOnTheirSideOfEveryLine) {
    NodedOutlines outlines(GetParam() + 100);
    for (int i = 0; i < 400; ++i) {
        SCOPED_TRACE(i);
        ASSERT_NO_FATAL_FAILURE(expect_faces_agree(outlines.wide()));
    }
}

/// Found by a repair over real borders: the crossing lies at a cell's corner, the second
/// outline's vertex in the cell beside it.
TEST(NodingOf, ACrossingAtACellsCornerLeavesTheVertexBesideItOnItsSide) {
    expect_faces_agree({{{{{111.01501880100005, -6.621784898999977},
                           {111.01046256600006, -6.621406354999976},
                           {111.02051006400006, -6.635353303999977},
                           {111.016644, -6.624473},
                           {111.016319, -6.624369},
                           {111.01626971000007, -6.622053403999928},
                           {111.01501880100005, -6.621784898999977}},
                          {}}},
                        {{{{111.01501880100005, -6.621784898999977},
                           {111.01615337700008, -6.621961498999951},
                           {111.0162717153384, -6.6221476128338175},
                           {111.01822719920749, -6.6312064108165165},
                           {111.0203459057393, -6.630216999049348},
                           {111.01274681100006, -6.61449943599996},
                           {111.01501880100005, -6.621784898999977}},
                          {}}}});
}

} // namespace
} // namespace antardesa::topology::detail
