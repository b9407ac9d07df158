#include "paper_text.h"
#include "shell.h"

#include <cstdlib>
#include <regex>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Verify : public Shell {
  protected:
    /// The code that a paper of segment 1 carries, as a person reads it off the page.
    std::string printed_code(std::vector<std::string> command) {
        const std::string file = in_folder("lembar.pdf");
        command.insert(command.begin(), "--quiet");
        command.insert(command.end(), {"-o", file});
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 0) << answer.error;
        std::smatch found;
        const std::string text = pdf_text(file);
        EXPECT_TRUE(std::regex_search(text, found, std::regex("([0-9A-Z]{4}-){3}[0-9A-Z]{4}")))
            << text;
        return found.str();
    }
    std::string annex_code(const std::string& path) {
        return printed_code({"report", path, "--kind", "coordinates", "--segment", "1"});
    }
    json::Value verified(const std::string& code, const std::string& path, int expected) {
        const Answer answer = run({"verify", code, path, "--json"});
        EXPECT_EQ(answer.code, expected) << answer.error;
        return answer.json();
    }
    /// A case on the lines between three villages in a row; each line has a vertex in its middle.
    std::string case_on_two_segments() {
        write("batas.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  village("1", "[109,-7],[109.01,-7],[109.0101,-6.995],[109.01,-6.99],[109,-6.99],"
                               "[109,-7]") +
                  "," +
                  village("2", "[109.02,-6.99],[109.01,-6.99],[109.0101,-6.995],[109.01,-7],"
                               "[109.02,-7],[109.0201,-6.995],[109.02,-6.99]") +
                  "," +
                  village("3", "[109.03,-6.99],[109.02,-6.99],[109.0201,-6.995],[109.02,-7],"
                               "[109.03,-7],[109.03,-6.99]") +
                  "]}");
        const std::string path = in_folder("tiga.gpkg");
        EXPECT_EQ(run({"--quiet", "import", in_folder("batas.geojson"), path}).code, 0);
        EXPECT_EQ(run({"dispute", "report", path, "--segment", "1", "--number", "7/SB", "--subject",
                       "Dua peta"})
                      .code,
                  0);
        const Answer further =
            run({"dispute", "record", path, "1", "--kind", "segment", "--set",
                 "kode_desa_1=99.01.01.2002", "--set", "kode_desa_2=99.01.01.2003"});
        EXPECT_EQ(further.code, 0) << further.error;
        return path;
    }
    /// A village line with a vertex between its ends.
    std::string bent_project(const std::string& name) {
        write("batas.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  village("1", "[109,-7],[109.01,-7],[109.0101,-6.995],[109.01,-6.99],[109,-6.99],"
                               "[109,-7]") +
                  "," +
                  village("2", "[109.02,-6.99],[109.01,-6.99],[109.0101,-6.995],[109.01,-7],"
                               "[109.02,-7],[109.02,-6.99]") +
                  "]}");
        const std::string path = in_folder(name);
        EXPECT_EQ(run({"--quiet", "import", in_folder("batas.geojson"), path}).code, 0);
        return path;
    }
    static std::string village(const char* number, const std::string& ring) {
        return std::string(R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)") + number +
               R"(","NAMOBJ":"Desa )" + number +
               R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
               R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
    }
};

TEST_F(Verify, ASheetIsEqualUntilItsLineMovesAndAgainAfterUndo) {
    const std::string path = bent_project("proyek.gpkg");
    const std::string code = annex_code(path);
    EXPECT_EQ(verified(code, path, 0)["verdict"].string(), "equal");
    EXPECT_EQ(verified(code, path, 0)["segment"].integer(), 1);

    ASSERT_EQ(
        run({"move", path, "--segment", "1", "--vertex", "2", "--to", "-6.995 109.0103"}).code, 0);
    const json::Value replaced = verified(code, path, 1);
    EXPECT_EQ(replaced["verdict"].string(), "replaced");
    EXPECT_EQ(replaced["replaced_by"]["revision"].integer(), 1);
    EXPECT_THAT(run({"verify", code, path}).out, HasSubstr("revisi 1"));
    const std::string later = annex_code(path);
    EXPECT_NE(later, code);
    EXPECT_EQ(verified(later, path, 0)["verdict"].string(), "equal");

    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(verified(code, path, 0)["verdict"].string(), "equal");
    // A line that was undone is known from the history too.
    EXPECT_EQ(verified(later, path, 1)["verdict"].string(), "replaced");
    ASSERT_EQ(run({"redo", path}).code, 0);
    EXPECT_EQ(verified(later, path, 0)["verdict"].string(), "equal");
}

TEST_F(Verify, TheSameLineImportedAnewHasTheSameCode) {
    const std::string code = annex_code(bent_project("satu.gpkg"));
    EXPECT_EQ(verified(code, bent_project("dua.gpkg"), 0)["verdict"].string(), "equal");
}

TEST_F(Verify, MinutesAndMapSheetCarryTheCodeOfTheSegment) {
    const std::string path = bent_project("proyek.gpkg");
    const std::string code = annex_code(path);
    EXPECT_EQ(printed_code({"report", path, "--kind", "berita-acara", "--segment", "1"}), code);
    EXPECT_EQ(printed_code({"export", path, "--extent", "segment=1"}), code);
    EXPECT_EQ(printed_code({"export", path, "--extent", "segment=1", "--paper", "a4",
                            "--orientation", "portrait"}),
              code);
}

TEST_F(Verify, PapersOfACaseAreBoundToEachOfItsSegments) {
    const std::string path = case_on_two_segments();
    const std::string code =
        printed_code({"report", path, "--kind", "coordinates", "--dispute", "1"});
    EXPECT_NE(code, printed_code({"report", path, "--kind", "coordinates", "--segment", "1"}));
    EXPECT_EQ(printed_code({"report", path, "--kind", "berita-acara", "--dispute", "1"}), code);
    EXPECT_EQ(printed_code({"export", path, "--extent", "dispute=1"}), code);
    // The case goes on: the sheet shows the project's line, and may not be relied on.
    const json::Value today = verified(code, path, 1);
    EXPECT_EQ(today["verdict"].string(), "equal");
    EXPECT_EQ(today["case"].string(), "7/SB");

    ASSERT_EQ(
        run({"move", path, "--segment", "2", "--vertex", "2", "--to", "-6.995 109.0203"}).code, 0);
    const json::Value moved = verified(code, path, 1);
    EXPECT_EQ(moved["verdict"].string(), "replaced");
    EXPECT_EQ(moved["case"].string(), "7/SB");
    EXPECT_EQ(moved["replaced_by"]["revision"].integer(), 3);
    EXPECT_EQ(moved["segment"].integer(), 2) << "the one that was replaced, not the case's first";
    EXPECT_EQ(moved["names"].string(), "Desa 2 – Desa 3");
    ASSERT_EQ(moved["segments"].array().size(), 2U);
    EXPECT_FALSE(moved["segments"].array()[0]["replaced"].boolean());
    EXPECT_TRUE(moved["segments"].array()[1]["replaced"].boolean());
    EXPECT_THAT(run({"verify", code, path}).out,
                AllOf(HasSubstr("memuat garis Desa 2 – Desa 3 yang sudah diganti"),
                      HasSubstr("Keadaan segmen Desa 1 – Desa 2 sekarang"),
                      HasSubstr("Keadaan segmen Desa 2 – Desa 3 sekarang")));
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(verified(code, path, 1)["verdict"].string(), "equal");
}

TEST_F(Verify, ASegmentThatComesIntoACaseIsDisputedUntilThatIsTakenBack) {
    const std::string path = case_on_two_segments();
    const auto state = [&] {
        return run({"segments", path, "--json"}).json()["segments"].array()[1]["state"].string();
    };
    EXPECT_EQ(state(), "sengketa");
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(state(), "belum_ditelusuri");
}

TEST_F(Verify, TheRegisterNamesEveryVillageOfACase) {
    const std::string path = case_on_two_segments();
    for (const char* kind : {"register", "evaluation"}) {
        const std::string file = in_folder(std::string(kind) + ".docx");
        ASSERT_EQ(run({"report", path, "--kind", kind, "-o", file}).code, 0);
        const std::string text = docx_text(file);
        for (const char* village : {"Desa 1", "Desa 2", "Desa 3"})
            EXPECT_THAT(text, HasSubstr(village)) << kind;
    }
}

TEST_F(Verify, ACaseOnTwoSegmentsShowsAndComparesBoth) {
    const std::string path = case_on_two_segments();
    const auto claim = [&](const char* village, const char* name, const std::string& line) {
        write(name, R"({"type":"Feature","properties":{},"geometry":{"type":"LineString",)"
                    R"("coordinates":)" +
                        line + "}}");
        const Answer answer =
            run({"dispute", "claim", path, "1", "--village", village, "--line", in_folder(name)});
        EXPECT_EQ(answer.code, 0) << answer.error;
    };
    claim("99.01.01.2001", "a.geojson", "[[109.01,-7],[109.012,-6.995],[109.01,-6.99]]");
    claim("99.01.01.2003", "b.geojson", "[[109.02,-7],[109.018,-6.995],[109.02,-6.99]]");
    for (const char* segment : {"1", "2"})
        EXPECT_EQ(run({"propose", path, "--dispute", "1", "--segment", segment, "--method",
                       "midline", "--save", std::string("S") + segment})
                      .code,
                  0);
    EXPECT_THAT(
        run({"propose", path, "--dispute", "1", "--compare"}).out,
        AllOf(HasSubstr("Segmen 1"), HasSubstr("S1"), HasSubstr("Segmen 2"), HasSubstr("S2")));
    const json::Value compared =
        run({"propose", path, "--dispute", "1", "--compare", "--json"}).json();
    ASSERT_EQ(compared["scenarios"].array().size(), 2U);
    EXPECT_EQ(compared["scenarios"].array()[1]["segment"].integer(), 2);
    EXPECT_THAT(run({"dispute", "show", path, "1"}).out,
                AllOf(HasSubstr("Segmen 1"), HasSubstr("Segmen 2")));
}

TEST_F(Verify, ACaseWhoseNumberWasCorrectedIsStillKnown) {
    const std::string path = case_on_two_segments();
    const std::string of_case =
        printed_code({"report", path, "--kind", "coordinates", "--dispute", "1"});
    const auto renumber = [&](const char* number) {
        return run({"dispute", "record", path, "1", "--kind", "case", "--set",
                    std::string("nomor=") + number})
            .code;
    };
    ASSERT_EQ(renumber("8/SB"), 0);
    ASSERT_EQ(renumber("9/SB"), 0);
    const json::Value today = verified(of_case, path, 1); // the case goes on
    EXPECT_EQ(today["verdict"].string(), "equal");
    EXPECT_EQ(today["case"].string(), "7/SB");
    EXPECT_EQ(today["case_now"].string(), "9/SB");
    EXPECT_THAT(run({"verify", of_case, path}).out, HasSubstr("diperbaiki menjadi 9/SB"));
    EXPECT_THAT(run({"history", path}).out, HasSubstr("8/SB"));
    ASSERT_EQ(
        run({"move", path, "--segment", "2", "--vertex", "2", "--to", "-6.995 109.0203"}).code, 0);
    EXPECT_EQ(verified(of_case, path, 1)["verdict"].string(), "replaced");
    EXPECT_EQ(run({"dispute", "record", path, "1", "--kind", "case", "--remove"}).code, 2);
}

TEST_F(Verify, ACodeOfATakenBackNumberIsKnownToo) {
    const std::string path = case_on_two_segments();
    ASSERT_EQ(run({"dispute", "record", path, "1", "--kind", "case", "--set", "nomor=8/SB"}).code,
              0);
    const std::string later =
        printed_code({"report", path, "--kind", "coordinates", "--dispute", "1"});
    ASSERT_EQ(run({"undo", path}).code, 0);
    const json::Value answer = verified(later, path, 1);
    EXPECT_EQ(answer["verdict"].string(), "equal");
    EXPECT_EQ(answer["case_now"].string(), "7/SB");
}

TEST_F(Verify, AnotherProjectsSheetIsUnknownAndAMistypedCodeIsNone) {
    const std::string code = annex_code(bent_project("lain.gpkg"));
    const std::string other = project();
    EXPECT_EQ(verified(code, other, 1)["verdict"].string(), "unknown");
    std::string wrong = code;
    wrong[0] = wrong[0] == 'A' ? 'C' : 'A';
    const std::string before = listing();
    const Answer answer = run({"--lang", "en", "verify", wrong, other});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, HasSubstr("no sheet code"));
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(listing(), before);
}

TEST_F(Verify, SaysWhenTheProjectIsNotAsItWasWritten) {
    const std::string path = bent_project("proyek.gpkg");
    const std::string code = annex_code(path);
    EXPECT_TRUE(verified(code, path, 0)["whole"].boolean());
    const std::string forge = "python3 -c \"import sqlite3; d = sqlite3.connect('" + path +
                              "'); d.execute('UPDATE proyek SET kabupaten = 1'); d.commit()\"";
    ASSERT_EQ(std::system(forge.c_str()), 0);
    const json::Value answer = verified(code, path, 1);
    EXPECT_FALSE(answer["whole"].boolean());
    EXPECT_EQ(answer["findings"].array().size(), 1U);
    EXPECT_THAT(run({"verify", code, path}).out, HasSubstr("Perhatian"));
}

} // namespace
} // namespace antardesa::cli
