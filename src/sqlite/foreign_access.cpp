#include "sqlite/detail/foreign_access.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <sqlite3.h>

namespace antardesa::sqlite::detail {

namespace {

constexpr int steps_between_questions = 20000;

template<std::size_t count>
bool is_one_of(const char* name, const std::array<std::string_view, count>& names) {
    return name && std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 6> harmless_functions{"count",  "min", "max",
                                                             "length", "hex", "typeof"};
constexpr std::array<std::string_view, 6> harmless_pragmas{
    "table_xinfo", "application_id", "user_version", "encoding", "page_size", "page_count"};
constexpr std::array<std::string_view, 2> schema_tables{"sqlite_master", "sqlite_schema"};

} // namespace

void ForeignAccess::watch(sqlite3* connection) {
    sqlite3_progress_handler(connection, steps_between_questions, &interrupted, this);
}

void ForeignAccess::restrict_to(sqlite3* connection, std::set<std::string> tables) {
    tables_ = std::move(tables);
    sqlite3_set_authorizer(connection, &authorise, this);
}

int ForeignAccess::interrupted(void* self) {
    const auto& stop = static_cast<ForeignAccess*>(self)->stop_;
    return stop && stop() ? 1 : 0;
}

bool ForeignAccess::may_read(const char* table, const char* through) const {
    // `through` names the view or trigger whose text asks.
    return table && !through && (is_one_of(table, schema_tables) || tables_.contains(table));
}

int ForeignAccess::authorise(void* self, int action, const char* first, const char* second,
                             const char*, const char* through) {
    const auto* access = static_cast<const ForeignAccess*>(self);
    bool allowed = false;
    if (action == SQLITE_SELECT)
        allowed = !through;
    else if (action == SQLITE_READ)
        allowed = access->may_read(first, through);
    else if (action == SQLITE_FUNCTION)
        allowed = !through && is_one_of(second, harmless_functions);
    else if (action == SQLITE_PRAGMA)
        allowed = is_one_of(first, harmless_pragmas);
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

} // namespace antardesa::sqlite::detail
