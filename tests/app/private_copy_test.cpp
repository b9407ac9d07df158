#include "app/private_copy.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include <gtest/gtest.h>

namespace antardesa::app {
namespace {

namespace fs = std::filesystem;

std::string bytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

class Copied : public ::testing::Test {
  protected:
    Copied()
        : folder_(fs::temp_directory_path() / ("antardesa-salin-" + std::to_string(getpid()))) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~Copied() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    fs::path folder_;
};

TEST_F(Copied, AProjectIsLookedAtElsewhereAndLeavesNothing) {
    const fs::path project = folder_ / "p.gpkg";
    fs::copy_file(ANTARDESA_SOURCE_DIR "/tests/project/data/skema1.gpkg", project);
    std::ofstream(folder_ / "p.gpkg-journal") << "x";
    fs::path seen;
    {
        const PrivateCopy looked_at(project);
        seen = looked_at.path();
        EXPECT_NE(seen.parent_path(), project.parent_path());
        EXPECT_EQ(seen.filename(), "p.gpkg");
        EXPECT_EQ(bytes(seen), bytes(project));
        EXPECT_EQ(bytes(seen.string() + "-journal"), "x");
        std::ofstream(seen.parent_path() / "p.cadangan") << "y";
    }
    EXPECT_FALSE(fs::exists(seen.parent_path()));
    EXPECT_TRUE(fs::exists(project));
}

TEST_F(Copied, AnythingElseIsLookedAtWhereItIs) {
    const fs::path file = folder_ / "desa.geojson";
    std::ofstream(file) << "{}";
    EXPECT_EQ(PrivateCopy(file).path(), file);
    EXPECT_EQ(PrivateCopy(folder_ / "tidak-ada.gpkg").path(), folder_ / "tidak-ada.gpkg");
}

} // namespace
} // namespace antardesa::app
