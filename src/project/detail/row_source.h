#pragma once

#include "project/detail/row_hashes.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <variant>

namespace antardesa::project::detail {

using StoredValue =
    std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::uint8_t>>;

/// A row as it is stored, of the columns that the table has in its file's schema.
struct StoredRow {
    const HashedTable* table = nullptr;
    std::vector<StoredValue> values;
    digest::Short hash{}; ///< of the values as they were read
};

/// A project file that may be damaged anywhere, read as far as its pages go. Nothing here throws
/// for what cannot be read.
class RowSource {
  public:
    /// An empty path: a source without rows.
    explicit RowSource(const std::filesystem::path& path);
    ~RowSource();
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;

    /// Whether anything at all can be asked.
    bool opened() const { return database_.has_value(); }

    struct Keys {
        std::set<std::int64_t> keys;
        bool complete = false; ///< walked from end to end without an unreadable page
    };
    Keys keys(const HashedTable& table) const;
    std::optional<StoredRow> row(const HashedTable& table, std::int64_t key);

    struct Hashes {
        std::map<std::int64_t, digest::Short> by_key;
        bool complete = false;
    };
    Hashes hashes(const HashedTable& table) const;
    /// How many rows the table had when it was last written (`sidik_tabel`). Nothing when that
    /// cannot be read, or the file is of a schema without totals.
    std::optional<std::int64_t> counted(const HashedTable& table) const;

  private:
    /// The file, or a private copy of it with its first bytes put right.
    std::filesystem::path readable(const std::filesystem::path& path);

    std::filesystem::path private_folder_;
    std::optional<sqlite::Database> database_;
    struct Form {
        const HashedTable* table = nullptr; ///< as the file's schema has it
        sqlite::Statement by_key;
    };
    Form* form(const HashedTable& table);

    std::map<std::string, Form> forms_;
    RowHasher hasher_;
};

void bind_value(sqlite::Statement& to, int parameter, const StoredValue& value);

} // namespace antardesa::project::detail
