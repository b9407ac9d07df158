#include "io/detail/whole_file.h"

#include "base/whole_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <stdlib.h>

namespace antardesa::io::detail {

namespace {

void synchronise_or_throw(const std::filesystem::path& path) {
    if (!synchronise(path))
        throw_cannot_write(path, errno);
}

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
