#pragma once

#include "render_cairo/detail/handles.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace antardesa::render_cairo::detail {

/// What the system said of a write, by errno(3), and how much there is to write at the least.
class WriteFailure : public Failure {
  public:
    WriteFailure(int error, std::uint64_t needed);
    int error() const { return error_; }
    std::uint64_t needed() const { return needed_; } ///< bytes

  private:
    int error_;
    std::uint64_t needed_;
};

/// A file that nobody sees until it is whole: written beside its target under a name of its own
/// (created exclusively, readable by the owner alone), and moved over the target by `commit`. Taken
/// away again when destroyed before. A target that is a link is followed. Throws `WriteFailure`.
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
    [[noreturn]] void fail(int error) const;

    std::filesystem::path target_;
    std::filesystem::path path_;
    std::vector<std::byte> buffer_;
    std::uint64_t written_ = 0;
    int descriptor_ = -1;
};

/// Runs `fill` on a private file for `target` and commits it. What the disk refuses becomes the
/// `Error` of `antardesa::cannot_write`, any other `Failure` "render_cairo.cannot_write" with path
/// and reason, missing memory "base.out_of_memory"; `Cancelled` passes; each leaves nothing.
void write_whole(const std::filesystem::path& target,
                 const std::function<void(PrivateFile&)>& fill);

} // namespace antardesa::render_cairo::detail
