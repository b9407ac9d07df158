#include "io/vector_writer.h"
#include "workspace/coverage_check.h"
#include "workspace/verbs.h"

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

io::VectorFile::Row row_of(const CoverageCheck& check, const BoundaryFlaw& flaw,
                           std::int64_t rank) {
    const bool has_area = !flaw.outline.empty();
    const auto measured = [has_area](double value) {
        return has_area ? io::AttributeValue(value) : io::AttributeValue();
    };
    return {geometry_of(flaw),
            {rank, std::string(model::code_of(flaw.kind)),
             std::string(model::code_of(flaw.severity)),
             joined(check, flaw, &CoverageCheck::Shape::label),
             joined(check, flaw, &CoverageCheck::Shape::name), measured(flaw.area_m2),
             measured(flaw.ellipsoid_m2), measured(flaw.width_m),
             flaw.kind == FlawKind::invalid_ring
                 ? io::AttributeValue(std::string(model::code_of(flaw.fault)))
                 : io::AttributeValue(),
             std::int64_t{flaw.count}}};
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
    const auto written = io::write_vector(output, file, io::Existing::replace);
    if (!written)
        return written.refusal();
    return static_cast<int>(file.rows.size());
}

} // namespace antardesa::workspace
