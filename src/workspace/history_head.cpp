#include "workspace/history_head.h"

#include "project/project_file.h"

#include <algorithm>

namespace antardesa::workspace {

std::string history_head(const std::filesystem::path& project) {
    constexpr std::size_t shown = 16;
    constexpr std::size_t group = 4;
    const auto newest = project::ProjectFile::open(project, project::OpenMode::read).history(1);
    if (newest.empty())
        return {};
    std::string head;
    const std::string& link = newest.front().link;
    for (std::size_t i = 0; i < std::min(shown, link.size()); i += group)
        head += (i > 0 ? " " : "") + link.substr(i, group);
    return head;
}

} // namespace antardesa::workspace
