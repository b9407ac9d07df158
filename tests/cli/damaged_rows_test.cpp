#include "shell.h"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A project in which another program wrote a name.
class DamagedRows : public Shell {
  protected:
    void SetUp() override {
        ASSERT_EQ(run({"--quiet", "demo", in_folder("contoh")}).code, 0);
        path_ = in_folder("contoh/kabupaten-contoh.gpkg");
    }
    /// As another program would, without a word to this one.
    void forge() const {
        const std::string command =
            "python3 -c \"import sqlite3; d = sqlite3.connect('" + path_ +
            "'); d.execute('UPDATE proyek SET kabupaten = 1'); d.commit()\"";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
    std::string path_;
};

TEST_F(DamagedRows, NoPaperAndNoSheetIsMadeOfThem) {
    const auto commands = [&](const std::string& kind) {
        return std::vector<std::vector<std::string>>{
            {"report", path_, "--kind", "berita-acara", "--dispute", "1", "-o",
             in_folder(kind + ".pdf")},
            {"report", path_, "--kind", "register", "-o", in_folder(kind + ".docx")},
            {"export", path_, "-o", in_folder(kind + ".svg")}};
    };
    for (const auto& command : commands("utuh"))
        EXPECT_EQ(run(command).code, 0) << command.front();
    forge();
    for (const auto& command : commands("palsu")) {
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 1) << command.front();
        EXPECT_THAT(answer.error, HasSubstr("Lembar tidak dibuat")) << command.front();
        EXPECT_FALSE(fs::exists(command.back())) << command.back();
    }
    EXPECT_EQ(run({"integrity", path_, "--accept"}).code, 0);
    for (const auto& command : commands("diterima"))
        EXPECT_EQ(run(command).code, 0) << "what was declared right is as it was written";
}

TEST_F(DamagedRows, AreSaidInEveryAnswer) {
    EXPECT_TRUE(run({"info", path_, "--json"}).json()["findings"].array().empty());
    forge();
    EXPECT_EQ(run({"info", path_, "--json"}).json()["findings"].array().size(), 1U);
    EXPECT_THAT(run({"register", "export", path_, "-o", in_folder("r.xlsx")}).out,
                HasSubstr("Perhatian"));
    EXPECT_THAT(run({"convert", path_, "--layer", "desa", "-o", in_folder("d.geojson")}).out,
                HasSubstr("Perhatian"));
}

TEST_F(DamagedRows, AProjectWithoutItsFirstBytesIsPointedToItsRescue) {
    {
        std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
        file << std::string(100, '\0');
    }
    const Answer answer = run({"info", path_});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, HasSubstr("dengan recover"));
    EXPECT_EQ(run({"recover", path_, "-o", in_folder("pulih.gpkg")}).code, 0);
    EXPECT_EQ(run({"info", in_folder("pulih.gpkg")}).code, 0);
}

} // namespace
} // namespace antardesa::cli
