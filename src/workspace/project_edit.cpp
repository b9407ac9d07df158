#include "workspace/project_edit.h"

#include "workspace/boundary_review.h"

namespace antardesa::workspace {

std::shared_ptr<const model::Atlas> edit_project(const std::filesystem::path& path,
                                                 const EditVerb& verb,
                                                 const Environment& environment,
                                                 Progress& progress) {
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    std::vector<Finding> ignored; // rows that cannot be read are said when the project is opened
    const auto atlas = model::Atlas::build(file.identity(), file.read(ignored, progress),
                                           file.revision(), progress);
    auto wanted = verb(*atlas);
    if (!wanted)
        throw Error(wanted.refusal().message);
    if (wanted.value().writes.empty())
        return atlas;
    model::Edit edit = std::move(wanted).value();
    follow_with_findings(*atlas, file.history(), edit, progress);
    const auto revision = file.apply(edit, environment.authorship());
    if (!revision)
        throw Error(revision.refusal().message);
    model::TableSet tables = model::applied(atlas->tables(), edit);
    if (model::touches_coverage(atlas->tables(), edit))
        return model::Atlas::build(atlas->identity(), std::move(tables), revision.value(),
                                   progress);
    return model::Atlas::build(atlas->identity(), std::move(tables), revision.value(),
                               atlas->shared_coverage());
}

} // namespace antardesa::workspace
