#include "base/text.h"
#include "geo/measure.h"
#include "io/vector_writer.h"
#include "workspace/coverage_check.h"
#include "workspace/verbs.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using analysis::BoundaryFlaw;
using analysis::FlawKind;

std::string joined(const CoverageCheck& check, const BoundaryFlaw& flaw,
                   std::string CoverageCheck::Shape::*text) {
    std::string all;
    for (const std::uint32_t shape : flaw.shapes)
        all += (all.empty() ? "" : "; ") + check.shapes[shape].*text;
    return all;
}

geo::Geometry geometry_of(const BoundaryFlaw& flaw) {
    if (!flaw.outline.empty())
        return geo::PolygonSet{flaw.outline};
    return geo::PointSet{{{flaw.position.longitude, flaw.position.latitude}}};
}

io::AttributeValue or_null(bool known, io::AttributeValue value) {
    return known ? std::move(value) : io::AttributeValue();
}

io::VectorFile::Row row_of(const CoverageCheck& check, const BoundaryFlaw& flaw,
                           std::int64_t rank) {
    const bool has_area = !flaw.outline.empty();
    const bool has_width = has_area || flaw.kind == FlawKind::near_miss;
    return {geometry_of(flaw),
            {rank, std::string(model::code_of(flaw.kind)),
             std::string(model::code_of(flaw.severity)),
             joined(check, flaw, &CoverageCheck::Shape::label),
             joined(check, flaw, &CoverageCheck::Shape::name), or_null(has_area, flaw.area_m2),
             or_null(has_area, flaw.ellipsoid_m2), or_null(has_width, flaw.width_m),
             or_null(flaw.kind == FlawKind::invalid_ring, std::string(model::code_of(flaw.fault))),
             std::int64_t{flaw.count}}};
}

io::VectorFile::Row row_of(const CoverageCheck& check, const model::BoundaryFinding& finding,
                           std::int64_t rank) {
    std::string labels;
    for (const Id<model::Village> id : finding.villages) {
        const auto& villages = check.atlas->villages();
        if (check.atlas->find(id))
            labels += (labels.empty() ? "" : "; ") + check.shapes[villages.index_of(id)].label;
    }
    return {*finding.geometry,
            {rank, std::string(model::code_of(finding.kind)),
             std::string(model::code_of(finding.severity)), labels, finding.names,
             or_null(finding.area_m2.has_value(), finding.area_m2.value_or(0)),
             or_null(finding.area_m2.has_value(), finding.area_m2.value_or(0)),
             or_null(finding.width_m.has_value(), finding.width_m.value_or(0)),
             io::AttributeValue(), std::int64_t{finding.count}}};
}

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

/// A shapefile holds one kind of geometry.
void make_one_kind(std::vector<io::VectorFile::Row>& rows) {
    const bool mixed = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.geometry.index() != rows.front().geometry.index();
    });
    if (mixed)
        for (io::VectorFile::Row& row : rows)
            row.geometry = as_polygons(std::move(row.geometry));
}

} // namespace

Result<int> write_flaws(const CoverageCheck& check, const std::filesystem::path& output) {
    if (is_project(output))
        return Refusal{{"workspace.convert.onto_project", {output.string()}}};
    using io::FieldType;
    io::VectorFile file;
    file.layer = "temuan";
    file.fields = {{"urutan", FieldType::integer},  {"jenis", FieldType::text},
                   {"tingkat", FieldType::text},    {"desa", FieldType::text},
                   {"nama", FieldType::text},       {"luas_m2", FieldType::real},
                   {"luas_elips", FieldType::real}, {"lebar_m", FieldType::real},
                   {"sebab", FieldType::text},      {"jumlah", FieldType::integer}};
    std::int64_t rank = 0;
    for (const BoundaryFlaw& flaw : check.check.flaws)
        file.rows.push_back(row_of(check, flaw, ++rank));
    for (const model::BoundaryFinding& finding : check.standing)
        file.rows.push_back(row_of(check, finding, ++rank));
    if (lower_case(output.extension().string()) == ".shp")
        make_one_kind(file.rows);
    const auto written = io::write_vector(output, file, io::Existing::replace);
    if (!written)
        return written.refusal();
    return static_cast<int>(file.rows.size());
}

} // namespace antardesa::workspace
