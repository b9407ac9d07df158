#pragma once

#include "base/job.h"
#include "sqlite/database.h"

namespace antardesa::sqlite {

/// Copies every page of `from`, as it stands at this moment, over `to`, whose content is lost
/// (https://sqlite.org/backup.html). `from` is only read; it must not be in a write
/// transaction. Throws `DatabaseError`, and `Cancelled` when stopped: then `to` is no database.
void copy_pages(const Database& from, Database& to, Progress& progress);

} // namespace antardesa::sqlite
