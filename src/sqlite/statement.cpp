#include "sqlite/statement.h"

#include "sqlite/detail/check.h"

#include <sqlite3.h>

namespace antardesa::sqlite {

namespace {

void check(int code, sqlite3_stmt* statement) {
    detail::check(code, sqlite3_db_handle(statement));
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* connection, std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    detail::check(sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                     SQLITE_PREPARE_PERSISTENT, &raw, nullptr),
                  connection);
    statement_.reset(raw);
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;

void Statement::bind_null(int parameter) {
    check(sqlite3_bind_null(statement_.get(), parameter), statement_.get());
}

void Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter, value), statement_.get());
}

void Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter, value), statement_.get());
}

void Statement::bind(int parameter, std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* begin = value.empty() ? "" : value.data();
    check(sqlite3_bind_text64(statement_.get(), parameter, begin, value.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8),
          statement_.get());
}

void Statement::bind(int parameter, std::span<const std::uint8_t> bytes) {
    if (bytes.empty())
        return check(sqlite3_bind_zeroblob(statement_.get(), parameter, 0), statement_.get());
    check(
        sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC),
        statement_.get());
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    check(code, statement_.get());
    return code == SQLITE_ROW;
}

void Statement::reset() {
    // Its code repeats what `step` already threw.
    sqlite3_reset(statement_.get());
}

void Statement::run() {
    try {
        while (step()) {
        }
    } catch (...) {
        reset();
        throw;
    }
    reset();
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::is_number(int column) const {
    const int type = sqlite3_column_type(statement_.get(), column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

bool Statement::is_integer(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

bool Statement::is_text(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_TEXT;
}

bool Statement::is_blob(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_BLOB;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* bytes =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (!bytes)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::span<const std::uint8_t> Statement::blob(int column) const {
    const auto* bytes =
        static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    if (!bytes)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

int Statement::column_count() const {
    return sqlite3_column_count(statement_.get());
}

std::string_view Statement::column_name(int column) const {
    return sqlite3_column_name(statement_.get(), column);
}

} // namespace antardesa::sqlite
