#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace antardesa::render_cairo::detail {

/// A file that nobody sees until it is whole: written beside its target under a name of its own
/// (created exclusively, readable by the owner alone), and moved over the target by `commit`. Taken
/// away again when destroyed before. A target that is a link is followed. Throws `Failure`.
class PrivateFile {
  public:
    explicit PrivateFile(const std::filesystem::path& target);
    ~PrivateFile();
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    /// Buffered. After a failed write every further one fails.
    void write(std::span<const std::byte> bytes);
    /// Syncs, gives it the mode the target had (or the umask allows), renames, syncs the folder.
    void commit();

  private:
    void flush();

    std::filesystem::path target_;
    std::filesystem::path path_;
    std::vector<std::byte> buffer_;
    int descriptor_ = -1;
};

/// Runs `fill` on a private file for `target` and commits it. `Failure` becomes `Error`
/// "render_cairo.cannot_write" with path and reason; `Cancelled` passes; either leaves nothing.
void write_whole(const std::filesystem::path& target,
                 const std::function<void(PrivateFile&)>& fill);

} // namespace antardesa::render_cairo::detail
