#pragma once

#include <filesystem>
#include <optional>

namespace antardesa::project::detail {

/// Says to every other instance that this one writes: an exclusive lock on one byte of the
/// project file, beyond the bytes that SQLite locks (https://sqlite.org/lockingv3.html) and beside
/// them, so neither is in the other's way. It is an *open file description* lock (fcntl(2),
/// F_OFD_SETLK): the kernel drops it when the process ends however it ends, so a dead holder
/// never has to be cleared away, and nothing lies beside the file.
///
/// Closing any descriptor of a file makes POSIX drop the locks that SQLite holds in the same
/// process. This lock is not touched by that, and it alone keeps two instances of ours apart;
/// the lock object must outlive the connection all the same, and within one process a project
/// that is being written should not be opened by other means.
class WriterLock {
  public:
    /// Nothing when another instance holds it. On a file system without such locks the lock is
    /// `weak`: then only the holder's row in the file speaks.
    static std::optional<WriterLock> take(const std::filesystem::path& path);
    /// Whether some instance holds it now; false when that cannot be known.
    static bool is_held(const std::filesystem::path& path);

    ~WriterLock();
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;

    bool weak() const { return weak_; }

  private:
    WriterLock(int descriptor, bool weak) : descriptor_(descriptor), weak_(weak) {}
    int descriptor_ = -1;
    bool weak_ = false;
};

} // namespace antardesa::project::detail
