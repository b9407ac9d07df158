#include "io/detail/neighbours.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace antardesa::io::detail {

namespace {

constexpr int most_entries = 20000;
constexpr std::size_t most_names = 8;

constexpr std::array<std::string_view, 5> of_shapefile{".shx", ".dbf", ".prj", ".cpg", ".cst"};
constexpr std::array<std::string_view, 1> of_raster{".tfw"};
// Behind the stem: indexes and settings that other programs leave beside a map.
constexpr std::array<std::string_view, 18> strangers_of_stem{
    ".qix", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih", ".atx", ".ixs",
    ".mxs", ".idm", ".ind", ".cdx", ".mdx", ".qpj", ".ovr", ".msk", ".aux"};
// Behind the whole name.
constexpr std::array<std::string_view, 4> strangers_of_name{".aux.xml", ".ovr", ".msk", ".xml"};
// What GDAL would take for the types and the system of a table's columns.
constexpr std::array<std::string_view, 1> settings_of_table{".prj"};
constexpr std::array<std::string_view, 3> journals_of_name{"-journal", "-wal", "-shm"};

bool is_upper(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool holds(std::span<const std::string_view> list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::span<const std::string_view> sidecars_for(std::string_view extension) {
    if (extension == ".shp")
        return of_shapefile;
    if (extension == ".tif" || extension == ".tiff")
        return of_raster;
    return {};
}

/// The names by which a main file's neighbours are known, lower case.
struct MainName {
    std::string whole;
    std::string stem;
    std::string extension;
    bool upper = false; ///< its ending is in capitals
};

void sort_in(Neighbours& found, const MainName& main, const std::filesystem::path& entry) {
    const std::string name = lower_case(entry.filename().string());
    if (name == main.whole)
        return;
    const std::string shown = entry.filename().string();
    if (name.starts_with(main.whole)) {
        const std::string_view rest = std::string_view(name).substr(main.whole.size());
        if (holds(journals_of_name, rest))
            found.journals.push_back(shown);
        else if (main.extension == ".csv" && rest == "t")
            found.settings.push_back(shown);
        else if (holds(strangers_of_name, rest))
            found.ignored.push_back(shown);
        return;
    }
    if (!name.starts_with(main.stem))
        return;
    const std::string_view rest = std::string_view(name).substr(main.stem.size());
    if (holds(sidecars_for(main.extension), rest)) {
        found.sidecars.push_back(entry);
        if (is_upper(entry.extension().string()) != main.upper)
            found.other_case.push_back(shown);
    } else if (main.extension == ".csv" && holds(settings_of_table, rest))
        found.settings.push_back(shown);
    else if (holds(strangers_of_stem, rest) || rest == ".aux.xml")
        found.ignored.push_back(shown);
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i)
        text += (i == 0 ? "" : ", ") + shown_on_one_line(names[i]);
    return names.size() > most_names ? text + ", …" : text;
}

void add(std::vector<Finding>& findings, Severity severity, const char* code,
         const std::string& shown, const std::vector<std::string>& names) {
    if (!names.empty())
        findings.push_back(
            {severity,
             code,
             shown_on_one_line(shown),
             std::nullopt,
             {std::string("io.") + code, {shown_on_one_line(shown), listed(names)}}});
}

} // namespace

Neighbours neighbours_of(const std::filesystem::path& path) {
    const MainName main{lower_case(path.filename().string()), lower_case(path.stem().string()),
                        lower_case(path.extension().string()), is_upper(path.extension().string())};
    Neighbours found;
    std::error_code error;
    std::filesystem::directory_iterator entry(path.parent_path(), error);
    for (int seen = 0;
         !error && entry != std::filesystem::directory_iterator() && seen < most_entries;
         entry.increment(error), ++seen)
        sort_in(found, main, entry->path());
    std::sort(found.sidecars.begin(), found.sidecars.end());
    std::sort(found.ignored.begin(), found.ignored.end());
    std::sort(found.journals.begin(), found.journals.end());
    return found;
}

void add_findings(std::vector<Finding>& findings, const std::string& shown,
                  const Neighbours& neighbours) {
    add(findings, Severity::information, "ignored_beside", shown, neighbours.ignored);
    add(findings, Severity::warning, "journal_beside", shown, neighbours.journals);
    add(findings, Severity::warning, "settings_beside", shown, neighbours.settings);
    add(findings, Severity::warning, "other_case_beside", shown, neighbours.other_case);
}

bool is_plain_ending(std::string_view extension) {
    return extension.size() > 1 && extension.size() <= 9 &&
           std::all_of(extension.begin() + 1, extension.end(),
                       [](unsigned char c) { return c < 0x80 && std::isalnum(c); });
}

bool is_geodatabase_member(std::string_view name) {
    constexpr std::string_view marks = "._-$";
    return !name.empty() && name != "." && name != ".." && name.size() <= 120 &&
           std::all_of(name.begin(), name.end(), [&](unsigned char c) {
               return c < 0x80 && (std::isalnum(c) ||
                                   marks.find(static_cast<char>(c)) != std::string_view::npos);
           });
}

} // namespace antardesa::io::detail
