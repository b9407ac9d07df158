#pragma once

#include "cli/command_line.h"
#include "json/value.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include <gtest/gtest.h>

namespace antardesa::cli {

struct Answer {
    int code = 0;
    std::string out;
    std::string error;

    /// Throws when `out` is anything but one JSON document.
    json::Value json() const { return json::parse(out); }
};

/// A folder of its own for each test, and the command line in it.
class Shell : public ::testing::Test {
  protected:
    Shell() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  ("antardesa-cli-" + std::to_string(getpid()) + "-" + test->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    ~Shell() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    Answer run(std::vector<std::string> arguments) {
        std::ostringstream out;
        std::ostringstream error;
        const int code = run_command_line(arguments, installation(), hooks_, {out, error, false});
        return {code, out.str(), error.str()};
    }
    /// The options of a new document, complete.
    static std::vector<std::string> paper(const std::string& number, const std::string& date) {
        return {"--document-number", number,
                "--document-date",   date,
                "--document-title",  "Batas Desa Sukamaju dengan Desa Sidomulyo"};
    }
    /// Enters a state of a segment with a new paper of the usual kind.
    Answer set_state(const std::string& path, const std::string& state, const std::string& number,
                     const std::string& date) {
        std::vector<std::string> command{"segments", path, "--set", state};
        const auto document = paper(number, date);
        command.insert(command.end(), document.begin(), document.end());
        return run(command);
    }
    static Installation installation() {
        return {
            ANTARDESA_SOURCE_DIR "/data", ANTARDESA_BINARY_DIR "/share/antardesa/languages", {}};
    }
    std::string in_folder(const std::string& name) const { return (folder_ / name).string(); }
    /// Names in the folder, sorted, one a line.
    std::string listing() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        std::string lines;
        for (const std::string& name : names)
            lines += name + "\n";
        return lines;
    }
    static std::string bytes(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        return content.str();
    }
    void write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
    }
    /// Two villages that touch and one apart, as GeoJSON.
    std::string three_villages() const {
        const auto square = [](const char* code, const char* name, const char* ring) {
            return std::string(R"({"type":"Feature","properties":{"KDEPUM":")") + code +
                   R"(","NAMOBJ":")" + name +
                   R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)"
                   R"("geometry":{"type":"Polygon","coordinates":[[)" +
                   ring + "]]}}";
        };
        write("desa.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  square("99.01.01.2001", "Sukamaju",
                         "[109,-8],[109.1,-8],[109.1,-8.1],[109,-8.1],[109,-8]") +
                  "," +
                  square("99.01.01.2002", "Sidomulyo",
                         "[109.1,-8],[109.2,-8],[109.2,-8.1],[109.1,-8.1],[109.1,-8]") +
                  "," +
                  square("99.01.01.1003", "Pasirsari",
                         "[109.3,-8],[109.4,-8],[109.4,-8.1],[109.3,-8.1],[109.3,-8]") +
                  "]}");
        return in_folder("desa.geojson");
    }
    /// The three villages as a project.
    std::string project() {
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", three_villages(), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }

    Hooks hooks_{[](const ScreenshotRequest&, const workspace::Environment&) {
                     return std::optional<FrameTimes>();
                 },
                 [](const std::optional<std::filesystem::path>&, const workspace::Environment&,
                    std::optional<i18n::Language>, const std::stop_token&) { return 0; }};
    std::filesystem::path folder_;
};

} // namespace antardesa::cli
