#pragma once

#include "base/finding.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::io::detail {

/// One file inside a ZIP archive.
struct ArchiveEntry {
    std::string name; ///< UTF-8 or as stored; never absolute, never with ".."
    std::uint64_t size = 0;
    std::uint64_t packed_size = 0;
    std::uint64_t offset = 0; ///< of its local header
    std::uint32_t checksum = 0;
    unsigned method = 0; ///< 0 stored, 8 deflated
};

/// A ZIP archive in memory (APPNOTE 6.3). Limits: 256 MiB packed, 512 MiB unpacked, 2,000
/// entries, ratio 200; no encryption, no ZIP64, nothing nested, of equal names the first. GDAL's
/// own /vsizip/ passes over wrong checksums, so entries are unpacked here and checked.
class Archive {
  public:
    /// `bytes` must outlive it; `shown` names it in messages. Throws `Error` "io.unreadable" or
    /// "io.archive_too_large".
    Archive(std::string_view bytes, std::string shown);

    const std::vector<ArchiveEntry>& entries() const { return entries_; }
    /// Entries left out, with the reason.
    const std::vector<Finding>& findings() const { return findings_; }
    /// An entry was left out because it needs a password.
    bool any_locked() const { return any_locked_; }
    /// Throws `Error` "io.damaged_entry" when the checksum or the length is wrong.
    std::string bytes(const ArchiveEntry& entry) const;

  private:
    void read_directory();
    void add_entry(std::string_view header, std::string name);

    std::string shown_;
    std::string_view data_;
    std::vector<ArchiveEntry> entries_;
    std::vector<Finding> findings_;
    void note(const char* code, const std::string& name);

    std::set<std::string> names_; ///< lower case, of the entries that are kept
    bool any_locked_ = false;
    std::uint64_t total_ = 0;
};

} // namespace antardesa::io::detail
