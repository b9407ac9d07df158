#include "paper_text.h"
#include "shell.h"

#include <regex>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class BoundarySheet : public Shell {
  protected:
    std::string sheet(std::vector<std::string> options) {
        const std::string file = in_folder("lembar.pdf");
        std::vector<std::string> command{"--quiet", "export", numbered()};
        command.insert(command.end(), options.begin(), options.end());
        command.insert(command.end(), {"-o", file});
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 0) << answer.error;
        return pdf_text(file);
    }
    /// The middle one of three has two lines, each with a vertex between its ends.
    std::string three_in_a_row() {
        std::string features;
        for (int i = 0; i < 3; ++i) {
            const auto edge = [&](int column) {
                const std::string x = "109.0" + std::to_string(column);
                const bool inner = column == 1 || column == 2;
                return std::array<std::string, 3>{
                    "[" + x + ",-7]", inner ? "[" + x + "01,-6.995]" : "", "[" + x + ",-6.99]"};
            };
            const auto left = edge(i);
            const auto right = edge(i + 1);
            std::string ring = left[0];
            for (const std::string& corner :
                 {right[0], right[1], right[2], left[2], left[1], left[0]})
                ring += corner.empty() ? "" : "," + corner;
            features += std::string(i == 0 ? "" : ",") +
                        R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" +
                        std::to_string(i + 1) + R"(","NAMOBJ":"Desa )" + std::to_string(i + 1) +
                        R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Contoh"},)" +
                        R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
        }
        write("deret.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
        const std::string path = in_folder("deret.gpkg");
        EXPECT_EQ(run({"--quiet", "import", in_folder("deret.geojson"), path}).code, 0);
        return path;
    }
    /// Two villages 11 km across with a numbered segment between them.
    std::string numbered() {
        const std::string path = in_folder("proyek.gpkg");
        if (std::filesystem::exists(path))
            return path;
        EXPECT_EQ(run({"points", project(), "--segment", "1", "--number"}).code, 0);
        return path;
    }
};

TEST_F(BoundarySheet, OfAVillageIsCutAtALawfulScale) {
    const std::string all =
        sheet({"--sheet", "batas", "--extent", "village=99.01.01.2001", "--paper", "a0"});
    EXPECT_THAT(all, AllOf(HasSubstr("PETA BATAS DESA"), HasSubstr("Desa Sukamaju"),
                           HasSubstr("Kode Wilayah : 99.01.01.2001"), HasSubstr("Skala 1 : 10.000"),
                           HasSubstr("Lembar 1 dari 4"), HasSubstr("Lembar 4 dari 4"),
                           HasSubstr("Petunjuk letak peta"), HasSubstr("Segmen batas"),
                           HasSubstr("Kepala Desa Sidomulyo")));
}

TEST_F(BoundarySheet, AWrongScaleIsRefusedWithTheThreeAndThePaper) {
    const std::string path = numbered();
    const std::string before = listing();
    const auto refused = [&](std::vector<std::string> options, const char* why) {
        options.insert(options.begin(), {"export", path});
        options.insert(options.end(), {"-o", in_folder("x.pdf")});
        const Answer answer = run(options);
        EXPECT_EQ(answer.code, 1);
        EXPECT_THAT(answer.error, HasSubstr(why));
        EXPECT_EQ(listing(), before);
    };
    refused({"--sheet", "batas", "--extent", "segment=1", "--scale", "25000"},
            "1:2.500, 1:5.000, atau 1:10.000");
    refused({"--sheet", "batas", "--extent", "segment=1", "--scale", "25000"}, "A0");
    refused({"--sheet", "batas"}, "satu desa, satu segmen batas, atau satu kasus");
    refused({"--sheet", "kerja", "--extent", "kecamatan=Tanjungasri"}, "satu desa");
    EXPECT_EQ(run({"export", path, "--sheet", "lain", "-o", in_folder("x.pdf")}).code, 2);
}

TEST_F(BoundarySheet, AFreeScaleIsAWorkingMap) {
    EXPECT_THAT(sheet({"--extent", "segment=1", "--scale", "60000"}),
                AllOf(HasSubstr("PETA KERJA"), HasSubstr("Skala 1 : 60.000"),
                      Not(HasSubstr("PETA BATAS DESA"))));
    EXPECT_THAT(sheet({"--sheet", "kerja", "--extent", "village=99.01.01.2001"}),
                HasSubstr("PETA KERJA"));
    EXPECT_THAT(sheet({"--sheet", "rapat", "--extent", "village=99.01.01.2001"}),
                HasSubstr("Peta Kerja Sama Desa"));
}

TEST_F(BoundarySheet, TheCodeOfAVillageSheetIsVerifiedUntilOneOfItsLinesMoves) {
    const std::string path = three_in_a_row();
    const std::string file = in_folder("desa.pdf");
    ASSERT_EQ(run({"--quiet", "export", path, "--sheet", "batas", "--extent",
                   "village=99.01.01.2002", "-o", file})
                  .code,
              0);
    std::smatch found;
    const std::string text = pdf_text(file);
    ASSERT_TRUE(std::regex_search(text, found, std::regex("([0-9A-Z]{4}-){3}[0-9A-Z]{4}")));
    const std::string code = found.str();
    const json::Value equal = run({"verify", code, path, "--json"}).json();
    EXPECT_EQ(equal["verdict"].string(), "equal");
    EXPECT_EQ(equal["village"].integer(), 2);
    EXPECT_THAT(run({"verify", code, path}).out, HasSubstr("batas desa 2"));
    for (const char* segment : {"1", "2"})
        ASSERT_EQ(run({"move", path, "--segment", segment, "--vertex", "2", "--to",
                       std::string(segment) == "1" ? "-6.995 109.0103" : "-6.995 109.0203"})
                      .code,
                  0);
    const json::Value replaced = run({"verify", code, path, "--json"}).json();
    EXPECT_EQ(replaced["verdict"].string(), "replaced");
    EXPECT_EQ(replaced["village"].integer(), 2);
    EXPECT_EQ(replaced["replaced_by"]["revision"].integer(), 1);
}

} // namespace
} // namespace antardesa::cli
