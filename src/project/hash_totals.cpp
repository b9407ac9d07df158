#include "project/detail/hash_totals.h"

#include <algorithm>

namespace antardesa::project::detail {

namespace {

void exclusive_or(digest::Short& into, std::span<const std::uint8_t> bytes) {
    // A hash of another length is damage, which the rows themselves tell.
    for (std::size_t i = 0; i < std::min(into.size(), bytes.size()); ++i)
        into[i] = static_cast<std::uint8_t>(into[i] ^ bytes[i]);
}

bool has_totals(const sqlite::Database& database) {
    return database.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                            " AND name = 'sidik_tabel'") == 1;
}

} // namespace

void HashTotal::add(std::span<const std::uint8_t> row_hash) {
    ++count;
    exclusive_or(hash, row_hash);
}

void HashTotal::take_out(std::span<const std::uint8_t> row_hash) {
    --count;
    exclusive_or(hash, row_hash);
}

HashTotal stored_total(const sqlite::Database& database, std::string_view table) {
    auto row = database.prepare("SELECT jumlah, sidik FROM sidik_tabel WHERE tabel = ?1");
    row.bind(1, table);
    HashTotal total;
    if (!row.step())
        return total;
    total.count = row.integer(0);
    exclusive_or(total.hash, row.blob(1));
    return total;
}

HashTotals::HashTotals(sqlite::Database& database) : database_(database) {
}

void HashTotals::add(std::string_view table, std::span<const std::uint8_t> row_hash) {
    changes_.try_emplace(std::string(table)).first->second.add(row_hash);
}

void HashTotals::take_out(std::string_view table, std::span<const std::uint8_t> row_hash) {
    changes_.try_emplace(std::string(table)).first->second.take_out(row_hash);
}

void HashTotals::store() {
    if (changes_.empty() || !has_totals(database_))
        return;
    auto put = database_.prepare("INSERT OR REPLACE INTO sidik_tabel (tabel, jumlah, sidik)"
                                 " VALUES (?1, ?2, ?3)");
    for (const auto& [table, change] : changes_) {
        HashTotal total = stored_total(database_, table);
        total.count += change.count;
        exclusive_or(total.hash, change.hash);
        put.bind(1, std::string_view(table));
        put.bind(2, total.count);
        put.bind(3, std::span<const std::uint8_t>(total.hash));
        put.run();
    }
    changes_.clear();
}

void total_hashes(sqlite::Database& database) {
    HashTotals totals(database);
    auto rows = database.prepare("SELECT tabel, sidik FROM sidik_baris");
    while (rows.step())
        totals.add(rows.text(0), rows.blob(1));
    totals.store();
}

} // namespace antardesa::project::detail
