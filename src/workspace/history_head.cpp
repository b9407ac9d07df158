#include "workspace/history_head.h"

#include "project/project_file.h"

namespace antardesa::workspace {

std::string in_groups(const std::string& digits) {
    constexpr std::size_t group = 4;
    std::string groups;
    for (std::size_t at = 0; at < digits.size(); at += group)
        groups += (at == 0 ? "" : " ") + digits.substr(at, group);
    return groups;
}

std::string head_in_short(const std::string& link) {
    constexpr std::size_t shown = 16;
    return in_groups(link.substr(0, shown));
}

std::string history_head(const std::filesystem::path& project) {
    const auto newest = project::ProjectFile::open(project, project::OpenMode::read).history(1);
    return newest.empty() ? std::string() : head_in_short(newest.front().link);
}

} // namespace antardesa::workspace
