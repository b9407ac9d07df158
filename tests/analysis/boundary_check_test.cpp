#include "analysis/boundary_check.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Villages of UTM zone 49S, rectangles with their south-west corner near (300000, 9150000).
class BoundaryChecks : public testing::Test {
  protected:
    void add(double west, double south, double east, double north, const std::string& code = {},
             const std::string& district = {}) {
        const double x = 300000;
        const double y = 9150000;
        outlines_.push_back({{{{x + west, y + south},
                               {x + east, y + south},
                               {x + east, y + north},
                               {x + west, y + north},
                               {x + west, y + south}},
                              {}}});
        codes_.emplace_back(code, district);
    }
    BoundaryCheck check(const CheckLimits& limits = {}, int epsg = 32749) const {
        std::vector<CheckedShape> shapes;
        for (std::size_t i = 0; i < outlines_.size(); ++i)
            shapes.push_back({&outlines_[i], codes_[i].first, codes_[i].second});
        Progress progress;
        return check_boundaries(shapes, *crs::Crs::from_epsg(epsg), limits, progress);
    }

    std::vector<geo::MultiPolygon> outlines_;
    std::vector<std::pair<std::string, std::string>> codes_;
};

/// A ring with so many teeth that two of them, one upright, cross each other thousands of times.
geo::MultiPolygon comb(geo::Point corner, int teeth, bool upright) {
    geo::Ring ring;
    const auto add = [&](double along, double across) {
        ring.push_back(corner + (upright ? geo::Point{across, along} : geo::Point{along, across}));
    };
    for (int i = 0; i < teeth; ++i) {
        const double from = 1000.0 * i / teeth;
        const double to = 1000.0 * (i + 0.5) / teeth;
        add(from, 0), add(from, 1000), add(to, 1000), add(to, 0);
    }
    add(1000, -10), add(0, -10), add(0, 0);
    return {{ring, {}}};
}

TEST_F(BoundaryChecks, TellWhoIsTooTangledAndCheckTheRest) {
    add(-1000, 0, 0, 1000);
    add(-1990, 0, -990, 1000);
    for (int i = 0; i < 20; ++i) {
        outlines_.push_back(comb({300000, 9150000}, 60 + i, i % 2 == 1));
        codes_.emplace_back();
    }
    const BoundaryCheck result = check();
    int tangled = 0;
    int gaps = 0;
    bool overlap = false;
    for (const BoundaryFlaw& flaw : result.flaws) {
        tangled += flaw.kind == FlawKind::tangled;
        gaps += flaw.kind == FlawKind::gap;
        overlap |=
            flaw.kind == FlawKind::overlap && flaw.shapes == std::vector<std::uint32_t>{0, 1};
        if (flaw.kind == FlawKind::tangled) {
            EXPECT_GE(flaw.shapes.at(0), 2U);
            EXPECT_EQ(flaw.severity, Severity::error);
        }
    }
    EXPECT_GE(tangled, 18);
    EXPECT_TRUE(overlap) << "what can be compared is";
    EXPECT_EQ(gaps, 0) << "what looks open may be theirs";
}

TEST_F(BoundaryChecks, PlaceEachNearMiss) {
    add(0, 0, 1000, 1000);
    add(1000.05, 0, 2000, 1000);
    const BoundaryCheck result = check();
    ASSERT_THAT(result.flaws, SizeIs(1));
    EXPECT_EQ(result.flaws[0].kind, FlawKind::near_miss);
    EXPECT_EQ(result.flaws[0].count, 2);
    ASSERT_THAT(result.flaws[0].places, SizeIs(2)) << "both corners";
    EXPECT_GT(geo::distance(result.flaws[0].places[0], result.flaws[0].places[1]), 0.008)
        << "a kilometre, in degrees";
}

TEST_F(BoundaryChecks, GiveBothAreasAndThePlace) {
    add(0, 0, 1000, 1000);
    add(990, 0, 2000, 1000);
    const BoundaryCheck result = check();
    ASSERT_THAT(result.flaws, SizeIs(1));
    const BoundaryFlaw& flaw = result.flaws[0];
    EXPECT_EQ(flaw.kind, FlawKind::overlap);
    EXPECT_EQ(flaw.severity, Severity::error);
    EXPECT_THAT(flaw.shapes, ElementsAre(0, 1));
    EXPECT_NEAR(flaw.area_m2, 10000, 1e-3);
    // Half a zone's width from the central meridian the scale is 1.00009 (Snyder 1987, table 10).
    EXPECT_NEAR(flaw.ellipsoid_m2 / flaw.area_m2, 1 / (1.00009 * 1.00009), 3e-5);
    EXPECT_NEAR(flaw.width_m, 2 * 10000 / 2020.0, 1e-2);
    EXPECT_NEAR(flaw.place.x, 300995, 1e-6);
    EXPECT_NEAR(flaw.position.longitude, 109.19, 0.01);
    EXPECT_NEAR(flaw.position.latitude, -7.68, 0.01);
    EXPECT_LT(geo::bounds(flaw.outline).max.x, 110) << "outlines are in degrees";
}

TEST_F(BoundaryChecks, InDegreesTheAreaIsTheEllipsoids) {
    outlines_.push_back(
        {{{{109, -7}, {109.01, -7}, {109.01, -6.99}, {109, -6.99}, {109, -7}}, {}}});
    outlines_.push_back(
        {{{{109.009, -7}, {109.02, -7}, {109.02, -6.99}, {109.009, -6.99}, {109.009, -7}}, {}}});
    codes_.resize(2);
    const BoundaryCheck result = check({}, 4326);
    ASSERT_THAT(result.flaws, SizeIs(1));
    EXPECT_DOUBLE_EQ(result.flaws[0].area_m2, result.flaws[0].ellipsoid_m2);
    const geo::MultiPolygon strip{
        {{{109.009, -7}, {109.01, -7}, {109.01, -6.99}, {109.009, -6.99}, {109.009, -7}}, {}}};
    EXPECT_NEAR(result.flaws[0].area_m2, crs::ellipsoidal_area(strip), 1e-3);
}

TEST_F(BoundaryChecks, AStripIsStraightInItsCoordinates) {
    // A vertex 5 mm beside a border of 2.4 km; a geodesic sags 2 mm away from that border.
    outlines_.push_back(
        {{{{109, -7}, {109.022, -6.998}, {109.022, -6.9}, {109, -6.9}, {109, -7}}, {}}});
    outlines_.push_back({{{{109, -7.1},
                           {109.022, -7.1},
                           {109.022, -6.998},
                           {109.011, -6.99899995},
                           {109, -7},
                           {109, -7.1}},
                          {}}});
    codes_.resize(2);
    const BoundaryCheck result = check({}, 4326);
    ASSERT_THAT(result.flaws, SizeIs(1));
    const double degree_m2 =
        crs::ellipsoidal_area(
            {{{{109, -7}, {109.0005, -7}, {109.0005, -6.9995}, {109, -6.9995}, {109, -7}}, {}}}) /
        25e-8;
    EXPECT_NEAR(result.flaws[0].area_m2, 0.022 * 0.5e-7 / 2 * degree_m2, 1e-3);
}

TEST_F(BoundaryChecks, SliversAreWarningsBehindDisputes) {
    add(0, 0, 1000, 1000);
    add(999.5, 0, 2000, 1000);
    add(1990, 0, 3000, 1000);
    const BoundaryCheck result = check();
    ASSERT_THAT(result.flaws, SizeIs(2));
    EXPECT_FALSE(result.flaws[0].sliver);
    EXPECT_THAT(result.flaws[0].shapes, ElementsAre(1, 2));
    EXPECT_TRUE(result.flaws[1].sliver);
    EXPECT_EQ(result.flaws[1].severity, Severity::warning);
}

TEST_F(BoundaryChecks, LimitsHideSmallerLargerAndWider) {
    add(0, 0, 1000, 1000);
    add(999, 0, 2000, 1000);  // 1,000 m², 1 m wide
    add(1980, 0, 3000, 1000); // 20,000 m², 20 m wide
    EXPECT_THAT(check().flaws, SizeIs(2));
    CheckLimits larger;
    larger.min_area_m2 = 5000;
    EXPECT_THAT(check(larger).flaws, SizeIs(1));
    EXPECT_EQ(check(larger).hidden, 1);
    CheckLimits smaller;
    smaller.max_area_m2 = 5000;
    EXPECT_THAT(check(smaller).flaws.at(0).shapes, ElementsAre(0, 1));
    CheckLimits narrower;
    narrower.max_width_m = 5;
    EXPECT_THAT(check(narrower).flaws.at(0).shapes, ElementsAre(0, 1));
    narrower.max_width_m = 0.5;
    EXPECT_THAT(check(narrower).flaws, IsEmpty());
}

TEST_F(BoundaryChecks, EqualShapesAreNoOverlapAndEqualCodesAreNamed) {
    add(0, 0, 1000, 1000, "99.01.01.2001");
    add(0, 0, 1000, 1000, "99.01.01.2002");
    add(1000, 0, 2000, 1000, "99.01.01.2001");
    add(2000, 0, 3000, 1000);
    add(3000, 0, 4000, 1000); // no code equals no code
    const BoundaryCheck result = check();
    ASSERT_THAT(result.flaws, SizeIs(2));
    EXPECT_EQ(result.flaws[0].kind, FlawKind::duplicate_shape);
    EXPECT_THAT(result.flaws[0].shapes, ElementsAre(0, 1));
    EXPECT_NEAR(result.flaws[0].area_m2, 1e6, 1e-3);
    EXPECT_EQ(result.flaws[1].kind, FlawKind::duplicate_code);
    EXPECT_THAT(result.flaws[1].shapes, ElementsAre(0, 2));
}

TEST_F(BoundaryChecks, LandEnclosedByAnotherDistrictIsNamed) {
    for (int x = 0; x < 5; ++x)
        for (int y = 0; y < 3; ++y)
            add(x * 100, y * 100, x * 100 + 100, y * 100 + 100, {},
                x == 0 || (x == 3 && y == 1) ? "west" : "east");
    const BoundaryCheck result = check();
    ASSERT_THAT(result.flaws, SizeIs(1));
    EXPECT_EQ(result.flaws[0].kind, FlawKind::outside_district);
    EXPECT_THAT(result.flaws[0].shapes, ElementsAre(10));
    EXPECT_NEAR(result.flaws[0].area_m2, 10000, 1e-3);
    codes_[10].second.clear(); // without a kecamatan nothing can be said
    EXPECT_THAT(check().flaws, IsEmpty());
}

TEST_F(BoundaryChecks, OnTheCoastLandThatOthersPartFromItsOwnIsNamed) {
    for (int x = 0; x < 5; ++x)
        add(x * 100, 0, x * 100 + 100, 100, {}, x == 0 || x == 3 ? "west" : "east");
    const BoundaryCheck result = check();
    ASSERT_THAT(result.flaws, SizeIs(1)) << "the last is only behind the one that is wrong";
    EXPECT_EQ(result.flaws[0].kind, FlawKind::outside_district);
    EXPECT_THAT(result.flaws[0].shapes, ElementsAre(3));
}

/// Villages from a file in metres, as a project keeps them.
std::vector<geo::MultiPolygon> in_degrees(std::vector<geo::MultiPolygon> outlines) {
    const crs::Transformer transformer(*crs::Crs::from_epsg(32749), crs::wgs84());
    for (geo::MultiPolygon& outline : outlines)
        geo::for_each_vertex(outline, [&](geo::Point& p) { p = transformer(p).value(); });
    return outlines;
}

TEST_F(BoundaryChecks, LongEdgesOfAProjectedFileLeaveNoSliversInDegrees) {
    add(0, 0, 5000, 1000); // the lower one has no vertex where the upper two meet
    add(0, 1000, 1700, 2000);
    add(1700, 1000, 5000, 2000);
    add(5000, 0, 6000, 700); // nor have the two sides where these do
    add(5000, 700, 6000, 2000);
    const BoundaryCheck in_metres = check();
    outlines_ = in_degrees(outlines_);
    const BoundaryCheck result = check({}, 4326);
    ASSERT_EQ(result.flaws.size(), in_metres.flaws.size());
    for (std::size_t i = 0; i < result.flaws.size(); ++i) {
        EXPECT_EQ(result.flaws[i].kind, FlawKind::near_miss) << "nobody moves both";
        EXPECT_EQ(result.flaws[i].shapes, in_metres.flaws[i].shapes);
        EXPECT_LT(result.flaws[i].width_m, 0.2);
    }
}

TEST_F(BoundaryChecks, ASliverBesideALongEdgeIsStillFound) {
    add(0, 0, 5000, 1000);
    add(0, 1000, 2500, 2000);
    add(2500, 1000, 5000, 2000);
    outlines_[1][0].outer[1].y = outlines_[2][0].outer[0].y = 1000 + 9150000 + 0.3;
    outlines_[2][0].outer[4] = outlines_[2][0].outer[0];
    outlines_ = in_degrees(outlines_);
    const BoundaryCheck result = check({}, 4326);
    ASSERT_THAT(result.flaws, SizeIs(1)) << "30 cm is more than the edge bends";
    EXPECT_EQ(result.flaws[0].kind, FlawKind::gap);
    EXPECT_NEAR(result.flaws[0].area_m2, 750, 200);
}

TEST_F(BoundaryChecks, NothingToCheckIsNothingFound) {
    EXPECT_THAT(check().flaws, IsEmpty());
}

} // namespace
} // namespace antardesa::analysis
