#include "base/text.h"
#include "cli/commands.h"
#include "io/reader.h"
#include "project/project_file.h"
#include "workspace/import_report.h"
#include "workspace/village_changes.h"

#include <cmath>

namespace antardesa::cli {

namespace {

std::string crs_label(const std::optional<crs::Crs>& crs) {
    if (!crs)
        return {};
    return crs->epsg() ? "EPSG:" + std::to_string(crs->epsg()) : crs->name();
}

json::Value crs_json(const std::optional<crs::Crs>& crs) {
    return crs ? json::Value(crs_label(crs)) : json::Value();
}

// ---- inspect

json::Value layer_json(const io::LayerSummary& layer) {
    json::Array fields;
    json::Array types;
    for (const io::LayerField& field : layer.fields) {
        fields.push_back(field.name);
        types.push_back(io::field_type_name(field.type));
    }
    json::Value entry;
    return entry.set("name", layer.name)
        .set("features", layer.features)
        .set("geometry", layer.geometry)
        .set("crs", crs_json(layer.crs))
        .set("fields", std::move(fields))
        .set("field_types", std::move(types));
}

json::Value texts_json(const std::vector<std::string>& texts) {
    json::Array list;
    for (const std::string& text : texts)
        list.push_back(text);
    return list;
}

json::Value summary_json(const io::FileSummary& file, const std::vector<Finding>& findings,
                         const Session& session) {
    json::Array layers;
    for (const io::LayerSummary& layer : file.layers)
        layers.push_back(layer_json(layer));
    json::Value document;
    document.set("kind", io::file_kind_name(file.kind)).set("layers", std::move(layers));
    if (file.kind == io::FileKind::table)
        document.set("columns", texts_json(file.columns)).set("rows", file.rows);
    if (file.kind == io::FileKind::archive)
        document.set("entries", texts_json(file.entries));
    if (file.raster) {
        json::Value raster;
        document.set("raster", raster.set("width", file.raster->width)
                                   .set("height", file.raster->height)
                                   .set("bands", file.raster->bands)
                                   .set("pixel_type", file.raster->pixel_type)
                                   .set("crs", crs_json(file.raster->crs)));
    }
    return document.set("findings", json_of(findings, session));
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

void print_summary(const io::FileSummary& file, const std::vector<Finding>& findings,
                   const Session& session) {
    session.print(session.text(std::string("cli.inspect.") + io::file_kind_name(file.kind)));
    for (const io::LayerSummary& layer : file.layers) {
        const std::string crs = crs_label(layer.crs);
        session.print("  " + session.sentence({"cli.inspect.layer",
                                               {layer.name, std::to_string(layer.features),
                                                layer.geometry, crs.empty() ? "–" : crs}}));
    }
    if (file.kind == io::FileKind::table)
        session.print("  " + session.sentence({"cli.inspect.rows",
                                               {std::to_string(file.rows), joined(file.columns)}}));
    print_findings(findings, session);
}

struct InspectOptions {
    std::string file;
    std::string report;
    bool json = false;
};

/// What the name alone already shows to be wrong, before anything is read.
void require_report_ending(const std::string& report) {
    const std::string ending = lower_case(std::filesystem::path(report).extension().string());
    if (!report.empty() && ending != ".txt" && ending != ".csv")
        throw Usage({"workspace.report.ending", {report}});
}

void keep_report(Session& session, const std::string& path,
                 const workspace::ReadingReport& report) {
    if (path.empty())
        return;
    workspace::write_report(path, report, session.catalogue());
}

int inspect(Session& session, const InspectOptions& options) {
    const std::string& path = options.file;
    require_report_ending(options.report);
    io::FileSummary file;
    session.with_progress({"cli.progress.reading", {}},
                          [&](Progress& progress) { file = io::Reader().inspect(path, progress); });
    std::vector<Finding> findings = file.findings;
    for (const io::LayerSummary& layer : file.layers)
        findings.insert(findings.end(), layer.findings.begin(), layer.findings.end());
    keep_report(session, options.report, workspace::looked_at(path, findings, SystemClock()));
    if (options.json)
        session.print(summary_json(file, findings, session));
    else
        print_summary(file, findings, session);
    const bool empty = file.kind == io::FileKind::vector && file.layers.empty();
    return file.kind == io::FileKind::unknown || empty ? 1 : 0;
}

// ---- import

struct ImportOptions {
    std::string source;
    std::string project;
    std::string layer;
    std::vector<std::string> fields;
    std::string crs;
    std::string report;
    bool dry_run = false;
    bool json = false;
};

io::FieldMapping mapping_from(const std::vector<std::string>& assignments) {
    io::FieldMapping mapping;
    for (const std::string& assignment : assignments) {
        const std::size_t at = assignment.find('=');
        const auto field = io::village_field_from_name(assignment.substr(0, at));
        if (at == std::string::npos || !field)
            throw Usage({"cli.usage.field", {assignment}});
        mapping.columns[*field] = assignment.substr(at + 1);
    }
    return mapping;
}

std::optional<int> epsg_from(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const bool prefixed = lower_case(text).starts_with("epsg:");
    const auto code = parse_integer(prefixed ? text.substr(5) : text);
    if (!code || *code < 1024 || *code > 999999)
        throw Usage({"cli.usage.crs", {text}});
    return static_cast<int>(*code);
}

struct PlannedImport {
    workspace::ImportPlan plan;
    std::vector<workspace::VillageChange> changes; ///< of an existing project's villages
};

PlannedImport plan_of(Session& session, const ImportOptions& options) {
    const workspace::ImportRequest request{options.source, options.layer,
                                           mapping_from(options.fields), epsg_from(options.crs)};
    PlannedImport planned;
    session.with_progress({"cli.progress.reading", {}}, [&](Progress& progress) {
        std::shared_ptr<const model::Atlas> existing;
        std::error_code ignored;
        if (std::filesystem::exists(options.project, ignored)) {
            // Plays back what an interrupted write left, and migrates an older schema.
            if (!options.dry_run)
                static_cast<void>(
                    project::ProjectFile::open(options.project, project::OpenMode::write));
            existing = workspace::load_project(options.project, progress).atlas;
        }
        workspace::ImportPlan& plan = planned.plan;
        plan = workspace::plan_import(request, existing.get(), progress);
        if (existing && !plan.needs_crs)
            planned.changes = workspace::village_changes(
                existing.get(), plan.tables, workspace::not_in_file(*existing, plan.findings),
                progress);
    });
    return planned;
}

json::Array files_json(const std::vector<workspace::FileOutcome>& files) {
    json::Array list;
    for (const workspace::FileOutcome& file : files) {
        json::Value entry;
        list.push_back(entry.set("file", file.path.filename().string())
                           .set("rows", file.rows)
                           .set("taken", file.taken)
                           .set("left_out", file.left_out)
                           .set("special_areas", file.special_areas));
    }
    return list;
}

json::Array kinds_of(const workspace::VillageChange& change) {
    json::Array kinds;
    for (const auto& [is, name] :
         {std::pair(change.is_new, "new"), std::pair(change.gone, "gone"),
          std::pair(change.reshaped, "reshaped"), std::pair(change.renumbered, "renumbered"),
          std::pair(change.renamed, "renamed"),
          std::pair(static_cast<bool>(change.split_from), "split"),
          std::pair(static_cast<bool>(change.merged_into), "merged")})
        if (is)
            kinds.push_back(name);
    return kinds;
}

json::Value id_or_null(Id<model::Village> id) {
    return id ? json::Value(id.value) : json::Value();
}

/// Infinity, of a village that had no outline, is null.
json::Value metres(double value) {
    return std::isfinite(value) ? json::Value(value) : json::Value();
}

json::Array changes_json(const std::vector<workspace::VillageChange>& changes) {
    json::Array list;
    for (const workspace::VillageChange& change : changes) {
        json::Value entry;
        entry.set("id", change.row.value)
            .set("kinds", kinds_of(change))
            .set("code_before", change.code_before)
            .set("code_after", change.code_after)
            .set("name_before", change.name_before)
            .set("name_after", change.name_after)
            .set("area_before_m2", change.area_before_m2)
            .set("area_after_m2", change.area_after_m2)
            .set("moved_m", metres(change.moved_m))
            .set("split_from", id_or_null(change.split_from))
            .set("merged_into", id_or_null(change.merged_into))
            .set("agreements", change.agreements)
            .set("segments", change.segments);
        if (change.place)
            entry.set("lon", change.place->longitude).set("lat", change.place->latitude);
        list.push_back(std::move(entry));
    }
    return list;
}

/// The document, or how many of each file came in and what was found.
void print_outcome(const PlannedImport& planned, const ImportOptions& options,
                   const Session& session) {
    const workspace::ImportPlan& plan = planned.plan;
    if (options.json) {
        json::Value document;
        session.print(document.set("project", options.project)
                          .set("dry_run", options.dry_run)
                          .set("creates_project", plan.creates_project)
                          .set("villages", plan.villages)
                          .set("districts", plan.districts)
                          .set("special_areas", plan.special_areas)
                          .set("features", plan.features_read)
                          .set("skipped", plan.skipped)
                          .set("files", files_json(plan.files))
                          .set("changes", changes_json(planned.changes))
                          .set("findings", json_of(plan.findings, session)));
        return;
    }
    if (session.globals().quiet)
        return;
    print_files(plan.files, session);
    print_findings(plan.findings, session);
}

void print_plan(const PlannedImport& planned, const ImportOptions& options,
                const Session& session) {
    const workspace::ImportPlan& plan = planned.plan;
    if (!options.json)
        session.remark({options.dry_run ? "cli.import.would" : "cli.import.done",
                        {options.project, std::to_string(plan.villages),
                         std::to_string(plan.districts), std::to_string(plan.skipped)}});
    print_outcome(planned, options, session);
}

int import(Session& session, const ImportOptions& options) {
    require_report_ending(options.report);
    PlannedImport planned;
    try {
        planned = plan_of(session, options);
    } catch (const Error& error) {
        keep_report(session, options.report,
                    workspace::refused_report(options.source, workspace::size_of(options.source),
                                              error.message(), SystemClock()));
        throw;
    }
    const workspace::ImportPlan& plan = planned.plan;
    keep_report(session, options.report,
                workspace::report_of({options.source, {}, {}, {}}, plan, SystemClock()));
    if (plan.needs_crs)
        return session.fail({"cli.import.needs_crs", {options.source}});
    if (plan.creates_project && std::get<model::Table<model::Village>>(plan.tables).empty()) {
        print_outcome(planned, options, session);
        return session.fail({"cli.import.no_villages", {options.source}});
    }
    if (!options.dry_run)
        session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
            workspace::carry_out(plan, options.project, session.writing_environment(), progress);
        });
    print_plan(planned, options, session);
    return 0;
}

// ---- convert

struct ConvertOptions {
    std::string project;
    std::string layer;
    std::string output;
};

int convert(Session& session, const ConvertOptions& options) {
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        const auto loaded = workspace::load_project(options.project, progress);
        const int features = value_or_fail(
            workspace::convert_layer(*loaded.atlas, options.layer, options.output, progress));
        session.remark({"cli.convert.done", {options.output, std::to_string(features)}});
    });
    return 0;
}

void add_import(CommandTable& table) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        table.add("import", [options](Session& session) { return import(session, *options); });
    command->add_option("SOURCE", options->source, table.help("import.source"))->required();
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--layer", options->layer, table.help("import.layer"));
    command->add_option("--field", options->fields, table.help("import.field"))
        ->take_all()
        ->expected(1)
        ->type_name("NAME=COLUMN");
    command->add_option("--crs", options->crs, table.help("import.crs"))->type_name("EPSG");
    command->add_option("--report", options->report, table.help("report"))->type_name("FILE");
    command->add_flag("--dry-run", options->dry_run, table.help("import.dry_run"));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace

void add_data_commands(CommandTable& table) {
    const auto looked = std::make_shared<InspectOptions>();
    CLI::App* command =
        table.add("inspect", [looked](Session& session) { return inspect(session, *looked); });
    command->add_option("FILE", looked->file, table.help("inspect.file"))->required();
    command->add_option("--report", looked->report, table.help("report"))->type_name("FILE");
    command->add_flag("--json", looked->json, table.help("json"));
    add_import(table);
    const auto options = std::make_shared<ConvertOptions>();
    command =
        table.add("convert", [options](Session& session) { return convert(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--layer", options->layer, table.help("convert.layer"))->required();
    command->add_option("-o,--output", options->output, table.help("convert.output"))->required();
}

} // namespace antardesa::cli
