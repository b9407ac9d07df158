#include "sqlite/copy.h"

#include "sqlite/detail/check.h"

#include <sqlite3.h>

namespace antardesa::sqlite {

namespace {

struct Finish {
    void operator()(sqlite3_backup* copy) const { sqlite3_backup_finish(copy); }
};

} // namespace

void copy_pages(const Database& from, Database& to, Progress& progress) {
    constexpr int pages_a_step = 256;
    const std::unique_ptr<sqlite3_backup, Finish> copy(
        sqlite3_backup_init(to.connection_.get(), "main", from.connection_.get(), "main"));
    if (!copy)
        detail::check(sqlite3_errcode(to.connection_.get()), to.connection_.get());
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        progress.check();
        code = sqlite3_backup_step(copy.get(), pages_a_step);
        progress.start(sqlite3_backup_pagecount(copy.get()));
        progress.advance(sqlite3_backup_pagecount(copy.get()) -
                         sqlite3_backup_remaining(copy.get()));
    }
    detail::check(code, nullptr);
}

} // namespace antardesa::sqlite
