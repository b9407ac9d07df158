#include "workspace/import_columns.h"

#include "io/reader.h"

#include <algorithm>

namespace antardesa::workspace {

io::FieldMapping mapping_for(const ImportRequest& request, const io::FeatureTable& table) {
    io::FieldMapping mapping = io::recognise(table);
    for (const auto& [field, column] : request.mapping.columns) {
        auto changed = io::with_field(mapping, table,
                                      std::string(io::village_field_name(field)) + "=" + column);
        if (!changed)
            throw Error(changed.refusal().message);
        mapping = std::move(changed).value();
    }
    return mapping;
}

void note_source(ImportPlan& plan, const ImportRequest& request, const std::filesystem::path& path,
                 const io::FeatureTable& table, Progress& progress) {
    plan.layer = table.layer;
    for (const io::Column& column : table.columns)
        plan.columns.push_back(column.name());
    // Only a file that says it has others is looked into a second time.
    const bool others =
        std::any_of(table.findings.begin(), table.findings.end(),
                    [](const Finding& finding) { return finding.code == "other_layers"; });
    if (!request.asks_for_columns || (!others && request.layer.empty()))
        return;
    for (const io::LayerSummary& layer : io::Reader().inspect(path, progress).layers)
        plan.layers.push_back(layer.name);
    if (!request.layer.empty())
        plan.layer = request.layer; // as it is called among them
}

} // namespace antardesa::workspace
