#pragma once

#include "base/job.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace antardesa::io::detail {

class MemoryFolder;

/// A private folder (0700) beside the target, in which files are made before they are renamed
/// into place. Removed with whatever is still in it; what killed processes left is removed first.
class PrivateFolder {
  public:
    /// `needed`: bytes that will be written. Throws `Error` of `antardesa::cannot_write` when the
    /// target's folder does not allow it.
    PrivateFolder(const std::filesystem::path& target, std::uint64_t needed);
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// What GDAL made in its memory, as files here. GDAL's own writers pass over writes that fail;
    /// these do not. Throws as the constructor does.
    void take(const MemoryFolder& memory, const Progress& progress) const;

    /// Synchronises every regular file in the folder, renames each into `target`'s folder (the
    /// file named like the target last, so that it never lacks a sidecar) and synchronises that
    /// folder. A set of files over an older set of that name: see `SetAside`. Returns the final
    /// paths. Throws as the constructor does; the older files stand then as before.
    std::vector<std::filesystem::path> publish();

  private:
    [[noreturn]] void fail(int error) const;

    std::filesystem::path target_;
    std::filesystem::path path_;
    std::uint64_t needed_;
};

} // namespace antardesa::io::detail
