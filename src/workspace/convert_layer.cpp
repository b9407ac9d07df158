#include "workspace/layer_table.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

Result<int> convert_layer(const model::Atlas& atlas, const std::string& layer,
                          const std::filesystem::path& output, Progress& progress) {
    if (is_project(output))
        return Refusal{{"workspace.convert.onto_project", {output.string()}}};
    if (layer == "riwayat")
        return Refusal{{"workspace.convert.history", {}}};
    const auto table = layer_table(atlas, layer);
    if (!table) {
        std::string names;
        for (const auto name : layer_names())
            names += (names.empty() ? "" : ", ") + std::string(name);
        return Refusal{{"workspace.convert.unknown_layer", {layer, names}}};
    }
    progress.check();
    const auto written = io::write_vector(output, *table, io::Existing::replace, progress);
    if (!written)
        return written.refusal();
    return static_cast<int>(table->rows.size());
}

} // namespace antardesa::workspace
