#include "io/detail/whole_file.h"

#include "base/whole_file.h"
#include "io/detail/gdal.h"
#include "io/detail/set_aside.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace antardesa::io::detail {

namespace {

/// Between blocks a stop is heard. What was written is sent on its way to the disk now and then:
/// one sync of hundreds of megabytes at the end could not be interrupted.
constexpr std::size_t block = std::size_t{4} << 20;
constexpr std::size_t block_to_sync = std::size_t{32} << 20;

/// The reason as errno(3) has it; 0 when all was written.
int write_all(int file, std::string_view bytes, const Progress& progress) {
    std::size_t unsent = 0;
    while (!bytes.empty()) {
        progress.check();
        const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), block));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written <= 0)
            continue;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        unsent += static_cast<std::size_t>(written);
        if (unsent >= block_to_sync) {
            if (::fdatasync(file) != 0)
                return errno;
            unsent = 0;
        }
    }
    return 0;
}

/// Closed on every way out; what close(2) says of the data is asked of fsync later.
class NewFile {
  public:
    explicit NewFile(const std::filesystem::path& path)
        : number_(
              ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)) {}
    ~NewFile() {
        if (number_ >= 0)
            ::close(number_);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

} // namespace

PrivateFolder::PrivateFolder(const std::filesystem::path& target, std::uint64_t needed)
    : target_(target), needed_(needed) {
    remove_leftovers(folder_of(target));
    std::string pattern = private_pattern(target);
    if (!::mkdtemp(pattern.data()))
        fail(errno);
    path_ = pattern;
}

/// What was meant is the target: the private names mean nothing to a person.
void PrivateFolder::fail(int error) const {
    throw Error(cannot_write(target_, error, needed_));
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void PrivateFolder::take(const MemoryFolder& memory, const Progress& progress) const {
    for (const std::string& name : memory.names()) {
        const NewFile file(path_ / name);
        if (file.number() < 0)
            fail(errno);
        if (const int error =
                write_all(file.number(), memory_bytes(memory.path_of(name)), progress))
            fail(error);
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
        if (!synchronise(path))
            fail(errno);
    SetAside older(target_, needed_);
    if (made.size() > 1)
        older.clear_the_way(path_);
    std::vector<std::filesystem::path> published;
    for (const auto& path : made) {
        const auto place = folder_of(target_) / path.filename();
        if (::rename(path.c_str(), place.c_str()) != 0)
            fail(errno);
        published.push_back(place);
        if (made.size() > 1)
            older.replaced_by(place);
    }
    if (!synchronise(folder_of(target_)))
        fail(errno);
    older.drop();
    return published;
}

} // namespace antardesa::io::detail
