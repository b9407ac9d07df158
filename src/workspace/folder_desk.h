#pragma once

#include "base/job.h"
#include "i18n/catalogue.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace antardesa::workspace {

/// What a folder holds that can be opened.
struct FileEntry {
    std::filesystem::path path;
    std::string name;
    bool folder = false;
    std::string size;  ///< "1,2 MB"; empty for folders
    bool opens = true; ///< this program reads it, or it is a folder
};
struct FolderView {
    std::filesystem::path folder;
    bool reading = true; ///< the entries are still to come
    std::vector<FileEntry> entries;
    std::uint64_t number = 0; ///< another number, other content
};
/// What stands at a path that somebody typed.
struct Target {
    std::filesystem::path path;
    bool exists = false;
    bool folder = false;
};

/// Looks at the disk for the file dialog, on a thread of its own: a stick that spins up must
/// neither hold a frame nor wait for an import. Remembers what was asked last. One thread calls.
class FolderDesk {
  public:
    /// Asks for a folder when it is not the one asked for last, or `afresh`.
    const FolderView& folder(const std::filesystem::path& path, bool afresh,
                             const i18n::Catalogue& language);
    /// Asks for a path when it is not the one asked for last; nothing until it is known.
    std::optional<Target> target(const std::filesystem::path& path);

    /// Returns whether something is known now that was not.
    bool deliver() { return runner_.deliver() > 0; }
    void on_ready(std::function<void()> wake) { runner_.on_ready(std::move(wake)); }
    bool busy() const { return !runner_.active().empty(); }
    void wait_idle() { runner_.wait_idle(); }

  private:
    FolderView folder_;
    bool asked_ = false;
    std::filesystem::path wanted_;
    std::optional<Target> target_;
    JobRunner runner_{1};
};

} // namespace antardesa::workspace
