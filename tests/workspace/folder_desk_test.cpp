#include "workspace/folder_desk.h"

#include "running.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::ElementsAre;

TEST(Folder, ShowsFoldersFirstAndTellsWhatOpens) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "zeta");
    fs::create_directories(folder / "Batas.gdb");
    fs::create_directories(folder / ".rahasia");
    for (const char* name : {"b.shp", "A.gpkg", "catatan.txt", "b.dbf", "kerja_sama.csv"})
        std::ofstream(folder / name) << "x";
    const i18n::Catalogue language(i18n::Language::indonesian,
                                   ANTARDESA_BINARY_DIR "/share/antardesa/languages");
    FolderDesk desk;
    EXPECT_TRUE(desk.folder(folder.path(), true, language).reading) << "answered in a later frame";
    desk.wait_idle();
    desk.deliver();
    const FolderView& view = desk.folder(folder.path(), false, language);
    EXPECT_FALSE(view.reading);
    std::vector<std::string> names;
    std::vector<std::string> others;
    for (const auto& entry : view.entries)
        (entry.opens ? names : others).push_back(entry.name);
    EXPECT_THAT(names, ElementsAre("zeta", "A.gpkg", "b.shp", "Batas.gdb", "kerja_sama.csv"));
    EXPECT_THAT(others, ElementsAre("b.dbf", "catatan.txt")) << "to be attached only";
    desk.folder(folder / "tidak-ada", false, language);
    desk.wait_idle();
    desk.deliver();
    EXPECT_TRUE(desk.folder(folder / "tidak-ada", false, language).entries.empty());
}

TEST(Folder, SaysWhatStandsAtAPathEachTimeItIsAsked) {
    const TemporaryFolder folder;
    FolderDesk desk;
    const auto asked = [&desk](const fs::path& path) {
        EXPECT_FALSE(desk.target(path)) << "looked at by another thread";
        desk.wait_idle();
        desk.deliver();
        return desk.target(path).value();
    };
    EXPECT_TRUE(asked(folder.path()).folder);
    EXPECT_FALSE(asked(folder / "a.pdf").exists);
    std::ofstream(folder / "a.pdf") << "x";
    EXPECT_TRUE(asked(folder / "a.pdf").exists);
    fs::create_symlink(folder / "hilang", folder / "b.pdf");
    EXPECT_TRUE(asked(folder / "b.pdf").exists) << "a link that leads nowhere stands there too";
}

} // namespace
} // namespace antardesa::workspace
