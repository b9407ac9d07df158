#include "cli/import_command.h"
#include "cli/kept_report.h"
#include "project/project_file.h"
#include "workspace/shipped_laws.h"
#include "workspace/village_changes.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cli {

namespace {

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

struct PlannedImport {
    workspace::ImportPlan plan;
    std::vector<workspace::VillageChange> changes; ///< of an existing project's villages
};

PlannedImport plan_of(Session& session, const ImportOptions& options) {
    const workspace::ImportRequest request{
        options.source,       options.layer,         mapping_from(options.fields),
        epsg_of(options.crs), SystemClock().today(), options.crs.swap_axes,
        options.office};
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
        workspace::add_shipped_laws(plan, session.installation().data_folder);
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

template<class Row>
std::string puts_of(const workspace::ImportPlan& plan) {
    return std::to_string(
        std::count_if(plan.edit.writes.begin(), plan.edit.writes.end(), [](const auto& write) {
            return std::holds_alternative<model::Put<Row>>(write);
        }));
}

/// BIG's lines and points bring no villages: what they bring is said instead.
Message summary_of(const PlannedImport& planned, const ImportOptions& options) {
    const workspace::ImportPlan& plan = planned.plan;
    const std::string deed = options.dry_run ? "would" : "done";
    const workspace::FileOutcome* file = plan.files.empty() ? nullptr : &plan.files.front();
    const std::string left_out = file ? std::to_string(file->left_out) : std::string();
    if (file && file->role == workspace::FileRole::boundary_lines)
        return {"cli.import.lines_" + deed,
                {options.project, puts_of<model::BoundarySegment>(plan),
                 puts_of<model::Document>(plan), left_out}};
    if (file && file->role == workspace::FileRole::boundary_points)
        return {"cli.import.points_" + deed,
                {options.project, puts_of<model::TurningPoint>(plan), {}, left_out}};
    if (!plan.creates_project && plan.features_read == 0) {
        std::int64_t rows = 0;
        std::int64_t taken = 0;
        for (const workspace::FileOutcome& one : plan.files) {
            rows += one.rows;
            taken += one.taken;
        }
        return {"cli.import.rows_" + deed,
                {options.project, std::to_string(taken), std::to_string(rows)}};
    }
    return {"cli.import." + deed,
            {options.project, std::to_string(plan.villages), std::to_string(plan.districts),
             std::to_string(plan.skipped)}};
}

void print_plan(const PlannedImport& planned, const ImportOptions& options,
                const Session& session) {
    if (!options.json)
        session.remark(summary_of(planned, options));
    print_outcome(planned, options, session);
}

PlannedImport read_source(Session& session, const ImportOptions& options, KeptReport& report) {
    try {
        PlannedImport planned = plan_of(session, options);
        report.read(planned.plan);
        return planned;
    } catch (const Error& error) {
        report.could_not_read(error.message());
        throw;
    } catch (const Cancelled&) {
        report.could_not_read({"cli.cancelled", {}});
        throw;
    }
}

std::string titles_of(const workspace::ImportPlan& plan) {
    std::string titles;
    for (const workspace::OfficeList& list : plan.office)
        for (const workspace::OfficeColumn& column : list.columns)
            titles += (titles.empty() ? "" : ", ") + column.title;
    return titles;
}

void store(Session& session, const ImportOptions& options, const workspace::ImportPlan& plan,
           KeptReport& report) {
    report.unfinished(options.project);
    try {
        session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
            workspace::carry_out(plan, options.project, session.writing_environment(), progress);
        });
    } catch (const Error& error) {
        if (error.message().key == "project.unconfirmed")
            report.unconfirmed(options.project, error.message());
        else
            report.not_written(error.message());
        throw;
    } catch (const Cancelled&) {
        report.not_written({"cli.cancelled", {}});
        throw;
    }
    report.written(options.project);
}

} // namespace

int import(Session& session, const ImportOptions& options) {
    require_report_place(options.report, options.source);
    KeptReport report(session, options.source, options.report);
    const PlannedImport planned = read_source(session, options, report);
    const workspace::ImportPlan& plan = planned.plan;
    const auto refuse = [&](const Message& reason) {
        report.not_written(reason);
        return session.fail(reason);
    };
    if (plan.needs_crs)
        return refuse(question_about_crs(session, options.source, plan.findings));
    if (plan.creates_project && std::get<model::Table<model::Village>>(plan.tables).empty()) {
        print_outcome(planned, options, session);
        return refuse({"cli.import.no_villages", {options.source}});
    }
    if (const auto strange = workspace::strange_titles(plan, options.office); !strange.empty())
        return refuse({"cli.register.no_column", {strange.front(), titles_of(plan)}});
    const std::size_t open = workspace::open_names(plan);
    if (open > 0 && !options.dry_run) {
        print_outcome(planned, options, session);
        return refuse({"workspace.import.open_names", {std::to_string(open)}});
    }
    if (options.dry_run)
        report.tried();
    else
        store(session, options, plan, report);
    print_plan(planned, options, session);
    return 0;
}

void add_import_command(CommandTable& table) {
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
    add_crs_options(*command, table, options->crs);
    command->add_option("--report", options->report, table.help("report_file"))->type_name("FILE");
    command->add_flag("--dry-run", options->dry_run, table.help("import.dry_run"));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
