#include "sqlite/session.h"

#include <algorithm>
#include <array>
#include <optional>

namespace antardesa::sqlite {

namespace {

// The format is written down at the top of sqlite3session.c ("Changeset Format").
constexpr std::uint8_t table_head = 'T';
constexpr std::uint8_t deleted = 9;
constexpr std::uint8_t inserted = 18;
constexpr std::uint8_t updated = 23;
enum ValueType : std::uint8_t { untouched, integer, real, text, blob, null };
constexpr std::uint64_t most_columns = 2000; // SQLITE_MAX_COLUMN
constexpr std::size_t longest_number = 9;

/// Walks the bytes; once something does not fit, everything after it fails too.
class Walk {
  public:
    explicit Walk(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }
    std::optional<std::uint8_t> byte() {
        const auto one = take(1);
        return one.empty() ? std::nullopt : std::optional(one[0]);
    }
    bool skip(std::uint64_t count) { return count == 0 || !take(count).empty(); }

    /// SQLite's variable-length number: seven bits a byte, eight in a ninth.
    std::optional<std::uint64_t> number() {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < longest_number; ++i) {
            const auto next = byte();
            if (!next)
                return std::nullopt;
            if (i + 1 == longest_number)
                return value << 8 | *next;
            value = value << 7 | (*next & 0x7FU);
            if (*next < 0x80)
                return value;
        }
        return std::nullopt;
    }

    /// A name that ends with a zero byte and has at least one before it.
    bool name() {
        const auto end = std::find(rest_.begin(), rest_.end(), 0);
        return end != rest_.begin() && end != rest_.end() &&
               skip(static_cast<std::uint64_t>(end - rest_.begin()) + 1);
    }

  private:
    std::span<const std::uint8_t> take(std::uint64_t count) {
        if (count > rest_.size())
            return rest_ = {};
        const auto taken = rest_.first(static_cast<std::size_t>(count));
        rest_ = rest_.subspan(static_cast<std::size_t>(count));
        return taken;
    }
    std::span<const std::uint8_t> rest_;
};

/// Of each column whether it belongs to the key; nothing when the head has no form.
std::optional<std::vector<bool>> read_head(Walk& walk) {
    const auto columns = walk.number();
    if (!columns || *columns == 0 || *columns > most_columns)
        return std::nullopt;
    std::vector<bool> key;
    for (std::uint64_t i = 0; i < *columns; ++i) {
        const auto in_key = walk.byte();
        if (!in_key)
            return std::nullopt;
        key.push_back(*in_key != 0);
    }
    const bool has_key = std::find(key.begin(), key.end(), true) != key.end();
    return has_key && walk.name() ? std::optional(key) : std::nullopt;
}

/// One value; which kinds may stand there depends on the change and on the column.
bool read_value(Walk& walk, bool may_be_untouched) {
    const auto type = walk.byte();
    if (!type)
        return false;
    switch (*type) {
    case untouched:
        return may_be_untouched;
    case integer:
    case real:
        return walk.skip(8);
    case text:
    case blob: {
        const auto length = walk.number();
        return length && walk.skip(*length);
    }
    case null:
        return true;
    default:
        return false;
    }
}

bool read_record(Walk& walk, const std::vector<bool>& key, bool some_untouched, bool has_key) {
    for (const bool in_key : key)
        if (!read_value(walk, some_untouched && !(in_key && has_key)))
            return false;
    return true;
}

bool read_change(Walk& walk, std::uint8_t operation, const std::vector<bool>& key) {
    if (!walk.byte()) // whether a trigger did it
        return false;
    switch (operation) {
    case inserted:
    case deleted:
        return read_record(walk, key, false, true);
    case updated:
        return read_record(walk, key, true, true) && read_record(walk, key, true, false);
    default:
        return false;
    }
}

} // namespace

bool has_changeset_form(std::span<const std::uint8_t> bytes) {
    Walk walk(bytes);
    std::optional<std::vector<bool>> key;
    while (!walk.at_end()) {
        const auto first = walk.byte();
        if (*first == table_head) {
            key = read_head(walk);
            if (!key)
                return false;
        } else if (!key || !read_change(walk, *first, *key)) {
            return false;
        }
    }
    return true;
}

} // namespace antardesa::sqlite
