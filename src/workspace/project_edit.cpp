#include "workspace/project_edit.h"

namespace antardesa::workspace {

std::shared_ptr<const model::Atlas> edit_project(const std::filesystem::path& path,
                                                 const EditVerb& verb,
                                                 const Environment& environment,
                                                 Progress& progress) {
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    std::vector<Finding> ignored; // rows that cannot be read are said when the project is opened
    const auto atlas = model::Atlas::build(file.identity(), file.read(ignored, progress),
                                           file.revision(), progress);
    const auto edit = verb(*atlas);
    if (!edit)
        throw Error(edit.refusal().message);
    if (edit.value().writes.empty())
        return atlas;
    const auto revision = file.apply(edit.value(), environment.authorship());
    if (!revision)
        throw Error(revision.refusal().message);
    model::TableSet tables = model::applied(atlas->tables(), edit.value());
    if (model::touches_coverage(atlas->tables(), edit.value()))
        return model::Atlas::build(atlas->identity(), std::move(tables), revision.value(),
                                   progress);
    return model::Atlas::build(atlas->identity(), std::move(tables), revision.value(),
                               atlas->shared_coverage());
}

} // namespace antardesa::workspace
