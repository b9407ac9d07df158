#pragma once

#include "sqlite/database.h"

#include <set>
#include <string>

struct sqlite3;

namespace antardesa::sqlite::detail {

/// What a stranger's database may do while it is read: its own ordinary tables are readable,
/// nothing else happens. SQLite keeps its address, so it stays where it is.
class ForeignAccess {
  public:
    explicit ForeignAccess(std::function<bool()> stop) : stop_(std::move(stop)) {}
    ForeignAccess(const ForeignAccess&) = delete;
    ForeignAccess& operator=(const ForeignAccess&) = delete;

    /// From now on `stop` can interrupt the connection.
    void watch(sqlite3* connection);
    /// From now on nothing but reading `tables` is compiled.
    void restrict_to(sqlite3* connection, std::set<std::string> tables);

  private:
    static int interrupted(void* self);
    static int authorise(void* self, int action, const char* first, const char* second,
                         const char* database, const char* through);
    bool may_read(const char* table, const char* through) const;

    std::function<bool()> stop_;
    std::set<std::string> tables_;
};

} // namespace antardesa::sqlite::detail
