#pragma once

#include "base/sanitizers.h"
#include "model/edit.h"
#include "project/project_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace antardesa::project {

namespace fs = std::filesystem;

/// A private folder for one test, removed with everything in it.
class Folder {
  public:
    Folder() {
        // In memory where there is such a place: hundreds of syncs are not what is tested here.
        const fs::path parent =
            fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
        std::string name = (parent / "antardesa-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(path_))
            found.push_back(entry.path().filename().string());
        return found;
    }

  private:
    fs::path path_;
};

/// How many rounds to go: the variable's value, or the number that a short run does, of which
/// sanitizers, twenty times slower, do a fifth.
inline int asked_for(const char* variable, int short_run) {
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : built_with_sanitizers ? short_run / 5 : short_run;
}

/// Which of the calls that may fail a sweep tries: every one, and each seventh under sanitizers
/// unless all are asked for.
inline int call_step() {
    return built_with_sanitizers && !std::getenv("ANTARDESA_EVERY_CALL") ? 7 : 1;
}

inline std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

inline const FixedClock fixed_clock(Date{std::chrono::year{2026} / 11 / 23});
inline const Authorship by_tester{"Penguji", &fixed_clock};

/// The key of the Error that `action` throws; "no error" without one.
template<class Action>
std::string error_key(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.message().key;
    }
    return "no error";
}

inline Date day(int year, unsigned month, unsigned number) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

inline geo::MultiPolygon square(double x, double y, double size = 0.01) {
    return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}, {}}};
}

inline model::SharedPolygons shared(geo::MultiPolygon polygons) {
    return std::make_shared<const geo::MultiPolygon>(std::move(polygons));
}

inline model::SharedLines shared(geo::MultiLine lines) {
    return std::make_shared<const geo::MultiLine>(std::move(lines));
}

inline model::Village village(std::int64_t id, double x, double y) {
    model::Village row;
    row.id = {id};
    row.code = "99.01.10." + std::to_string(2000 + id);
    row.name = "Desa " + std::to_string(id);
    row.kind = model::VillageKind::village;
    row.district = {1};
    row.geometry = shared(square(x, y));
    return row;
}

/// Every table with at least one row whose every member differs from its default.
model::TableSet full_tables();

inline ProjectFile create_sample(const fs::path& path) {
    Progress progress;
    return ProjectFile::create_with(path, {"Contoh", "Provinsi Contoh", "data uji"}, full_tables(),
                                    {"edit.import", {"desa.shp"}}, by_tester, false, progress);
}

inline model::TableSet read_all(const ProjectFile& file) {
    Progress progress;
    std::vector<Finding> findings;
    auto tables = file.read(findings, progress);
    EXPECT_TRUE(findings.empty()) << debug_text(findings.front().message);
    return tables;
}

/// An edit that renames one village.
inline model::Edit renaming(const ProjectFile& file, std::int64_t id, std::string name) {
    const auto tables = read_all(file);
    model::Village row = *std::get<model::Table<model::Village>>(tables).find({id});
    row.name = std::move(name);
    return {{"edit.change_village", {row.name}}, {model::Put<model::Village>{row}}, {}};
}

} // namespace antardesa::project
