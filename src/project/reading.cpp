#include "project/detail/beside.h"
#include "project/detail/state.h"
#include "project/detail/stored_rows.h"

#include "sqlite/transaction.h"

namespace antardesa::project {

namespace {

Finding broken_row(const char* table, std::int64_t id, const char* column) {
    Finding finding;
    finding.severity = Severity::error;
    finding.code = "broken_row";
    finding.subject = std::string(table) + " " + std::to_string(id);
    finding.message = {"project.broken_row", {table, std::to_string(id), column}};
    return finding;
}

template<class Row>
const char* missing_geometry(const Row&) {
    return nullptr;
}
const char* missing_geometry(const model::Village& row) {
    return row.geometry ? nullptr : "geom";
}
const char* missing_geometry(const model::SpecialArea& row) {
    return row.geometry ? nullptr : "geom";
}
const char* missing_geometry(const model::ReferenceLine& row) {
    return row.geometry ? nullptr : "geom";
}

const char* missing_geometry(const model::BoundaryException& row) {
    return row.geometry ? nullptr : "geom";
}
const char* missing_geometry(const model::BoundaryFinding& row) {
    return row.geometry ? nullptr : "geom";
}

template<class Row>
std::int64_t count_rows(const sqlite::Database& database, int version) {
    if (!detail::is_stored<Row>(version))
        return 0;
    return database.integer(std::string("SELECT count(*) FROM ") + detail::Stored<Row>::table);
}

template<class Row>
void read_table(const sqlite::Database& database, int version, model::Table<Row>& table,
                std::vector<Finding>& findings, Progress& progress) {
    if (!detail::is_stored<Row>(version))
        return;
    std::vector<Row> rows;
    auto statement = database.prepare(detail::select_sql<Row>(version));
    while (statement.step()) {
        progress.check();
        progress.advance();
        Row row;
        const char* broken = detail::read_row(statement, version, row);
        if (!broken)
            broken = missing_geometry(row);
        if (broken)
            findings.push_back(
                broken_row(detail::Stored<Row>::table, statement.integer(0), broken));
        else
            rows.push_back(std::move(row));
    }
    table = model::Table<Row>(std::move(rows));
}

/// References to rows that are not there: other programs may write without checking. The rows
/// are kept, for look-ups live with them.
void find_dangling(const sqlite::Database& database, std::vector<Finding>& findings) {
    auto broken = database.prepare("PRAGMA foreign_key_check");
    while (broken.step()) {
        const std::string table(broken.text(0));
        const std::string row = std::to_string(broken.integer(1));
        Finding finding;
        finding.code = "dangling_reference";
        finding.subject = table + " " + row;
        finding.message = {"project.dangling", {table, row, std::string(broken.text(2))}};
        findings.push_back(std::move(finding));
    }
}

} // namespace

model::TableSet ProjectFile::read(std::vector<Finding>& findings, Progress& progress) const {
    model::TableSet tables;
    const sqlite::Database& database = state_->database;
    try {
        const sqlite::Stoppable stoppable(database, progress);
        const sqlite::Snapshot snapshot(database);
        if (state_->mode == OpenMode::write)
            state_->look_again();
        std::apply(
            [&]<class... Rows>(model::Table<Rows>&... table) {
                const int version = state_->version;
                progress.start((count_rows<Rows>(database, version) + ...));
                (read_table(database, version, table, findings, progress), ...);
            },
            tables);
        find_dangling(database, findings);
    } catch (const sqlite::DatabaseError& error) {
        detail::rethrow(error, state_->path);
    }
    const bool changed = state_->mode == OpenMode::read &&
                         (detail::change_counter(state_->path) != state_->counter ||
                          detail::look_beside(state_->path) != detail::Beside::nothing);
    if (changed)
        throw Error({"project.changed_meanwhile", {state_->path.string()}});
    return tables;
}

} // namespace antardesa::project
