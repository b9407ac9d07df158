#pragma once

#include "digest/hash.h"
#include "sqlite/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What all row hashes of a table come to: a row that went together with its hash leaves no other
/// trace. The total is the exclusive or, so that one row more or less is a small change of it.
namespace antardesa::project::detail {

struct HashTotal {
    std::int64_t count = 0;
    digest::Short hash{};
    void add(std::span<const std::uint8_t> row_hash);
    void take_out(std::span<const std::uint8_t> row_hash);
    friend bool operator==(const HashTotal&, const HashTotal&) = default;
};

/// What `sidik_tabel` says of a table; zero when nothing. Belongs to schema 6 and later.
HashTotal stored_total(const sqlite::Database& database, std::string_view table);

/// Changes of the totals, written at once. Does nothing in a file of a schema without totals. Used
/// inside a transaction of the caller's.
class HashTotals {
  public:
    explicit HashTotals(sqlite::Database& database);
    void add(std::string_view table, std::span<const std::uint8_t> row_hash);
    void take_out(std::string_view table, std::span<const std::uint8_t> row_hash);
    /// To be called once.
    void store();

  private:
    sqlite::Database& database_;
    std::map<std::string, HashTotal, std::less<>> changes_;
};

/// The totals of the hashes that are there, for a file that had none.
void total_hashes(sqlite::Database& database);

} // namespace antardesa::project::detail
