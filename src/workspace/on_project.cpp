#include "base/whole_file.h"
#include "workspace/edit_text.h"
#include "workspace/state.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

std::filesystem::path sample_folder(const Environment& environment) {
    return environment.config_folder.empty() ? make_private_folder()
                                             : environment.config_folder / "contoh";
}

/// What is read of a foreign file: enough to show it and to keep it as a project later.
struct ForeignFile {
    std::shared_ptr<const ImportPlan> plan;
    Shown shown;
};

ForeignFile read_file(const ImportRequest& request, Progress& progress) {
    auto plan = std::make_shared<const ImportPlan>(plan_import(request, nullptr, progress));
    if (plan->needs_crs)
        return {plan, {}};
    auto atlas = model::Atlas::build(plan->identity, plan->tables, 0, progress);
    return {plan, make_shown(std::move(atlas), {}, progress)};
}

} // namespace

void Workspace::State::on(const OpenFile& action) {
    const ImportRequest request{action.path, {}, {}, std::nullopt};
    opening = action.path;
    damaged.clear();
    desk.open(action.path, [this, request] { read_foreign(request); });
    dirty = true;
}

void Workspace::State::on(const OpenSample&) {
    desk.open_sample(sample_folder(environment));
    dirty = true;
}

void Workspace::State::on(const ImportInto& action) {
    ImportRequest request{action.path, {}, {}, std::nullopt};
    if (action.path.empty()) {
        if (!pending)
            return;
        request = pending->request;
    }
    if (action.assumed_epsg != 0)
        request.assumed_epsg = action.assumed_epsg;
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
        [this, request](Progress& progress) -> JobRunner::Continuation {
            const ForeignFile file = read_file(request, progress);
            return [this, request, file] { foreign_read(file.plan, request, file.shown); };
        },
        [this](const Message& message) { complain(message, Severity::error); });
}

void Workspace::State::foreign_read(std::shared_ptr<const ImportPlan> plan,
                                    const ImportRequest& request, const Shown& fresh) {
    if (plan->needs_crs) {
        pending = Pending{std::move(plan), request, 0};
        touch_all();
        return;
    }
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

void Workspace::State::plan_into_project(const ImportRequest& request) {
    work.start(
        {"workspace.job.plan", {request.source.filename().string()}},
        [this, request, atlas = shown.atlas](Progress& progress) -> JobRunner::Continuation {
            auto plan =
                std::make_shared<const ImportPlan>(plan_import(request, atlas.get(), progress));
            return [this, request, plan] { plan_ready(plan, request); };
        },
        [this](const Message& message) { complain(message, Severity::error); });
}

void Workspace::State::plan_ready(std::shared_ptr<const ImportPlan> plan,
                                  const ImportRequest& request) {
    pending = Pending{std::move(plan), request, shown ? shown.atlas->revision() : 0};
    views.import.reset();
    dirty = true;
}

void Workspace::State::on(const AcceptImport&) {
    if (!pending || pending->plan->needs_crs)
        return;
    const Pending accepted = *std::exchange(pending, std::nullopt);
    views.import.reset();
    edit([accepted](const model::Atlas& atlas) -> Result<model::Edit> {
        // The plan names rows of the project it was laid over; another edit may have taken ids.
        if (atlas.revision() != accepted.revision)
            return Refusal{{"workspace.import.outdated", {}}};
        return accepted.plan->edit;
    });
}

void Workspace::State::on(const RejectImport&) {
    pending.reset();
    views.import.reset();
    dirty = true;
}

void Workspace::State::on(const SaveAsProject& action) {
    if (!foreign) {
        complain({"workspace.nothing_to_save", {}}, Severity::information);
        return;
    }
    desk.create(foreign->plan, action.path);
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
    foreign.reset();
    pending.reset();
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
    project = state;
    if (opened)
        kept.reset();
    if (opened) {
        foreign.reset();
        foreign_path.clear();
        pending.reset();
        remember(state.path);
    }
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
    notices.add(Severity::information, words().say("workspace.done", {edit_text(name, words())}),
                {}, undoable);
}

void Workspace::State::edit(ProjectDesk::Verb verb) {
    if (!project)
        complain({"workspace.no_project", {}}, Severity::warning);
    else if (project->read_only)
        complain({"workspace.read_only", {}}, Severity::warning);
    else
        desk.edit(std::move(verb));
    dirty = true;
}

} // namespace antardesa::workspace
