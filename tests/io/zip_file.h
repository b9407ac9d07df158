#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace antardesa::io::testing {

inline void little(std::string& bytes, std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i, value >>= 8)
        bytes += static_cast<char>(value & 0xff);
}

inline std::uint32_t checksum(const std::string& bytes) {
    std::uint32_t crc = 0xffffffffu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0u);
    }
    return ~crc;
}

struct ZipEntry {
    std::string name;
    std::string bytes;
    std::uint32_t checksum_change = 0;
    unsigned flags = 0;
};

/// A ZIP of stored entries.
inline std::string zip(const std::vector<ZipEntry>& entries) {
    std::string body;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        const std::uint32_t crc = checksum(entry.bytes) ^ entry.checksum_change;
        std::string common;
        little(common, 20, 2);
        little(common, entry.flags, 2);
        little(common, 0, 2);
        little(common, 0x5a210000, 4);
        little(common, crc, 4);
        little(common, entry.bytes.size(), 4);
        little(common, entry.bytes.size(), 4);
        little(common, entry.name.size(), 2);
        little(common, 0, 2);
        directory += std::string("PK\x01\x02\x14\0", 6) + common;
        directory.append(10, '\0');
        little(directory, body.size(), 4);
        directory += entry.name;
        body += "PK\x03\x04" + common + entry.name + entry.bytes;
    }
    std::string end = std::string("PK\x05\x06\0\0\0\0", 8);
    little(end, entries.size(), 2);
    little(end, entries.size(), 2);
    little(end, directory.size(), 4);
    little(end, body.size(), 4);
    little(end, 0, 2);
    return body + directory + end;
}

} // namespace antardesa::io::testing
