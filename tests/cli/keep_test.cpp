#include "shell.h"

#include "project/project_file.h"

#include <cstdlib>

namespace antardesa::cli {

namespace {

using KeepCommands = Shell;

/// Changes one byte of a village's name, everywhere it stands in the file.
void rename_in_place(const std::string& path, const std::string& from, const std::string& to) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
        bytes.replace(at, from.size(), to);
    file.seekp(0);
    file << bytes;
}

TEST_F(KeepCommands, IntegritySaysWholeOrNamesTheRow) {
    const std::string path = project();
    Answer answer = run({"integrity", path, "--json"});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_TRUE(answer.json()["whole"].boolean());
    rename_in_place(path, "Sidomulyo", "Sidomulya");
    answer = run({"integrity", path, "--json"});
    EXPECT_EQ(answer.code, 1);
    const json::Value document = answer.json();
    EXPECT_FALSE(document["whole"].boolean());
    const auto& findings = document["findings"].array();
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0]["code"].string(), "row_changed");
    EXPECT_EQ(findings[0]["subject"].string(), "Sidomulya");
    EXPECT_NE(run({"integrity", path}).out.find("Sidomulya"), std::string::npos);
}

TEST_F(KeepCommands, IntegrityAcceptsWhatWasMeant) {
    const std::string path = project();
    EXPECT_EQ(run({"integrity", path, "--accept"}).code, 1) << "nothing differs";
    rename_in_place(path, "Sidomulyo", "Sidomulya");
    EXPECT_EQ(run({"integrity", path, "--accept"}).code, 0);
    EXPECT_EQ(run({"integrity", path}).code, 0);
    const json::Value history = run({"history", path, "--json"}).json();
    EXPECT_EQ(history["edits"].array()[0]["edit"].string(), "edit.accept");
}

TEST_F(KeepCommands, BackupAndRecoverBringADamagedProjectBack) {
    const std::string path = project();
    Answer answer = run({"backup", path, "--json"});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_TRUE(answer.json()["made"].boolean());
    EXPECT_FALSE(run({"backup", path, "--json"}).json()["made"].boolean());
    rename_in_place(path, "Sidomulyo", "Sidomulya");
    EXPECT_EQ(run({"backup", path}).code, 1) << "a damaged project is not backed up";
    const std::string fresh = in_folder("pulih.gpkg");
    answer = run({"recover", path, "-o", fresh, "--json"});
    EXPECT_EQ(answer.code, 0) << answer.error;
    EXPECT_EQ(answer.json()["lost"].integer(), 0);
    EXPECT_EQ(run({"integrity", fresh}).code, 0);
    EXPECT_NE(run({"list", fresh, "villages"}).out.find("Sidomulyo"), std::string::npos);
    EXPECT_EQ(run({"recover", path, "-o", fresh}).code, 1) << "never overwrites";
}

TEST_F(KeepCommands, TheHistoryTellsOfEachRevisionWhatPapersPrintOfIt) {
    const std::string path = project();
    ASSERT_EQ(run({"segments", path, "--set", "1=pelacakan"}).code, 0);
    const auto edits = run({"history", path, "--json"}).json()["edits"].array();
    ASSERT_EQ(edits.size(), 2U);
    const std::string told = run({"history", path, "--verify"}).out;
    for (const json::Value& edit : edits) {
        const std::string link = edit["link"].string();
        const std::string printed = "riwayat " + link.substr(0, 4) + " " + link.substr(4, 4) + " " +
                                    link.substr(8, 4) + " " + link.substr(12, 4) + "\n";
        EXPECT_NE(told.find(printed), std::string::npos) << printed << told;
    }
    const std::string head = edits[0]["link"].string();
    EXPECT_NE(told.find(head.substr(24, 4) + " " + head.substr(28, 4)), std::string::npos)
        << "the whole head, in groups too";
}

TEST_F(KeepCommands, MigrateKeepsTheOldFile) {
    std::filesystem::copy_file(ANTARDESA_SOURCE_DIR "/tests/project/data/skema1.gpkg",
                               in_folder("lama.gpkg"));
    EXPECT_EQ(run({"info", in_folder("lama.gpkg"), "--json"}).json()["schema_version"].integer(), 1)
        << "looking changes nothing";
    EXPECT_EQ(run({"migrate", in_folder("lama.gpkg")}).code, 0);
    EXPECT_EQ(run({"info", in_folder("lama.gpkg"), "--json"}).json()["schema_version"].integer(),
              project::schema_version);
    EXPECT_TRUE(std::filesystem::exists(in_folder("lama.skema1.gpkg")));
}

} // namespace

} // namespace antardesa::cli
