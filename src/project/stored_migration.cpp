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

std::vector<std::int64_t> row_counts(const sqlite::Database& database) {
    std::vector<std::int64_t> counts;
    for (const HashedTable& table : hashed_tables())
        counts.push_back(database.integer(std::string("SELECT count(*) FROM ") + table.table));
    return counts;
}

} // namespace

void migrate_stored(sqlite::Database& database, const fs::path& path, int version) {
    if (version == schema_version)
        return;
    std::int64_t copied = 0;
    {
        const sqlite::Snapshot snapshot(database);
        copied = database.integer("PRAGMA data_version");
        keep_copy(database, path, version);
    }
    sqlite::Transaction transaction(database);
    if (database.integer("PRAGMA data_version") != copied)
        throw Error({"project.used_by_other_program", {path.string()}});
    const auto before = row_counts(database);
    migrate(database, migrations(), iso_text(std::chrono::system_clock::now()));
    Progress progress;
    if (row_counts(database) != before ||
        is_damaged(find_damage(database, schema_version, progress)))
        throw Error({"project.migration_failed",
                     {path.string(), std::to_string(version), std::to_string(schema_version)}});
    transaction.commit();
}

} // namespace antardesa::project::detail
