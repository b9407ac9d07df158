#pragma once

#include "sqlite/failure.h"
#include "sqlite/statement.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace antardesa {
class Progress;
}

namespace antardesa::sqlite {

namespace detail {
class ForeignAccess;
}

/// A stranger's name of a table or column as SQL may hold it, in quotes.
std::string quoted_name(std::string_view name);

enum class Access {
    /// The file is taken as it lies: no lock, no journal looked at, nothing written, nothing
    /// created beside it (`mode=ro&immutable=1`).
    immutable,
    read_write,
    create, ///< read_write; the file may be missing or empty
};

/// West, east, south, north of a geometry blob; nothing for an empty geometry.
using BlobBounds =
    std::function<std::optional<std::array<double, 4>>(std::span<const std::uint8_t>)>;

/// One connection. Move-only; belongs to one thread at a time. Statements, sessions and
/// transactions refer to it and must be gone before it.
///
/// Every connection has: extended error codes, `trusted_schema` off, the DEFENSIVE flag, cell
/// size checks, no memory mapping, temporary storage in memory, foreign keys on, no extension
/// loading, no ATTACH, and limits on what one statement may cost
/// (https://sqlite.org/security.html).
class Database {
  public:
    /// Throws `DatabaseError`. `path` is taken literally, also if it looks like a URI.
    static Database open(const std::filesystem::path& path, Access access);
    static Database in_memory();
    /// A stranger's file: immutable, and every page checked first (`PRAGMA quick_check`).
    /// Throws `DatabaseError` with `Trouble::corrupt` and the first complaint.
    static Database open_foreign(const std::filesystem::path& path);
    /// A stranger's database from the bytes of its main file alone, copied: a journal, a
    /// write-ahead log and whatever names other files have no say. Every page is checked first;
    /// after that only SELECTs from its ordinary tables compile: no views, virtual tables,
    /// triggers, generated columns with functions, no writing. `stop` is asked now and then and
    /// ends the statement that runs (`Trouble::interrupted`). Throws `DatabaseError`.
    static Database open_bytes(std::span<const std::uint8_t> bytes, std::function<bool()> stop);

    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// Runs statements without parameters, whose text is ours.
    void execute(const std::string& sql) const;
    Statement prepare(std::string_view sql) const;
    /// First column of the first row; zero or empty without a row.
    std::int64_t integer(std::string_view sql) const;
    std::string text(std::string_view sql) const;

    /// Waits this long for other connections before `Trouble::busy`.
    void set_busy_timeout(int milliseconds);
    /// Rows changed by the last statement.
    std::int64_t changes() const;
    bool in_transaction() const;

    /// Lets triggers use virtual tables: for writing to files whose schema was recognised. SQLite
    /// 3.40 counts R-trees, which GeoPackage's triggers keep, among what an untrusted schema may
    /// not touch. What a schema can reach then is still only what this library has built in.
    void trust_schema();

    /// A damaged file, immutable, read as far as its pages go: what its schema says wrongly, and
    /// pages that are missing at its end, are passed over. Throws `DatabaseError`.
    static Database open_damaged(const std::filesystem::path& path);

    /// "ok" or the first complaint.
    std::string quick_check() const;

    /// Registers ST_MinX, ST_MaxX, ST_MinY, ST_MaxY and ST_IsEmpty, which the triggers of a
    /// GeoPackage's R-trees call (OGC 12-128r18, extension gpkg_rtree_index).
    void register_bounds_functions(BlobBounds bounds);

  private:
    friend class Session;
    friend class Stoppable;
    friend void copy_pages(const Database& from, Database& to, Progress& progress);
    friend bool apply_changeset(Database& database, std::span<const std::uint8_t> changeset);
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    explicit Database(sqlite3* connection);
    static Database open_uri(const std::string& uri, int flags);
    std::unique_ptr<detail::ForeignAccess> foreign_; ///< outlives the connection that asks it
    std::unique_ptr<sqlite3, Close> connection_;
};

/// While it lives, a statement that runs on the connection ends with `Trouble::interrupted` soon
/// after `progress` was stopped, however long it would take. Both outlive it; one at a time.
class Stoppable {
  public:
    Stoppable(const Database& database, const Progress& progress);
    ~Stoppable();
    Stoppable(const Stoppable&) = delete;
    Stoppable& operator=(const Stoppable&) = delete;

  private:
    static int stopped(void* progress);
    sqlite3* connection_;
};

} // namespace antardesa::sqlite
