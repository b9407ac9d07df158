#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Reports : public Shell {};

TEST_F(Reports, ImportSaysHowManyCameInAndKeepsAReport) {
    const std::string source = three_villages();
    const Answer answer =
        run({"import", source, in_folder("proyek.gpkg"), "--report", in_folder("laporan.txt")});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, HasSubstr("desa.geojson: 3 dari 3 desa masuk"));
    const std::string report = bytes(in_folder("laporan.txt"));
    EXPECT_THAT(report, HasSubstr("desa.geojson: 3 dari 3 desa masuk"));
    EXPECT_THAT(report, HasSubstr("AntarDesa 0.1.0"));
}

TEST_F(Reports, SaysWhatBecameOfTheImport) {
    const std::string source = three_villages();
    run({"import", source, in_folder("proyek.gpkg"), "--report", in_folder("ditulis.txt")});
    EXPECT_THAT(bytes(in_folder("ditulis.txt")), HasSubstr("Disimpan di proyek.gpkg."));
    run({"import", source, in_folder("proyek.gpkg"), "--dry-run", "--report",
         in_folder("dicoba.txt")});
    EXPECT_THAT(bytes(in_folder("dicoba.txt")), HasSubstr("Hanya dicoba"));
}

TEST_F(Reports, AnImportThatCannotBeWrittenIsNotReportedAsDone) {
    const Answer answer = run({"import", three_villages(), in_folder("tidak-ada/proyek.gpkg"),
                               "--report", in_folder("laporan.txt")});
    EXPECT_EQ(answer.code, 1);
    const std::string report = bytes(in_folder("laporan.txt"));
    EXPECT_THAT(report, Not(HasSubstr("desa masuk")));
    EXPECT_THAT(report, HasSubstr("3 dari 3 desa terbaca, tidak ada yang disimpan"));
    EXPECT_THAT(report, HasSubstr("1 kesalahan"));
    // The reason is the one that the shell gives.
    EXPECT_THAT(report, HasSubstr(answer.error.substr(0, answer.error.size() - 1)));
}

TEST_F(Reports, OneThatCannotBeWrittenStopsTheImport) {
    const Answer answer = run({"import", three_villages(), in_folder("proyek.gpkg"), "--report",
                               in_folder("tidak-ada/laporan.txt")});
    EXPECT_EQ(answer.code, 1);
    EXPECT_EQ(listing(), "desa.geojson\n");
}

TEST_F(Reports, AFileThatCannotBeReadLeavesAReportAndNoProject) {
    write("desa.geojson", "<html>tidak ada</html>");
    const Answer answer = run({"import", in_folder("desa.geojson"), in_folder("proyek.gpkg"),
                               "--report", in_folder("laporan.csv")});
    EXPECT_EQ(answer.code, 1);
    EXPECT_EQ(listing(), "desa.geojson\nlaporan.csv\n");
    EXPECT_THAT(bytes(in_folder("laporan.csv")), HasSubstr("desa.geojson"));
}

TEST_F(Reports, AFileWithoutAVillageSaysWhyAndHowMany) {
    write("desa.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                          R"("properties":{"NAMOBJ":"Sukamaju"},"geometry":null}]})");
    const Answer lines = run({"import", in_folder("desa.geojson"), in_folder("proyek.gpkg")});
    EXPECT_EQ(lines.code, 1);
    EXPECT_THAT(lines.out, HasSubstr("0 dari 1 desa masuk"));
    EXPECT_THAT(lines.out, HasSubstr("Sukamaju"));
    const Answer document =
        run({"import", in_folder("desa.geojson"), in_folder("proyek.gpkg"), "--json"});
    EXPECT_EQ(document.code, 1);
    EXPECT_GT(document.json()["findings"].array().size(), 0u);
    EXPECT_EQ(document.json()["villages"].integer(), 0);
    EXPECT_EQ(listing(), "desa.geojson\n");
}

TEST_F(Reports, InspectKeepsOneToo) {
    const Answer answer =
        run({"--lang", "en", "inspect", three_villages(), "--report", in_folder("report.txt")});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(bytes(in_folder("report.txt")), HasSubstr("Report on reading a file"));
}

TEST_F(Reports, AnotherEndingIsAUsageErrorBeforeAnythingIsRead) {
    const Answer answer = run({"import", three_villages(), in_folder("proyek.gpkg"), "--report",
                               in_folder("laporan.doc")});
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(listing(), "desa.geojson\n");
}

TEST_F(Reports, HostileNamesStandOnOneLine) {
    const std::string source = three_villages();
    std::string text = bytes(source);
    text.replace(text.find("Sukamaju"), 8, "Suka\\u001b[31m\\u202e\\nMaju");
    text.replace(text.find("99.01.01.2001"), 13, "ngawur");
    write("jahat.geojson", text);
    const Answer answer = run({"import", in_folder("jahat.geojson"), in_folder("proyek.gpkg"),
                               "--report", in_folder("laporan.txt")});
    EXPECT_EQ(answer.code, 0) << answer.error;
    for (const std::string& shown : {answer.out, bytes(in_folder("laporan.txt"))}) {
        EXPECT_THAT(shown, Not(HasSubstr("\x1B")));
        EXPECT_THAT(shown, Not(HasSubstr("\u202E")));
    }
}

} // namespace
} // namespace antardesa::cli
