#include "sqlite/database.h"

#include "base/job.h"
#include "sqlite/detail/check.h"
#include "sqlite/detail/foreign_access.h"

#include <cstring>

#include <sqlite3.h>

namespace antardesa::sqlite {

namespace {

/// A path as the path part of a URI: everything that a URI could read otherwise is escaped.
std::string uri_of(const std::filesystem::path& path) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) || c == '/' || c == '.' || c == '_' || c == '-';
        if (plain) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri;
}

void set_limits(sqlite3* connection) {
    struct Limit {
        int what;
        int value;
    };
    constexpr int mebibyte = 1 << 20;
    constexpr Limit limits[] = {
        {SQLITE_LIMIT_LENGTH, 512 * mebibyte},
        {SQLITE_LIMIT_SQL_LENGTH, mebibyte},
        {SQLITE_LIMIT_COLUMN, 200},
        {SQLITE_LIMIT_EXPR_DEPTH, 250},
        {SQLITE_LIMIT_COMPOUND_SELECT, 30},
        {SQLITE_LIMIT_VDBE_OP, 25000},
        {SQLITE_LIMIT_FUNCTION_ARG, 20},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (const Limit& limit : limits)
        sqlite3_limit(connection, limit.what, limit.value);
}

void set_flag(sqlite3* connection, int flag, int on) {
    detail::check(sqlite3_db_config(connection, flag, on, nullptr), connection);
}

/// The bytes as SQLite's own memory. Bytes 18 and 19 say "write-ahead log" in a copy of a running
/// program's file; without the log the file is whole as it is.
unsigned char* private_copy(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t write_version = 18;
    constexpr std::size_t read_version = 19;
    constexpr unsigned char write_ahead = 2;
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    if (!copy)
        throw std::bad_alloc();
    std::memcpy(copy, bytes.data(), bytes.size());
    for (const std::size_t at : {write_version, read_version})
        if (copy[at] == write_ahead)
            copy[at] = 1;
    return copy;
}

std::set<std::string> ordinary_tables(const Database& database) {
    std::set<std::string> tables;
    Statement found =
        database.prepare("SELECT name FROM sqlite_schema WHERE type='table' AND rootpage>0");
    while (found.step())
        tables.emplace(found.text(0));
    return tables;
}

} // namespace

std::string quoted_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

Database::Database(sqlite3* connection) : connection_(connection) {
}

void Database::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::open_uri(const std::string& uri, int flags) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(
        uri.c_str(), &raw, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        nullptr);
    Database database(raw);
    detail::check(code, raw);
    set_limits(raw);
    set_flag(raw, SQLITE_DBCONFIG_DEFENSIVE, 1);
    set_flag(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set_flag(raw, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    set_flag(raw, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    database.execute("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;");
    return database;
}

Database Database::open(const std::filesystem::path& path, Access access) {
    switch (access) {
    case Access::immutable:
        return open_uri(uri_of(path) + "?mode=ro&immutable=1", SQLITE_OPEN_READONLY);
    case Access::read_write:
        return open_uri(uri_of(path), SQLITE_OPEN_READWRITE);
    case Access::create:
        break;
    }
    return open_uri(uri_of(path), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Database Database::in_memory() {
    return open_uri(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
}

Database Database::open_foreign(const std::filesystem::path& path) {
    Database database = open(path, Access::immutable);
    const std::string complaint = database.quick_check();
    if (complaint != "ok")
        throw DatabaseError(Trouble::corrupt, complaint);
    return database;
}

Database Database::open_bytes(std::span<const std::uint8_t> bytes, std::function<bool()> stop) {
    constexpr std::size_t smallest = 512;
    constexpr int most_columns = 2000;
    if (bytes.size() < smallest)
        throw DatabaseError(Trouble::not_a_database, "");
    Database database = in_memory();
    sqlite3* connection = database.connection_.get();
    database.foreign_ = std::make_unique<detail::ForeignAccess>(std::move(stop));
    database.foreign_->watch(connection);
    sqlite3_limit(connection, SQLITE_LIMIT_COLUMN, most_columns);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    detail::check(sqlite3_deserialize(connection, "main", private_copy(bytes), size, size,
                                      SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY),
                  connection);
    const std::string complaint = database.quick_check();
    if (complaint != "ok")
        throw DatabaseError(Trouble::corrupt, complaint);
    database.foreign_->restrict_to(connection, ordinary_tables(database));
    return database;
}

void Database::execute(const std::string& sql) const {
    detail::check(sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr),
                  connection_.get());
}

Statement Database::prepare(std::string_view sql) const {
    return Statement(connection_.get(), sql);
}

std::int64_t Database::integer(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

void Database::set_busy_timeout(int milliseconds) {
    detail::check(sqlite3_busy_timeout(connection_.get(), milliseconds), connection_.get());
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(connection_.get());
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(connection_.get()) == 0;
}

void Database::trust_schema() {
    set_flag(connection_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1);
}

Database Database::open_damaged(const std::filesystem::path& path) {
    Database database = open(path, Access::immutable);
    // A defensive connection keeps the flag that makes SQLite tolerate a broken schema.
    set_flag(database.connection_.get(), SQLITE_DBCONFIG_DEFENSIVE, 0);
    database.execute("PRAGMA writable_schema=ON");
    return database;
}

Stoppable::Stoppable(const Database& database, const Progress& progress)
    : connection_(database.connection_.get()) {
    constexpr int steps_between_questions = 20000;
    sqlite3_progress_handler(connection_, steps_between_questions, &stopped,
                             const_cast<Progress*>(&progress));
}

Stoppable::~Stoppable() {
    sqlite3_progress_handler(connection_, 0, nullptr, nullptr);
}

int Stoppable::stopped(void* progress) {
    return static_cast<const Progress*>(progress)->stop_requested() ? 1 : 0;
}

std::string Database::quick_check() const {
    return text("PRAGMA quick_check(1)");
}

} // namespace antardesa::sqlite
