#include "project/detail/history.h"

namespace antardesa::project::detail {

namespace {

std::string json_list(const sqlite::Database& database, const std::vector<std::string>& texts) {
    std::string list = "[]";
    auto append = database.prepare("SELECT json_insert(?1, '$[#]', ?2)");
    for (const std::string& text : texts) {
        append.bind(1, std::string_view(list));
        append.bind(2, std::string_view(text));
        append.step();
        list = append.text(0);
        append.reset();
    }
    return list;
}

std::vector<std::string> listed(sqlite::Statement& elements, std::string_view list) {
    std::vector<std::string> texts;
    elements.bind(1, list);
    while (elements.step())
        texts.emplace_back(elements.text(0));
    elements.reset();
    return texts;
}

} // namespace

void append_entry(sqlite::Database& database, const NewEntry& entry,
                  std::span<const std::uint8_t> changeset) {
    auto row = database.prepare("INSERT INTO riwayat (revisi, nama, argumen, pelaku, waktu,"
                                " dokumen, membatalkan, perubahan)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    row.bind(1, entry.revision);
    row.bind(2, std::string_view(entry.name.key));
    row.bind(3, std::string_view(json_list(database, entry.name.arguments)));
    row.bind(4, std::string_view(entry.author));
    row.bind(5, std::string_view(entry.time));
    row.bind(6, std::string_view(entry.document));
    entry.reverts ? row.bind(7, entry.reverts) : row.bind_null(7);
    changeset.empty() ? row.bind_null(8) : row.bind(8, changeset);
    row.run();
}

sqlite::Changeset stored_changeset(const sqlite::Database& database, std::int64_t revision) {
    auto row = database.prepare("SELECT perubahan FROM riwayat WHERE revisi = ?1");
    row.bind(1, revision);
    if (!row.step())
        return {};
    const auto bytes = row.blob(0);
    return {bytes.begin(), bytes.end()};
}

UndoLedger read_ledger(const sqlite::Database& database) {
    UndoLedger ledger;
    auto rows = database.prepare("SELECT revisi, membatalkan, nama IN ('edit.accept',"
                                 " 'edit.recover', 'edit.lost') FROM riwayat ORDER BY revisi");
    while (rows.step())
        rows.integer(2) ? ledger.add_final(rows.integer(0))
                        : ledger.add(rows.integer(0), rows.integer(1));
    return ledger;
}

std::int64_t newest_revision(const sqlite::Database& database) {
    return database.integer("SELECT max(revisi) FROM riwayat");
}

std::vector<model::HistoryEntry> read_entries(const sqlite::Database& database,
                                              const UndoLedger& ledger, std::size_t limit) {
    std::vector<model::HistoryEntry> entries;
    auto rows = database.prepare("SELECT revisi, nama, argumen, pelaku, waktu, dokumen,"
                                 " membatalkan FROM riwayat ORDER BY revisi DESC LIMIT ?1");
    auto elements = database.prepare(
        "SELECT value FROM json_each(CASE WHEN json_valid(?1) THEN ?1 ELSE '[]' END)");
    rows.bind(1, static_cast<std::int64_t>(limit));
    while (rows.step()) {
        model::HistoryEntry entry;
        entry.revision = rows.integer(0);
        entry.name = rows.text(1);
        entry.arguments = listed(elements, rows.text(2));
        entry.author = rows.text(3);
        entry.time = rows.text(4);
        entry.document = rows.text(5);
        entry.reverts = rows.integer(6);
        entry.undone = ledger.undone(entry.revision);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace antardesa::project::detail
