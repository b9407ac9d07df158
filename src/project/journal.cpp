#include "project/detail/journal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <span>
#include <vector>

namespace antardesa::project::detail {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::array<unsigned char, 8> magic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
constexpr std::size_t database_header_size = 100;

std::uint32_t number(std::span<const unsigned char> bytes, std::size_t at) {
    return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
           std::uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
}

Bytes read(std::ifstream& file, std::uint64_t at, std::size_t size) {
    Bytes bytes(size);
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

struct JournalHead {
    std::uint32_t records = 0; ///< in this segment; all ones: as many as there are
    std::uint32_t pages = 0;   ///< of the database before
    std::uint32_t sector = 512;
    std::uint32_t page_size = 4096;
};

bool is_power_of_two(std::uint32_t value, std::uint32_t least) {
    return value >= least && value <= 65536 && (value & (value - 1)) == 0;
}

std::optional<JournalHead> head_at(std::ifstream& file, std::uint64_t at) {
    constexpr std::size_t size = 28;
    const Bytes bytes = read(file, at, size);
    if (bytes.size() < size || !std::equal(magic.begin(), magic.end(), bytes.begin()))
        return std::nullopt;
    const JournalHead head{number(bytes, 8), number(bytes, 16), number(bytes, 20),
                           number(bytes, 24)};
    if (!is_power_of_two(head.sector, 32) || !is_power_of_two(head.page_size, 512))
        return std::nullopt;
    return head;
}

/// The first page as the journal kept it; empty when it kept none.
Bytes kept_first_page(std::ifstream& journal, JournalHead head) {
    std::uint64_t at = 0;
    for (;;) {
        at += head.sector;
        const std::uint64_t record = 4ULL + head.page_size + 4ULL;
        for (std::uint32_t i = 0; i < head.records; ++i, at += record) {
            const Bytes page_number = read(journal, at, 4);
            if (page_number.size() < 4)
                return {};
            if (number(page_number, 0) == 1)
                return read(journal, at + 4, head.page_size);
        }
        // The next segment begins at a sector.
        at = (at + head.sector - 1) / head.sector * head.sector;
        const auto next = head_at(journal, at);
        if (!next)
            return {};
        head.records = next->records;
    }
}

} // namespace

bool journal_fits(const std::filesystem::path& journal, const std::filesystem::path& database) {
    std::ifstream journal_file(journal, std::ios::binary);
    std::ifstream file(database, std::ios::binary);
    const auto head = head_at(journal_file, 0);
    if (!head)
        return false;
    const Bytes kept = kept_first_page(journal_file, *head);
    constexpr std::size_t counter = 24;
    constexpr std::size_t page_count = 28;
    constexpr std::size_t schema_cookie = 40;
    const Bytes now = read(file, 0, database_header_size);
    if (now.size() < database_header_size)
        return head->pages == 0; // a file that was being made
    if (kept.size() < database_header_size)
        return number(now, page_count) == head->pages;
    if (number(now, counter) == number(kept, counter))
        return std::equal(now.begin(), now.end(), kept.begin());
    // A migration changes the schema as well; a backup counts from its own beginning.
    return number(now, counter) == number(kept, counter) + 1 &&
           number(now, schema_cookie) >= number(kept, schema_cookie);
}

} // namespace antardesa::project::detail
