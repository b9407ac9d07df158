#include "io/detail/inputs.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/gdal.h"
#include "io/detail/neighbours.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace antardesa::io::detail {

namespace {

constexpr std::uint64_t largest_file = std::uint64_t{4} << 30;
constexpr std::size_t most_files = 5000;
constexpr std::size_t longest_name = 120;

std::string lower_extension(const std::filesystem::path& path) {
    return lower_case(path.extension().string());
}

Error cannot_open(const std::string& shown, int reason) {
    if (reason == ENOENT || reason == ENOTDIR)
        return Error({"io.not_found", {shown}});
    if (reason == ELOOP)
        return Error({"io.link_not_followed", {shown}});
    if (reason == ENXIO)
        return Error({"io.device_not_file", {shown}});
    if (reason == EACCES || reason == EPERM)
        return Error({"io.may_not_be_read", {shown}});
    return Error({"io.medium_failed", {shown}}, std::strerror(reason));
}

Error not_regular(const std::string& shown, mode_t mode) {
    if (S_ISLNK(mode))
        return Error({"io.link_not_followed", {shown}});
    if (S_ISDIR(mode))
        return Error({"io.folder_not_file", {shown}});
    if (S_ISFIFO(mode))
        return Error({"io.pipe_not_file", {shown}});
    return Error({"io.device_not_file", {shown}});
}

MappedFile open_regular(const std::filesystem::path& path, const std::string& shown) {
    // Looked at first, since opening a device can already act; looked at again once it is open,
    // and without O_NONBLOCK a pipe would wait for its writer, for ever.
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        throw cannot_open(shown, errno);
    if (!S_ISREG(status.st_mode))
        throw not_regular(shown, status.st_mode);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        throw cannot_open(shown, errno);
    const bool known = ::fstat(descriptor, &status) == 0;
    const bool regular = known && S_ISREG(status.st_mode);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (!regular || size > largest_file) {
        ::close(descriptor);
        throw regular ? Error({"io.file_too_large", {shown}}) : not_regular(shown, status.st_mode);
    }
    return {descriptor, static_cast<std::size_t>(size), shown};
}

// "desa.gdb/", as a shell completes a folder
std::filesystem::path without_slash(std::filesystem::path path) {
    while (path.has_relative_path() && (path.filename().empty() || path.filename() == "."))
        path = path.parent_path();
    return path;
}

bool plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) || std::strchr(" -_.,()+", c) != nullptr;
}

} // namespace

std::string member_name(std::string_view name) {
    const std::string shown = is_utf8(name) ? shown_on_one_line(name) : std::string();
    std::string safe;
    // What shown_on_one_line has to change would act somewhere.
    const bool harmless = shown == name;
    for (const char c : name)
        safe += plain(c) && (harmless || static_cast<unsigned char>(c) < 0x80) ? c : '_';
    if (safe.size() > longest_name) {
        safe.resize(longest_name);
        while (!is_utf8(safe))
            safe.pop_back();
    }
    if (safe.empty() || safe.front() == '.')
        safe.insert(0, "_");
    return safe;
}

MappedFile::MappedFile(int descriptor, std::size_t size, const std::string& shown)
    : data_(""), size_(size) {
    void* mapped =
        size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int reason = errno;
    ::close(descriptor);
    if (mapped == MAP_FAILED)
        throw cannot_open(shown, reason);
    if (mapped)
        data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
    if (size_ != 0)
        ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, "")), size_(std::exchange(other.size_, 0)) {
}

Inputs::Inputs() : memory_(std::make_unique<MemoryFolder>()) {
}

Inputs::Inputs(Inputs&&) noexcept = default;
Inputs::~Inputs() = default;

Inputs Inputs::gather(const std::filesystem::path& path) {
    Inputs inputs;
    inputs.shown_ = path.string();
    std::error_code error;
    const auto whole = without_slash(std::filesystem::absolute(path, error));
    if (error || path.empty())
        throw Error({"io.not_found", {inputs.shown_}});
    struct stat status {};
    if (::lstat(whole.c_str(), &status) != 0)
        throw cannot_open(inputs.shown_, errno);
    if (S_ISDIR(status.st_mode) && lower_extension(whole) == ".gdb")
        inputs.gather_folder(whole);
    else
        inputs.gather_file(whole);
    return inputs;
}

void Inputs::add(std::string name, MappedFile file) {
    memory_->show(name, file.bytes());
    members_.push_back({std::move(name), std::move(file)});
}

void Inputs::gather_file(const std::filesystem::path& path) {
    // One stem for all, and endings in lower case, so that libraries find what belongs together.
    const std::string stem = member_name(path.stem().string());
    const std::string name = stem + (path.has_extension() ? lower_extension(path) : "");
    MappedFile file = open_regular(path, shown_);
    const std::string safe = is_plain_ending(lower_extension(path)) ? name : member_name(name);
    path_ = memory_->path_of(safe);
    add(safe, std::move(file));
    gather_sidecars(path, stem);
}

void Inputs::gather_sidecars(const std::filesystem::path& path, const std::string& stem) {
    const Neighbours beside = neighbours_of(path);
    for (const std::filesystem::path& sidecar : beside.sidecars) {
        const std::string shown = sidecar.filename().string();
        const std::string name = stem + lower_extension(sidecar);
        // Two that differ in case only: the first one.
        if (std::any_of(members_.begin(), members_.end(),
                        [&](const Member& member) { return member.name == name; }))
            continue;
        try {
            add(name, open_regular(sidecar, shown));
        } catch (const Error& error) {
            findings_.push_back({Severity::warning, "sidecar_left_out", shown_on_one_line(shown),
                                 std::nullopt, error.message()});
        }
    }
    add_findings(findings_, shown_, beside);
}

void Inputs::gather_folder(const std::filesystem::path& path) {
    is_folder_ = true;
    const std::string folder = member_name(path.filename().string());
    path_ = memory_->path_of(folder);
    memory_->make_folder(folder);
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
        const std::string name = entry.path().filename().string();
        // What is no file of a geodatabase (locks, subfolders, links) has no say in it.
        std::error_code gone;
        if (!is_geodatabase_member(name) || !entry.is_regular_file(gone) || entry.is_symlink(gone))
            continue;
        if (members_.size() == most_files)
            throw Error({"io.file_too_large", {shown_}});
        add(folder + "/" + name, open_regular(entry.path(), shown_ + "/" + name));
    }
    if (error || members_.empty())
        throw Error({"io.unreadable", {shown_, "FileGDB"}}, error ? error.message() : "");
}

std::size_t Inputs::total_size() const {
    std::size_t size = 0;
    for (const Member& member : members_)
        size += member.file.bytes().size();
    return size;
}

} // namespace antardesa::io::detail
