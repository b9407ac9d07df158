#include "workspace/finding_layer.h"

#include "workspace/layer_table.h"

#include <map>

namespace antardesa::workspace {

Result<int> write_findings(const model::Atlas& atlas, std::span<const Subject> subjects,
                           const std::filesystem::path& output, Progress& progress) {
    if (is_project(output))
        return Refusal{{"workspace.convert.onto_project", {output.string()}}};
    const SubjectKind kind = subjects.empty() ? SubjectKind::finding : subjects.front().kind;
    auto table =
        layer_table(atlas, kind == SubjectKind::exception ? "pengecualian_batas" : "temuan_batas");
    std::map<std::int64_t, io::VectorFile::Row> by_id;
    for (io::VectorFile::Row& row : table->rows)
        if (const auto* id = std::get_if<std::int64_t>(&row.values.front()))
            by_id.emplace(*id, std::move(row));
    table->rows.clear();
    for (const Subject subject : subjects)
        if (const auto found = by_id.find(subject.id); subject.kind == kind && found != by_id.end())
            table->rows.push_back(std::move(found->second));
    const auto written = io::write_vector(output, *table, io::Existing::replace, progress);
    if (!written)
        return written.refusal();
    return static_cast<int>(table->rows.size());
}

} // namespace antardesa::workspace
