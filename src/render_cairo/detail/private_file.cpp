#include "render_cairo/detail/private_file.h"

#include "base/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace antardesa::render_cairo::detail {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t buffer_size = std::size_t{1} << 18;

fs::path followed(const fs::path& target) {
    std::error_code ignored;
    fs::path path = fs::is_symlink(target, ignored) ? fs::weakly_canonical(target) : target;
    const fs::file_status status = fs::status(path, ignored);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw WriteFailure(fs::is_directory(status) ? EISDIR : EINVAL, 0);
    return path;
}

/// umask(2) can only be read by setting it, which other threads would feel.
mode_t mode_by_umask() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "Umask:" && status >> word)
            return 0666 & ~static_cast<mode_t>(std::stoul(word, nullptr, 8));
    return 0644;
}

mode_t mode_for(const fs::path& target) {
    struct stat found {};
    return ::stat(target.c_str(), &found) == 0 ? found.st_mode & 0777 : mode_by_umask();
}

void sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // The file is whole and in place; only its survival of a power cut is less sure.
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

WriteFailure::WriteFailure(int error, std::uint64_t needed)
    : Failure(std::generic_category().message(error)), error_(error), needed_(needed) {
}

void PrivateFile::fail(int error) const {
    throw WriteFailure(error, written_ + buffer_.size());
}

PrivateFile::PrivateFile(const fs::path& target) : target_(followed(target)) {
    const std::string ending = target_.extension().string();
    std::string name = private_pattern(target_) + ending;
    descriptor_ = ::mkostemps(name.data(), static_cast<int>(ending.size()), O_CLOEXEC);
    if (descriptor_ < 0)
        fail(errno);
    path_ = name;
    buffer_.reserve(buffer_size);
}

PrivateFile::~PrivateFile() {
    if (descriptor_ < 0)
        return;
    ::close(descriptor_);
    ::unlink(path_.c_str());
}

void PrivateFile::write(std::span<const std::byte> bytes) {
    if (buffer_.size() + bytes.size() > buffer_size)
        flush();
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

void PrivateFile::flush() {
    const std::byte* at = buffer_.data();
    std::size_t left = buffer_.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor_, at, left);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(errno);
        at += written;
        left -= static_cast<std::size_t>(written);
    }
    written_ += buffer_.size();
    buffer_.clear();
}

void PrivateFile::commit() {
    flush();
    if (::fchmod(descriptor_, mode_for(target_)) != 0 || ::fsync(descriptor_) != 0)
        fail(errno);
    if (::rename(path_.c_str(), target_.c_str()) != 0)
        fail(errno);
    ::close(descriptor_);
    descriptor_ = -1;
    sync_folder(folder_of(target_));
}

void write_whole(const fs::path& target, const std::function<void(PrivateFile&)>& fill) {
    try {
        PrivateFile file(target);
        fill(file);
        file.commit();
    } catch (const WriteFailure& failure) {
        // By now the unfinished file is gone, and its room is free again.
        throw Error(cannot_write(target, failure.error(), failure.needed()), failure.what());
    } catch (const Failure& failure) {
        throw Error({"render_cairo.cannot_write", {target.string(), failure.what()}});
    } catch (const fs::filesystem_error& failure) {
        throw Error(cannot_write(target, failure.code().value()), failure.what());
    } catch (const std::bad_alloc&) {
        throw Error({"base.out_of_memory", {}});
    }
}

} // namespace antardesa::render_cairo::detail
