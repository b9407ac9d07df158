#include "project/detail/row_hashes.h"

#include "project/detail/hash_totals.h"

#include <algorithm>
#include <bit>

namespace antardesa::project::detail {

namespace {

void add_value(digest::ShortHash& hash, const sqlite::Statement& row, int column) {
    const auto typed = [&](char type, std::uint64_t number) {
        hash.add(std::string_view(&type, 1));
        hash.add(number);
    };
    if (row.is_null(column)) {
        typed('n', 0);
    } else if (row.is_integer(column)) {
        typed('i', static_cast<std::uint64_t>(row.integer(column)));
    } else if (row.is_number(column)) {
        typed('r', std::bit_cast<std::uint64_t>(row.real(column)));
    } else if (row.is_text(column)) {
        const auto text = row.text(column);
        typed('t', text.size());
        hash.add(text);
    } else {
        const auto bytes = row.blob(column);
        typed('b', bytes.size());
        hash.add(bytes);
    }
}

/// Writes into `sidik_baris` and keeps the totals; one statement for all rows. `finish` when all is
/// written.
class HashWriter {
  public:
    explicit HashWriter(sqlite::Database& database)
        : totals_(database), stored_(database.prepare("SELECT sidik FROM sidik_baris"
                                                      " WHERE tabel = ?1 AND baris = ?2")),
          put_(database.prepare("INSERT OR REPLACE INTO sidik_baris (tabel, baris, sidik)"
                                " VALUES (?1, ?2, ?3)")),
          erase_(database.prepare("DELETE FROM sidik_baris WHERE tabel = ?1 AND baris = ?2")) {}

    void put(const HashedTable& table, std::int64_t key, const sqlite::Statement& row) {
        take_out(table, key);
        const digest::Short hash = hasher_.hash(table, row);
        totals_.add(table.table, hash);
        put_.bind(1, std::string_view(table.table));
        put_.bind(2, key);
        put_.bind(3, std::span<const std::uint8_t>(hash));
        put_.run();
    }
    void erase(const HashedTable& table, std::int64_t key) {
        take_out(table, key);
        erase_.bind(1, std::string_view(table.table));
        erase_.bind(2, key);
        erase_.run();
    }
    void finish() { totals_.store(); }

  private:
    void take_out(const HashedTable& table, std::int64_t key) {
        stored_.bind(1, std::string_view(table.table));
        stored_.bind(2, key);
        if (stored_.step())
            totals_.take_out(table.table, stored_.blob(0));
        stored_.reset();
    }
    RowHasher hasher_;
    HashTotals totals_;
    sqlite::Statement stored_;
    sqlite::Statement put_;
    sqlite::Statement erase_;
};

} // namespace

digest::Short RowHasher::hash(const HashedTable& table, const sqlite::Statement& row,
                              int first_column) {
    hash_.add(std::string_view(table.table));
    for (int column = first_column; column < row.column_count(); ++column)
        add_value(hash_, row, column);
    return hash_.take();
}

std::string select_hashed(const HashedTable& table) {
    return std::string("SELECT ") + table.columns + " FROM " + table.table;
}

namespace {

/// Rows of the tables against their stored hashes, asked one by one.
class AsWritten {
  public:
    explicit AsWritten(const sqlite::Database& database)
        : database_(database), stored_(database.prepare("SELECT sidik FROM sidik_baris"
                                                        " WHERE tabel = ?1 AND baris = ?2")) {}

    bool holds(const HashedTable& table, std::int64_t key) {
        if (!table_ || table_->table != table.table) {
            table_ = &table;
            row_.emplace(database_.prepare(select_hashed(table) + " WHERE id = ?1"));
        }
        stored_.bind(1, std::string_view(table.table));
        stored_.bind(2, key);
        row_->bind(1, key);
        const bool is_known = stored_.step();
        const bool is_there = row_->step();
        const bool equal =
            is_known == is_there &&
            (!is_there || std::ranges::equal(stored_.blob(0), hasher_.hash(table, *row_)));
        stored_.reset();
        row_->reset();
        return equal;
    }

  private:
    const sqlite::Database& database_;
    RowHasher hasher_;
    sqlite::Statement stored_;
    const HashedTable* table_ = nullptr;
    std::optional<sqlite::Statement> row_;
};

} // namespace

std::string row_name(const sqlite::Database& database, const HashedTable& table, std::int64_t key) {
    try {
        auto row = database.prepare(std::string("SELECT ") + table.label + " FROM " + table.table +
                                    " WHERE id = ?1");
        row.bind(1, key);
        return row.step() ? std::string(row.text(0)) : std::string();
    } catch (const sqlite::DatabaseError&) {
        return {};
    }
}

std::optional<ForeignRow> first_foreign_row(const sqlite::Database& database,
                                            std::span<const sqlite::ChangedRow> rows) {
    AsWritten as_written(database);
    for (const sqlite::ChangedRow& row : rows) {
        const HashedTable* table = hashed_table(row.table);
        if (table && !as_written.holds(*table, row.key))
            return ForeignRow{row.table, row.key, row_name(database, *table, row.key)};
    }
    return std::nullopt;
}

bool is_entry_as_written(const sqlite::Database& database, std::int64_t revision) {
    auto entry = database.prepare("SELECT id FROM riwayat WHERE revisi = ?1");
    entry.bind(1, revision);
    return entry.step() && AsWritten(database).holds(*hashed_table("riwayat"), entry.integer(0));
}

void hash_all_rows(sqlite::Database& database, int version, Progress& progress) {
    database.execute("DELETE FROM sidik_baris");
    if (version >= 6)
        database.execute("DELETE FROM sidik_tabel");
    HashWriter writer(database);
    for (const HashedTable& table : hashed_tables(version)) {
        auto rows = database.prepare(select_hashed(table) + " ORDER BY id");
        while (rows.step()) {
            progress.check();
            writer.put(table, rows.integer(0), rows);
        }
    }
    writer.finish();
}

void rehash_rows(sqlite::Database& database, int from, int to) {
    HashWriter writer(database);
    RowHasher hasher;
    auto stored = database.prepare("SELECT sidik FROM sidik_baris WHERE tabel = ?1 AND baris = ?2");
    for (const HashedTable& table : hashed_tables(from)) {
        const HashedTable& next = *hashed_table(table.table, to);
        if (std::string_view(next.columns) == table.columns)
            continue;
        auto before = database.prepare(select_hashed(table) + " ORDER BY id");
        auto after = database.prepare(select_hashed(next) + " ORDER BY id");
        stored.bind(1, std::string_view(table.table));
        while (before.step() && after.step()) {
            const digest::Short hash = hasher.hash(table, before);
            stored.bind(2, before.integer(0));
            const bool as_written = stored.step() && std::ranges::equal(stored.blob(0), hash);
            stored.reset();
            if (as_written)
                writer.put(next, after.integer(0), after);
        }
    }
    writer.finish();
}

void hash_rows(sqlite::Database& database, std::span<const sqlite::ChangedRow> changed) {
    if (const auto row = first_foreign_row(database, rested_rows(database, changed)))
        throw Error({"project.rests_on_damage",
                     {row->table, std::to_string(row->key), row->name.empty() ? "–" : row->name}});
    HashWriter writer(database);
    const HashedTable* table = nullptr;
    std::optional<sqlite::Statement> one;
    for (const sqlite::ChangedRow& row : changed) {
        if (!table || row.table != table->table) {
            table = hashed_table(row.table);
            if (!table)
                continue;
            one.emplace(database.prepare(select_hashed(*table) + " WHERE id = ?1"));
        }
        one->bind(1, row.key);
        if (one->step())
            writer.put(*table, row.key, *one);
        else
            writer.erase(*table, row.key);
        one->reset();
    }
    writer.finish();
}

void hash_entry(sqlite::Database& database, std::int64_t revision) {
    const HashedTable& table = *hashed_table("riwayat");
    auto entry = database.prepare(select_hashed(table) + " WHERE revisi = ?1");
    entry.bind(1, revision);
    if (!entry.step())
        return;
    HashWriter writer(database);
    writer.put(table, entry.integer(0), entry);
    writer.finish();
}

} // namespace antardesa::project::detail
