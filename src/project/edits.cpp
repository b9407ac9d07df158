#include "project/detail/holder.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"
#include "project/detail/stored_rows.h"

#include "model/case_verbs.h"
#include "sqlite/transaction.h"

#include <algorithm>

namespace antardesa::project {

namespace {

using sqlite::Trouble;

Refusal refused(const char* what, std::vector<std::string> arguments = {}) {
    return {{std::string("project.") + what, std::move(arguments)}};
}

/// Thrown inside a transaction to leave it without a trace; becomes a Refusal.
struct Refused {
    Refusal refusal;
};

class RowWriter {
  public:
    explicit RowWriter(sqlite::Database& database) : database_(database) {}

    // Not INSERT … ON CONFLICT DO UPDATE: inside it the R-tree triggers' own OR REPLACE would be
    // overruled.
    template<class Row>
    void operator()(const model::Put<Row>& put) const {
        if (put.row.id.value <= 0)
            throw Refused{refused("constraint", {detail::Stored<Row>::table})};
        if (write(detail::update_sql<Row>(), put.row) == 0)
            write(detail::insert_sql<Row>(), put.row);
    }
    template<class Row>
    void operator()(const model::Erase<Row>& erase) const {
        auto statement = database_.prepare(detail::delete_sql<Row>());
        statement.bind(1, erase.id.value);
        statement.run();
    }
    void operator()(const model::Put<model::ProjectIdentity>& put) const {
        detail::write_identity(database_, put.row);
    }

  private:
    template<class Row>
    std::int64_t write(const std::string& sql, const Row& row) const {
        geo::Bytes buffer;
        auto statement = database_.prepare(sql);
        detail::bind_row(statement, row, buffer);
        statement.run();
        return database_.changes();
    }
    sqlite::Database& database_;
};

/// The row that a write is about, as far as it is stored.
struct RowOfWrite {
    template<class Row>
    sqlite::ChangedRow operator()(const model::Put<Row>& put) const {
        return {detail::Stored<Row>::table, put.row.id.value, false};
    }
    template<class Row>
    sqlite::ChangedRow operator()(const model::Erase<Row>& erase) const {
        return {detail::Stored<Row>::table, erase.id.value, false};
    }
    sqlite::ChangedRow operator()(const model::Put<model::ProjectIdentity>&) const {
        return {"proyek", 1, false};
    }
};

std::vector<sqlite::ChangedRow> rows_of(const model::Edit& edit) {
    std::vector<sqlite::ChangedRow> rows;
    rows.reserve(edit.writes.size());
    for (const model::RowWrite& write : edit.writes)
        rows.push_back(std::visit(RowOfWrite(), write));
    return rows;
}

void require_as_written(const sqlite::Database& database,
                        std::span<const sqlite::ChangedRow> rows) {
    if (const auto row = detail::first_foreign_row(database, rows))
        throw Refused{refused("row_not_as_written", {row->table, std::to_string(row->key),
                                                     row->name.empty() ? "–" : row->name})};
}

/// The changeset of an earlier entry, to be taken back. What is damaged would be laid over good
/// rows, so it must be as it was written and touch the tables of edits alone.
sqlite::Changeset entry_to_take_back(const sqlite::Database& database, std::int64_t target) {
    auto changeset = detail::stored_changeset(database, target);
    const auto damaged = [&] {
        return Refused{refused("entry_damaged", {std::to_string(target)})};
    };
    if (!detail::is_entry_as_written(database, target) || !sqlite::has_changeset_form(changeset))
        throw damaged();
    const auto recorded = detail::recorded_tables();
    for (const std::string& table : sqlite::tables_of(changeset))
        if (std::find(recorded.begin(), recorded.end(), table) == recorded.end())
            throw damaged();
    return sqlite::inverted(changeset);
}

/// "perbup 12/2025": the document as the history shows it, also after it is gone.
std::string document_text(const sqlite::Database& database, Id<model::Document> document) {
    auto row = database.prepare("SELECT trim(jenis || ' ' || nomor) FROM dokumen WHERE id = ?1");
    row.bind(1, document.value);
    return row.step() ? std::string(row.text(0)) : std::string();
}

void note_changed_layers(sqlite::Database& database, const sqlite::Changeset& changeset,
                         const std::string& time) {
    const auto changed = sqlite::tables_of(changeset);
    for (const detail::Layer& layer : detail::layers()) {
        if (std::find(changed.begin(), changed.end(), layer.table) == changed.end())
            continue;
        if (layer.geometry_type)
            detail::update_contents(database, layer.table, time);
        else
            detail::touch_contents(database, layer.table, time);
    }
}

template<class Row>
void read_one(const sqlite::Database& database, int version, Id<Row> id, model::TableSet& tables) {
    auto statement = database.prepare(detail::unordered_sql<Row>(version) + " WHERE id = ?1");
    statement.bind(1, id.value);
    Row row;
    if (statement.step() && !detail::read_row(statement, version, row))
        std::get<model::Table<Row>>(tables).put(std::move(row));
}

template<class Row>
void read_all(sqlite::Statement& statement, int version, model::Table<Row>& rows) {
    while (statement.step()) {
        Row row;
        if (!detail::read_row(statement, version, row))
            rows.put(std::move(row));
    }
}

/// What belongs to a case: its further segments, and the meetings for local steps.
template<class Row>
void read_of_case(const sqlite::Database& database, int version, Id<model::BoundaryDispute> of,
                  model::TableSet& tables) {
    if (!detail::is_stored<Row>(version))
        return;
    auto statement =
        database.prepare(detail::unordered_sql<Row>(version) + " WHERE sengketa_id = ?1");
    statement.bind(1, of.value);
    read_all(statement, version, std::get<model::Table<Row>>(tables));
}

void read_case(const sqlite::Database& database, int version, const model::BoundaryDispute& after,
               model::TableSet& tables) {
    read_one(database, version, after.id, tables);
    read_one(database, version, after.outcome, tables);
    const model::BoundaryDispute* before =
        std::get<model::Table<model::BoundaryDispute>>(tables).find(after.id);
    if (!before)
        return;
    read_one(database, version, before->outcome, tables);
    for (const Id<model::Village> village : {before->first, before->second})
        read_one(database, version, village, tables);
    read_of_case<model::Meeting>(database, version, after.id, tables);
    read_of_case<model::CaseSegment>(database, version, after.id, tables);
    for (const model::CaseSegment& further : std::get<model::Table<model::CaseSegment>>(tables))
        read_one(database, version, further.segment, tables);
    for (const model::BoundarySegment& segment :
         std::get<model::Table<model::BoundarySegment>>(tables))
        for (const Id<model::Village> village : {segment.first, segment.second})
            read_one(database, version, village, tables);
}

/// No case takes a step that the law does not know, whichever program part asks for it.
void require_lawful(const sqlite::Database& database, int version, const model::Edit& edit) {
    model::TableSet tables;
    for (const model::RowWrite& write : edit.writes)
        if (const auto* put = std::get_if<model::Put<model::BoundaryDispute>>(&write))
            read_case(database, version, put->row, tables);
    if (std::get<model::Table<model::BoundaryDispute>>(tables).size() == 0)
        return;
    read_one(database, version, edit.document, tables);
    if (detail::is_stored<model::LocalStep>(version)) {
        auto steps = database.prepare(detail::unordered_sql<model::LocalStep>(version));
        read_all(steps, version, std::get<model::Table<model::LocalStep>>(tables));
    }
    for (const model::Village& village : std::get<model::Table<model::Village>>(tables))
        read_one(database, version, village.district, tables);
    if (auto refusal = model::unlawful_step(tables, edit))
        throw Refused{*std::move(refusal)};
}

/// Why nothing may be written to the file now.
template<class State>
std::optional<Refusal> not_now(const State& state) {
    if (state.mode != OpenMode::write)
        return refused("read_only", {state.path.string()});
    if (!state.usable)
        return refused("open_again", {state.path.string()});
    return detail::moved_away(state.path, state.standing);
}

/// One transaction: the change, its history entry, the layers' boxes, all or nothing.
/// `change` answers the changeset of what it did or throws `Refused`.
/// The first entry since the opening also says who writes.
template<class State, class Change>
Result<std::int64_t> recorded(State& state, detail::NewEntry entry, Change change) {
    sqlite::Database& database = state.database;
    try {
        sqlite::Transaction transaction(database);
        if (database.integer("PRAGMA data_version") != state.seen_version)
            throw Refused{refused("changed_elsewhere", {state.path.string()})};
        if (!state.announced)
            detail::write_holder(database, detail::this_instance());
        database.execute("PRAGMA defer_foreign_keys=ON");
        const sqlite::Changeset changeset = change(entry);
        detail::append_entry(database, entry, changeset);
        detail::hash_rows(database, sqlite::changed_rows(changeset));
        detail::hash_entry(database, entry.revision);
        note_changed_layers(database, changeset, entry.time);
        transaction.commit();
        state.announced = true;
        return entry.revision;
    } catch (const Refused& refusal) {
        return refusal.refusal;
    } catch (const sqlite::DatabaseError& error) {
        if (error.trouble() == Trouble::constraint)
            return refused("constraint", {error.said()});
        if (error.trouble() != Trouble::busy)
            state.reopen();
        detail::rethrow(error, state.path);
    }
}

/// What every entry brings about once it is committed.
template<class State>
Result<std::int64_t> followed(State& state, Result<std::int64_t> result, std::int64_t reverts) {
    if (result) {
        state.revision = result.value();
        state.ledger.add(result.value(), reverts);
        state.identity = detail::read_identity(state.database);
    }
    return result;
}

/// Undo and redo alike: an entry that takes an earlier one back by its inverted changeset.
template<class State>
Result<std::int64_t> take_back(State& state, std::int64_t target, const char* name,
                               const Authorship& by) {
    const std::string origin = std::to_string(state.ledger.origin(target));
    const detail::NewEntry entry{
        state.revision + 1, {name, {origin}}, by.author, detail::time_of(by), {}, target};
    auto result = recorded(state, entry, [&](const detail::NewEntry&) {
        auto changeset = entry_to_take_back(state.database, target);
        require_as_written(state.database, sqlite::changed_rows(changeset));
        if (!sqlite::apply_changeset(state.database, changeset))
            throw Refused{refused("conflict", {origin})};
        return changeset;
    });
    return followed(state, std::move(result), target);
}

} // namespace

Result<std::int64_t> ProjectFile::apply(const model::Edit& edit, const Authorship& by) {
    if (auto refusal = not_now(*state_))
        return *std::move(refusal);
    sqlite::Database& database = state_->database;
    detail::NewEntry entry{state_->revision + 1, edit.name, by.author, detail::time_of(by), {}, 0};
    auto result = recorded(*state_, entry, [&](detail::NewEntry& noted) {
        require_as_written(database, rows_of(edit));
        require_lawful(database, state_->version, edit);
        sqlite::Session session(database);
        for (const char* table : detail::recorded_tables())
            session.attach(table);
        for (const model::RowWrite& write : edit.writes)
            std::visit(RowWriter(database), write);
        noted.document = document_text(database, edit.document);
        return session.changeset();
    });
    return followed(*state_, std::move(result), 0);
}

Result<std::int64_t> ProjectFile::undo(const Authorship& by) {
    if (auto refusal = not_now(*state_))
        return *std::move(refusal);
    const auto target = state_->ledger.undoable();
    return target ? take_back(*state_, *target, "edit.undo", by) : refused("nothing_to_undo");
}

Result<std::int64_t> ProjectFile::redo(const Authorship& by) {
    if (auto refusal = not_now(*state_))
        return *std::move(refusal);
    const auto target = state_->ledger.redoable();
    return target ? take_back(*state_, *target, "edit.redo", by) : refused("nothing_to_redo");
}

} // namespace antardesa::project
