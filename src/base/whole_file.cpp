#include "base/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace antardesa {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view private_prefix = ".antardesa-";
constexpr std::size_t random_letters = 6;
constexpr std::chrono::hours leftover_age{1};
/// No file takes less of a disk.
constexpr std::uint64_t smallest_need = 4096;

Message message_of(FileError::Reason reason, const fs::path& target, int error,
                   std::uint64_t needed, std::uint64_t taken) {
    switch (reason) {
    case FileError::Reason::exists:
        return {"base.file_exists", {target.string()}};
    case FileError::Reason::is_link:
        return {"base.file_is_link", {target.string()}};
    case FileError::Reason::unsure:
        return {"base.placed_unsure", {target.string()}};
    case FileError::Reason::no_space:
    case FileError::Reason::failed:
        break;
    }
    return cannot_write(target, error, needed, taken);
}

/// The sentence for one reason; null for those that only the system has words for.
const char* key_of(int error) {
    switch (error) {
    case ENOSPC:
        return "base.no_space";
    case EDQUOT:
        return "base.quota_used_up";
    case EACCES:
    case EPERM:
        return "base.no_permission";
    case EROFS:
        return "base.read_only_medium";
    case ENOENT:
    case ENOTDIR:
        return "base.no_folder";
    case EISDIR:
        return "base.folder_in_its_place";
    case EIO:
        return "base.medium_failed";
    case EFBIG:
        return "base.file_too_large";
    default:
        return nullptr;
    }
}

[[noreturn]] void fail(const fs::path& target, int error, std::uint64_t needed = 0,
                       std::uint64_t taken = 0) {
    const bool full = error == ENOSPC || error == EDQUOT;
    throw FileError(full ? FileError::Reason::no_space : FileError::Reason::failed, target, error,
                    needed, taken);
}

std::uint64_t size_of(const fs::path& path) {
    std::error_code ignored;
    const auto size = fs::file_size(path, ignored);
    return ignored ? 0 : size;
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

/// Asked without changing it, which would show in other threads; 022 where the system does not
/// tell.
mode_t file_mask() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("Umask:"))
            return static_cast<mode_t>(std::strtoul(line.c_str() + 6, nullptr, 8));
    return 022;
}

/// Who could read the old file can read the new one; a new file is as the person's mask says.
void set_permissions(const fs::path& made, const fs::path& target) {
    const mode_t ordinary_document = 0666 & ~file_mask();
    constexpr mode_t permission_bits = 0777;
    struct stat old {};
    const bool replaced = ::stat(target.c_str(), &old) == 0;
    ::chmod(made.c_str(), replaced ? old.st_mode & permission_bits : ordinary_document);
}

bool is_private_name(std::string_view name) {
    if (!name.starts_with(private_prefix))
        return false;
    name.remove_prefix(private_prefix.size());
    const std::string_view letters = name.substr(0, name.find('.'));
    return letters.size() == random_letters &&
           std::all_of(letters.begin(), letters.end(),
                       [](unsigned char letter) { return std::isalnum(letter) != 0; });
}

void write_all(int descriptor, std::string_view bytes, const fs::path& target) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            const int error = written == 0 ? ENOSPC : errno;
            ::close(descriptor);
            fail(target, error, bytes.size(), done);
        }
        done += static_cast<std::size_t>(written);
    }
}

} // namespace

Message cannot_write(const fs::path& target, int error, std::uint64_t needed, std::uint64_t taken) {
    const char* key = key_of(error);
    if (!key)
        return {"base.cannot_write_file", {target.string(), std::strerror(error)}};
    if (error == ENOSPC || error == EDQUOT) {
        const std::uint64_t free = free_bytes(target).value_or(0) + taken;
        needed = std::max(needed, smallest_need);
        if (error == ENOSPC && free >= needed)
            return {"base.full_though_free", {target.string(), std::to_string(free)}};
        return {key, {target.string(), std::to_string(needed), std::to_string(free)}};
    }
    return {key, {target.string(), folder_of(target).string()}};
}

FileError::FileError(Reason reason, const fs::path& target, int error, std::uint64_t needed,
                     std::uint64_t taken)
    : Error(message_of(reason, target, error, needed, taken), error ? std::strerror(error) : ""),
      reason_(reason), needed_(needed) {
}

fs::path folder_of(const fs::path& file) {
    const auto folder = file.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

std::string private_pattern(const fs::path& target) {
    return (folder_of(target) / (std::string(private_prefix) + "XXXXXX")).string();
}

void remove_leftovers(const fs::path& folder) {
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        struct stat found {};
        std::error_code ignored;
        if (is_private_name(at->path().filename().string()) &&
            ::lstat(at->path().c_str(), &found) == 0 && found.st_uid == ::geteuid() &&
            now - fs::last_write_time(at->path(), ignored) > leftover_age && !ignored)
            fs::remove_all(at->path(), ignored);
    }
}

fs::path interrupted_write(const fs::path& target, const fs::path& own) {
    std::error_code error;
    for (fs::directory_iterator at(folder_of(target), error), end; !error && at != end;
         at.increment(error)) {
        struct stat found {};
        if (is_private_name(at->path().filename().string()) &&
            at->path().filename() != own.filename() && ::lstat(at->path().c_str(), &found) == 0 &&
            S_ISDIR(found.st_mode) && found.st_uid == ::geteuid() &&
            ::lstat((at->path() / target.filename()).c_str(), &found) == 0)
            return folder_of(target) / at->path().filename();
    }
    return {};
}

namespace {

/// "antardesa-<namespace>-<process>-": numbers of processes mean something in one namespace alone.
std::string folder_prefix() {
    std::array<char, 64> space{};
    const ssize_t length = ::readlink("/proc/self/ns/pid", space.data(), space.size());
    std::string name = "antardesa-";
    for (ssize_t i = 0; i < length; ++i)
        if (std::isdigit(static_cast<unsigned char>(space[static_cast<std::size_t>(i)])))
            name += space[static_cast<std::size_t>(i)];
    return name + "-";
}

/// A private folder of a process of this account that is no more.
bool is_orphan(const fs::path& path, std::string_view prefix) {
    const std::string name = path.filename().string();
    if (!name.starts_with(prefix))
        return false;
    char* end = nullptr;
    const long process = std::strtol(name.c_str() + prefix.size(), &end, 10);
    struct stat found {};
    return process > 0 && *end == '-' && std::strlen(end + 1) == random_letters &&
           ::lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode) &&
           found.st_uid == ::geteuid() && ::kill(static_cast<pid_t>(process), 0) != 0 &&
           errno == ESRCH;
}

void remove_orphans(const fs::path& parent, std::string_view prefix) {
    std::error_code error;
    for (fs::directory_iterator at(parent, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (is_orphan(at->path(), prefix))
            fs::remove_all(at->path(), ignored);
    }
}

} // namespace

fs::path make_private_folder() {
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    const fs::path parent = runtime && fs::is_directory(runtime, ignored)
                                ? fs::path(runtime)
                                : fs::temp_directory_path();
    const std::string prefix = folder_prefix();
    remove_orphans(parent, prefix);
    std::string name = (parent / (prefix + std::to_string(::getpid()) + "-XXXXXX")).string();
    if (!::mkdtemp(name.data()))
        fail(parent, errno);
    return name;
}

bool synchronise(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat status {};
    const bool folder = ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    const bool done = ::fsync(descriptor) == 0 || (folder && (errno == EINVAL || errno == ENOTSUP));
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return done;
}

WholeFile::WholeFile(fs::path target) : target_(std::move(target)) {
    std::error_code ignored;
    if (fs::is_symlink(fs::symlink_status(target_, ignored)))
        throw FileError(FileError::Reason::is_link, target_, 0, 0);
    remove_leftovers(folder_of(target_));
    const std::string ending = target_.extension().string();
    std::string name = private_pattern(target_) + ending;
    const int descriptor = ::mkostemps(name.data(), static_cast<int>(ending.size()), O_CLOEXEC);
    if (descriptor < 0)
        fail(target_, errno);
    ::close(descriptor);
    path_ = name;
}

WholeFile::~WholeFile() {
    std::error_code ignored;
    if (!placed_)
        fs::remove(path_, ignored);
}

Message WholeFile::about_target(Message message) const {
    for (std::string& argument : message.arguments)
        if (argument == path_.string())
            argument = target_.string();
        else if (argument == path_.filename().string())
            argument = target_.filename().string();
    return message;
}

void WholeFile::put_in_place(bool replace) {
    set_permissions(path_, target_);
    if (!synchronise(path_))
        fail(target_, errno, size_of(path_), size_of(path_));
    const int code = replace ? std::rename(path_.c_str(), target_.c_str())
                             : rename_new(path_.c_str(), target_.c_str());
    if (code != 0 && errno == EEXIST)
        throw FileError(FileError::Reason::exists, target_, 0, 0);
    if (code != 0)
        fail(target_, errno, size_of(path_));
    placed_ = true;
    if (!synchronise(folder_of(target_)))
        throw FileError(FileError::Reason::unsure, target_, errno, 0);
}

void write_whole_file(const fs::path& target, std::string_view bytes) {
    WholeFile file(target);
    const int descriptor = ::open(file.path().c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        fail(target, errno);
    write_all(descriptor, bytes, target);
    if (::close(descriptor) != 0)
        fail(target, errno, bytes.size());
    file.put_in_place(true);
}

std::optional<std::uint64_t> free_bytes(const fs::path& path) {
    struct statvfs status {};
    if (::statvfs(path.c_str(), &status) != 0 && ::statvfs(folder_of(path).c_str(), &status) != 0)
        return std::nullopt;
    return std::uint64_t{status.f_bavail} * status.f_frsize;
}

bool is_on_network(const fs::path& path) {
    // statfs(2): NFS, SMB, CIFS, SMB2, 9P, FUSE, AFS, Ceph.
    constexpr std::uint32_t kinds[] = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                       0x01021997, 0x65735546, 0x5346414F, 0x00C36400};
    struct statfs status {};
    if (::statfs(path.c_str(), &status) != 0)
        return false;
    for (const std::uint32_t kind : kinds)
        if (static_cast<std::uint32_t>(status.f_type) == kind)
            return true;
    return false;
}

} // namespace antardesa
