#include "io/detail/code_checks.h"
#include "io/detail/outline_checks.h"
#include "io/detail/plausibility.h"
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
