#include "io/detail/archive.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/gdal.h"

namespace antardesa::io::detail {

namespace {

constexpr std::size_t packed_limit = std::size_t{256} << 20;
constexpr std::uint64_t unpacked_limit = std::uint64_t{512} << 20;
constexpr std::size_t entry_limit = 2000;
constexpr std::uint64_t ratio_limit = 200;
constexpr std::size_t directory_header = 46;
constexpr std::size_t local_header = 30;
constexpr std::size_t end_record = 22;

std::uint32_t number(std::string_view bytes, std::size_t at, int width) {
    std::uint32_t value = 0;
    for (int i = width - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

bool escapes(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        name.find('\0') != std::string_view::npos || name.find(':') != std::string_view::npos)
        return true;
    for (const std::string& part : split(name, '/'))
        if (part == "..")
            return true;
    return false;
}

bool is_archive(const std::string& name) {
    const std::string lower = lower_case(name);
    for (const char* ending : {".zip", ".kmz", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz"})
        if (lower.ends_with(ending))
            return true;
    return false;
}

// What stands before the entry itself may be left open (bit 3), but not contradict the directory.
bool sizes_agree(std::string_view data, const ArchiveEntry& entry) {
    constexpr std::uint32_t stated_later = 8;
    if (entry.offset + local_header > data.size() ||
        (number(data, entry.offset + 6, 2) & stated_later))
        return true;
    return number(data, entry.offset + 18, 4) == entry.packed_size &&
           number(data, entry.offset + 22, 4) == entry.size;
}

bool names_agree(std::string_view data, const ArchiveEntry& entry) {
    if (entry.offset + local_header > data.size())
        return true;
    const std::size_t size = number(data, entry.offset + 26, 2);
    return data.substr(entry.offset + local_header, size) == entry.name;
}

void append_little_endian(std::string& text, std::uint64_t value) {
    for (int i = 0; i < 4; ++i, value >>= 8)
        text += static_cast<char>(value & 0xff);
}

// zlib checks length and checksum of a gzip member by itself; a ZIP entry is one without its
// frame.
std::string as_gzip(std::string_view packed, const ArchiveEntry& entry) {
    std::string text("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    text.append(packed);
    append_little_endian(text, entry.checksum);
    append_little_endian(text, entry.size);
    return text;
}

// CRC-32 of ISO 3309, bit by bit from the reflected polynomial; stored entries are rare.
std::uint32_t checksum_of(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0u);
    }
    return ~crc;
}

} // namespace

Archive::Archive(std::string_view bytes, std::string shown)
    : shown_(std::move(shown)), data_(bytes) {
    if (bytes.size() > packed_limit)
        throw Error({"io.archive_too_large", {shown_}});
    read_directory();
}

void Archive::read_directory() {
    const std::size_t end = data_.rfind("PK\x05\x06");
    if (end == std::string_view::npos || end + end_record > data_.size())
        throw Error({"io.unreadable", {shown_, "ZIP"}});
    const std::string_view data = data_;
    const std::size_t count = number(data, end + 10, 2);
    std::size_t at = number(data, end + 16, 4);
    if (count > entry_limit)
        throw Error({"io.archive_too_large", {shown_}});
    for (std::size_t i = 0; i < count; ++i) {
        if (at + directory_header > data.size() || data.substr(at, 4) != "PK\x01\x02")
            throw Error({"io.unreadable", {shown_, "ZIP"}});
        const std::size_t name_size = number(data, at + 28, 2);
        const std::size_t next =
            at + directory_header + name_size + number(data, at + 30, 2) + number(data, at + 32, 2);
        if (next > data.size())
            throw Error({"io.unreadable", {shown_, "ZIP"}});
        add_entry(data.substr(at, directory_header),
                  std::string(data.substr(at + directory_header, name_size)));
        at = next;
    }
}

void Archive::add_entry(std::string_view header, std::string name) {
    ArchiveEntry entry{std::move(name),       number(header, 24, 4), number(header, 20, 4),
                       number(header, 42, 4), number(header, 16, 4), number(header, 10, 2)};
    if (!entry.name.empty() && entry.name.back() == '/')
        return;
    const bool encrypted = number(header, 8, 2) & 1;
    const bool link = (number(header, 38, 4) >> 16 & 0170000) == 0120000;
    const bool too_dense =
        entry.size > ratio_limit * std::max<std::uint64_t>(entry.packed_size, 64);
    any_locked_ = any_locked_ || encrypted;
    if (encrypted || link || too_dense || escapes(entry.name) ||
        (entry.method != 0 && entry.method != 8))
        return note("archive_entry_skipped", entry.name);
    // On some media both would be one file.
    if (!names_.insert(lower_case(entry.name)).second)
        return note("archive_name_repeated", entry.name);
    if (is_archive(entry.name))
        note("archive_in_archive", entry.name);
    if (!sizes_agree(data_, entry))
        note("archive_sizes_differ", entry.name);
    if (!names_agree(data_, entry))
        note("archive_names_differ", entry.name);
    total_ += entry.size;
    if (total_ > unpacked_limit)
        throw Error({"io.archive_too_large", {shown_}});
    entries_.push_back(std::move(entry));
}

void Archive::note(const char* code, const std::string& name) {
    findings_.push_back({Severity::warning,
                         code,
                         shown_,
                         std::nullopt,
                         {std::string("io.") + code, {shown_on_one_line(name)}}});
}

std::string Archive::bytes(const ArchiveEntry& entry) const {
    const Error damaged({"io.damaged_entry", {shown_, shown_on_one_line(entry.name)}});
    const std::string_view data = data_;
    if (entry.offset + local_header > data.size() ||
        data.substr(entry.offset, 4) != std::string_view("PK\x03\x04"))
        throw damaged;
    const std::size_t start = entry.offset + local_header + number(data, entry.offset + 26, 2) +
                              number(data, entry.offset + 28, 2);
    if (start + entry.packed_size > data.size())
        throw damaged;
    const std::string_view packed = data.substr(start, entry.packed_size);
    if (entry.method == 0) {
        if (entry.size != entry.packed_size || checksum_of(packed) != entry.checksum)
            throw damaged;
        return std::string(packed);
    }
    const std::string member = as_gzip(packed, entry);
    std::string result(entry.size, '\0');
    std::size_t written = 0;
    const void* out =
        CPLZLibInflate(member.data(), member.size(), result.data(), result.size(), &written);
    if (!out || written != entry.size)
        throw damaged;
    return result;
}

} // namespace antardesa::io::detail
