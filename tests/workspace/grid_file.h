#pragma once

#include "io/vector_writer.h"
#include "workspace/verbs.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include <unistd.h>

/// A small kabupaten of square villages and what tests need around it.
namespace antardesa::workspace::testing {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "antardesa-test-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return path_; }
    fs::path operator/(const std::string& name) const { return path_ / name; }

  private:
    fs::path path_;
};

inline std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Every file below a folder with its content: equal before and after means nothing was written.
inline std::map<std::string, std::string> listing(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        files[entry.path().string()] = entry.is_regular_file() ? bytes_of(entry.path()) : "";
    return files;
}

struct GridVillage {
    std::string code;
    std::string name;
    std::string district;
    int column = 0;
    int row = 0;
};

/// `size` × `size` villages of about 1.1 km, two kecamatan: the left half and the right half.
inline std::vector<GridVillage> grid(int size) {
    std::vector<GridVillage> villages;
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const bool left = column < size / 2;
            const int number = row * size + column + 1;
            const std::string digits = std::to_string(2000 + number);
            villages.push_back({std::string(left ? "99.01.01." : "99.01.02.") + digits,
                                "Desa " + std::to_string(number), left ? "Barat" : "Timur", column,
                                row});
        }
    return villages;
}

inline io::VectorFile grid_layer(const std::vector<GridVillage>& villages) {
    io::VectorFile file;
    file.layer = "desa";
    for (const char* name : {"KDEPUM", "NAMOBJ", "WADMKC", "WADMKK", "WADMPR"})
        file.fields.push_back({name, io::FieldType::text});
    for (const GridVillage& village : villages) {
        const double x = 109.1 + village.column * 0.01;
        const double y = -7.6 + village.row * 0.01;
        geo::Polygon square{{{x, y}, {x + 0.01, y}, {x + 0.01, y + 0.01}, {x, y + 0.01}, {x, y}},
                            {}};
        file.rows.push_back({geo::PolygonSet{{square}},
                             {village.code, village.name, village.district, std::string("Contoh"),
                              std::string("Jawa Contoh")}});
    }
    return file;
}

inline fs::path write_grid(const fs::path& path, const std::vector<GridVillage>& villages) {
    const auto written = io::write_vector(path, grid_layer(villages), io::Existing::replace);
    if (!written)
        throw std::runtime_error(debug_text(written.refusal().message));
    return path;
}

inline Environment test_environment() {
    Environment environment = make_environment(
        ANTARDESA_SOURCE_DIR "/data", ANTARDESA_BINARY_DIR "/share/antardesa/languages", "Penguji");
    environment.clock = std::make_shared<FixedClock>(
        Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}});
    return environment;
}

inline ImportPlan plan_of(const fs::path& source, const model::Atlas* existing = nullptr) {
    Progress progress;
    return plan_import({source, {}, {}, std::nullopt}, existing, progress);
}

/// A project of the villages, on disk.
inline fs::path make_project(const TemporaryFolder& folder,
                             const std::vector<GridVillage>& villages,
                             const std::string& name = "proyek.gpkg") {
    Progress progress;
    const auto source = write_grid(folder / "desa.geojson", villages);
    carry_out(plan_of(source), folder / name, test_environment(), progress);
    fs::remove(source);
    return folder / name;
}

} // namespace antardesa::workspace::testing
