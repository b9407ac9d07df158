#include "project/detail/history.h"

#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

#include <algorithm>

namespace antardesa::project::detail {

namespace {

/// What a link of the chain covers, frozen with schema 5: all of an entry but the link itself.
constexpr HashedTable linked_entry{
    "riwayat", "id, revisi, nama, argumen, pelaku, waktu, dokumen, membatalkan, perubahan",
    nullptr};

class HistoryChain {
  public:
    explicit HistoryChain(sqlite::Database& database)
        : entry_(database.prepare(select_hashed(linked_entry) + " WHERE revisi = ?1")),
          before_(database.prepare("SELECT rantai FROM riwayat WHERE revisi < ?1"
                                   " ORDER BY revisi DESC LIMIT 1")),
          put_(database.prepare("UPDATE riwayat SET rantai = ?1 WHERE revisi = ?2")) {}

    void append(std::int64_t revision) {
        before_.bind(1, revision);
        digest::Short link{};
        if (before_.step() && before_.blob(0).size() == link.size())
            std::ranges::copy(before_.blob(0), link.begin());
        before_.reset();
        entry_.bind(1, revision);
        entry_.step();
        link = linked(link, entry_);
        entry_.reset();
        put_.bind(1, std::span<const std::uint8_t>(link));
        put_.bind(2, revision);
        put_.run();
    }

    /// The link of the entry that the row holds, behind the one before.
    static digest::Short linked(const digest::Short& before, const sqlite::Statement& row) {
        RowHasher hasher;
        const digest::Short content = hasher.hash(linked_entry, row, 1);
        digest::ShortHash hash;
        hash.add(before);
        hash.add(content);
        return hash.take();
    }

  private:
    sqlite::Statement entry_;
    sqlite::Statement before_;
    sqlite::Statement put_;
};

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
    HistoryChain(database).append(entry.revision);
}

void chain_history(sqlite::Database& database) {
    std::vector<std::int64_t> revisions;
    {
        auto rows = database.prepare("SELECT revisi FROM riwayat ORDER BY revisi");
        while (rows.step())
            revisions.push_back(rows.integer(0));
    }
    HistoryChain chain(database);
    for (const std::int64_t revision : revisions)
        chain.append(revision);
}

std::optional<std::int64_t> first_broken_link(const sqlite::Database& database) {
    auto stored = database.prepare("SELECT rantai FROM riwayat ORDER BY revisi");
    auto entry = database.prepare(select_hashed(linked_entry) + " ORDER BY revisi");
    digest::Short link{};
    while (stored.step() && entry.step()) {
        link = HistoryChain::linked(link, entry);
        if (!std::ranges::equal(stored.blob(0), link))
            return entry.integer(1);
    }
    return std::nullopt;
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
    auto rows =
        database.prepare(stored_version(database) >= 5
                             ? "SELECT revisi, nama, argumen, pelaku, waktu, dokumen,"
                               " membatalkan, rantai FROM riwayat ORDER BY revisi DESC LIMIT ?1"
                             : "SELECT revisi, nama, argumen, pelaku, waktu, dokumen,"
                               " membatalkan, NULL FROM riwayat ORDER BY revisi DESC LIMIT ?1");
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
        entry.link = digest::hex(rows.blob(7));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace antardesa::project::detail
