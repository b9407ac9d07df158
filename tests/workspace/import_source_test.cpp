#include "workspace/import_source.h"

#include <gtest/gtest.h>

#include <filesystem>

using namespace antardesa;
namespace fs = std::filesystem;

TEST(ImportSource, ASlashBehindAFileGeodatabaseIsNoObstacle) {
    const fs::path folder = fs::temp_directory_path() / "antardesa-import-source.gdb";
    fs::create_directories(folder);
    const auto plain = workspace::find_sources(folder);
    const auto slashed = workspace::find_sources(folder / "");
    fs::remove_all(folder);
    EXPECT_EQ(plain.boundaries, folder);
    EXPECT_EQ(slashed.boundaries, folder);
}
