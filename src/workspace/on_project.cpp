#include "base/whole_file.h"
#include "workspace/edit_text.h"
#include "workspace/shipped_laws.h"
#include "workspace/state.h"

#include <algorithm>
#include <utility>

namespace antardesa::workspace {

namespace {

std::filesystem::path sample_folder(const Environment& environment) {
    return environment.config_folder.empty() ? make_private_folder()
                                             : environment.config_folder / "contoh";
}

/// What is read of a foreign file: enough to show it and to keep it as a project later.
struct ForeignFile {
    std::shared_ptr<const ImportPlan> plan;
    ReadingReport report;
    Shown shown;
};

ForeignFile read_file(const ImportRequest& request, const Clock& clock,
                      const std::filesystem::path& data_folder, Progress& progress) {
    auto plan = std::make_shared<ImportPlan>(plan_import(request, nullptr, progress));
    add_shipped_laws(*plan, data_folder);
    ReadingReport report = report_of(request, *plan, clock);
    report.result = Message{"workspace.report.result.not_yet", {}};
    if (plan->needs_crs || plan->needs_columns)
        return {plan, std::move(report), {}};
    auto atlas = model::Atlas::build(plan->identity, plan->tables, 0, progress);
    return {plan, std::move(report), make_shown(std::move(atlas), {}, progress)};
}

/// A name that is none of a field is passed over.
void take_choices(ImportRequest& request, const ImportChoices& choices) {
    request.layer = choices.layer;
    request.mapping.columns.clear();
    for (const auto& [name, column] : choices.columns)
        if (const auto field = io::village_field_from_name(name))
            request.mapping.columns[*field] = column;
}

} // namespace

void Workspace::State::on(const OpenFile& action) {
    ImportRequest request{action.path, {}, {}, std::nullopt};
    request.asks_for_columns = true;
    opening = action.path;
    damaged.clear();
    views.keep.reset();
    desk.open(action.path, [this, request] { read_foreign(request); });
    dirty = true;
}

void Workspace::State::on(const OpenSample&) {
    desk.open_sample(sample_folder(environment));
    dirty = true;
}

void Workspace::State::on(const ImportInto& action) {
    ImportRequest request{action.path, {}, {}, std::nullopt, options.today};
    request.asks_for_columns = true;
    if (action.path.empty()) {
        const Pending* read = pending ? &*pending : foreign ? &*foreign : nullptr;
        if (!read)
            return;
        request = read->request;
    }
    if (action.assumed_epsg != 0)
        request.assumed_epsg = action.assumed_epsg;
    request.swap_axes = request.swap_axes || action.swap_axes;
    // Read again with what was decided about a list, which may be nothing any more.
    if (action.choices)
        take_choices(request, *action.choices);
    else if (action.path.empty() && action.assumed_epsg == 0 && !action.swap_axes)
        request.office = action.office;
    pending.reset();
    views.import.reset();
    if (project)
        plan_into_project(request);
    else
        read_foreign(request);
}

void Workspace::State::read_foreign(const ImportRequest& request) {
    work.start(
        {"workspace.job.read", {request.source.filename().string()}},
        [this, request, clock = environment.clock,
         data = environment.data_folder](Progress& progress) -> JobRunner::Continuation {
            const ForeignFile file = read_file(request, *clock, data, progress);
            return [this, request, file] {
                foreign_read(file.plan, request, file.report, file.shown);
            };
        },
        [this, request](const Message& reason) {
            // Boundary lines and points are nothing by themselves, but something to a project.
            if (project && reason.key == "workspace.import.lines_need_project")
                plan_into_project(request);
            else
                could_not_read(request, reason);
        });
}

void Workspace::State::foreign_read(std::shared_ptr<const ImportPlan> plan,
                                    const ImportRequest& request, const ReadingReport& read,
                                    const Shown& fresh) {
    if (plan->needs_crs || plan->needs_columns) {
        keep_report(read, false);
        pending = Pending{std::move(plan), request, 0};
        touch_all();
        return;
    }
    const bool all_in = count_of(plan->findings, Severity::information) == plan->findings.size();
    keep_report(read, !all_in);
    close_desk();
    pending.reset();
    foreign_path = request.source;
    foreign = Pending{plan, request, 0};
    show(fresh, true);
    remember(request.source);
    const Words spoken = words();
    const auto findings = static_cast<long long>(plan->findings.size());
    std::string detail =
        findings == 0 ? std::string() : spoken.count("workspace.findings", findings);
    notices.add(Severity::information,
                spoken.say("workspace.foreign_shown", {request.source.filename().string()}),
                detail);
}

void Workspace::State::could_not_read(const ImportRequest& request, const Message& reason) {
    keep_report(refused_report(request.source, 0, reason, *environment.clock), true);
}

void Workspace::State::plan_into_project(const ImportRequest& request) {
    work.start(
        {"workspace.job.plan", {request.source.filename().string()}},
        [this, request, atlas = shown.atlas,
         clock = environment.clock](Progress& progress) -> JobRunner::Continuation {
            auto plan =
                std::make_shared<const ImportPlan>(plan_import(request, atlas.get(), progress));
            ReadingReport read = report_of(request, *plan, *clock);
            read.result = Message{"workspace.report.result.not_yet", {}};
            const Pending ready{plan, request, plan->revision,
                                moved_outlines(*atlas, plan->edit, progress)};
            return [this, ready, read] { plan_ready(ready, read); };
        },
        [this, request](const Message& reason) { could_not_read(request, reason); });
}

void Workspace::State::plan_ready(const Pending& ready, const ReadingReport& read) {
    keep_report(read, false);
    pending = ready;
    touch_all();
}

void Workspace::State::on(const AcceptImport&) {
    if (!pending || pending->plan->needs_crs || pending->plan->needs_columns)
        return;
    if (const std::size_t open = open_names(*pending->plan); open > 0)
        return complain({"workspace.import.open_names", {std::to_string(open)}}, Severity::warning);
    const Pending accepted = *std::exchange(pending, std::nullopt);
    views.import.reset();
    if (project && accepted.plan->edit.writes.empty()) { // no step of the history without news
        report_open = false;
        return complain(
            {"workspace.import.nothing_changed", {accepted.request.source.filename().string()}},
            Severity::information);
    }
    importing = report_number;
    edit(
        [accepted](const model::Atlas& atlas) -> Result<model::Edit> {
            // The plan names rows of the project it was laid over; another edit may have taken ids.
            if (atlas.revision() != accepted.revision)
                return Refusal{{"workspace.import.outdated", {}}};
            return accepted.plan->edit;
        },
        import_failed());
}

void Workspace::State::import_stored(const std::filesystem::path& path) {
    report = std::make_shared<const ReadingReport>(written(*report, path));
    views.import.reset();
}

ProjectDesk::Failed Workspace::State::import_failed() {
    // Only of the report that stands there now: another file may have been read meanwhile.
    return [this, number = report_number](const Message& reason) {
        if (!report || report_number != number)
            return;
        const bool stands = project && reason.key == "project.unconfirmed";
        keep_report(stands ? written_unconfirmed(*report, project->path, reason)
                           : not_written(*report, reason),
                    true);
    };
}

void Workspace::State::on(const RejectImport&) {
    pending.reset();
    report_open = false;
    views.import.reset();
    dirty = true;
}

void Workspace::State::on(const SaveAsProject& action) {
    if (!foreign) {
        complain({"workspace.nothing_to_save", {}}, Severity::information);
        return;
    }
    desk.create(foreign->plan, action.path, import_failed());
    dirty = true;
}

void Workspace::State::close_desk() {
    if (project) {
        desk.close();
        ++closing;
    }
    project.reset();
    kept.reset();
}

void Workspace::State::on(const CloseProject&) {
    close_desk();
    damaged.clear();
    foreign.reset();
    pending.reset();
    report.reset();
    report_open = false;
    foreign_path.clear();
    show({}, true);
}

void Workspace::State::project_changed(const Shown& fresh, const ProjectState& state) {
    // Until the desk has closed its file, its answers are about what is no longer on display.
    if (state.path.empty())
        closing = std::max(0, closing - 1);
    if (closing > 0 || state.path.empty())
        return;
    const bool opened = state.opened;
    note_table_step(state);
    project = state;
    if (opened) {
        kept.reset();
        damaged.clear();
        table_steps.clear();
    }
    if (opened) {
        if (foreign && report) // what was just saved keeps the report of how it was read
            import_stored(state.path);
        else
            report.reset();
        report_open = false;
        foreign.reset();
        foreign_path.clear();
        pending.reset();
        remember(state.path);
    }
    const bool imported = state.done && state.done->key.starts_with("edit.import_");
    if (imported && report && std::exchange(importing, 0) == report_number)
        import_stored(state.path);
    show(fresh, opened);
    const Words spoken = words();
    if (state.read_only_reason)
        notices.add(Severity::warning, spoken.say("workspace.read_only"),
                    text(*state.read_only_reason));
    if (!state.findings.empty())
        notices.add(
            Severity::warning,
            spoken.count("workspace.findings", static_cast<long long>(state.findings.size())),
            text(state.findings.front().message));
    notices.withdraw_undo();
    if (state.done)
        say_done(*state.done, state.undoable);
}

void Workspace::State::say_done(const Message& name, bool undoable) {
    notices.add(
        Severity::information,
        words().say("workspace.done", {edit_text(name, words().language(), words().in_city())}), {},
        undoable);
}

void Workspace::State::edit(ProjectDesk::Verb verb, ProjectDesk::Failed failed) {
    if (!project)
        complain({"workspace.no_project", {}}, Severity::warning);
    else if (project->read_only)
        complain({"workspace.read_only", {}}, Severity::warning);
    else
        desk.edit(std::move(verb), std::move(failed));
    dirty = true;
}

void Workspace::State::edit_by_form(ProjectDesk::Verb verb, std::uint64_t form) {
    if (form == 0 || !project || project->read_only)
        edit(std::move(verb));
    else
        desk.edit(std::move(verb), {},
                  [this, form](const Message* why) { answer_form(form, why); });
    dirty = true;
}

void Workspace::State::answer_form(std::uint64_t form, const Message* refusal) {
    form_answer = {form, refusal ? text(*refusal) : std::string()};
    dirty = true;
}

} // namespace antardesa::workspace
