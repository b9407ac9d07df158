#include "project/detail/fresh_file.h"
#include "project/detail/state.h"

#include "sqlite/copy.h"

namespace antardesa::project {

namespace detail {

void copy_database(const sqlite::Database& from, const std::filesystem::path& to,
                   Progress& progress) {
    {
        auto copy = sqlite::Database::open(to, sqlite::Access::create);
        // Nobody knows the copy yet, and it is thrown away when anything fails.
        copy.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        sqlite::copy_pages(from, copy, progress);
    }
    const std::string complaint =
        sqlite::Database::open(to, sqlite::Access::immutable).quick_check();
    if (complaint != "ok")
        throw sqlite::DatabaseError(sqlite::Trouble::corrupt, complaint);
}

} // namespace detail

void ProjectFile::copy_to(const std::filesystem::path& target, Progress& progress) const {
    detail::FreshFile fresh(target);
    try {
        detail::copy_database(state_->database, fresh.path(), progress);
    } catch (const sqlite::DatabaseError& error) {
        const bool copy_failed = error.trouble() != sqlite::Trouble::corrupt;
        detail::rethrow(error, copy_failed ? fresh.path() : state_->path);
    }
    fresh.put_in_place(false);
}

} // namespace antardesa::project
