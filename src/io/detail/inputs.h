#pragma once

#include "base/finding.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::io::detail {

class MemoryFolder;

/// Bytes of a regular file, mapped read-only for as long as it lives. A file that shrinks while
/// it is mapped ends the process (SIGBUS): one reason why reading happens in a child.
class MappedFile {
  public:
    /// Takes the descriptor over. Throws `Error` "io.unreadable" when it cannot be mapped.
    MappedFile(int descriptor, std::size_t size, const std::string& shown);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    /// Never null, also of an empty file.
    std::string_view bytes() const { return {data_, size_}; }

  private:
    const char* data_;
    std::size_t size_;
};

/// The files of one foreign data set, opened and mapped before anything in them is parsed. GDAL
/// sees them as files in memory, without a copy, so that parsing opens no path of the machine.
/// What belongs to a data set is decided here: a .shp with its .shx, .dbf, .prj, .cpg, .cst, a
/// .tif with its .tfw, the regular files of a .gdb folder; of everything else the file alone.
/// Spatial indexes, journals and settings of strangers beside it are named and not read.
class Inputs {
  public:
    /// One mapped file.
    struct Member {
        std::string name; ///< in memory: letters that no library takes for anything else
        MappedFile file;
    };

    /// Throws `Error` "io.not_found", "io.unreadable", "io.file_too_large" (4 GiB a file, 5,000
    /// files a folder), and for what is not a regular file: "io.link_not_followed",
    /// "io.folder_not_file", "io.pipe_not_file", "io.device_not_file". A sidecar that is none is
    /// left out with a finding.
    static Inputs gather(const std::filesystem::path& path);

    Inputs(Inputs&&) noexcept;
    ~Inputs();

    /// For GDAL: the main file, or the .gdb folder, in its file system in memory.
    const std::string& path() const { return path_; }
    /// The path as the person gave it, for messages; any bytes.
    const std::string& shown() const { return shown_; }
    /// The main file's; empty for a .gdb folder.
    std::string_view bytes() const { return is_folder_ ? std::string_view() : main_bytes(); }
    bool is_folder() const { return is_folder_; }
    /// The main file first, then its sidecars; of a folder all its files.
    const std::vector<Member>& members() const { return members_; }
    const std::vector<Finding>& findings() const { return findings_; }
    std::size_t total_size() const;

  private:
    Inputs();
    std::string_view main_bytes() const { return members_.front().file.bytes(); }
    void add(std::string name, MappedFile file);
    void gather_file(const std::filesystem::path& path);
    void gather_sidecars(const std::filesystem::path& path, const std::string& stem);
    void gather_folder(const std::filesystem::path& path);

    std::string path_;
    std::string shown_;
    bool is_folder_ = false;
    std::vector<Member> members_;
    std::unique_ptr<MemoryFolder> memory_;
    std::vector<Finding> findings_;
};

/// `name` as one path component of GDAL's memory: controls, separators, bidirectional marks and
/// bytes that are not UTF-8 become "_"; at most 120 bytes, never empty, never with a leading dot.
std::string member_name(std::string_view name);

} // namespace antardesa::io::detail
