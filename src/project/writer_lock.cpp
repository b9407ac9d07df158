#include "project/detail/writer_lock.h"

#include "base/result.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace antardesa::project::detail {

namespace {

/// SQLite locks 512 bytes from 0x40000000 on.
constexpr off_t our_byte = 0x40000000 + 0x1000;

struct flock lock_request(short type) {
    struct flock request {};
    request.l_type = type;
    request.l_whence = SEEK_SET;
    request.l_start = our_byte;
    request.l_len = 1;
    return request;
}

int open_descriptor(const std::filesystem::path& path, int mode) {
    return ::open(path.c_str(), mode | O_CLOEXEC | O_NONBLOCK);
}

} // namespace

std::optional<WriterLock> WriterLock::take(const std::filesystem::path& path) {
    const int descriptor = open_descriptor(path, O_RDWR);
    if (descriptor < 0)
        throw Error({"project.cannot_write", {path.string()}}, std::strerror(errno));
    WriterLock lock(descriptor, false);
    struct flock request = lock_request(F_WRLCK);
    if (::fcntl(descriptor, F_OFD_SETLK, &request) == 0)
        return lock;
    if (errno == EAGAIN || errno == EACCES)
        return std::nullopt;
    lock.weak_ = true;
    return lock;
}

bool WriterLock::is_held(const std::filesystem::path& path) {
    const int descriptor = open_descriptor(path, O_RDONLY);
    if (descriptor < 0)
        return false;
    const WriterLock closing(descriptor, false);
    struct flock request = lock_request(F_WRLCK);
    return ::fcntl(descriptor, F_OFD_GETLK, &request) == 0 && request.l_type != F_UNLCK;
}

WriterLock::~WriterLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), weak_(other.weak_) {
}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(weak_, other.weak_);
    return *this;
}

} // namespace antardesa::project::detail
