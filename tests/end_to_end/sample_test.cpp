#include "program.h"

#include "project/project_file.h"

#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::end_to_end {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// The sample kabupaten, built once by the program; each test works on the same file or a copy.
class TheProgram : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        place_ = std::make_unique<Place>();
        built_ = place_->program("demo contoh");
    }
    static void TearDownTestSuite() { place_.reset(); }
    void SetUp() override { ASSERT_EQ(built_.code, 0) << built_.error; }

    static Outcome shell(const std::string& line) { return place_->shell(line); }
    static Outcome program(const std::string& arguments) { return place_->program(arguments); }
    /// A fresh copy of the sample, by name.
    static std::string copy(const std::string& name) {
        EXPECT_EQ(shell("cp contoh/kabupaten-contoh.gpkg " + name).code, 0);
        return name;
    }
    static std::unique_ptr<Place> place_;
    static Outcome built_;
};
std::unique_ptr<Place> TheProgram::place_;
Outcome TheProgram::built_;

constexpr const char* sample = "contoh/kabupaten-contoh.gpkg";

TEST_F(TheProgram, BuildsTheSampleWithEverythingInIt) {
    const json::Value info = place_->ask(std::string("info ") + sample);
    EXPECT_EQ(info["villages"].integer(), 150);
    EXPECT_EQ(info["districts"].integer(), 12);
    EXPECT_EQ(info["agreements"].integer(), 48);
    EXPECT_EQ(info["disputes"].integer(), 14);
    EXPECT_EQ(info["assets"].integer(), 68);
    EXPECT_EQ(info["segments"].integer(), 399);
    EXPECT_THAT(shell("ls contoh").out, "kabupaten-contoh.gpkg\n");
}

TEST_F(TheProgram, WritesAGeoPackageThatOgrinfoReadsWithoutAWarning) {
    if (!place_->has_tool("ogrinfo"))
        GTEST_SKIP() << "ogrinfo is not installed";
    const Outcome layers = shell(std::string("ogrinfo -ro -al -so ") + sample);
    EXPECT_EQ(layers.code, 0);
    EXPECT_THAT(layers.error, IsEmpty());
    EXPECT_THAT(layers.out, Not(AnyOf(HasSubstr("Warning"), HasSubstr("ERROR"))));
    for (const char* layer :
         {"desa", "segmen_batas", "sengketa_batas", "klaim_batas", "aset_bersama", "kerja_sama"})
        EXPECT_THAT(layers.out, HasSubstr(std::string("Layer name: ") + layer + "\n"));
}

TEST_F(TheProgram, DrawsAnA3SheetWithVillageNamesAsText) {
    ASSERT_EQ(program(std::string("export ") + sample + " -o peta.pdf --paper a3").code, 0);
    if (!place_->has_tool("pdfinfo"))
        GTEST_SKIP() << "pdfinfo is not installed";
    EXPECT_THAT(shell("pdfinfo peta.pdf").out, HasSubstr("1190.55 x 841.89"));
    EXPECT_THAT(shell("pdffonts peta.pdf | tail -n +3 | grep -vc ' yes '").out, "0\n");
    const std::string text = shell("pdftotext peta.pdf -").out;
    for (const char* name : {"Sidomulyo", "Mekarsari", "Telukmukti"})
        EXPECT_THAT(text, HasSubstr(name));
}

TEST_F(TheProgram, DrawsASeriesOfOnePageForEachKecamatan) {
    ASSERT_EQ(
        program(std::string("export ") + sample + " -o seri.pdf --paper a4 --series kecamatan")
            .code,
        0);
    if (place_->has_tool("pdfinfo")) {
        EXPECT_THAT(shell("pdfinfo seri.pdf").out, ::testing::ContainsRegex("Pages: +12\n"));
    }
}

TEST_F(TheProgram, ConvertsLayersIntoEveryFormat) {
    for (const char* ending : {"geojson", "kml", "shp", "gpkg"}) {
        const std::string file = std::string("desa-keluar.") + ending;
        ASSERT_EQ(program(std::string("convert ") + sample + " --layer desa -o " + file).code, 0);
        const json::Value summary = place_->ask("inspect " + file);
        EXPECT_EQ(summary["layers"].array().at(0)["features"].integer(), 150) << ending;
    }
}

TEST_F(TheProgram, UndoesAndRedoesAnImportAcrossProcesses) {
    const std::string file = copy("ubah.gpkg");
    const json::Value before = place_->ask("segments " + file);
    ASSERT_EQ(before["segments"].array().at(0)["state"].string(), "belum_ditelusuri");
    const json::Value& pair = before["segments"].array()[0]["villages"];
    ASSERT_EQ(shell("printf 'kode_desa_1,kode_desa_2,keadaan\\n" + pair.array()[0].string() + "," +
                    pair.array()[1].string() + ",pelacakan\\n' > segmen_batas.csv")
                  .code,
              0);
    const Outcome imported = program("--author Budi import segmen_batas.csv " + file);
    ASSERT_EQ(imported.code, 0) << imported.error;
    const auto state = [&file] {
        return place_->ask("segments " + file)["segments"].array().at(0)["state"].string();
    };
    EXPECT_EQ(state(), "pelacakan");
    EXPECT_EQ(program("undo " + file).code, 0);
    EXPECT_EQ(state(), "belum_ditelusuri");
    EXPECT_EQ(program("redo " + file).code, 0);
    EXPECT_EQ(state(), "pelacakan");
    EXPECT_GE(place_->ask("history " + file)["edits"].array().size(), 3U);
}

TEST_F(TheProgram, LeavesNothingBehindWhenItRefuses) {
    const std::string before = place_->listing();
    for (const std::string& arguments :
         {std::string("import tiada.shp baru.gpkg"), std::string("info tiada.gpkg"),
          std::string("export ") + sample + " -o peta.docx",
          std::string("export ") + sample + " -o lain.pdf --extent kecamatan=Tiada",
          std::string("convert ") + sample + " --layer rumah -o rumah.shp",
          std::string("undo ") + sample}) {
        const Outcome outcome = program(arguments);
        const bool unknown_ending = arguments.find("docx") != std::string::npos;
        EXPECT_EQ(outcome.code, unknown_ending ? 2 : 1) << arguments;
        EXPECT_THAT(outcome.out, IsEmpty()) << arguments;
        EXPECT_EQ(std::count(outcome.error.begin(), outcome.error.end(), '\n'), 1)
            << arguments << ": " << outcome.error;
    }
    EXPECT_EQ(program("eksport").code, 2);
    EXPECT_EQ(place_->listing(), before);
}

TEST_F(TheProgram, TellsTheSecondInstanceWhoHoldsTheFile) {
    const std::string file = copy("dipakai.gpkg");
    const auto holder = project::ProjectFile::open(place_->work() / file, project::OpenMode::write);
    const Outcome second = program("undo " + file);
    EXPECT_EQ(second.code, 1);
    EXPECT_THAT(second.error, HasSubstr(std::to_string(getpid())));
    EXPECT_EQ(program("info " + file).code, 0);
}

TEST_F(TheProgram, ReadsWithoutChangingAByte) {
    const std::string file = copy("baca.gpkg");
    const std::string before = shell("sha256sum " + file).out;
    const std::string listing = place_->listing();
    for (const char* command : {"info ", "segments ", "history ", "history --verify "})
        EXPECT_EQ(program(command + file).code, 0) << command;
    EXPECT_EQ(program("list " + file + " agreements").code, 0);
    EXPECT_EQ(shell("sha256sum " + file).out, before);
    EXPECT_EQ(place_->listing(), listing);
}

TEST_F(TheProgram, SaysTheSameInBothLanguagesWithTheSameCode) {
    const Outcome indonesian = program("info tiada.gpkg");
    const Outcome english = program("--lang en info tiada.gpkg");
    EXPECT_EQ(indonesian.code, english.code);
    EXPECT_NE(indonesian.error, english.error);
}

} // namespace
} // namespace antardesa::end_to_end
