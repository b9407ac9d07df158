#include "workspace/verbs.h"

#include "base/text.h"
#include "crs/crs.h"
#include "io/reader.h"
#include "workspace/import_columns.h"
#include "workspace/import_source.h"
#include "workspace/kugi_import.h"
#include "workspace/office_columns.h"
#include "workspace/record_fields.h"
#include "workspace/register_export.h"
#include "workspace/register_import.h"
#include "workspace/segment_overlay.h"
#include "workspace/village_changes.h"
#include "workspace/village_overlay.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace antardesa::workspace {

namespace {

void append(std::vector<Finding>& all, std::vector<Finding> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

std::optional<crs::Crs> assumed_crs(const ImportRequest& request) {
    if (!request.assumed_epsg)
        return std::nullopt;
    auto crs = crs::Crs::from_epsg(*request.assumed_epsg);
    if (!crs)
        throw Error({"workspace.import.unknown_epsg", {std::to_string(*request.assumed_epsg)}});
    return crs;
}

/// What a sheet prints as the boundaries' source: the layer, and BIG's edition where it is said.
std::string source_of(const io::FeatureTable& table) {
    const auto column = table.column_index("METADATA");
    if (!column || table.features.empty())
        return table.layer;
    const std::string edition = table.columns[*column].text(0);
    return edition.empty() ? table.layer : table.layer + ", " + edition;
}

/// That a layer holds no land is no remark on one that is taken for its lines or points.
std::vector<Finding> without_land_remark(std::vector<Finding> findings) {
    std::erase_if(findings, [](const Finding& finding) { return finding.code == "no_areas"; });
    return findings;
}

/// Rivers or roads, as the file's name says.
std::optional<model::ReferenceKind> reference_kind(const std::filesystem::path& path) {
    const std::string stem = lower_case(path.stem().string());
    for (const char* word : {"sungai", "river", "kali"})
        if (stem.find(word) != std::string::npos)
            return model::ReferenceKind::river;
    for (const char* word : {"jalan", "road", "jln"})
        if (stem.find(word) != std::string::npos)
            return model::ReferenceKind::road;
    return std::nullopt;
}

bool holds_lines_only(const io::FeatureTable& table) {
    return !table.features.empty() &&
           std::all_of(table.features.begin(), table.features.end(), [](const auto& feature) {
               return std::holds_alternative<geo::LineSet>(feature.geometry) ||
                      std::holds_alternative<std::monostate>(feature.geometry);
           });
}

/// Boundary lines and points say something about a project's segments; alone they make none.
void lay_kugi(const std::filesystem::path& path, KugiLayer layer, io::FeatureTable table,
              ImportDraft& draft, ImportPlan& plan, Progress& progress) {
    if (plan.creates_project)
        throw Error({"workspace.import.lines_need_project", {path.filename().string()}});
    const crs::Transformer transformer(*table.crs, crs::wgs84());
    for (io::Feature& feature : table.features)
        transformer.apply(feature.geometry);
    const bool lines = layer == KugiLayer::boundary_lines;
    KugiReport report = lines ? lay_boundary_lines(draft, plan.identity, table, progress)
                              : lay_boundary_points(draft, plan.identity, table, progress);
    plan.edit.name = {lines ? "edit.import_lines" : "edit.import_points",
                      {path.filename().string()}};
    const auto features = static_cast<std::int64_t>(table.features.size());
    plan.features_read = static_cast<int>(features);
    plan.villages = static_cast<int>(draft.table<model::Village>().size());
    plan.districts = static_cast<int>(draft.table<model::District>().size());
    plan.files.push_back({path, lines ? FileRole::boundary_lines : FileRole::boundary_points,
                          features, report.matched, features - report.matched, 0});
    append(plan.findings, without_land_remark(std::move(table.findings)));
    append(plan.findings, std::move(report.findings));
}

void lay_references(model::ReferenceKind kind, const std::filesystem::path& path,
                    const ImportRequest& request, ImportDraft& draft, ImportPlan& plan,
                    Progress& progress);

/// A file of lines alone that are no boundaries: rivers or roads for a project that has villages.
void lay_other_lines(const std::filesystem::path& path, const ImportRequest& request,
                     ImportDraft& draft, ImportPlan& plan, Progress& progress) {
    const auto kind = reference_kind(path);
    if (!kind)
        throw Error({"workspace.import.lines_of_what", {path.filename().string()}});
    plan.edit.name = {"edit.import_references", {path.filename().string()}};
    plan.villages = static_cast<int>(draft.table<model::Village>().size());
    plan.districts = static_cast<int>(draft.table<model::District>().size());
    lay_references(*kind, path, request, draft, plan, progress);
    plan.features_read = static_cast<int>(plan.files.back().rows);
}

void lay_boundaries(const std::filesystem::path& path, const ImportRequest& request,
                    const model::Atlas* existing, ImportDraft& draft, ImportPlan& plan,
                    Progress& progress) {
    io::FeatureTable table = io::Reader().read_vector(
        path, {request.layer, assumed_crs(request), {}, request.swap_axes}, progress);
    if (!table.crs || io::contradicts_its_crs(table)) {
        plan.needs_crs = true;
        plan.swapped_axes = io::axes_are_swapped(table);
        plan.features_read = static_cast<int>(table.features.size());
        append(plan.findings, std::move(table.findings));
        return;
    }
    note_source(plan, request, path, table, progress);
    if (const KugiLayer layer = kugi_layer_of(table); layer != KugiLayer::none) {
        lay_kugi(path, layer, std::move(table), draft, plan, progress);
        return;
    }
    if (existing && holds_lines_only(table)) {
        lay_other_lines(path, request, draft, plan, progress);
        return;
    }
    plan.mapping = mapping_for(request, table);
    if (request.asks_for_columns && !plan.mapping.has(io::VillageField::village) &&
        !plan.mapping.has(io::VillageField::code)) {
        plan.needs_columns = true;
        plan.features_read = static_cast<int>(table.features.size());
        append(plan.findings, std::move(table.findings));
        return;
    }
    const std::string source = source_of(table);
    io::BoundaryImport import = io::interpret_villages(std::move(table), plan.mapping, progress);
    const OverlayReport report = lay_over(draft, import, request.date, progress);
    plan.villages = static_cast<int>(import.villages.size());
    plan.districts = static_cast<int>(import.districts.size());
    plan.special_areas = static_cast<int>(import.special_areas.size());
    plan.features_read = static_cast<int>(import.features_read);
    plan.skipped = static_cast<int>(import.skipped());
    plan.files.push_back({path, FileRole::boundaries, import.count.features_in_file, plan.villages,
                          import.skipped() + import.count.left_out, plan.special_areas});
    if (plan.identity.regency.empty())
        plan.identity = {import.regency, import.province, source};
    append(plan.findings, std::move(import.findings));
    const auto changes = village_changes(existing, draft.tables(), report.not_in_file, progress);
    if (existing)
        keep_origins(draft, *existing, changes, request.date);
    append(plan.findings, change_findings(changes, draft.tables()));
}

/// A name column that reference files have; empty when there is none.
std::string reference_name(const io::FeatureTable& table, std::size_t row) {
    for (const char* column : {"NAMOBJ", "nama", "name"})
        if (const auto index = table.column_index(column))
            return table.columns[*index].text(row);
    return {};
}

void lay_references(model::ReferenceKind kind, const std::filesystem::path& path,
                    const ImportRequest& request, ImportDraft& draft, ImportPlan& plan,
                    Progress& progress) {
    io::FeatureTable table =
        io::Reader().read_vector(path, {{}, assumed_crs(request), {}, false}, progress);
    append(plan.findings, without_land_remark(std::move(table.findings)));
    const auto rows = static_cast<std::int64_t>(table.features.size());
    FileOutcome& outcome =
        plan.files.emplace_back(FileOutcome{path, FileRole::reference, rows, 0, rows, 0});
    if (!table.crs || io::contradicts_its_crs(table))
        return;
    const crs::Transformer transformer(*table.crs, crs::wgs84());
    std::vector<Id<model::ReferenceLine>> old;
    for (const auto& line : draft.table<model::ReferenceLine>())
        if (line.kind == kind)
            old.push_back(line.id);
    for (const auto id : old)
        draft.erase(id);
    for (std::size_t row = 0; row < table.features.size(); ++row) {
        transformer.apply(table.features[row].geometry);
        if (auto* lines = std::get_if<geo::LineSet>(&table.features[row].geometry)) {
            ++outcome.taken, --outcome.left_out;
            draft.put(model::ReferenceLine{
                {},
                kind,
                reference_name(table, row),
                std::make_shared<const geo::MultiLine>(std::move(lines->lines))});
        }
    }
}

/// A row that was left out has one error finding that begins with its file's name; one about the
/// whole file is about every row.
FileOutcome outcome_of(const std::filesystem::path& path, const io::Table& table,
                       const std::vector<Finding>& laid) {
    const std::string name = path.filename().string();
    const auto rows = static_cast<std::int64_t>(table.rows.size());
    std::int64_t left_out = register_of(table.source) ? 0 : rows;
    for (const Finding& finding : laid) {
        if (finding.severity != Severity::error)
            continue;
        if (finding.subject == name)
            left_out = rows;
        else if (finding.subject.starts_with(name + ":"))
            ++left_out;
    }
    left_out = std::min(left_out, rows);
    return {path, FileRole::register_table, rows, rows - left_out, left_out, 0};
}

/// Rows with a name that nobody decided are in, but not this party of theirs.
FileOutcome outcome_of(const io::Table& table, const OfficeList& list) {
    const auto rows = static_cast<std::int64_t>(table.rows.size() - list.passed_over);
    if (!list.missing.empty())
        return {table.source, FileRole::register_table, rows, 0, rows, 0};
    std::set<std::string> incomplete;
    for (const Finding& finding : list.findings)
        if (finding.severity == Severity::error)
            incomplete.insert(finding.subject);
    const auto left_out = static_cast<std::int64_t>(incomplete.size());
    return {table.source, FileRole::register_table, rows, rows - left_out, left_out, 0};
}

/// By its name and by its columns: an office calls a sheet of its own "BKAD" too.
bool is_register(const io::Table& table) {
    const auto kind = register_of(table.source);
    if (!kind)
        return false;
    const auto needed = needed_columns(*kind);
    return std::all_of(needed.begin(), needed.end(), [&](std::string_view column) {
        return table.column_index(column).has_value();
    });
}

/// Lists before those that name what they hold: agreements before the assets that rest on them,
/// bodies before their people.
int rank_of(OfficeKind kind) {
    return kind == OfficeKind::members ? 1 : kind == OfficeKind::assets ? 2 : 0;
}

/// Offices' lists give way to the registers that they become; of another table the plan knows that
/// it may be said to be one. Takes the lists out of `tables`.
std::vector<io::Table> take_office_lists(std::vector<io::Table>& tables,
                                         const model::Atlas& existing, const OfficeChoices& choices,
                                         ImportPlan& plan) {
    std::vector<std::pair<OfficeKind, std::size_t>> order;
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (!is_register(tables[i]))
            order.emplace_back(kind_of_table(existing, tables[i], choices), i);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return rank_of(a.first) < rank_of(b.first);
    });
    std::vector<io::Table> made;
    std::set<std::size_t> taken;
    for (const auto& [kind, at] : order) {
        OfficeList list = read_office_list(existing, tables[at], choices, std::move(made));
        made = std::move(list.registers);
        if (list.kind != OfficeKind::none) {
            plan.files.push_back(outcome_of(tables[at], list));
            taken.insert(at);
        }
        append(plan.findings, std::move(list.findings));
        list.findings.clear();
        list.registers.clear();
        plan.office.push_back(std::move(list));
    }
    std::vector<io::Table> rest;
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (taken.count(i) == 0)
            rest.push_back(std::move(tables[i]));
    tables = std::move(rest);
    return made;
}

void lay_register_files(const std::vector<std::filesystem::path>& paths,
                        const model::Atlas* existing, const OfficeChoices& choices,
                        std::optional<Date> today, ImportDraft& draft, ImportPlan& plan,
                        Progress& progress) {
    std::vector<io::Table> registers;
    for (const auto& path : paths)
        for (io::Table& table : io::Reader().read_tables(path, progress)) {
            append(plan.findings, table.findings);
            if (!is_summary_sheet(table))
                registers.push_back(std::move(table));
        }
    std::vector<io::Table> made;
    if (existing)
        made = take_office_lists(registers, *existing, choices, plan);
    const std::size_t as_they_came = registers.size();
    std::move(made.begin(), made.end(), std::back_inserter(registers));
    std::vector<Finding> laid = lay_registers(draft, registers, today);
    for (std::size_t i = 0; i < as_they_came; ++i)
        plan.files.push_back(outcome_of(registers[i].source, registers[i], laid));
    append(plan.findings, std::move(laid));
}

} // namespace

std::size_t open_names(const ImportPlan& plan) {
    std::size_t count = 0;
    for (const OfficeList& list : plan.office)
        count += list.open_names;
    return count;
}

std::vector<std::string> strange_titles(const ImportPlan& plan, const OfficeChoices& choices) {
    std::vector<std::string> strange;
    for (const auto& [title, field] : choices.columns) {
        bool any = false;
        bool found = false;
        for (const OfficeList& list : plan.office)
            for (const OfficeColumn& column : list.columns) {
                any = true;
                found = found || column.title == title;
            }
        if (any && !found)
            strange.push_back(title);
    }
    return strange;
}

ImportPlan plan_import(const ImportRequest& request, const model::Atlas* existing,
                       Progress& progress) {
    const ImportSources sources = find_sources(request.source);
    const std::string name = request.source.filename().string();
    if (is_project(sources.boundaries))
        throw Error({"workspace.import.is_project", {name}});
    ImportPlan plan;
    plan.creates_project = existing == nullptr;
    ImportDraft draft(existing);
    plan.revision = existing ? existing->revision() : 0;
    if (existing)
        plan.identity = existing->identity();
    else if (sources.boundaries.empty())
        throw Error({sources.registers.empty() ? "workspace.import.references_need_project"
                                               : "workspace.import.registers_need_project",
                     {name}});
    if (!sources.boundaries.empty()) {
        plan.edit.name = {"edit.import_boundaries", {name}};
        lay_boundaries(sources.boundaries, request, existing, draft, plan, progress);
        if (plan.needs_crs || plan.needs_columns)
            return plan;
        append(plan.findings, lay_segments(draft, plan.identity, existing, progress));
    } else {
        plan.edit.name = {
            sources.registers.empty() ? "edit.import_references" : "edit.import_register", {name}};
    }
    for (const auto& [kind, path] : sources.references)
        lay_references(kind, path, request, draft, plan, progress);
    if (!sources.registers.empty())
        lay_register_files(sources.registers, existing, request.office, request.date, draft, plan,
                           progress);
    plan.edit.writes = draft.take_writes();
    plan.tables = draft.take_tables();
    if (existing && sources.boundaries.empty() && sources.references.empty())
        drop_unchanged(plan.edit.writes, *existing, plan.tables);
    if (existing && plan.edit.writes.empty())
        plan.findings.push_back({Severity::information,
                                 "nothing_changed",
                                 name,
                                 std::nullopt,
                                 {"workspace.import.nothing_changed", {name}}});
    return plan;
}

} // namespace antardesa::workspace
