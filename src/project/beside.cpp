#include "project/detail/beside.h"

#include "project/detail/journal.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <thread>

#include <unistd.h>

namespace antardesa::project::detail {

namespace {

namespace fs = std::filesystem;

constexpr std::array<unsigned char, 8> journal_magic{0xd9, 0xd5, 0x05, 0xf9,
                                                     0x20, 0xa1, 0x63, 0xd7};
constexpr std::size_t header_size = 100;
constexpr std::uint32_t geopackage_id = 0x47504B47; // "GPKG"

fs::path with_suffix(const fs::path& path, const char* suffix) {
    return fs::path(path.native() + suffix);
}

std::array<unsigned char, 8> eight_bytes(std::ifstream& file) {
    std::array<unsigned char, 8> bytes{};
    file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    return bytes;
}

Beside look_at_journal(const fs::path& journal) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(journal, error);
    if (status.type() == fs::file_type::not_found)
        return Beside::nothing;
    if (status.type() != fs::file_type::regular)
        return Beside::foreign_journal;
    std::ifstream file(journal, std::ios::binary);
    const auto head = eight_bytes(file);
    // SQLite ignores a journal whose head is not written or was wiped. Of any other it obeys the
    // name at the end, whatever the head says (pager.c, hasHotJournal and readSuperJournal).
    if (!file || head[0] == 0)
        return fs::file_size(journal, error) > 0 && head[0] != 0 ? Beside::foreign_journal
                                                                 : Beside::nothing;
    file.seekg(-8, std::ios::end);
    if (eight_bytes(file) == journal_magic)
        return Beside::foreign_journal;
    return head == journal_magic ? Beside::journal : Beside::nothing;
}

using Header = std::array<unsigned char, header_size>;

std::uint32_t number(const Header& header, std::size_t at) {
    return std::uint32_t{header[at]} << 24 | std::uint32_t{header[at + 1]} << 16 |
           std::uint32_t{header[at + 2]} << 8 | header[at + 3];
}

bool read_header(const fs::path& path, Header& header) {
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char*>(header.data()), header.size());
    return file.gcount() == static_cast<std::streamsize>(header.size());
}

std::uintmax_t promised_size(const Header& header) {
    const std::uint32_t stored = std::uint32_t{header[16]} << 8 | header[17];
    const std::uint32_t page_size = stored == 1 ? 65536 : stored;
    // The page count holds only while both counters agree.
    const bool valid = number(header, 24) == number(header, 92);
    return valid ? std::uintmax_t{page_size} * number(header, 28) : 0;
}

} // namespace

fs::path true_path(const fs::path& path) {
    std::error_code error;
    fs::path found = fs::canonical(path, error);
    return error ? fs::absolute(path) : found;
}

Beside look_beside(const fs::path& path) {
    std::error_code error;
    const fs::path log = with_suffix(path, "-wal");
    if (fs::exists(log, error) && fs::file_size(log, error) > 0)
        return Beside::write_ahead_log;
    const fs::path journal = with_suffix(path, "-journal");
    // A write that is under way may end between two looks: what does not fit is looked at again.
    for (int looks = 0; looks < 3; ++looks) {
        const Beside found = look_at_journal(journal);
        if (found != Beside::journal || !fs::exists(path, error) || journal_fits(journal, path))
            return found;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return Beside::other_journal;
}

Kind look_at(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return Kind::missing;
    if (status.type() != fs::file_type::regular)
        return Kind::no_file;
    if (::access(path.c_str(), R_OK) != 0)
        return Kind::no_access;
    Header header{};
    if (!read_header(path, header) || number(header, 68) != geopackage_id)
        return Kind::not_ours;
    if (std::memcmp(header.data(), "SQLite format 3", 16) != 0)
        return Kind::broken_top;
    return fs::file_size(path, error) < promised_size(header) ? Kind::too_short : Kind::geopackage;
}

unsigned change_counter(const fs::path& path) {
    Header header{};
    return read_header(path, header) ? number(header, 24) : 0;
}

} // namespace antardesa::project::detail
