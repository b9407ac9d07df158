#include "sqlite/session.h"

#include "sqlite/detail/check.h"

// Debian's library has both built in; its header shows them only on request.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include <algorithm>

namespace antardesa::sqlite {

namespace {

struct FreeBuffer {
    void operator()(void* bytes) const { sqlite3_free(bytes); }
};
using Buffer = std::unique_ptr<void, FreeBuffer>;

Changeset taken(const Buffer& bytes, int size) {
    const auto* begin = static_cast<const std::uint8_t*>(bytes.get());
    return begin ? Changeset(begin, begin + size) : Changeset();
}

/// SQLite's interface lacks const; it does not write.
void* data_of(std::span<const std::uint8_t> changeset) {
    return const_cast<std::uint8_t*>(changeset.data());
}

void require_form(std::span<const std::uint8_t> changeset) {
    if (!has_changeset_form(changeset))
        throw DatabaseError(Trouble::corrupt, "changeset");
}

struct FinishIteration {
    void operator()(sqlite3_changeset_iter* iteration) const {
        sqlite3changeset_finalize(iteration);
    }
};

/// Calls `visit(iterator, table, operation)` for every row.
template<class Visit>
void for_each_change(std::span<const std::uint8_t> changeset, Visit visit) {
    if (changeset.empty())
        return;
    require_form(changeset);
    sqlite3_changeset_iter* raw = nullptr;
    detail::check(
        sqlite3changeset_start(&raw, static_cast<int>(changeset.size()), data_of(changeset)),
        nullptr);
    const std::unique_ptr<sqlite3_changeset_iter, FinishIteration> iteration(raw);
    int code = sqlite3changeset_next(raw);
    for (; code == SQLITE_ROW; code = sqlite3changeset_next(raw)) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        detail::check(sqlite3changeset_op(raw, &table, &columns, &operation, nullptr), nullptr);
        visit(raw, table, operation);
    }
    detail::check(code, nullptr);
}

int refuse_conflict(void*, int, sqlite3_changeset_iter*) {
    return SQLITE_CHANGESET_ABORT;
}

} // namespace

void Session::Delete::operator()(sqlite3_session* session) const {
    sqlite3session_delete(session);
}

Session::Session(Database& database) : connection_(database.connection_.get()) {
    sqlite3_session* raw = nullptr;
    detail::check(sqlite3session_create(connection_, "main", &raw), connection_);
    session_.reset(raw);
}

Session::~Session() = default;

void Session::attach(const char* table) {
    detail::check(sqlite3session_attach(session_.get(), table), connection_);
}

Changeset Session::changeset() {
    int size = 0;
    void* raw = nullptr;
    const int code = sqlite3session_changeset(session_.get(), &size, &raw);
    const Buffer bytes(raw);
    detail::check(code, nullptr);
    return taken(bytes, size);
}

Changeset inverted(std::span<const std::uint8_t> changeset) {
    if (changeset.empty())
        return {};
    require_form(changeset);
    int size = 0;
    void* raw = nullptr;
    const int code = sqlite3changeset_invert(static_cast<int>(changeset.size()), data_of(changeset),
                                             &size, &raw);
    const Buffer bytes(raw);
    detail::check(code, nullptr);
    return taken(bytes, size);
}

std::vector<std::string> tables_of(std::span<const std::uint8_t> changeset) {
    std::vector<std::string> names;
    for_each_change(changeset, [&](sqlite3_changeset_iter*, const char* table, int) {
        if (std::find(names.begin(), names.end(), table) == names.end())
            names.emplace_back(table);
    });
    return names;
}

std::vector<ChangedRow> changed_rows(std::span<const std::uint8_t> changeset) {
    std::vector<ChangedRow> rows;
    for_each_change(changeset, [&](sqlite3_changeset_iter* at, const char* table, int operation) {
        sqlite3_value* key = nullptr;
        detail::check(operation == SQLITE_INSERT ? sqlite3changeset_new(at, 0, &key)
                                                 : sqlite3changeset_old(at, 0, &key),
                      nullptr);
        rows.push_back({table, key ? sqlite3_value_int64(key) : 0, operation == SQLITE_DELETE});
    });
    return rows;
}

namespace {

std::vector<std::uint8_t> bytes_of(sqlite3_value* value) {
    if (!value || sqlite3_value_type(value) != SQLITE_BLOB)
        return {};
    const auto* begin = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
    return begin ? std::vector(begin, begin + sqlite3_value_bytes(value))
                 : std::vector<std::uint8_t>();
}

} // namespace

std::vector<ChangedBlob> changed_blobs(std::span<const std::uint8_t> changeset,
                                       std::string_view table, int column) {
    std::vector<ChangedBlob> blobs;
    for_each_change(changeset, [&](sqlite3_changeset_iter* at, const char* name, int operation) {
        int columns = 0;
        const char* same = nullptr;
        int ignored = 0;
        detail::check(sqlite3changeset_op(at, &same, &columns, &ignored, nullptr), nullptr);
        if (name != table || column < 0 || column >= columns)
            return;
        sqlite3_value* key = nullptr;
        sqlite3_value* before = nullptr;
        sqlite3_value* after = nullptr;
        if (operation != SQLITE_INSERT) {
            detail::check(sqlite3changeset_old(at, 0, &key), nullptr);
            detail::check(sqlite3changeset_old(at, column, &before), nullptr);
        }
        if (operation != SQLITE_DELETE)
            detail::check(sqlite3changeset_new(at, column, &after), nullptr);
        if (operation == SQLITE_INSERT)
            detail::check(sqlite3changeset_new(at, 0, &key), nullptr);
        ChangedBlob blob{key ? sqlite3_value_int64(key) : 0, bytes_of(before), bytes_of(after)};
        if (!blob.before.empty() || !blob.after.empty())
            blobs.push_back(std::move(blob));
    });
    return blobs;
}

bool apply_changeset(Database& database, std::span<const std::uint8_t> changeset) {
    if (changeset.empty())
        return true;
    require_form(changeset);
    sqlite3* connection = database.connection_.get();
    const int code = sqlite3changeset_apply(connection, static_cast<int>(changeset.size()),
                                            data_of(changeset), nullptr, refuse_conflict, nullptr);
    if ((code & 0xFF) == SQLITE_ABORT || (code & 0xFF) == SQLITE_CONSTRAINT)
        return false;
    detail::check(code, nullptr);
    return true;
}

} // namespace antardesa::sqlite
