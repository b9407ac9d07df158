#include "workspace/line_source.h"

#include "base/text.h"
#include "crs/crs.h"
#include "io/reader.h"
#include "workspace/coordinate_table.h"

namespace antardesa::workspace {

geo::MultiLine read_lines(const std::filesystem::path& path, Progress& progress) {
    io::FeatureTable table = io::Reader().read_vector(path, {}, progress);
    const std::string name = path.filename().string();
    if (!table.crs || io::contradicts_its_crs(table))
        throw Error({"workspace.lines.needs_crs", {name}});
    const crs::Transformer transformer(*table.crs, crs::wgs84());
    geo::MultiLine lines;
    geo::Line walked;
    for (io::Feature& feature : table.features) {
        transformer.apply(feature.geometry);
        if (auto* set = std::get_if<geo::LineSet>(&feature.geometry))
            std::move(set->lines.begin(), set->lines.end(), std::back_inserter(lines));
        if (const auto* set = std::get_if<geo::PointSet>(&feature.geometry))
            walked.insert(walked.end(), set->points.begin(), set->points.end());
    }
    // Places that somebody took on the way, one after the other.
    if (lines.empty() && walked.size() > 1 && lower_case(path.extension().string()) == ".gpx")
        lines.push_back(std::move(walked));
    if (lines.empty())
        throw Error({"workspace.lines.none", {name}});
    return lines;
}

geo::MultiLine read_claim(const std::filesystem::path& path, const geo::Box& within,
                          Progress& progress) {
    const std::string ending = lower_case(path.extension().string());
    if (ending != ".csv" && ending != ".tsv" && ending != ".txt" && ending != ".xlsx")
        return read_lines(path, progress);
    const std::string name = path.filename().string();
    geo::MultiLine lines;
    for (const io::Table& table : io::Reader().read_tables(path, progress))
        lines.push_back(line_of_table(table, name, within));
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
