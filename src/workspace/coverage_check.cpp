#include "workspace/coverage_check.h"

#include "base/text.h"
#include "io/boundary_import.h"
#include "io/reader.h"
#include "workspace/boundary_review.h"
#include "workspace/finding_layer.h"
#include "workspace/import_source.h"
#include "workspace/verbs.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace antardesa::workspace {

namespace {

const geo::MultiPolygon no_polygons;

/// What is checked, however it was read.
struct Source {
    io::FeatureTable table;
    std::shared_ptr<const model::Atlas> atlas;
    std::vector<analysis::CheckedShape> shapes;
    std::optional<crs::Crs> crs;
};

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

const geo::MultiPolygon* polygons_of(const geo::Geometry& geometry) {
    const auto* set = std::get_if<geo::PolygonSet>(&geometry);
    return set ? &set->polygons : &no_polygons;
}

/// The kecamatan in the code; without one, the one that the fields name.
std::string district_key(const std::string& code, const std::string& named) {
    return io::normalised_code(code) ? code.substr(0, 8) : named;
}

/// The texts of one meaning in a table; empty where no column has it.
class TableTexts {
  public:
    TableTexts(const io::FeatureTable& table, const io::FieldMapping& mapping)
        : table_(table), mapping_(mapping) {}

    std::string operator()(io::VillageField field, std::size_t row) const {
        const auto column = table_.column_index(mapping_.column(field));
        return mapping_.has(field) && column
                   ? std::string(trimmed(table_.columns[*column].text(row)))
                   : std::string();
    }

  private:
    const io::FeatureTable& table_;
    const io::FieldMapping& mapping_;
};

void take_table(Source& source, CoverageCheck& result) {
    const io::FieldMapping mapping = io::recognise(source.table);
    const TableTexts text(source.table, mapping);
    for (std::size_t row = 0; row < source.table.features.size(); ++row) {
        const io::Feature& feature = source.table.features[row];
        const std::string code = text(io::VillageField::code, row);
        const auto normal = io::normalised_code(code);
        const std::string district = text(io::VillageField::district, row);
        const std::string named =
            district.empty() ? district : district + "\n" + text(io::VillageField::regency, row);
        source.shapes.push_back({polygons_of(feature.geometry), normal.value_or(""),
                                 district_key(normal.value_or(""), named)});
        const std::string label = normal.value_or(code);
        result.shapes.push_back({label.empty() ? "#" + std::to_string(feature.fid) : label,
                                 text(io::VillageField::village, row)});
    }
}

void label_shapes(const model::Atlas& atlas, CoverageCheck& result) {
    for (const model::Village& village : atlas.villages())
        result.shapes.push_back({village_label(village), village.name});
    for (const model::SpecialArea& area : atlas.table<model::SpecialArea>())
        result.shapes.push_back({area_label(area.id), area.name});
}

/// What reading only glances at, the check looks at closely and tells itself.
bool is_answered(const Finding& finding) {
    return finding.code == "outlines_not_checked" || finding.code == "outlines_overlap" ||
           finding.code == "same_outline" || finding.code == "ring_crosses_itself";
}

/// Lines or points and no polygon: another layer was meant.
bool has_other_shapes_only(const io::FeatureTable& table) {
    bool others = false;
    for (const io::Feature& one : table.features) {
        if (std::holds_alternative<geo::PolygonSet>(one.geometry))
            return false;
        others = others || !std::holds_alternative<std::monostate>(one.geometry);
    }
    return others;
}

Source read_source(const CheckRequest& request, CoverageCheck& result, Progress& progress) {
    Source source;
    if (is_project(request.source)) {
        LoadedProject loaded = load_project(request.source, progress);
        source.atlas = std::move(loaded.atlas);
        result.findings = std::move(loaded.findings);
        source.crs = crs::wgs84();
        source.shapes = checked_shapes(source.atlas->tables());
        label_shapes(*source.atlas, result);
        result.atlas = source.atlas;
        return source;
    }
    const ImportSources found = find_sources(request.source);
    if (found.boundaries.empty())
        throw Error({"workspace.check.no_boundaries", {request.source.string()}});
    std::optional<crs::Crs> assumed;
    if (request.assumed_epsg)
        assumed = crs::Crs::from_epsg(*request.assumed_epsg);
    if (request.assumed_epsg && !assumed)
        throw Error({"workspace.import.unknown_epsg", {std::to_string(*request.assumed_epsg)}});
    source.table = io::Reader().read_vector(
        found.boundaries, {request.layer, assumed, {}, request.swap_axes}, progress);
    if (!io::contradicts_its_crs(source.table))
        source.crs = source.table.crs;
    if (has_other_shapes_only(source.table))
        throw Error({"workspace.check.no_polygons", {request.source.string(), source.table.layer}});
    for (const Finding& finding : source.table.findings)
        if (!is_answered(finding))
            result.findings.push_back(finding);
    take_table(source, result);
    return source;
}

/// The reader names a feature "#12", or "#12 (its code)".
bool is_about(const Finding& finding, const io::Feature& feature) {
    const std::string number = "#" + std::to_string(feature.fid);
    return finding.subject == number || finding.subject.starts_with(number + " ");
}

/// Rings that the reader had to close are as invalid as those that arrive broken.
void add_closed_rings(const Source& source, CoverageCheck& result) {
    for (const Finding& finding : source.table.findings) {
        if (finding.code != "unclosed_ring")
            continue;
        for (std::uint32_t row = 0; row < source.table.features.size(); ++row) {
            const io::Feature& feature = source.table.features[row];
            if (!is_about(finding, feature) || source.shapes[row].polygons->empty())
                continue;
            analysis::BoundaryFlaw flaw;
            flaw.kind = analysis::FlawKind::invalid_ring;
            flaw.fault = topology::RingFault::unclosed;
            flaw.shapes = {row};
            flaw.place = source.shapes[row].polygons->front().outer.front();
            const crs::Transformer to_degrees(*source.crs, crs::wgs84());
            if (const auto degrees = to_degrees(flaw.place))
                flaw.position = {degrees->x, degrees->y};
            result.check.flaws.insert(result.check.flaws.begin(), std::move(flaw));
        }
    }
}

std::vector<model::BoundaryFinding> standing_findings(const model::TableSet& tables) {
    std::vector<model::BoundaryFinding> standing;
    for (const auto& finding : std::get<model::Table<model::BoundaryFinding>>(tables))
        if (!model::is_of_check(finding.kind))
            standing.push_back(finding);
    return standing;
}

} // namespace

CoverageCheck check_coverage(const CheckRequest& request, Progress& progress) {
    CoverageCheck result;
    result.source = request.source;
    const auto started = Clock::now();
    const Source source = read_source(request, result, progress);
    result.read_ms = milliseconds_since(started);
    result.needs_crs = !source.crs;
    if (result.needs_crs)
        return result;
    result.crs =
        source.crs->epsg() ? "EPSG:" + std::to_string(source.crs->epsg()) : source.crs->name();
    for (const analysis::CheckedShape& shape : source.shapes)
        result.vertices += static_cast<std::int64_t>(geo::vertex_count(*shape.polygons));
    const auto read = Clock::now();
    const std::clock_t cpu = std::clock();
    result.check = analysis::check_boundaries(source.shapes, *source.crs, request.limits, progress);
    add_closed_rings(source, result);
    if (source.atlas) {
        result.allowed =
            analysis::set_aside_allowed(source.atlas->tables(), result.check, progress);
        result.standing = standing_findings(source.atlas->tables());
    }
    result.check_ms = milliseconds_since(read);
    result.check_cpu_ms = 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    return result;
}

CoverageCheck record_check(const CheckRequest& request, const Environment& environment,
                           Progress& progress) {
    if (!is_project(request.source))
        throw Error({"workspace.check.only_projects_record", {request.source.string()}});
    const auto started = Clock::now();
    RecordedReview recorded = record_review(request.source, request.limits, environment, progress);
    CoverageCheck result;
    result.source = request.source;
    label_shapes(*recorded.atlas, result);
    for (const analysis::CheckedShape& shape : checked_shapes(recorded.atlas->tables()))
        result.vertices += static_cast<std::int64_t>(geo::vertex_count(*shape.polygons));
    result.check = std::move(recorded.review.check);
    result.allowed = std::move(recorded.review.allowed);
    result.recorded = std::move(recorded.review.changes);
    result.standing = standing_findings(recorded.atlas->tables());
    result.findings = std::move(recorded.findings);
    result.atlas = std::move(recorded.atlas);
    result.crs = "EPSG:4326";
    result.check_ms = milliseconds_since(started);
    return result;
}

} // namespace antardesa::workspace
