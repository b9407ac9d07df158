#include "workspace/finding_layer.h"
#include "workspace/kugi_layers.h"
#include "workspace/layer_sheet.h"
#include "workspace/layer_table.h"
#include "workspace/output_gate.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

namespace {

/// Nothing: it stands in every row.
std::optional<Refusal> set_fcode(io::VectorFile& table, const std::string& fcode) {
    const bool points = table.layer == "titik_batas";
    if (!points && table.layer != "segmen_batas")
        return Refusal{{"workspace.convert.no_fcode", {table.layer}}};
    const char* geometry = points ? kugi_points : kugi_lines;
    if (!is_kugi_code(fcode, geometry))
        return Refusal{{"workspace.convert.bad_fcode", {fcode, geometry}}};
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        if (table.fields[i].name == "FCODE")
            for (io::VectorFile::Row& row : table.rows)
                row.values[i] = fcode;
    return std::nullopt;
}

} // namespace

Result<int> convert_layer(const model::Atlas& atlas, const std::string& layer,
                          const std::filesystem::path& output, Progress& progress) {
    return convert_layer(atlas, layer, output, std::string(), progress);
}

Result<int> convert_layer(const model::Atlas& atlas, const std::string& layer,
                          const std::filesystem::path& output, const std::string& fcode,
                          Progress& progress) {
    if (auto why = why_not_written({output, {}, layer}))
        return *why;
    if (layer == "riwayat")
        return Refusal{{"workspace.convert.history", {}}};
    auto table = layer_table(atlas, layer);
    if (!table) {
        std::string names;
        for (const auto name : layer_names())
            names += (names.empty() ? "" : ", ") + std::string(name);
        return Refusal{{"workspace.convert.unknown_layer", {layer, names}}};
    }
    if (!fcode.empty())
        if (auto refusal = set_fcode(*table, fcode))
            return *refusal;
    progress.check();
    if (is_sheet_file(output)) {
        write_layer_sheet(*table, output, SystemClock().today());
        return static_cast<int>(table->rows.size());
    }
    fit_for(output, *table);
    const auto written = io::write_vector(output, *table, io::Existing::replace, progress);
    if (!written)
        return written.refusal();
    return static_cast<int>(table->rows.size());
}

} // namespace antardesa::workspace
