#include "project/detail/beside.h"
#include "project/detail/holder.h"
#include "project/detail/schema.h"
#include "project/detail/schema_drift.h"
#include "project/detail/spatial_index.h"
#include "project/detail/state.h"

#include "base/whole_file.h"
#include "geo/wkb.h"

#include <algorithm>

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
    case Kind::no_file:
        refuse("no_file", path);
    case Kind::no_access:
        refuse("no_access", path);
    case Kind::not_ours:
        refuse("not_ours", path);
    case Kind::broken_top:
        refuse("damaged", path);
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
    case Beside::other_journal:
        throw Error({"project.other_journal", {path.string(), path.string() + "-journal"}});
    case Beside::write_ahead_log:
        throw Error({"project.write_ahead_log", {path.string(), path.string() + "-wal"}});
    case Beside::journal:
        if (mode == OpenMode::read)
            refuse("unfinished", path);
        break;
    case Beside::nothing:
        break;
    }
}

bool has_table(const sqlite::Database& database, const char* table) {
    auto row = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    row.bind(1, std::string_view(table));
    return row.step();
}

/// The oldest schema whose programs may read a file of this version; the version itself when the
/// file does not say.
int readable_since(const sqlite::Database& database, int version) {
    if (!has_table(database, "antardesa_baca"))
        return version;
    auto row = database.prepare("SELECT pembaca FROM antardesa_baca WHERE versi = ?1");
    row.bind(1, std::int64_t{version});
    return row.step() ? static_cast<int>(row.integer(0)) : version;
}

int check_version(const sqlite::Database& database, const std::filesystem::path& path,
                  OpenMode mode) {
    const int version = stored_version(database);
    if (version <= 0)
        refuse("not_ours", path);
    // Before anything else is asked: a view in a table's place can run for ever.
    if (const auto disguised = disguised_table(database))
        throw Error({"project.foreign_schema", {path.string(), *disguised}});
    if (mode == OpenMode::write)
        if (const auto trigger = foreign_trigger(database))
            throw Error({"project.foreign_trigger", {path.string(), *trigger}});
    if (mode == OpenMode::write)
        if (const auto table = table_with_action(database))
            throw Error({"project.foreign_action", {path.string(), *table}});
    // An edit brings a layer's box up to date, by its index.
    if (mode == OpenMode::write)
        if (const auto layer = endless_index(database, version))
            throw Error({"project.endless_index", {path.string(), *layer}});
    const int needed = mode == OpenMode::read ? readable_since(database, version) : version;
    if (needed > schema_version)
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
        if (holder && !is_dead(*holder) && !is_silent(*holder))
            refuse_in_use(path, *holder);
    }
    return *std::move(lock);
}

/// A copy of the file and its journal in a private folder, gone with this object.
class PrivateCopy {
  public:
    explicit PrivateCopy(const std::filesystem::path& path) : folder_(make_private_folder()) {
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
        return check_version(sqlite::Database::open(path, sqlite::Access::immutable), path,
                             OpenMode::write);
    const PrivateCopy copy(path);
    return check_version(sqlite::Database::open(copy.file(), sqlite::Access::read_write), path,
                         OpenMode::write);
}

} // namespace

void prepare_for_writing(sqlite::Database& database, const std::filesystem::path& path) {
    database.set_busy_timeout(5000);
    database.trust_schema();
    // Also the folder, so that what was acknowledged survives a power cut
    // (https://sqlite.org/pragma.html#pragma_synchronous).
    database.execute("PRAGMA synchronous=EXTRA");
    if (database.text("PRAGMA journal_mode=DELETE") != "delete")
        refuse("used_by_other_program", path);
}

void register_functions(sqlite::Database& database) {
    database.register_bounds_functions(
        [](std::span<const std::uint8_t> blob) -> std::optional<std::array<double, 4>> {
            const auto box = geo::geopackage_bounds(blob);
            if (!box || box->empty())
                return std::nullopt;
            return std::array{box->min.x, box->max.x, box->min.y, box->max.y};
        });
}

} // namespace detail

namespace {

/// Everything that has to be true before the file itself is opened for writing, so that a file
/// that is not ours is never touched.
detail::WriterLock prepare_writer(const std::filesystem::path& path, int& version) {
    if (!detail::is_folder_writable(path))
        throw Error({"project.cannot_write", {path.string()}});
    // Two names have two journals, and neither knows of the other's
    // (https://sqlite.org/howtocorrupt.html, 2.5).
    std::error_code unknown;
    if (std::filesystem::hard_link_count(path, unknown) > 1 && !unknown)
        throw Error({"project.hard_linked", {path.string()}});
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

sqlite::Database open_for_reading(const std::filesystem::path& path, int& version) {
    detail::check_beside(path, OpenMode::read);
    auto database = sqlite::Database::open(path, sqlite::Access::immutable);
    detail::register_functions(database);
    version = detail::check_version(database, path, OpenMode::read);
    return database;
}

} // namespace

ProjectFile ProjectFile::open(const std::filesystem::path& given, OpenMode mode) {
    using namespace detail;
    const std::filesystem::path path = true_path(given);
    check_kind(path);
    try {
        int version = schema_version;
        const unsigned counter = change_counter(path);
        std::optional<WriterLock> lock;
        if (mode == OpenMode::write)
            lock = prepare_writer(path, version);
        const auto standing = standing_at(path).value_or(Standing{});
        auto database = mode == OpenMode::write ? open_for_writing(path, version)
                                                : open_for_reading(path, version);
        auto state =
            std::unique_ptr<State>(new State{path,
                                             mode,
                                             std::move(lock),
                                             std::move(database),
                                             mode == OpenMode::write ? schema_version : version,
                                             0,
                                             {},
                                             {},
                                             counter,
                                             false,
                                             standing});
        state->look_again();
        // Where locks do not work the row is the only sign, so there it cannot wait for an edit.
        if (state->lock && state->lock->weak()) {
            write_holder(state->database, this_instance());
            write_sign_of_life(state->database, this_instance());
            state->announced = true;
        }
        return ProjectFile(std::move(state));
    } catch (const sqlite::DatabaseError& error) {
        rethrow(error, path);
    }
}

ProjectFile ProjectFile::open_as_possible(const std::filesystem::path& path,
                                          std::optional<Message>& reason) {
    static constexpr std::string_view looking_helps[] = {
        "project.in_use",           "project.newer",
        "project.cannot_write",     "project.no_space",
        "project.full_though_free", "project.cannot_create",
        "project.migration_failed", "project.foreign_trigger",
        "project.foreign_action",   "project.endless_index",
        "project.hard_linked"};
    try {
        return open(path, OpenMode::write);
    } catch (const Error& error) {
        if (std::find(std::begin(looking_helps), std::end(looking_helps), error.message().key) ==
            std::end(looking_helps))
            throw;
        reason = error.message();
    }
    return open(path, OpenMode::read);
}

std::optional<Holder> ProjectFile::holder(const std::filesystem::path& given) {
    const std::filesystem::path path = detail::true_path(given);
    if (!detail::WriterLock::is_held(path))
        return std::nullopt;
    return detail::find_holder(path);
}

} // namespace antardesa::project
