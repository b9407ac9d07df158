#include "workspace/sound_project.h"

#include "project/project_file.h"

namespace antardesa::workspace {

std::vector<Finding> damage_of(const std::filesystem::path& project, Progress& progress) {
    const auto file = project::ProjectFile::open(project, project::OpenMode::read);
    std::vector<Finding> damage = file.check_integrity(progress);
    std::erase_if(damage,
                  [](const Finding& finding) { return finding.severity != Severity::error; });
    return damage;
}

std::optional<Message> told(const std::filesystem::path& project,
                            const std::vector<Finding>& damage) {
    if (damage.empty())
        return std::nullopt;
    const std::string& first = damage.front().subject;
    return Message{
        "workspace.not_as_written",
        {project.filename().string(), std::to_string(damage.size()), first.empty() ? "–" : first}};
}

std::optional<Refusal> why_no_paper(const std::filesystem::path& project, Progress& progress) {
    auto message = told(project, damage_of(project, progress));
    if (!message)
        return std::nullopt;
    message->key = "workspace.no_paper_of_it";
    return Refusal{*std::move(message)};
}

} // namespace antardesa::workspace
