#include "project/detail/beside.h"
#include "project/detail/holder.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"

#include "geo/wkb.h"
#include "sqlite/transaction.h"

#include <unistd.h>

namespace antardesa::project {

namespace detail {

namespace {

[[noreturn]] void refuse(const char* what, const std::filesystem::path& path) {
    throw Error({std::string("project.") + what, {path.string()}});
}

void check_kind(const std::filesystem::path& path) {
    switch (look_at(path)) {
    case Kind::missing:
        refuse("not_found", path);
    case Kind::not_ours:
        refuse("not_ours", path);
    case Kind::too_short:
        // A write that was interrupted while the file grew: the journal shortens it again.
        if (look_beside(path) != Beside::journal)
            refuse("damaged", path);
        break;
    case Kind::geopackage:
        break;
    }
}

void check_beside(const std::filesystem::path& path, OpenMode mode) {
    switch (look_beside(path)) {
    case Beside::foreign_journal:
        refuse("foreign_journal", path);
    case Beside::write_ahead_log:
        refuse("used_by_other_program", path);
    case Beside::journal:
        if (mode == OpenMode::read)
            refuse("unfinished", path);
        break;
    case Beside::nothing:
        break;
    }
}

int check_version(const sqlite::Database& database, const std::filesystem::path& path) {
    const int version = stored_version(database);
    if (version <= 0)
        refuse("not_ours", path);
    if (version > schema_version)
        throw Error({"project.newer",
                     {path.string(), std::to_string(version), std::to_string(schema_version)}});
    return version;
}

WriterLock take_lock(const std::filesystem::path& path) {
    auto lock = WriterLock::take(path);
    if (!lock)
        refuse_in_use(path, find_holder(path));
    if (lock->weak()) {
        const auto holder = stored_holder(path);
        if (holder && !is_dead(*holder))
            refuse_in_use(path, *holder);
    }
    return *std::move(lock);
}

/// A copy of the file and its journal in a private folder, gone with this object.
class PrivateCopy {
  public:
    explicit PrivateCopy(const std::filesystem::path& path) {
        std::string name = (std::filesystem::temp_directory_path() / "antardesa-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw Error({"project.cannot_copy", {name}});
        folder_ = name;
        std::error_code error;
        std::filesystem::copy_file(path, file(), error);
        if (!error)
            std::filesystem::copy_file(path.native() + "-journal", file().native() + "-journal",
                                       error);
        if (error)
            throw Error({"project.cannot_copy", {file().string()}}, error.message());
    }
    ~PrivateCopy() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    PrivateCopy(const PrivateCopy&) = delete;
    PrivateCopy& operator=(const PrivateCopy&) = delete;

    std::filesystem::path file() const { return folder_ / "p.gpkg"; }

  private:
    std::filesystem::path folder_;
};

/// The version of a file that is ours, found out without writing to it. Behind the journal of
/// an interrupted write the pages contradict each other, so there a copy is recovered first.
int recognised_version(const std::filesystem::path& path) {
    if (look_beside(path) != Beside::journal)
        return check_version(sqlite::Database::open(path, sqlite::Access::immutable), path);
    const PrivateCopy copy(path);
    return check_version(sqlite::Database::open(copy.file(), sqlite::Access::read_write), path);
}

/// Rollback journal and full sync, also of the folder, so that what was acknowledged survives
/// a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
void prepare_for_writing(sqlite::Database& database, const std::filesystem::path& path) {
    database.set_busy_timeout(5000);
    database.trust_schema();
    database.execute("PRAGMA synchronous=EXTRA");
    if (database.text("PRAGMA journal_mode=DELETE") != "delete")
        refuse("used_by_other_program", path);
}

/// A copy of the file as it was is kept before an older schema is changed.
void migrate_stored(sqlite::Database& database, const std::filesystem::path& path, int version) {
    if (version == schema_version)
        return;
    std::filesystem::path copy = path;
    copy.replace_extension(".skema" + std::to_string(version) + ".gpkg");
    std::error_code error;
    std::filesystem::copy_file(path, copy, error);
    if (error || sqlite::Database::open_foreign(copy).quick_check() != "ok")
        throw Error({"project.cannot_copy", {copy.string()}}, error.message());
    sqlite::Transaction transaction(database);
    migrate(database, migrations(), iso_text(std::chrono::system_clock::now()));
    transaction.commit();
}

} // namespace

void register_functions(sqlite::Database& database) {
    database.register_bounds_functions(
        [](std::span<const std::uint8_t> blob) -> std::optional<std::array<double, 4>> {
            const auto box = geo::geopackage_bounds(blob);
            if (!box || box->empty())
                return std::nullopt;
            return std::array{box->min.x, box->max.x, box->min.y, box->max.y};
        });
}

void write_holder(sqlite::Database& database, const Holder& holder) {
    auto row = database.prepare("INSERT OR REPLACE INTO pemegang (id, inang, proses, sejak)"
                                " VALUES (1, ?1, ?2, ?3)");
    row.bind(1, std::string_view(holder.host));
    row.bind(2, holder.process);
    row.bind(3, std::string_view(holder.since));
    row.run();
}

void erase_holder(sqlite::Database& database) {
    database.execute("DELETE FROM pemegang");
}

std::optional<Holder> read_holder(const sqlite::Database& database) {
    auto row = database.prepare("SELECT inang, proses, sejak FROM pemegang");
    if (!row.step())
        return std::nullopt;
    return Holder{std::string(row.text(0)), row.integer(1), std::string(row.text(2))};
}

void rethrow(const sqlite::DatabaseError& error, const std::filesystem::path& path) {
    using sqlite::Trouble;
    const auto key = [&] {
        switch (error.trouble()) {
        case Trouble::corrupt:
            return "project.damaged";
        case Trouble::not_a_database:
            return "project.not_ours";
        case Trouble::busy:
            return "project.used_by_other_program";
        case Trouble::full:
            return "project.no_space";
        case Trouble::cannot_open:
            return "project.cannot_open";
        case Trouble::read_only:
            return "project.cannot_write";
        default:
            return "project.disk_failed";
        }
    };
    throw Error({key(), {path.string()}}, error.said());
}

} // namespace detail

namespace {

/// Everything that has to be true before the file itself is opened for writing, so that a file
/// that is not ours is never touched.
detail::WriterLock prepare_writer(const std::filesystem::path& path, int& version) {
    auto lock = detail::take_lock(path);
    detail::check_beside(path, OpenMode::write);
    version = detail::recognised_version(path);
    return lock;
}

sqlite::Database open_for_writing(const std::filesystem::path& path, int version) {
    auto database = sqlite::Database::open(path, sqlite::Access::read_write);
    detail::prepare_for_writing(database, path);
    detail::register_functions(database);
    detail::migrate_stored(database, path, version);
    return database;
}

sqlite::Database open_for_reading(const std::filesystem::path& path) {
    detail::check_beside(path, OpenMode::read);
    auto database = sqlite::Database::open(path, sqlite::Access::immutable);
    const int version = detail::check_version(database, path);
    if (version < schema_version)
        throw Error({"project.older", {path.string(), std::to_string(version)}});
    return database;
}

} // namespace

ProjectFile ProjectFile::open(const std::filesystem::path& path, OpenMode mode) {
    using namespace detail;
    check_kind(path);
    try {
        int version = schema_version;
        const unsigned counter = change_counter(path);
        std::optional<WriterLock> lock;
        if (mode == OpenMode::write)
            lock = prepare_writer(path, version);
        auto database =
            mode == OpenMode::write ? open_for_writing(path, version) : open_for_reading(path);
        const std::int64_t revision = newest_revision(database);
        auto ledger = read_ledger(database);
        auto identity = read_identity(database);
        auto state = std::unique_ptr<State>(
            new State{std::filesystem::absolute(path), mode, std::move(lock), std::move(database),
                      schema_version, revision, std::move(ledger), std::move(identity), counter});
        // Where locks do not work the row is the only sign, so there it cannot wait for an edit.
        if (state->lock && state->lock->weak()) {
            write_holder(state->database, this_instance());
            state->announced = true;
        }
        return ProjectFile(std::move(state));
    } catch (const sqlite::DatabaseError& error) {
        rethrow(error, path);
    }
}

std::optional<Holder> ProjectFile::holder(const std::filesystem::path& path) {
    if (!detail::WriterLock::is_held(path))
        return std::nullopt;
    return detail::find_holder(path);
}

} // namespace antardesa::project
