#include "workspace/state.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

bool is_error(const Finding& finding) {
    return finding.severity == Severity::error;
}

} // namespace

void Workspace::State::on(const LookAfterProject&) {
    if (project)
        desk.look_after();
    dirty = true;
}

void Workspace::State::on(const AcceptChanges&) {
    if (!project || project->read_only)
        complain({project ? "workspace.read_only" : "workspace.no_project", {}}, Severity::warning);
    else
        desk.accept_changes();
    dirty = true;
}

void Workspace::State::on(const SaveCopy& action) {
    desk.save_copy(action.path);
    dirty = true;
}

void Workspace::State::on(const RecoverProject& action) {
    damaged.clear();
    views.keep.reset();
    desk.recover(action.damaged, action.path);
    dirty = true;
}

void Workspace::State::project_kept(const KeepState& state) {
    if (!project || state.project != project->path)
        return;
    kept = state;
    views.keep.reset();
    dirty = true;
    const auto errors = std::count_if(state.findings.begin(), state.findings.end(), is_error);
    if (errors > 0)
        notices.add(
            Severity::error, words().count("workspace.keep.differs", errors),
            text(std::find_if(state.findings.begin(), state.findings.end(), is_error)->message));
    if (state.backup_trouble)
        notices.add(Severity::warning, text(*state.backup_trouble));
}

KeepView Workspace::State::make_keep() const {
    const Words spoken = words();
    KeepView view;
    view.damaged = damaged;
    if (!project)
        return view;
    if (project->read_only_reason)
        view.read_only_reason = text(*project->read_only_reason);
    if (!kept)
        return view;
    view.checked = true;
    auto findings = kept->findings;
    std::stable_partition(findings.begin(), findings.end(), is_error);
    const auto errors = std::count_if(findings.begin(), findings.end(), is_error);
    for (const Finding& finding : findings)
        view.findings.emplace_back(finding.severity, text(finding.message));
    view.summary = errors > 0 ? spoken.count("workspace.keep.differs", errors)
                              : spoken.say("workspace.keep.whole");
    view.can_accept = errors > 0 && !project->read_only &&
                      std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
                          return finding.code == "pages" || finding.code == "unreadable";
                      });
    if (kept->backup_trouble)
        view.warning = text(*kept->backup_trouble);
    else if (kept->on_network)
        view.warning = spoken.say("workspace.keep.network");
    if (!kept->backup.empty())
        view.backup = spoken.say("workspace.keep.backup", {kept->backup.filename().string()});
    return view;
}

} // namespace antardesa::workspace
