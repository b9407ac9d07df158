#include "io/vector_writer.h"
#include "workspace/coverage_check.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

namespace {

using analysis::BoundaryFlaw;
using analysis::FlawKind;

/// Stored and shown to other programs in Indonesian.
const char* stored_kind(FlawKind kind) {
    switch (kind) {
    case FlawKind::overlap:
        return "tumpang_tindih";
    case FlawKind::gap:
        return "celah";
    case FlawKind::invalid_ring:
        return "poligon_rusak";
    case FlawKind::duplicate_shape:
        return "poligon_ganda";
    case FlawKind::duplicate_code:
        return "kode_ganda";
    case FlawKind::outside_district:
        return "di_luar_kecamatan";
    case FlawKind::near_miss:
        break;
    }
    return "nyaris_bertemu";
}

const char* stored_severity(Severity severity) {
    switch (severity) {
    case Severity::information:
        return "keterangan";
    case Severity::warning:
        return "peringatan";
    case Severity::error:
        break;
    }
    return "kesalahan";
}

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
            {rank, std::string(stored_kind(flaw.kind)), std::string(stored_severity(flaw.severity)),
             joined(check, flaw, &CoverageCheck::Shape::label),
             joined(check, flaw, &CoverageCheck::Shape::name), measured(flaw.area_m2),
             measured(flaw.ellipsoid_m2), measured(flaw.width_m),
             flaw.kind == FlawKind::invalid_ring
                 ? io::AttributeValue(std::string(topology::ring_fault_name(flaw.fault)))
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
