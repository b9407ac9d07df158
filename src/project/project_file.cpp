#include "project/project_file.h"

#include "project/detail/state.h"

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

ProjectFile::State::~State() {
    if (!announced)
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
