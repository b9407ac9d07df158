#include "project/project_file.h"
#include "sqlite/database.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace antardesa::end_to_end {

namespace {

namespace fs = std::filesystem;

class InterruptedWrite : public testing::Test {
  protected:
    InterruptedWrite() {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~InterruptedWrite() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    int run(const std::string& arguments) const {
        const std::string line = std::string("'") + ANTARDESA_PROGRAM + "' " + arguments + " >'" +
                                 (folder_ / "out").string() + "' 2>&1 </dev/null";
        const int status = std::system(line.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    }

    fs::path folder_ =
        fs::temp_directory_path() / ("antardesa-interrupted-" + std::to_string(::getpid()));
};

/// Writes to the file so much that pages reach the disk before the end, and dies on the way.
void write_and_die(const fs::path& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        auto database = sqlite::Database::open(path, sqlite::Access::read_write);
        database.execute("PRAGMA cache_size=1; BEGIN IMMEDIATE; CREATE TABLE sisa (isi BLOB);"
                         "UPDATE kecamatan SET nama = 'setengah';"
                         "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 99)"
                         " INSERT INTO sisa SELECT randomblob(9000) FROM n;");
        ::raise(SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
}

TEST_F(InterruptedWrite, IsPlayedBackByAnImportAndLeftAloneByALook) {
    const fs::path source = folder_ / "desa.geojson";
    std::ofstream(source)
        << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
           R"({"KDEPUM":"99.01.10.2001","NAMOBJ":"Sukamaju","WADMKC":"Batutengah",)"
           R"("WADMKK":"Contoh"},"geometry":{"type":"Polygon","coordinates":)"
           R"([[[110,-7],[110.01,-7],[110.01,-6.99],[110,-6.99],[110,-7]]]}}]})";
    const fs::path path = folder_ / "p.gpkg";
    const std::string import = "import '" + source.string() + "' '" + path.string() + "'";
    ASSERT_EQ(run(import), 0);
    const std::string before = project::content_dump(path);
    write_and_die(path);
    ASSERT_TRUE(fs::exists(path.string() + "-journal")) << "nothing was interrupted";
    EXPECT_EQ(run("info '" + path.string() + "'"), 1);
    EXPECT_EQ(run(import + " --dry-run"), 1);
    EXPECT_EQ(run(import), 0);
    EXPECT_FALSE(fs::exists(path.string() + "-journal"));
    EXPECT_EQ(project::content_dump(path), before);
}

} // namespace

} // namespace antardesa::end_to_end
