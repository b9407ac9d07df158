#pragma once

#include "fuzz/harness.h"
#include "project/project_file.h"

/// A small project for the harnesses of `project`, made once in a folder of this process.
namespace antardesa::fuzz {

inline const FixedClock fixed_clock(Date{std::chrono::year{2026} / 11 / 23});
inline const project::Authorship by_harness{"Penguji", &fixed_clock};

/// One village, renamed once: two edits in the history.
inline std::string small_project(const std::filesystem::path& path) {
    {
        auto file = project::ProjectFile::create(path, {"Contoh", "", ""}, by_harness);
        model::District district;
        district.id = {1};
        district.name = "Contoh";
        model::Village village;
        village.id = {1};
        village.name = "Mekarsari";
        village.district = {1};
        village.geometry = std::make_shared<const geo::MultiPolygon>(
            geo::MultiPolygon{{{{110, -7}, {110.1, -7}, {110.1, -6.9}, {110, -7}}, {}}});
        const model::Edit first{
            {"edit.x", {}},
            {model::Put<model::District>{district}, model::Put<model::Village>{village}},
            {}};
        require(bool(file.apply(first, by_harness)), "the sample can be written");
        village.name = "Mekarjaya";
        require(bool(file.apply({{"edit.x", {}}, {model::Put<model::Village>{village}}, {}},
                                by_harness)),
                "the sample can be changed");
    }
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace antardesa::fuzz
