#include "project/detail/row_source.h"

#include "base/whole_file.h"
#include "project/detail/hash_totals.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace antardesa::project::detail {

namespace {

/// Between two readable ends there may be rows on readable pages: keys are tried one by one, but
/// not for ever.
constexpr std::int64_t most_probes = 200'000;

constexpr std::size_t header_size = 100;
using Header = std::array<char, header_size>;

/// What every project has in its first bytes (https://sqlite.org/fileformat2.html §1.3), whatever
/// became of them: without these SQLite reads no page at all.
Header mended(Header header) {
    constexpr std::string_view fixed("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24);
    constexpr std::size_t schema_format = 44;
    constexpr std::size_t encoding = 56;
    std::copy(fixed.begin(), fixed.end(), header.begin());
    for (const auto& [at, value] : {std::pair{schema_format, 4}, std::pair{encoding, 1}}) {
        std::fill_n(header.begin() + static_cast<std::ptrdiff_t>(at), 3, '\0');
        header[at + 3] = static_cast<char>(value);
    }
    return header;
}

StoredValue value_of(const sqlite::Statement& row, int column) {
    if (row.is_null(column))
        return {};
    if (row.is_integer(column))
        return row.integer(column);
    if (row.is_number(column))
        return row.real(column);
    if (row.is_text(column))
        return std::string(row.text(column));
    const auto bytes = row.blob(column);
    return std::vector<std::uint8_t>(bytes.begin(), bytes.end());
}

/// Steps through all rows. False when a page could not be read.
template<class Visit>
bool walked(sqlite::Statement statement, Visit visit) {
    try {
        while (statement.step())
            visit(statement);
        return true;
    } catch (const sqlite::DatabaseError&) {
        return false;
    }
}

} // namespace

RowSource::~RowSource() {
    std::error_code ignored;
    if (!private_folder_.empty())
        std::filesystem::remove_all(private_folder_, ignored);
}

std::filesystem::path RowSource::readable(const std::filesystem::path& path) {
    std::array<char, header_size> header{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(header.data(), header.size()) || header == mended(header))
        return path;
    private_folder_ = make_private_folder();
    const auto copy = private_folder_ / "rusak.gpkg";
    std::error_code error;
    if (!std::filesystem::copy_file(path, copy, error))
        return path;
    std::fstream mend(copy, std::ios::binary | std::ios::in | std::ios::out);
    header = mended(header);
    mend.write(header.data(), header.size());
    return copy;
}

RowSource::RowSource(const std::filesystem::path& path) {
    if (path.empty())
        return;
    try {
        database_.emplace(sqlite::Database::open_damaged(readable(path)));
        database_->integer("PRAGMA schema_version");
    } catch (const sqlite::DatabaseError&) {
        database_.reset();
    }
}

RowSource::Keys RowSource::keys(const HashedTable& table) const {
    Keys found;
    if (!database_)
        return found;
    const auto walk = [&](const char* order) {
        try {
            return walked(database_->prepare(std::string("SELECT id FROM ") + table.table +
                                             " ORDER BY id" + order),
                          [&](const auto& row) { found.keys.insert(row.integer(0)); });
        } catch (const sqlite::DatabaseError&) {
            return false;
        }
    };
    found.complete = walk("");
    if (found.complete)
        return found;
    const std::int64_t front = found.keys.empty() ? 0 : *found.keys.rbegin();
    walk(" DESC");
    const auto next = found.keys.upper_bound(front);
    const std::int64_t end = next == found.keys.end() ? front + 1000 : *next;
    for (std::int64_t key = front + 1; key < std::min(end, front + most_probes); ++key)
        found.keys.insert(key);
    return found;
}

/// The version that the file states may be lost, so the newest form that its table takes counts.
RowSource::Form* RowSource::form(const HashedTable& table) {
    const auto at = forms_.find(table.table);
    if (at != forms_.end())
        return &at->second;
    for (int version = schema_version; version > 0; --version) {
        const HashedTable* known = hashed_table(table.table, version);
        if (!known)
            continue;
        try {
            auto by_key = database_->prepare(select_hashed(*known) + " WHERE id = ?1");
            return &forms_.emplace(table.table, Form{known, std::move(by_key)}).first->second;
        } catch (const sqlite::DatabaseError&) {
            continue;
        }
    }
    return nullptr;
}

std::optional<StoredRow> RowSource::row(const HashedTable& table, std::int64_t key) {
    if (!database_)
        return std::nullopt;
    try {
        Form* const found = form(table);
        if (!found)
            return std::nullopt;
        sqlite::Statement& statement = found->by_key;
        statement.reset();
        statement.bind(1, key);
        if (!statement.step())
            return std::nullopt;
        StoredRow row;
        row.table = found->table;
        for (int column = 0; column < statement.column_count(); ++column)
            row.values.push_back(value_of(statement, column));
        row.hash = hasher_.hash(*found->table, statement);
        statement.reset();
        return row;
    } catch (const sqlite::DatabaseError&) {
        return std::nullopt;
    }
}

RowSource::Hashes RowSource::hashes(const HashedTable& table) const {
    Hashes found;
    if (!database_)
        return found;
    const auto walk = [&](const char* order) {
        try {
            auto statement = database_->prepare(std::string("SELECT baris, sidik FROM sidik_baris"
                                                            " WHERE tabel = ?1 ORDER BY baris") +
                                                order);
            statement.bind(1, std::string_view(table.table));
            return walked(std::move(statement), [&](const auto& row) {
                const auto bytes = row.blob(1);
                digest::Short hash{};
                if (bytes.size() == hash.size()) {
                    std::copy(bytes.begin(), bytes.end(), hash.begin());
                    found.by_key.emplace(row.integer(0), hash);
                }
            });
        } catch (const sqlite::DatabaseError&) {
            return false;
        }
    };
    found.complete = walk("");
    if (!found.complete)
        walk(" DESC");
    return found;
}

std::optional<std::int64_t> RowSource::counted(const HashedTable& table) const {
    if (!database_)
        return std::nullopt;
    try {
        if (database_->integer("SELECT count(*) FROM sidik_tabel") == 0)
            return std::nullopt;
        return stored_total(*database_, table.table).count;
    } catch (const sqlite::DatabaseError&) {
        return std::nullopt;
    }
}

void bind_value(sqlite::Statement& to, int parameter, const StoredValue& value) {
    struct Bind {
        sqlite::Statement& to;
        int parameter;
        void operator()(std::monostate) const { to.bind_null(parameter); }
        void operator()(std::int64_t number) const { to.bind(parameter, number); }
        void operator()(double number) const { to.bind(parameter, number); }
        void operator()(const std::string& text) const {
            to.bind(parameter, std::string_view(text));
        }
        void operator()(const std::vector<std::uint8_t>& bytes) const {
            to.bind(parameter, std::span<const std::uint8_t>(bytes));
        }
    };
    std::visit(Bind{to, parameter}, value);
}

} // namespace antardesa::project::detail
