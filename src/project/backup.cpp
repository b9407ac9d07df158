#include "project/backup.h"

#include "project/detail/fresh_file.h"
#include "project/detail/integrity.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"

#include <algorithm>
#include <cstdlib>

namespace antardesa::project {

namespace {

namespace fs = std::filesystem;

/// Eight digits over all row hashes: equal for equal content, history included.
std::string fingerprint_of(const sqlite::Database& database) {
    digest::ShortHash hash;
    auto rows = database.prepare("SELECT tabel, baris, sidik FROM sidik_baris");
    while (rows.step()) {
        hash.add(rows.text(0));
        hash.add(static_cast<std::uint64_t>(rows.integer(1)));
        hash.add(rows.blob(2));
    }
    constexpr std::size_t digits = 8;
    return digest::hex(hash.take()).substr(0, digits);
}

/// "20261125T140207Z".
std::string compact_time(const Clock& clock) {
    constexpr std::size_t to_the_second = 19;
    std::string time = iso_text(clock.now()).substr(0, to_the_second);
    std::erase_if(time, [](char letter) { return letter == '-' || letter == ':'; });
    return time + "Z";
}

std::string name_of(const fs::path& project, const Backup& backup) {
    std::string number = std::to_string(backup.number);
    constexpr std::size_t least_digits = 4;
    number.insert(0, least_digits - std::min(least_digits, number.size()), '0');
    return project.stem().string() + "-" + number + "-r" + std::to_string(backup.revision) + "-" +
           backup.time + "-" + backup.fingerprint + ".gpkg";
}

/// Findings of severity error, in a file that may be damaged beyond opening.
std::int64_t errors_in(const fs::path& path, Progress& progress) {
    try {
        const auto file = ProjectFile::open(path, OpenMode::read);
        const auto findings = file.check_integrity(progress);
        return std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.severity == Severity::error;
        });
    } catch (const Error&) {
        return 1;
    }
}

/// The folder of the backups, made when it is missing; a backup that fails or is cancelled leaves
/// no empty one behind.
class BackupFolder {
  public:
    explicit BackupFolder(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        // What a link leads to is not ours to fill, and less so to thin out.
        if (fs::is_symlink(fs::symlink_status(path_, error)))
            throw Error({"project.backup.folder_is_link", {path_.string()}});
        if (fs::create_directory(path_, error) && !error) {
            fs::permissions(path_, fs::perms::owner_all, error);
            synchronise(folder_of(path_));
        }
        if (error)
            throw Error({"project.backup.no_folder", {path_.string()}}, error.message());
    }
    BackupFolder(const BackupFolder&) = delete;
    BackupFolder& operator=(const BackupFolder&) = delete;
    ~BackupFolder() {
        std::error_code not_empty;
        fs::remove(path_, not_empty);
    }

  private:
    fs::path path_;
};

/// False when the copy is not what the hashes say.
bool write_backup(const sqlite::Database& database, const Backup& backup, Progress& progress) {
    detail::FreshFile fresh(backup.path);
    detail::copy_database(database, fresh.path(), progress);
    {
        const auto copy = sqlite::Database::open(fresh.path(), sqlite::Access::immutable);
        if (fingerprint_of(copy) != backup.fingerprint)
            return false;
    }
    if (errors_in(fresh.path(), progress) > 0)
        return false;
    fresh.put_in_place(false);
    return true;
}

int remove_superseded(const fs::path& project) {
    const auto backups = list_backups(project);
    int removed = 0;
    for (const std::size_t at : superseded(backups)) {
        std::error_code ignored;
        removed += fs::remove(backups[at].path, ignored);
    }
    return removed;
}

constexpr std::string_view as_is_ending = "-apa-adanya.gpkg";

/// By revision, then by name, which goes on with the time; whatever the files' own times say.
void remove_older_as_is(const fs::path& project) {
    const std::string beginning = project.stem().string() + "-r";
    std::vector<std::pair<long long, fs::path>> kept;
    std::error_code error;
    for (fs::directory_iterator at(backup_folder(project), error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(beginning) && name.ends_with(as_is_ending))
            kept.emplace_back(std::strtoll(name.c_str() + beginning.size(), nullptr, 10),
                              at->path());
    }
    std::sort(kept.begin(), kept.end());
    for (std::size_t i = 0; i + most_kept_as_is < kept.size(); ++i)
        fs::remove(kept[i].second, error);
}

Refusal damaged(const fs::path& project) {
    if (list_backups(project).empty())
        return {{"project.backup.damaged_first", {project.string()}}};
    return {{"project.backup.damaged", {project.string(), backup_folder(project).string()}}};
}

/// Whether the row hashes in it are those that it was made with: cheap, and enough to see that it
/// was cut off or written over.
bool is_still_there(const Backup& backup) {
    try {
        return fingerprint_of(sqlite::Database::open(backup.path, sqlite::Access::immutable)) ==
               backup.fingerprint;
    } catch (const sqlite::DatabaseError&) {
        return false;
    }
}

bool holds(const std::vector<Backup>& backups, std::int64_t revision,
           const std::string& fingerprint) {
    return !backups.empty() && backups.back().revision == revision &&
           backups.back().fingerprint == fingerprint && is_still_there(backups.back());
}

Result<BackupReport> back_up_opened(const ProjectFile& file, const fs::path& project,
                                    const Clock& clock, Progress& progress) {
    const auto backups = list_backups(project);
    const auto database = sqlite::Database::open(project, sqlite::Access::immutable);
    Backup backup{{},
                  backups.empty() ? 1 : backups.back().number + 1,
                  file.revision(),
                  compact_time(clock),
                  fingerprint_of(database)};
    if (holds(backups, backup.revision, backup.fingerprint) &&
        errors_in(backups.back().path, progress) == 0) {
        if (detail::is_damaged(file.check_integrity(progress)))
            return damaged(project);
        return BackupReport{backups.back().path, false, 0};
    }
    const BackupFolder folder(backup_folder(project));
    backup.path = backup_folder(project) / name_of(project, backup);
    // Checking the copy checks the project; only a bad copy leaves open which of them it is.
    if (!write_backup(database, backup, progress)) {
        if (detail::is_damaged(file.check_integrity(progress)))
            return damaged(project);
        throw Error({"project.backup.not_readable", {backup.path.string()}});
    }
    return BackupReport{backup.path, true, remove_superseded(project)};
}

} // namespace

Result<BackupReport> back_up(const fs::path& project, const Clock& clock, Progress& progress) {
    const auto file = ProjectFile::open(project, OpenMode::read);
    if (file.version() < 2)
        return Refusal{{"project.backup.no_hashes", {project.string()}}};
    try {
        return back_up_opened(file, file.path(), clock, progress);
    } catch (const sqlite::DatabaseError& error) {
        detail::rethrow(error, project);
    }
}

bool backup_is_due(const fs::path& project) {
    try {
        const auto file = ProjectFile::open(project, OpenMode::read);
        return file.version() >= 2 &&
               !holds(list_backups(project), file.revision(),
                      fingerprint_of(sqlite::Database::open(project, sqlite::Access::immutable)));
    } catch (const Error&) {
        return false; // whoever opens it says what is wrong
    }
}

bool newest_backup_is_good(const fs::path& project, Progress& progress) {
    const auto backups = list_backups(project);
    return !backups.empty() && errors_in(backups.back().path, progress) == 0;
}

std::optional<fs::path> keep_as_is(const fs::path& project, const Clock& clock,
                                   Progress& progress) {
    const auto file = ProjectFile::open(project, OpenMode::read);
    if (!detail::is_damaged(file.check_integrity(progress)))
        return std::nullopt;
    const BackupFolder folder(backup_folder(project));
    const fs::path kept =
        backup_folder(project) / (project.stem().string() + "-r" + std::to_string(file.revision()) +
                                  "-" + compact_time(clock) + std::string(as_is_ending));
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(kept, ignored)))
        file.copy_to(kept, progress);
    remove_older_as_is(project);
    return kept;
}

std::optional<Backup> newest_good_backup(const fs::path& project, Progress& progress) {
    auto backups = list_backups(project);
    while (!backups.empty()) {
        if (errors_in(backups.back().path, progress) == 0)
            return backups.back();
        backups.pop_back();
    }
    return std::nullopt;
}

} // namespace antardesa::project
