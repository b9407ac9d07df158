#include "io/detail/whole_file.h"

#include "base/whole_file.h"
#include "io/detail/gdal.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace antardesa::io::detail {

namespace {

void synchronise_or_throw(const std::filesystem::path& path) {
    if (!synchronise(path))
        throw_cannot_write(path, errno);
}

void write_all(int file, std::string_view bytes, const std::filesystem::path& shown) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            throw_cannot_write(shown, errno);
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Closed on every way out; what close(2) says of the data is asked of fsync later.
class NewFile {
  public:
    NewFile(const std::filesystem::path& path, const std::filesystem::path& shown)
        : number_(
              ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)) {
        if (number_ < 0)
            throw_cannot_write(shown, errno);
    }
    ~NewFile() { ::close(number_); }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

} // namespace

void throw_cannot_write(const std::filesystem::path& path, int error) {
    throw Error({"io.cannot_write", {path.string(), std::strerror(error)}});
}

PrivateFolder::PrivateFolder(const std::filesystem::path& target) : target_(target) {
    remove_leftovers(folder_of(target));
    std::string pattern = private_pattern(target);
    if (!::mkdtemp(pattern.data()))
        throw_cannot_write(target, errno);
    path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void PrivateFolder::take(const MemoryFolder& memory) const {
    for (const std::string& name : memory.names()) {
        const NewFile file(path_ / name, target_);
        write_all(file.number(), memory_bytes(memory.path_of(name)), target_);
    }
}

std::vector<std::filesystem::path> PrivateFolder::publish() {
    std::vector<std::filesystem::path> made;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
        if (entry.is_regular_file())
            made.push_back(entry.path());
    const auto is_target = [&](const auto& path) { return path.filename() == target_.filename(); };
    std::sort(made.begin(), made.end());
    std::stable_partition(made.begin(), made.end(), [&](const auto& p) { return !is_target(p); });
    for (const auto& path : made)
        synchronise_or_throw(path);
    std::vector<std::filesystem::path> published;
    for (const auto& path : made) {
        const auto place = folder_of(target_) / path.filename();
        if (::rename(path.c_str(), place.c_str()) != 0)
            throw_cannot_write(place, errno);
        published.push_back(place);
    }
    synchronise_or_throw(folder_of(target_));
    return published;
}

} // namespace antardesa::io::detail
