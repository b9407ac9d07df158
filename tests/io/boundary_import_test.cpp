#include "io/boundary_import.h"

#include "base/result.h"
#include "crs/ellipsoid.h"
#include "io/detail/finding_list.h"
#include "io/detail/village_codes.h"
#include "io/sample_files.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::ElementsAre;

namespace {

BoundaryImport interpret(FeatureTable table) {
    Progress progress;
    const FieldMapping mapping = recognise(table);
    return interpret_villages(std::move(table), mapping, progress);
}

std::size_t stored_vertices(const BoundaryImport& import) {
    std::size_t count = 0;
    for (const auto& village : import.villages)
        count += geo::vertex_count(*village.geometry);
    for (const auto& area : import.special_areas)
        count += geo::vertex_count(*area.geometry);
    return count;
}

std::size_t placed_features(const BoundaryImport& import) {
    std::size_t count = import.skipped_fids.size();
    for (const auto& village : import.villages)
        count += village.source_fids.size();
    for (const auto& area : import.special_areas)
        count += area.source_fids.size();
    return count;
}

void expect_nothing_lost(const BoundaryImport& import) {
    EXPECT_EQ(placed_features(import), static_cast<std::size_t>(import.features_read));
    EXPECT_EQ(stored_vertices(import) + import.vertices_skipped, import.vertices_read);
}

const std::vector<std::string> big_columns{"NAMOBJ", "KDEPUM", "WADMKC", "WADMKK", "TIPADM"};

} // namespace

TEST(Codes, AreNormalised) {
    EXPECT_EQ(normalised_code("9901102003"), "99.01.10.2003");
    EXPECT_EQ(normalised_code(" 99.01.10.2003 "), "99.01.10.2003");
    EXPECT_EQ(normalised_code("6101172008.0"), "61.01.17.2008");
    for (const char* text : {"", "99.01.10", "99.1.10.2003", "990110200", "99011020033",
                             "91.15.--.----", "a9.01.10.2003"})
        EXPECT_FALSE(normalised_code(text)) << text;
    EXPECT_EQ(kind_of_code("99.01.10.1003"), ImportedKind::urban_village);
    EXPECT_EQ(kind_of_code("99.01.10.2003"), ImportedKind::village);
    EXPECT_EQ(kind_of_code("91.03.10.3003"), ImportedKind::customary_village);
    EXPECT_EQ(kind_of_code("9901102003"), ImportedKind::unknown);
    EXPECT_EQ(code_of(ImportedKind::urban_village), "kelurahan");
}

TEST(Codes, KnowPlaceholders) {
    for (const char* text : {"-", "0", "91.15.--.----", "00.00.00.0000", "-2147483648", "?", "NULL",
                             "#N/A", "\u2013", "33.01.__.____", "33.01.-.-", "Tidak ada", ""})
        EXPECT_TRUE(detail::is_placeholder(text)) << text;
    for (const char* text :
         {"99.01.10.2003", "3", "ABC-1", "33-01-01-2001", "ABC", "33.01.01.20?1"})
        EXPECT_FALSE(detail::is_placeholder(text)) << text;
}

TEST(Names, LoseTheirKind) {
    EXPECT_EQ(detail::regency_name("Kabupaten Kuningan"), "Kuningan");
    EXPECT_EQ(detail::regency_name("KAB. PATI"), "PATI");
    EXPECT_EQ(detail::regency_name("Kota Magelang"), "Kota Magelang");
    EXPECT_EQ(detail::district_name("Kecamatan Magelang Utara"), "Magelang Utara");
    EXPECT_EQ(detail::comparable("  Suka-Maju  II "), "suka maju ii");
}

TEST(InterpretVillages, TakesVillagesWithTheirDistricts) {
    const auto import = interpret(
        table_of(big_columns, {{"Batutengah", "99.01.10.2001", "Wonosari", "Kabupaten Contoh", "1"},
                               {"Kotabaru", "99.01.10.1002", "Wonosari", "Contoh", "2"},
                               {"Bumikencana", "9901112001", "Girimulyo", "Contoh", "1"}}));
    expect_nothing_lost(import);
    ASSERT_EQ(import.villages.size(), 3u);
    ASSERT_EQ(import.districts.size(), 2u);
    EXPECT_EQ(import.districts[0].code, "99.01.10");
    EXPECT_EQ(import.districts[0].name, "Wonosari");
    EXPECT_EQ(import.villages[1].kind, ImportedKind::urban_village);
    EXPECT_EQ(import.villages[2].code, "99.01.11.2001");
    EXPECT_EQ(import.villages[2].district, 1u);
    EXPECT_EQ(import.regency, "Contoh");
    EXPECT_EQ(import.regency_code, "99.01");
    EXPECT_TRUE(import.findings.empty());
}

TEST(InterpretVillages, KeepsAndTellsOfOddCodesOfAnotherKind) {
    FeatureTable table =
        table_of({"NAME", "CODE"}, {{"Sukamaju", "TZ01"}, {"Sukasari", "TZ01"}, {"Sukaraja", ""}});
    const BoundaryImport import = interpret(std::move(table));
    ASSERT_EQ(import.villages.size(), 3u);
    EXPECT_EQ(import.villages.front().code, "TZ01");
    std::vector<std::string> codes;
    for (const Finding& finding : import.findings)
        if (finding.severity == Severity::warning)
            codes.push_back(finding.code);
    EXPECT_THAT(codes, ::testing::IsSupersetOf({"codes_empty", "codes_repeated", "odd_code"}));
}

// What stands in the code's column is kept, all of it, also when next to nothing is a code.
TEST(InterpretVillages, LosesNoCodeWhenMostAreOdd) {
    for (const char* column : {"KDEPUM", "kode_desa"}) {
        FeatureTable table = table_of({"WADMKD", column, "WADMKC"}, {{"A", "ABC-1", "K"},
                                                                     {"B", "ABC-2", "K"},
                                                                     {"C", "33.01.01.2001", "K"},
                                                                     {"D", "-", "K"}});
        const BoundaryImport import = interpret(std::move(table));
        std::vector<std::string> codes;
        for (const ImportedVillage& village : import.villages)
            codes.push_back(village.code);
        EXPECT_EQ(codes, (std::vector<std::string>{"ABC-1", "ABC-2", "33.01.01.2001", ""}));
        EXPECT_EQ(count_findings(import.findings, "odd_code"), 2);
        for (const Finding& finding : import.findings) {
            if (finding.code == "odd_code") {
                EXPECT_THAT(finding.message.arguments[1], ::testing::StartsWith("ABC-"));
            }
            if (finding.code == "placeholder_code") {
                EXPECT_EQ(finding.message.arguments, (std::vector<std::string>{"D", "-"}));
            }
            if (finding.code == "villages_without_code") {
                EXPECT_EQ(finding.message.arguments.front(), "1");
            }
        }
    }
}

TEST(InterpretVillages, KeepsCodesOfAColumnThatWasNamed) {
    Progress progress;
    FeatureTable table =
        table_of({"N", "C", "B"}, {{"A", "33-01-01-2001", "330101"}, {"B", "--", "3301010002"}});
    FieldMapping mapping;
    mapping.columns = {
        {VillageField::village, "N"}, {VillageField::code, "C"}, {VillageField::bps_code, "B"}};
    const BoundaryImport import = interpret_villages(std::move(table), mapping, progress);
    EXPECT_EQ(import.villages[0].code, "33-01-01-2001");
    EXPECT_EQ(import.villages[0].bps_code, "330101");
    EXPECT_EQ(import.villages[1].code, "");
    EXPECT_EQ(import.villages[1].bps_code, "3301010002");
    EXPECT_TRUE(has_finding(import.findings, "odd_bps_code"));
}

TEST(InterpretVillages, KeepsUndefinedAreasApart) {
    const auto import =
        interpret(table_of(big_columns, {{"A", "99.01.10.2001", "W", "Contoh", "1"},
                                         {"AREA TIDAK TERDEFINISI", "", "W", "Contoh", "0"},
                                         {"Area Tidak Terdefinisi", "", "", "", "0"}}));
    expect_nothing_lost(import);
    EXPECT_EQ(import.villages.size(), 1u);
    ASSERT_EQ(import.special_areas.size(), 2u);
    EXPECT_EQ(import.special_areas[0].kind, "tidak_terdefinisi");
    EXPECT_EQ(count_findings(import.findings, "special_area"), 2);
}

TEST(InterpretVillages, JoinsOneVillageInSeveralFeatures) {
    const auto import =
        interpret(table_of(big_columns, {{"A", "99.01.10.2001", "W", "Contoh", "1"},
                                         {"a ", "9901102001", "W", "Contoh", "1"},
                                         {"Tanpa Kode", "", "W", "Contoh", "1"},
                                         {"TANPA  KODE", "-", "W", "Contoh", "1"}}));
    expect_nothing_lost(import);
    ASSERT_EQ(import.villages.size(), 2u);
    EXPECT_THAT(import.villages[0].source_fids, ElementsAre(0, 1));
    EXPECT_EQ(import.villages[0].geometry->size(), 2u);
    EXPECT_THAT(import.villages[1].source_fids, ElementsAre(2, 3));
    EXPECT_EQ(count_findings(import.findings, "village_in_several_features"), 2);
}

TEST(InterpretVillages, KeepsEqualNamesOfDifferentPlacesApart) {
    const auto import = interpret(table_of(big_columns, {{"Sidomulyo", "", "W", "Contoh", "1"},
                                                         {"Sidomulyo", "", "G", "Contoh", "1"},
                                                         {"Sidomulyo", "", "W", "Lain", "1"}}));
    EXPECT_EQ(import.villages.size(), 3u);
    EXPECT_EQ(import.districts.size(), 3u);
    const auto nowhere = interpret(table_of({"nama"}, {{"Sidomulyo"}, {"Sidomulyo"}, {""}, {""}}));
    EXPECT_EQ(nowhere.villages.size(), 4u);
    EXPECT_EQ(count_findings(nowhere.findings, "unnamed_village"), 2);
    EXPECT_EQ(nowhere.villages[0].district, no_district);
}

TEST(InterpretVillages, KeepsBothOwnersOfOneCode) {
    const auto import =
        interpret(table_of(big_columns, {{"A", "99.01.10.2001", "W", "Contoh", "1"},
                                         {"B", "99.01.10.2001", "W", "Contoh", "1"}}));
    EXPECT_EQ(import.villages.size(), 2u);
    ASSERT_TRUE(has_finding(import.findings, "duplicate_code"));
    for (const Finding& finding : import.findings)
        if (finding.code == "duplicate_code") {
            EXPECT_EQ(finding.message.arguments[1], "A, B");
        }
}

TEST(InterpretVillages, NeverComparesEmptyCodes) {
    const auto import =
        interpret(table_of(big_columns, {{"A", "99.01.10.2001", "W", "Contoh", "1"},
                                         {"B", "", "W", "Contoh", "1"},
                                         {"C", "99.01.--.----", "W", "Contoh", "1"},
                                         {"D", "99.01.10.2002", "W", "Contoh", "1"}}));
    EXPECT_EQ(import.villages.size(), 4u);
    EXPECT_FALSE(has_finding(import.findings, "duplicate_code"));
    EXPECT_EQ(count_findings(import.findings, "placeholder_code"), 1);
    EXPECT_TRUE(has_finding(import.findings, "villages_without_code"));
    EXPECT_EQ(import.villages[2].code, "");
}

TEST(InterpretVillages, TellsEqualDistrictNamesApartByReliableCodes) {
    const auto import =
        interpret(table_of(big_columns, {{"A", "99.01.10.2001", "Sukamaju", "Contoh", "1"},
                                         {"B", "99.01.11.2001", "Sukamaju", "Contoh", "1"}}));
    EXPECT_EQ(import.districts.size(), 2u);
    const auto unreliable =
        interpret(table_of(big_columns, {{"A", "99.01.10.2001", "Sukamaju", "Contoh", "1"},
                                         {"B", "99.01.11.2001", "Sukamaju", "Contoh", "1"},
                                         {"C", "99.01.11.2002", "Lain", "Contoh", "1"}}));
    EXPECT_EQ(unreliable.districts.size(), 2u);
    EXPECT_TRUE(has_finding(unreliable.findings, "district_codes_differ"));
}

TEST(InterpretVillages, KeepsNeighboursSliversOutOfTheVillages) {
    FeatureTable table = table_of(big_columns, {});
    for (int i = 0; i < 30; ++i) {
        table.features.push_back(
            {i, geo::PolygonSet{{{square(110 + 0.02 * i, -7, i < 28 ? 0.02 : 0.0001), {}}}}});
        const std::vector<std::string> row{"Desa " + std::to_string(i), "", "W",
                                           i < 28 ? "Kabupaten Contoh" : "Kabupaten Tetangga", "1"};
        for (std::size_t c = 0; c < row.size(); ++c)
            table.columns[c].append(std::string_view(row[c]));
    }
    const auto import = interpret(std::move(table));
    expect_nothing_lost(import);
    EXPECT_EQ(import.villages.size(), 28u);
    ASSERT_EQ(import.special_areas.size(), 2u);
    EXPECT_EQ(import.special_areas[0].kind, "serpihan_tetangga");
    EXPECT_EQ(count_findings(import.findings, "neighbour_slivers"), 1);
    EXPECT_EQ(import.regency, "Contoh");
}

TEST(InterpretVillages, LeavesARealNeighbourAlone) {
    const auto import = interpret(table_of(big_columns, {{"A", "", "W", "Contoh", "1"},
                                                         {"B", "", "W", "Contoh", "1"},
                                                         {"C", "", "W", "Kota Contoh", "1"}}));
    EXPECT_EQ(import.villages.size(), 3u);
    EXPECT_TRUE(import.special_areas.empty());
}

TEST(InterpretVillages, ReportsFeaturesWithoutAnArea) {
    FeatureTable table = table_of(big_columns, {{"A", "", "W", "Contoh", "1"},
                                                {"Garis", "", "W", "Contoh", "1"},
                                                {"Kosong", "", "W", "Contoh", "1"}});
    table.features[1].geometry = geo::LineSet{{{{110, -7}, {111, -7}, {112, -7}}}};
    table.features[2].geometry = std::monostate();
    const auto import = interpret(std::move(table));
    expect_nothing_lost(import);
    EXPECT_EQ(import.villages.size(), 1u);
    EXPECT_THAT(import.skipped_fids, ElementsAre(1, 2));
    EXPECT_EQ(import.vertices_skipped, 3u);
    EXPECT_EQ(count_findings(import.findings, "skipped_no_area"), 2);
}

TEST(InterpretVillages, BringsMetresToDegrees) {
    FeatureTable table = table_of({"nama"}, {{"A"}, {"B"}});
    table.crs = crs::utm({49, true});
    table.features[0].geometry = geo::PolygonSet{{{square(430000, 9138000, 1000), {}}}};
    table.features[1].geometry = geo::PolygonSet{{{square(1e14, 1e14, 1000), {}}}};
    const auto import = interpret(std::move(table));
    expect_nothing_lost(import);
    ASSERT_EQ(import.villages.size(), 1u);
    EXPECT_NEAR(crs::ellipsoidal_area(*import.villages[0].geometry), 1e6, 2000);
    EXPECT_NEAR(geo::bounds(*import.villages[0].geometry).min.x, 110.36, 0.01);
    EXPECT_EQ(count_findings(import.findings, "skipped_untransformable"), 1);
}

TEST(InterpretVillages, UsesOfficialAreasOnlyInHectares) {
    const auto rows = [](const char* area) {
        return std::vector<std::vector<std::string>>{{"A", area}, {"B", area}};
    };
    // A square of 0.01 degrees at 7° south has 122 ha.
    const auto hectares = interpret(table_of({"NAMOBJ", "LUASWH"}, rows("120.5")));
    EXPECT_EQ(hectares.villages[0].official_area_ha, 120.5);
    const auto kilometres = interpret(table_of({"NAMOBJ", "LUASWH"}, rows("1.2")));
    EXPECT_FALSE(kilometres.villages[0].official_area_ha);
    EXPECT_TRUE(has_finding(kilometres.findings, "area_unit"));
}

TEST(InterpretVillages, ReadsTheDayOfFormationInAnyForm) {
    const auto import = interpret(table_of({"NAMOBJ", "TGL_BENTUK"}, {{"A", "2012-10-25"},
                                                                      {"B", "5/1/2013"},
                                                                      {"C", "20140307"},
                                                                      {"D", "2015/02/03 00:00:00"},
                                                                      {"E", ""},
                                                                      {"F", "31-02-2012"}}));
    ASSERT_EQ(import.villages.size(), 6u);
    const auto day = [&](std::size_t i) {
        return import.villages[i].formed ? iso_text(*import.villages[i].formed) : "";
    };
    EXPECT_EQ(day(0), "2012-10-25");
    EXPECT_EQ(day(1), "2013-01-05");
    EXPECT_EQ(day(2), "2014-03-07");
    EXPECT_EQ(day(3), "2015-02-03");
    EXPECT_EQ(day(4), "");
    EXPECT_EQ(day(5), "") << "no such day";
    EXPECT_EQ(count_findings(import.findings, "odd_day"), 1);
}

TEST(InterpretVillages, KeepsTheReadersFindings) {
    FeatureTable table = table_of({"nama"}, {{"A"}});
    table.findings.push_back({Severity::warning, "unclosed_ring", "#0", std::nullopt, {}});
    EXPECT_EQ(interpret(std::move(table)).findings.front().code, "unclosed_ring");
}

TEST(InterpretVillages, NeedsASystemAndAName) {
    const auto key = [](FeatureTable table) {
        try {
            interpret(std::move(table));
        } catch (const Error& error) {
            return error.message().key;
        }
        return std::string();
    };
    FeatureTable without_crs = table_of({"nama"}, {{"A"}});
    without_crs.crs.reset();
    EXPECT_EQ(key(std::move(without_crs)), "io.crs_needed");
    EXPECT_EQ(key(table_of({"x"}, {{"A"}})), "io.no_name_field");
}

TEST(InterpretVillages, KeepsEveryFindingWhenEverythingIsWrong) {
    std::vector<std::vector<std::string>> rows(500, {""});
    rows.push_back({"A"});
    const auto import = interpret(table_of({"nama"}, rows));
    EXPECT_EQ(import.villages.size(), 501u);
    const auto unnamed =
        std::count_if(import.findings.begin(), import.findings.end(),
                      [](const Finding& finding) { return finding.code == "unnamed_village"; });
    EXPECT_EQ(unnamed, 500);
}

TEST(FindingList, CountsWhatWouldFillTheMemory) {
    std::vector<Finding> findings;
    detail::FindingList list(findings, 100);
    for (int i = 0; i < 500; ++i)
        list.add(Severity::warning, "odd_code", "A", {"A"});
    list.finish();
    ASSERT_EQ(findings.size(), 101u);
    EXPECT_EQ(findings.back().message.key, "io.more_findings");
    EXPECT_EQ(findings.back().message.arguments[0], "400");
}

TEST(InterpretVillages, Stops) {
    FeatureTable table = table_of({"nama"}, {{"A"}});
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    const FieldMapping mapping = recognise(table);
    EXPECT_THROW(interpret_villages(std::move(table), mapping, progress), Cancelled);
}

TEST(ReadingCount, AddsUpTwice) {
    FeatureTable table = table_of({"NAMOBJ", "KDEPUM"}, {{"A", "99.01.10.2001"},
                                                         {"B", "99.01.10.2002"},
                                                         {"B", "99.01.10.2002"},
                                                         {"NULL", "NULL"},
                                                         {"Tidak Terdefinisi", ""}});
    table.features[1].geometry = std::monostate();
    table.features_in_file = 7;
    Progress progress;
    const FieldMapping mapping = recognise(table);
    const ReadingCount count = interpret_villages(std::move(table), mapping, progress).count;
    EXPECT_EQ(count.features_in_file, 7);
    EXPECT_EQ(count.left_out, 2);
    EXPECT_EQ(count.features_in_file, count.read + count.left_out);
    EXPECT_EQ(count.without_outline, 1);
    EXPECT_EQ(count.without_attributes, 1);
    EXPECT_EQ(count.skipped, 1);
    EXPECT_EQ(count.as_special_areas, 1);
    EXPECT_EQ(count.read, count.as_villages + count.as_special_areas + count.skipped);
}
