#include "project/project_file.h"

#include "project/detail/holder.h"
#include "project/detail/state.h"

#include "base/whole_file.h"

namespace antardesa::project {

namespace detail {

model::ProjectIdentity read_identity(const sqlite::Database& database) {
    auto row = database.prepare("SELECT kabupaten, provinsi, sumber FROM proyek WHERE id = 1");
    if (!row.step())
        return {};
    return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))};
}

void write_identity(sqlite::Database& database, const model::ProjectIdentity& identity) {
    const auto write = [&](const char* sql) {
        auto row = database.prepare(sql);
        row.bind(1, std::string_view(identity.regency));
        row.bind(2, std::string_view(identity.province));
        row.bind(3, std::string_view(identity.source));
        row.run();
    };
    write("UPDATE proyek SET kabupaten = ?1, provinsi = ?2, sumber = ?3 WHERE id = 1");
    if (database.changes() == 0)
        write("INSERT INTO proyek (id, kabupaten, provinsi, sumber) VALUES (1, ?1, ?2, ?3)");
}

std::string time_of(const Authorship& by) {
    return iso_text(by.clock ? by.clock->now() : SystemClock().now());
}

} // namespace detail

void ProjectFile::State::look_again() {
    seen_version = database.integer("PRAGMA data_version");
    revision = detail::newest_revision(database);
    ledger = detail::read_ledger(database);
    identity = detail::read_identity(database);
}

void ProjectFile::State::reopen() noexcept {
    usable = false;
    try {
        if (detail::moved_away(path, standing))
            return;
        database = sqlite::Database::open(path, sqlite::Access::read_write);
        detail::prepare_for_writing(database, path);
        detail::register_functions(database);
        look_again();
        announced = detail::read_holder(database).has_value();
        usable = true;
    } catch (const std::exception&) {
        // Every further edit is refused; the file is recovered when it is opened again.
    }
}

ProjectFile::State::~State() {
    // The name may belong to another file by now, and with it the journal.
    if (!announced || detail::moved_away(path, standing))
        return;
    try {
        detail::erase_holder(database);
    } catch (const std::exception&) {
        // The row stays; without the lock it says nothing.
    }
}

ProjectFile::ProjectFile(std::unique_ptr<State> state) : state_(std::move(state)) {
}
ProjectFile::~ProjectFile() = default;
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;

const std::filesystem::path& ProjectFile::path() const {
    return state_->path;
}

OpenMode ProjectFile::mode() const {
    return state_->mode;
}

int ProjectFile::version() const {
    return state_->version;
}

std::int64_t ProjectFile::revision() const {
    return state_->revision;
}

model::ProjectIdentity ProjectFile::identity() const {
    return state_->identity;
}

bool ProjectFile::on_network() const {
    return is_on_network(state_->path);
}

void ProjectFile::show_life() {
    if (!state_->lock || !state_->lock->weak() || !state_->usable)
        return;
    try {
        detail::write_sign_of_life(state_->database, detail::this_instance());
    } catch (const sqlite::DatabaseError& error) {
        detail::rethrow(error, state_->path);
    }
}

bool ProjectFile::can_undo() const {
    return state_->mode == OpenMode::write && state_->ledger.undoable();
}

bool ProjectFile::can_redo() const {
    return state_->mode == OpenMode::write && state_->ledger.redoable();
}

std::vector<model::HistoryEntry> ProjectFile::history(std::size_t limit) const {
    try {
        return detail::read_entries(state_->database, state_->ledger, limit);
    } catch (const sqlite::DatabaseError& error) {
        detail::rethrow(error, state_->path);
    }
}

} // namespace antardesa::project
