#include "workspace/line_source.h"

#include "crs/crs.h"
#include "io/reader.h"

namespace antardesa::workspace {

geo::MultiLine read_lines(const std::filesystem::path& path, Progress& progress) {
    io::FeatureTable table = io::Reader().read_vector(path, {}, progress);
    const std::string name = path.filename().string();
    if (!table.crs || io::contradicts_its_crs(table))
        throw Error({"workspace.lines.needs_crs", {name}});
    const crs::Transformer transformer(*table.crs, crs::wgs84());
    geo::MultiLine lines;
    for (io::Feature& feature : table.features) {
        transformer.apply(feature.geometry);
        if (auto* set = std::get_if<geo::LineSet>(&feature.geometry))
            std::move(set->lines.begin(), set->lines.end(), std::back_inserter(lines));
    }
    if (lines.empty())
        throw Error({"workspace.lines.none", {name}});
    return lines;
}

geo::MultiLine reference_lines(const model::Atlas& atlas, model::ReferenceKind kind) {
    geo::MultiLine lines;
    for (const model::ReferenceLine& line : atlas.table<model::ReferenceLine>())
        if (line.kind == kind && line.geometry)
            lines.insert(lines.end(), line.geometry->begin(), line.geometry->end());
    if (lines.empty())
        throw Error({"workspace.lines.no_reference", {std::string(model::code_of(kind))}});
    return lines;
}

} // namespace antardesa::workspace
