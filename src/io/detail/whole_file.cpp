#include "io/detail/whole_file.h"

#include "base/result.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace antardesa::io::detail {

namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
    const auto folder = path.parent_path();
    return folder.empty() ? std::filesystem::path(".") : folder;
}

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool synchronise() const { return number_ >= 0 && ::fsync(number_) == 0; }

  private:
    int number_;
};

void synchronise(const std::filesystem::path& path, int flags) {
    const Descriptor file(path, flags);
    if (!file.synchronise())
        throw_cannot_write(path, errno);
}

} // namespace

void throw_cannot_write(const std::filesystem::path& path, int error) {
    throw Error({"io.cannot_write", {path.string(), std::strerror(error)}});
}

PrivateFolder::PrivateFolder(const std::filesystem::path& target) : target_(target) {
    std::string pattern = (folder_of(target) / ".antardesa-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw_cannot_write(target, errno);
    path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
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
        synchronise(path, O_RDONLY);
    std::vector<std::filesystem::path> published;
    for (const auto& path : made) {
        const auto place = folder_of(target_) / path.filename();
        if (::rename(path.c_str(), place.c_str()) != 0)
            throw_cannot_write(place, errno);
        published.push_back(place);
    }
    synchronise(folder_of(target_), O_RDONLY | O_DIRECTORY);
    return published;
}

} // namespace antardesa::io::detail
