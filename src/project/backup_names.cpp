#include "project/backup.h"

#include "base/text.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace antardesa::project {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".gpkg";

/// "kabupaten-0007-r12-20261125T140207Z-1a2b3c4d.gpkg".
std::optional<Backup> read_name(const fs::path& path, const std::string& stem) {
    const std::string name = path.filename().string();
    if (!name.starts_with(stem + "-") || !name.ends_with(ending))
        return std::nullopt;
    const auto parts = split(std::string_view(name).substr(
                                 stem.size() + 1, name.size() - stem.size() - 1 - ending.size()),
                             '-');
    if (parts.size() != 4 || !parts[1].starts_with('r') || parts[2].size() != 16)
        return std::nullopt;
    const auto number = parse_integer(parts[0]);
    const auto revision = parse_integer(std::string_view(parts[1]).substr(1));
    if (!number || !revision)
        return std::nullopt;
    return Backup{path, *number, *revision, parts[2], parts[3]};
}

/// Keeps the newest backup of each of the first `most` different `part`s of the time.
void keep_one_each(std::span<const Backup> backups, std::size_t part, std::size_t most,
                   std::set<std::size_t>& kept) {
    std::set<std::string> seen;
    for (std::size_t i = backups.size(); i-- > 0 && seen.size() < most;)
        if (seen.insert(backups[i].time.substr(0, part)).second)
            kept.insert(i);
}

} // namespace

fs::path backup_folder(const fs::path& project) {
    fs::path folder = project;
    return folder.replace_extension(".cadangan");
}

std::vector<Backup> list_backups(const fs::path& project) {
    std::vector<Backup> backups;
    std::error_code error;
    for (fs::directory_iterator at(backup_folder(project), error), end; !error && at != end;
         at.increment(error)) {
        std::error_code ignored;
        if (fs::is_regular_file(at->symlink_status(ignored)))
            if (auto backup = read_name(at->path(), project.stem().string()))
                backups.push_back(*std::move(backup));
    }
    std::sort(backups.begin(), backups.end(), [](const Backup& one, const Backup& other) {
        return std::tie(one.number, one.path) < std::tie(other.number, other.path);
    });
    return backups;
}

std::vector<std::size_t> superseded(std::span<const Backup> backups) {
    constexpr std::size_t newest = 5;
    constexpr std::size_t days = 7;
    constexpr std::size_t months = 6;
    constexpr std::size_t day_letters = 8;   // 20261125
    constexpr std::size_t month_letters = 6; // 202611
    std::set<std::size_t> kept;
    for (std::size_t i = backups.size() - std::min(backups.size(), newest); i < backups.size(); ++i)
        kept.insert(i);
    keep_one_each(backups, day_letters, days, kept);
    keep_one_each(backups, month_letters, months, kept);
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < backups.size(); ++i)
        if (!kept.contains(i))
            rest.push_back(i);
    return rest;
}

} // namespace antardesa::project
