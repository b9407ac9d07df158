#pragma once

#include <filesystem>
#include <vector>

namespace antardesa::io::detail {

class MemoryFolder;

/// A private folder (0700) beside the target, in which files are made before they are renamed
/// into place. Removed with whatever is still in it; what killed processes left is removed first.
class PrivateFolder {
  public:
    /// Throws `Error` "io.cannot_write" when the target's folder does not allow it.
    explicit PrivateFolder(const std::filesystem::path& target);
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// What GDAL made in its memory, as files here. GDAL's own writers pass over writes that fail;
    /// these do not. Throws `Error` "io.cannot_write".
    void take(const MemoryFolder& memory) const;

    /// Synchronises every regular file in the folder, renames each over `target`'s folder (the
    /// file named like the target last, so that it never lacks a sidecar) and synchronises that
    /// folder. Returns the final paths. Throws `Error` "io.cannot_write".
    std::vector<std::filesystem::path> publish();

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

/// Throws `Error` "io.cannot_write" with the reason that errno names.
[[noreturn]] void throw_cannot_write(const std::filesystem::path& path, int error);

} // namespace antardesa::io::detail
