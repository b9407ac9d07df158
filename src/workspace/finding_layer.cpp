#include "workspace/finding_layer.h"

#include "base/text.h"
#include "geo/measure.h"
#include "workspace/layer_columns.h"
#include "workspace/layer_table.h"
#include "workspace/output_gate.h"

#include <algorithm>
#include <map>

namespace antardesa::workspace {

namespace {

/// A square of a metre around the middle of what is no polygon.
geo::Geometry as_polygons(geo::Geometry geometry) {
    if (std::holds_alternative<geo::PolygonSet>(geometry))
        return geometry;
    constexpr double half_metre = 0.5 / 111320; // in degrees along a meridian
    const geo::Box box =
        geo::Box{geo::bounds(geometry).centre(), geo::bounds(geometry).centre()}.grown(half_metre);
    return geo::PolygonSet{
        {{{box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}, box.min}, {}}}};
}

std::string labels_of(const model::Atlas& atlas, const model::BoundaryFinding& finding) {
    std::string labels;
    const auto add = [&](const std::string& label) {
        labels += (labels.empty() ? "" : "; ") + label;
    };
    for (const Id<model::Village> id : finding.villages)
        if (const model::Village* village = atlas.find(id))
            add(village_label(*village));
    for (const Id<model::SpecialArea> id : finding.special_areas)
        add(area_label(id));
    return labels;
}

io::VectorFile chosen_findings(const model::Atlas& atlas, std::span<const Subject> subjects) {
    std::vector<FindingLine> lines;
    for (const Subject subject : subjects)
        if (const auto* finding = atlas.find(Id<model::BoundaryFinding>{subject.id});
            finding && subject.kind == SubjectKind::finding)
            lines.push_back(finding_line(atlas, *finding));
    return finding_layer(std::move(lines));
}

io::VectorFile chosen_exceptions(const model::Atlas& atlas, std::span<const Subject> subjects) {
    io::VectorFile table = layer_table(atlas, "pengecualian_batas").value();
    std::map<std::int64_t, io::VectorFile::Row> by_id;
    for (io::VectorFile::Row& row : table.rows)
        if (const auto* id = std::get_if<std::int64_t>(&row.values.front()))
            by_id.emplace(*id, std::move(row));
    table.rows.clear();
    for (const Subject subject : subjects)
        if (const auto found = by_id.find(subject.id);
            subject.kind == SubjectKind::exception && found != by_id.end())
            table.rows.push_back(std::move(found->second));
    return table;
}

} // namespace

std::string village_label(const model::Village& village) {
    return village.code.empty() ? "#" + std::to_string(village.id.value) : village.code;
}

std::string area_label(Id<model::SpecialArea> area) {
    return "area#" + std::to_string(area.value);
}

FindingLine finding_line(const model::Atlas& atlas, const model::BoundaryFinding& finding) {
    return {finding.id.value,
            finding.kind,
            finding.severity,
            labels_of(atlas, finding),
            finding.names,
            finding.area_m2,
            finding.area_m2,
            finding.width_m,
            finding.fault,
            finding.count,
            finding.sliver,
            finding.revision,
            finding.geometry ? *finding.geometry : geo::Geometry()};
}

io::VectorFile finding_layer(std::vector<FindingLine> lines) {
    using Row = FindingLine;
    const auto fault = [](const Row& row) {
        return row.fault ? std::string(model::code_of(*row.fault)) : std::string();
    };
    return LayerColumns<Row>()
        .number("id", [](const Row& row) { return row.id; })
        .integer("urutan", [&](const Row& row) { return &row - lines.data() + 1; })
        .text("jenis", [](const Row& row) { return std::string(model::code_of(row.kind)); })
        .text("tingkat", [](const Row& row) { return std::string(model::code_of(row.severity)); })
        .text("desa", [](const Row& row) { return row.labels; })
        .text("nama", [](const Row& row) { return row.names; })
        .real("luas_m2", [](const Row& row) { return row.area_m2; })
        .real("luas_elips", [](const Row& row) { return row.ellipsoid_m2; })
        .real("lebar_m", [](const Row& row) { return row.width_m; })
        .text("sebab", fault)
        .integer("jumlah", [](const Row& row) { return std::int64_t{row.count}; })
        .integer("serpihan", [](const Row& row) { return row.sliver ? 1 : 0; })
        .number("revisi", [](const Row& row) { return row.revision; })
        .geometry([](const Row& row) { return row.geometry; })
        .build("temuan_batas", lines);
}

void fit_for(const std::filesystem::path& output, io::VectorFile& layer) {
    const auto& rows = layer.rows;
    const bool mixed = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.geometry.index() != rows.front().geometry.index();
    });
    if (mixed && lower_case(output.extension().string()) == ".shp")
        for (io::VectorFile::Row& row : layer.rows)
            row.geometry = as_polygons(std::move(row.geometry));
}

Result<int> write_findings(const model::Atlas& atlas, std::span<const Subject> subjects,
                           const std::filesystem::path& output, Progress& progress) {
    const bool allowed = !subjects.empty() && subjects.front().kind == SubjectKind::exception;
    io::VectorFile table =
        allowed ? chosen_exceptions(atlas, subjects) : chosen_findings(atlas, subjects);
    if (auto why = why_not_written({output, {}, table.layer}))
        return *why;
    fit_for(output, table);
    const auto written = io::write_vector(output, table, io::Existing::replace, progress);
    if (!written)
        return written.refusal();
    return static_cast<int>(table.rows.size());
}

} // namespace antardesa::workspace
