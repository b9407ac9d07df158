#include "workspace/coverage_check.h"
#include "workspace/finding_layer.h"
#include "workspace/output_gate.h"

#include <map>

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

FindingLine line_of(const CoverageCheck& check, const BoundaryFlaw& flaw) {
    const bool has_area = !flaw.outline.empty();
    FindingLine line;
    line.kind = flaw.kind;
    line.severity = flaw.severity;
    line.labels = joined(check, flaw, &CoverageCheck::Shape::label);
    line.names = joined(check, flaw, &CoverageCheck::Shape::name);
    if (has_area) {
        line.area_m2 = flaw.area_m2;
        line.ellipsoid_m2 = flaw.ellipsoid_m2;
    }
    if (has_area || flaw.kind == FlawKind::near_miss)
        line.width_m = flaw.width_m;
    if (flaw.kind == FlawKind::invalid_ring)
        line.fault = flaw.fault;
    line.count = flaw.count;
    line.sliver = flaw.sliver;
    line.geometry = geometry_of(flaw);
    return line;
}

/// Of a project: the row that recording makes of it, so that it is the same whoever writes it.
class Recorded {
  public:
    explicit Recorded(const CoverageCheck& check) : check_(check) {
        if (check.atlas)
            for (const auto& finding : check.atlas->table<model::BoundaryFinding>())
                by_fingerprint_.emplace(finding.fingerprint, &finding);
    }

    FindingLine line_of(const BoundaryFlaw& flaw) const {
        if (!check_.atlas)
            return workspace::line_of(check_, flaw);
        model::BoundaryFinding row =
            analysis::finding_row(check_.atlas->tables(), flaw, check_.atlas->revision());
        const auto known = by_fingerprint_.find(row.fingerprint);
        const bool is_known = known != by_fingerprint_.end();
        if (is_known)
            row.revision = known->second->revision;
        FindingLine line = finding_line(*check_.atlas, row);
        line.id = is_known ? std::optional(known->second->id.value) : std::nullopt;
        return line;
    }

  private:
    const CoverageCheck& check_;
    std::map<std::string, const model::BoundaryFinding*> by_fingerprint_;
};

} // namespace

Output place_of_flaws(const std::filesystem::path& output, const std::filesystem::path& source) {
    return {output, {source}, finding_layer({}).layer};
}

Result<int> write_flaws(const CoverageCheck& check, const std::filesystem::path& output) {
    if (auto why = why_not_written(place_of_flaws(output, check.source)))
        return *why;
    std::vector<FindingLine> lines;
    const Recorded recorded(check);
    for (const BoundaryFlaw& flaw : check.check.flaws)
        lines.push_back(recorded.line_of(flaw));
    for (const model::BoundaryFinding& finding : check.standing)
        lines.push_back(finding_line(*check.atlas, finding));
    io::VectorFile file = finding_layer(std::move(lines));
    fit_for(output, file);
    const auto written = io::write_vector(output, file, io::Existing::replace);
    if (!written)
        return written.refusal();
    return static_cast<int>(file.rows.size());
}

} // namespace antardesa::workspace
