#pragma once

#include <filesystem>

namespace antardesa::project::detail {

/// A file in the making, under a private name in the folder where it shall stand. Removed unless
/// it was put in place. Throws `Error` "project.cannot_create".
class FreshFile {
  public:
    explicit FreshFile(std::filesystem::path target);
    ~FreshFile();
    FreshFile(const FreshFile&) = delete;
    FreshFile& operator=(const FreshFile&) = delete;

    /// Where to write. Empty at first; whoever writes closes it before `put_in_place`.
    const std::filesystem::path& path() const { return path_; }

    /// Syncs the file, renames it to the target and syncs the folder: after a power cut the
    /// target is the old file or the whole new one. Without `replace` a target that appeared
    /// meanwhile is left alone and "project.exists" thrown.
    void put_in_place(bool replace);

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
    bool placed_ = false;
};

} // namespace antardesa::project::detail
