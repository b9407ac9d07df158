#include "project/detail/fresh_file.h"

#include "base/result.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace antardesa::project::detail {

namespace {

[[noreturn]] void fail(const std::filesystem::path& target) {
    throw Error({"project.cannot_create", {target.string()}}, std::strerror(errno));
}

bool synced(const std::filesystem::path& path, int mode) {
    const int descriptor = ::open(path.c_str(), mode | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

/// File systems that cannot rename without replacing (some network and stick formats) get the
/// check and the rename one after the other.
int rename_new(const char* from, const char* to) {
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    struct stat status {};
    if (::lstat(to, &status) == 0) {
        errno = EEXIST;
        return -1;
    }
    return std::rename(from, to);
}

} // namespace

FreshFile::FreshFile(std::filesystem::path target) : target_(std::move(target)) {
    const auto hidden = "." + target_.filename().string() + ".XXXXXX";
    std::string name = (std::filesystem::absolute(target_).parent_path() / hidden).string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        fail(target_);
    path_ = name;
    constexpr mode_t ordinary_document = 0644;
    ::fchmod(descriptor, ordinary_document);
    ::close(descriptor);
}

FreshFile::~FreshFile() {
    std::error_code ignored;
    if (!placed_)
        std::filesystem::remove(path_, ignored);
}

void FreshFile::put_in_place(bool replace) {
    if (!synced(path_, O_RDWR))
        fail(target_);
    const int code = replace ? std::rename(path_.c_str(), target_.c_str())
                             : rename_new(path_.c_str(), target_.c_str());
    if (code != 0 && errno == EEXIST)
        throw Error({"project.exists", {target_.string()}});
    if (code != 0)
        fail(target_);
    placed_ = true;
    // Some file systems cannot sync a folder; the rename itself has happened.
    synced(std::filesystem::absolute(target_).parent_path(), O_RDONLY | O_DIRECTORY);
}

} // namespace antardesa::project::detail
