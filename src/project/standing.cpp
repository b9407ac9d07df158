#include "project/detail/standing.h"

#include "base/whole_file.h"
#include "project/detail/beside.h"

#include <sys/stat.h>
#include <unistd.h>

namespace antardesa::project::detail {

std::optional<Standing> standing_at(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return Standing{status.st_dev, status.st_ino};
}

std::optional<Refusal> moved_away(const std::filesystem::path& path, const Standing& opened) {
    const auto refused = [&](const char* key) { return Refusal{{key, {path.string()}}}; };
    const auto now = standing_at(path);
    if (!now)
        return refused("project.gone");
    if (*now != opened)
        return refused("project.replaced");
    if (look_at(path) != Kind::geopackage)
        return refused("project.cut_off");
    return std::nullopt;
}

bool is_folder_writable(const std::filesystem::path& path) {
    return ::access(folder_of(path).c_str(), W_OK | X_OK) == 0;
}

} // namespace antardesa::project::detail
