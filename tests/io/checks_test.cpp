#include "io/detail/code_checks.h"
#include "io/detail/outline_checks.h"
#include "io/detail/outline_parts.h"
#include "io/detail/plausibility.h"
#include "io/detail/stray_outlines.h"
#include "io/detail/table_checks.h"
#include "io/sample_files.h"
#include "io/vector_reader.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;

namespace {

FeatureTable of_rings(const std::vector<geo::Ring>& rings) {
    FeatureTable table;
    table.layer = "desa";
    table.crs = crs::wgs84();
    for (std::size_t i = 0; i < rings.size(); ++i)
        table.features.push_back({static_cast<std::int64_t>(i), geo::PolygonSet{{{rings[i], {}}}}});
    return table;
}

std::vector<Finding> checked(FeatureTable table) {
    detail::check_outlines(table, Progress());
    return table.findings;
}

std::vector<Finding> checked(const std::string& csv) {
    Table table = parse_csv(csv, "x.csv");
    detail::check_table(table);
    return table.findings;
}

} // namespace

TEST(CheckOutlines, SaysNothingOfNeighbours) {
    EXPECT_TRUE(
        checked(of_rings({square(110, -7), square(110.01, -7), square(110, -6.99)})).empty());
}

TEST(CheckOutlines, AnEnclaveInItsHoleIsNoOverlap) {
    FeatureTable table = of_rings({square(0, 0, 10), square(4, 4, 2)});
    std::get<geo::PolygonSet>(table.features[0].geometry)
        .polygons[0]
        .holes.push_back(square(4, 4, 2));
    EXPECT_TRUE(checked(std::move(table)).empty());
}

TEST(CheckOutlines, FindsBowTiesSpikesTwinsAndOverlaps) {
    EXPECT_TRUE(has_finding(checked(of_rings({{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}}})),
                            "ring_crosses_itself"));
    EXPECT_TRUE(
        has_finding(checked(of_rings({{{0, 0}, {0, 1}, {1, 1}, {9, 1}, {1, 1}, {1, 0}, {0, 0}}})),
                    "ring_spike"));
    EXPECT_TRUE(has_finding(checked(of_rings({square(0, 0), square(0, 0)})), "same_outline"));
    EXPECT_TRUE(
        has_finding(checked(of_rings({square(0, 0, 1), square(0.9, 0.1, 1)})), "outlines_overlap"));
}

namespace {

std::vector<Finding> checked(const geo::MultiPolygon& polygons) {
    FeatureTable table = of_rings({square(110, -7)});
    table.features[0].geometry = geo::PolygonSet{polygons};
    return checked(std::move(table));
}

geo::Ring twice(geo::Ring ring) {
    ring.insert(ring.end(), ring.begin() + 1, ring.end());
    return ring;
}

} // namespace

TEST(CheckOutlines, HolesThatAreNoHolesMakeTheAreaDoubtful) {
    const geo::Ring outer = square(110, -7, 0.1);
    const auto with = [&](const geo::Ring& hole) { return checked({{outer, {hole}}}); };
    for (const geo::Ring& hole : {square(110.2, -7), square(110.095, -7), square(109.9, -7.1, 0.3),
                                  outer, square(109.95, -6.95, 0.2)}) {
        const auto findings = with(hole);
        ASSERT_TRUE(has_finding(findings, "hole_not_inside")) << hole.front().x;
        ASSERT_TRUE(findings[0].place);
        EXPECT_NEAR(findings[0].place->longitude, hole.front().x, 1e-9);
    }
    EXPECT_TRUE(with(square(110.05, -6.95)).empty());
    EXPECT_TRUE(with(square(110, -6.95)).empty()) << "it touches the outer ring";
    EXPECT_TRUE(
        has_finding(checked({{outer, {square(110.02, -6.95, 0.03), square(110.03, -6.94, 0.03)}}}),
                    "parts_overlap"));
}

TEST(CheckOutlines, PartsThatCountTwiceMakeTheAreaDoubtful) {
    const geo::Ring one = square(110, -7, 0.1);
    for (const geo::Ring& other :
         {one, square(110.05, -7, 0.1), square(110.02, -6.98, 0.01), square(109.9, -7.1, 0.3)})
        EXPECT_TRUE(has_finding(checked({{one, {}}, {other, {}}}), "parts_overlap"))
            << other.front().x;
    EXPECT_TRUE(checked({{one, {}}, {square(110.1, -7, 0.1), {}}}).empty()) << "they touch";
    EXPECT_TRUE(
        checked({{one, {square(110.02, -6.98, 0.05)}}, {square(110.03, -6.97, 0.01), {}}}).empty())
        << "an island in a lake";
    EXPECT_TRUE(has_finding(checked({{twice(one), {}}}), "ring_runs_twice"));
    EXPECT_TRUE(has_finding(checked({{square(110, -7, 1e-6), {}}}), "outline_without_area"));
}

TEST(CheckOutlines, PartsBeyondTheBudgetAreSaidToBeUnchecked) {
    std::size_t few = 10;
    const detail::PartFlaws flaws =
        detail::check_parts({{square(0, 0, 2), {}}, {square(1, 1, 2), {}}}, few);
    EXPECT_FALSE(flaws.whole);
    EXPECT_FALSE(flaws.parts_overlap);
}

TEST(CheckStrays, NamesTheOneThatIsMisplaced) {
    const auto strays = [](const geo::Ring& last) {
        std::vector<geo::Ring> rings;
        for (int i = 0; i < 5; ++i)
            rings.push_back(square(110 + 0.01 * i, -7));
        rings.push_back(last);
        FeatureTable table = of_rings(rings);
        detail::check_strays(table);
        return table.findings;
    };
    EXPECT_TRUE(strays(square(110.5, -6)).empty());
    const auto wide = strays({{110.1, -7}, {110.1, -6.99}, {120, -6.99}, {110.1, -7}});
    ASSERT_EQ(wide.size(), 1u);
    EXPECT_EQ(wide[0].code, "outline_too_wide");
    EXPECT_EQ(wide[0].subject, "#5");
    EXPECT_TRUE(wide[0].place);
    const auto away = strays(square(125, -7));
    ASSERT_EQ(away.size(), 1u);
    EXPECT_EQ(away[0].code, "outline_far_away");
    FeatureTable country = of_rings({square(96, 4, 2), square(100, 0, 2), square(105, -3, 3),
                                     square(110, -7, 3), square(136, -4, 7)});
    detail::check_strays(country);
    EXPECT_TRUE(country.findings.empty());
}

TEST(CheckPlausibility, AnotherPrimeMeridianMovesEverything) {
    FeatureTable table = of_rings({square(110, -7)});
    table.crs = crs::Crs::from_epsg(4813); // Batavia (Jakarta)
    ASSERT_TRUE(table.crs);
    detail::check_plausibility(table);
    ASSERT_EQ(table.findings.size(), 1u);
    EXPECT_EQ(table.findings[0].code, "coordinates_elsewhere");
    EXPECT_TRUE(contradicts_its_crs(table));
    FeatureTable right = of_rings({square(110 - 106.8077194, -7)});
    right.crs = table.crs;
    detail::check_plausibility(right);
    EXPECT_TRUE(right.findings.empty());
}

TEST(CheckOutlines, AMillionCrossingsAreFoundAtTheFirst) {
    geo::Ring star;
    constexpr int points = 2001;
    for (int i = 0; i <= points; ++i) {
        const double angle = 2 * 3.14159265358979 * i * 1000 / points;
        star.push_back({std::cos(angle), std::sin(angle)});
    }
    star.back() = star.front();
    std::size_t tests = 100000;
    EXPECT_EQ(detail::crosses_itself(star, tests), true);
}

TEST(CheckOutlines, StopsAtItsBudget) {
    geo::Ring comb;
    for (int i = 0; i < 500; ++i)
        comb.push_back({static_cast<double>(i), i % 2 ? 1.0 : 0.0});
    comb.push_back({499, -1});
    comb.push_back({0, -1});
    comb.push_back(comb.front());
    std::size_t enough = 1'000'000;
    EXPECT_EQ(detail::crosses_itself(comb, enough), false);
    std::size_t few = 10;
    EXPECT_FALSE(detail::crosses_itself(comb, few).has_value());
}

TEST(CheckCodes, EmptyRepeatedAndAlike) {
    FeatureTable table = table_of({"KODE"}, {{""}, {"*"}, {"A1"}, {"A1"}, {"a1"}, {"007"}, {"B"}});
    detail::check_codes(table);
    EXPECT_TRUE(has_finding(table.findings, "codes_empty"));
    EXPECT_TRUE(has_finding(table.findings, "codes_repeated"));
    EXPECT_TRUE(has_finding(table.findings, "codes_alike"));
    FeatureTable good = table_of({"KODE", "KODE_KEC"}, {{"1", "5"}, {"2", "5"}});
    detail::check_codes(good);
    EXPECT_TRUE(good.findings.empty());
}

TEST(CheckCodes, LookAlikesHaveOneForm) {
    const std::string form = detail::look_alike_form("A1");
    for (const char* code : {"a1", " A 1", "A1 ", "\u0410\u0031", "A\u200b1", "\uff21\uff11"})
        EXPECT_EQ(detail::look_alike_form(code), form) << code;
    EXPECT_NE(detail::look_alike_form("B1"), form);
}

TEST(CheckTable, NamesWhatCellsHold) {
    EXPECT_TRUE(has_finding(checked("KODE,FOTO\nA,../../etc/passwd\n"), "cells_name_files"));
    EXPECT_TRUE(has_finding(checked("a,WKT\n1,\"POLYGON((0 0,1 1\"\n"), "cells_hold_outlines"));
    EXPECT_TRUE(has_finding(checked("a,LAT,LON\n1,35.5,-6.4\n"), "positions_unusable"));
    EXPECT_TRUE(has_finding(checked("a,b\n"), "no_rows"));
    EXPECT_TRUE(has_finding(checked("KODE\n1\n1\n"), "codes_repeated"));
    EXPECT_TRUE(has_finding(checked("a\n=1+1\n"), "cells_hold_formulas"));
    EXPECT_TRUE(
        checked("KODE,NAMA,LAT,LON\n0012,-,-6.4,110\n00012,+62,\"-6,4\",\"110,5\"\n").empty());
}

TEST(CheckPlausibility, SwappedFarAndForeign) {
    const auto plausible = [](const geo::Ring& ring, const char* epsg = "") {
        FeatureTable table = of_rings({ring});
        if (*epsg)
            table.crs = crs::Crs::from_epsg(std::atoi(epsg));
        detail::check_plausibility(table);
        return table.findings.empty() ? std::string() : table.findings.front().code;
    };
    EXPECT_EQ(plausible(square(110, -7)), "");
    EXPECT_EQ(plausible(square(-7, 110)), "swapped_axes");
    EXPECT_EQ(plausible(square(-7, 35)), "far_latitude");
    EXPECT_EQ(plausible(square(35, -7)), "outside_indonesia");
    EXPECT_EQ(plausible(square(500, -7)), "coordinates_not_degrees");
    EXPECT_EQ(plausible({{110, -7}, {123456789, -7}, {110.1, -6.9}, {110, -7}}),
              "coordinates_not_degrees");
    EXPECT_EQ(plausible(square(110, -7), "32749"), "coordinates_not_metres");
    EXPECT_EQ(plausible(square(430000, 9138000, 500), "32749"), "");
    EXPECT_EQ(plausible(square(430000, 9290000, 500), "32637"), "far_latitude");
}

TEST(CheckPlausibility, OneWrongCornerCostsOneOutline) {
    FeatureTable table = of_rings({square(110, -7),
                                   square(110.1, -7),
                                   {{110.2, -7}, {123456789, -7}, {110.3, -6.9}, {110.2, -7}}});
    detail::check_plausibility(table);
    ASSERT_EQ(table.findings.size(), 1u);
    EXPECT_EQ(table.findings[0].code, "coordinate_off_earth");
    EXPECT_EQ(table.findings[0].subject, "#2");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table.features[2].geometry));
    EXPECT_TRUE(std::holds_alternative<geo::PolygonSet>(table.features[1].geometry));
    EXPECT_FALSE(contradicts_its_crs(table));
}

TEST(CheckPlausibility, AGuessIsNamedOnlyWhenThereIsOne) {
    FeatureTable known = of_rings({square(430000, 9138000, 500)});
    detail::check_plausibility(known);
    EXPECT_EQ(known.findings.back().message.key, "io.coordinates_not_degrees");
    FeatureTable unknown = of_rings({square(5e7, 9138000, 500)});
    detail::check_plausibility(unknown);
    EXPECT_EQ(unknown.findings.back().message.key, "io.coordinates_not_degrees_unguessed");
    EXPECT_TRUE(contradicts_its_crs(unknown));
}
