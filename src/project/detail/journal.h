#pragma once

#include <filesystem>

/// Whether a journal can be of what a database holds now. A file that was replaced by a backup or
/// an older copy while the journal of an interrupted write stayed would become a mixture of both.
namespace antardesa::project::detail {

/// A rollback journal keeps the pages as they were before its transaction, and the size of the file
/// (https://sqlite.org/fileformat2.html §3). It fits when the file's header is still the one it
/// kept, or has the very next change counter (what follows it in the page may be torn); a journal
/// without the first page, when the file says that it has as many pages as then. A journal that
/// cannot be read to its end is judged by what is there. Both are only read. False when either
/// cannot be read.
bool journal_fits(const std::filesystem::path& journal, const std::filesystem::path& database);

} // namespace antardesa::project::detail
