#include "project/detail/fresh_file.h"
#include "project/detail/state.h"

#include "sqlite/copy.h"

namespace antardesa::project {

namespace detail {

void copy_database(const sqlite::Database& from, const std::filesystem::path& to,
                   Progress& progress) {
    {
        auto copy = sqlite::Database::open(to, sqlite::Access::create);
        // Nobody knows the copy yet, and it is thrown away when anything fails: so no journal on
        // disk, which would stay behind. (OFF is refused to a connection that is defensive.)
        copy.execute("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;");
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
        if (error.trouble() == sqlite::Trouble::corrupt)
            detail::rethrow(error, state_->path);
        std::error_code ignored;
        const auto size = std::filesystem::file_size(state_->path, ignored);
        detail::rethrow(error, {target, fresh.path(), ignored ? 0 : size});
    }
    fresh.put_in_place(false);
}

} // namespace antardesa::project
