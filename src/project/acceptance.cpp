#include "project/detail/integrity.h"
#include "project/detail/row_hashes.h"
#include "project/detail/state.h"

#include "sqlite/transaction.h"

namespace antardesa::project {

/// What other programs did has no changeset, so the entry cannot be taken back.
Result<std::int64_t> ProjectFile::accept_changes(const Authorship& by, Progress& progress) {
    using namespace detail;
    if (state_->mode != OpenMode::write)
        return Refusal{{"project.read_only", {state_->path.string()}}};
    if (auto refusal = moved_away(state_->path, state_->standing))
        return *std::move(refusal);
    sqlite::Database& database = state_->database;
    try {
        sqlite::Transaction transaction(database);
        const Differences found =
            count_differences(find_damage(database, state_->version, progress));
        if (found.pages)
            return Refusal{{"project.integrity.beyond_accepting", {state_->path.string()}}};
        if (found.total() == 0)
            return Refusal{{"project.integrity.nothing_to_accept", {}}};
        const std::int64_t revision = state_->revision + 1;
        append_entry(database,
                     {revision,
                      {"edit.accept",
                       {std::to_string(found.changed), std::to_string(found.added),
                        std::to_string(found.missing)}},
                      by.author,
                      time_of(by),
                      {},
                      0},
                     {});
        chain_history(database);
        hash_all_rows(database, schema_version, progress);
        transaction.commit();
        state_->look_again();
        return revision;
    } catch (const sqlite::DatabaseError& error) {
        rethrow(error, state_->path);
    }
}

} // namespace antardesa::project
