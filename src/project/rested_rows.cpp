#include "project/detail/row_hashes.h"

#include <algorithm>
#include <set>

namespace antardesa::project::detail {

namespace {

using sqlite::quoted_name;

/// What is stored about a boundary follows from its line: points lie on it, claims depart from it.
/// Of other rows a reference takes no more than that they are there.
constexpr std::string_view line_table = "segmen_batas";

struct Reference {
    std::string column;
    std::string parent;
};

std::vector<Reference> references_of(const sqlite::Database& database, const HashedTable& table) {
    std::vector<Reference> references;
    auto rows = database.prepare(std::string("PRAGMA foreign_key_list(") + table.table + ")");
    while (rows.step())
        if (rows.text(2) == line_table)
            references.push_back({std::string(rows.text(3)), std::string(rows.text(2))});
    return references;
}

/// Adds what the rows of one table refer to by one column.
void add_parents(const sqlite::Database& database, const HashedTable& table,
                 const Reference& reference, std::span<const sqlite::ChangedRow> rows,
                 std::set<std::pair<std::string, std::int64_t>>& parents) {
    auto parent = database.prepare("SELECT " + quoted_name(reference.column) + " FROM " +
                                   table.table + " WHERE id = ?1");
    for (const sqlite::ChangedRow& row : rows) {
        parent.bind(1, row.key);
        if (parent.step() && !parent.is_null(0))
            parents.emplace(reference.parent, parent.integer(0));
        parent.reset();
    }
}

} // namespace

std::vector<sqlite::ChangedRow> rested_rows(const sqlite::Database& database,
                                            std::span<const sqlite::ChangedRow> changed) {
    std::set<std::pair<std::string, std::int64_t>> parents;
    for (auto at = changed.begin(); at != changed.end();) {
        const auto end = std::find_if(at, changed.end(), [&](const sqlite::ChangedRow& row) {
            return row.table != at->table;
        });
        if (const HashedTable* table = hashed_table(at->table))
            for (const Reference& reference : references_of(database, *table))
                add_parents(database, *table, reference, {at, end}, parents);
        at = end;
    }
    for (const sqlite::ChangedRow& row : changed)
        parents.erase({row.table, row.key});
    std::vector<sqlite::ChangedRow> rows;
    for (const auto& [table, key] : parents)
        rows.push_back({table, key, false});
    return rows;
}

} // namespace antardesa::project::detail
