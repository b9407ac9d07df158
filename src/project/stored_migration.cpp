#include "project/detail/fresh_file.h"
#include "project/detail/integrity.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"

#include "sqlite/transaction.h"

#include <fstream>

namespace antardesa::project::detail {

namespace {

namespace fs = std::filesystem;

bool same_bytes(const fs::path& one, const fs::path& other) {
    std::ifstream a(one, std::ios::binary);
    std::ifstream b(other, std::ios::binary);
    return a && b &&
           std::equal(std::istreambuf_iterator<char>(a), {}, std::istreambuf_iterator<char>(b), {});
}

/// "p.skema1.gpkg", then "p.skema1-2.gpkg", …
fs::path copy_name(const fs::path& path, int version, int number) {
    fs::path copy = path;
    copy.replace_extension(".skema" + std::to_string(version) +
                           (number == 1 ? std::string() : "-" + std::to_string(number)) + ".gpkg");
    return copy;
}

/// A verified copy of the file as it was. One that an interrupted migration has left is taken
/// instead of another of the same bytes; a different one is never overwritten.
void keep_copy(const sqlite::Database& database, const fs::path& path, int version) {
    int number = 1;
    FreshFile fresh(copy_name(path, version, number));
    Progress progress;
    copy_database(database, fresh.path(), progress);
    std::error_code ignored;
    while (fs::exists(fs::symlink_status(copy_name(path, version, number), ignored))) {
        if (same_bytes(copy_name(path, version, number), fresh.path()))
            return;
        ++number;
    }
    if (number == 1)
        return fresh.put_in_place(false);
    FreshFile numbered(copy_name(path, version, number));
    copy_database(database, numbered.path(), progress);
    numbered.put_in_place(false);
}

std::vector<std::int64_t> row_counts(const sqlite::Database& database, int version) {
    std::vector<std::int64_t> counts;
    for (const HashedTable& table : hashed_tables(version))
        counts.push_back(database.integer(std::string("SELECT count(*) FROM ") + table.table));
    return counts;
}

/// Whether every row is as right, or as wrong, as it was. Rows that another program changed stay
/// known as such, for the person to accept; other damage is no ground to build on.
bool holds_the_same(const std::vector<Finding>& before, std::vector<Finding> after) {
    const auto is_row = [](const Finding& finding) { return finding.code.starts_with("row_"); };
    const auto rows = [&](const std::vector<Finding>& findings) {
        std::vector<Message> messages;
        for (const Finding& finding : findings)
            if (is_row(finding))
                messages.push_back(finding.message);
        return messages;
    };
    if (rows(before) != rows(after))
        return false;
    std::erase_if(after, is_row);
    return !is_damaged(after);
}

} // namespace

void migrate_stored(sqlite::Database& database, const fs::path& path, int version) {
    if (version == schema_version)
        return;
    std::int64_t copied = 0;
    std::vector<Finding> found;
    Progress progress;
    {
        const sqlite::Snapshot snapshot(database);
        copied = database.integer("PRAGMA data_version");
        keep_copy(database, path, version);
        found = find_damage(database, version, progress);
    }
    sqlite::Transaction transaction(database);
    if (database.integer("PRAGMA data_version") != copied)
        throw Error({"project.used_by_other_program", {path.string()}});
    const auto before = row_counts(database, version);
    migrate(database, migrations(), iso_text(std::chrono::system_clock::now()));
    if (row_counts(database, version) != before ||
        !holds_the_same(found, find_damage(database, schema_version, progress)))
        throw Error({"project.migration_failed",
                     {path.string(), std::to_string(version), std::to_string(schema_version)}});
    transaction.commit();
}

} // namespace antardesa::project::detail
