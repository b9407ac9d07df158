#include "workspace/state.h"

#include <algorithm>
#include <span>

namespace antardesa::workspace {

namespace {

/// Nobody reads more, and every sentence costs its making.
constexpr std::size_t most_listed = 1000;

bool is_error(const Finding& finding) {
    return finding.severity == Severity::error;
}

bool is_beyond_accepting(const Finding& finding) {
    return finding.code == "pages" || finding.code == "unreadable";
}

KeepTrouble trouble_of(const KeepView& view, const std::vector<Finding>& findings) {
    if (!view.damaged.empty())
        return KeepTrouble::damaged;
    if (std::any_of(findings.begin(), findings.end(), is_beyond_accepting))
        return KeepTrouble::unreadable;
    if (std::any_of(findings.begin(), findings.end(), is_error))
        return KeepTrouble::changed;
    return view.read_only_reason.empty() ? KeepTrouble::none : KeepTrouble::read_only;
}

/// The reason in one line, without the path that the window's title says anyway.
std::string read_only_line(const Message& reason, const Words& words) {
    if (reason.key == "project.in_use" && reason.arguments.size() == 4)
        return words.say("workspace.keep.banner.in_use",
                         {reason.arguments[1], words.moment(reason.arguments[3])});
    if (reason.key == "project.newer")
        return words.say("workspace.keep.banner.newer");
    if (reason.key == "project.cannot_write" || reason.key == "project.cannot_create")
        return words.say("workspace.keep.banner.cannot_write");
    if (reason.key == "project.no_space" || reason.key == "project.full_though_free")
        return words.say("workspace.keep.banner.no_space");
    if (reason.key == "project.migration_failed")
        return words.say("workspace.keep.banner.migration_failed");
    return words.say("workspace.keep.banner.read_only");
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

std::string Workspace::State::keep_banner(const KeepView& view) const {
    const Words spoken = words();
    switch (view.trouble) {
    case KeepTrouble::damaged:
        return spoken.say("workspace.keep.banner.damaged", {view.damaged.filename().string()});
    case KeepTrouble::unreadable:
        return spoken.say("workspace.keep.banner.unreadable");
    case KeepTrouble::changed:
        return spoken.count("workspace.keep.banner.changed",
                            std::count_if(kept->findings.begin(), kept->findings.end(), is_error));
    case KeepTrouble::read_only:
        return read_only_line(*project->read_only_reason, spoken);
    case KeepTrouble::none:
        break;
    }
    return {};
}

KeepView Workspace::State::make_keep() const {
    KeepView view;
    view.damaged = damaged;
    if (project) {
        view.project = project->path;
        if (project->read_only_reason)
            view.read_only_reason = text(*project->read_only_reason);
    }
    if (project && kept)
        add_kept(view);
    view.trouble = trouble_of(view, project && kept ? kept->findings : std::vector<Finding>());
    view.banner = keep_banner(view);
    if (view.trouble == KeepTrouble::damaged)
        view.recoverable = damaged;
    else if (view.trouble == KeepTrouble::changed || view.trouble == KeepTrouble::unreadable)
        view.recoverable = project->path;
    return view;
}

void Workspace::State::add_kept(KeepView& view) const {
    const Words spoken = words();
    view.checked = true;
    auto findings = kept->findings;
    std::stable_partition(findings.begin(), findings.end(), is_error);
    const auto errors = std::count_if(findings.begin(), findings.end(), is_error);
    for (const Finding& finding : std::span(findings).first(std::min(findings.size(), most_listed)))
        view.findings.push_back({finding.severity, finding.subject, text(finding.message)});
    if (findings.size() > most_listed)
        view.findings.push_back(
            {Severity::information,
             {},
             spoken.count("workspace.keep.more",
                          static_cast<long long>(findings.size() - most_listed))});
    view.summary = errors > 0 ? spoken.count("workspace.keep.differs", errors)
                              : spoken.say("workspace.keep.whole");
    view.can_accept = errors > 0 && !project->read_only &&
                      std::none_of(findings.begin(), findings.end(), is_beyond_accepting);
    if (kept->backup_trouble)
        view.warning = text(*kept->backup_trouble);
    else if (kept->on_network)
        view.warning = spoken.say("workspace.keep.network");
    if (!kept->backup.empty()) {
        view.backup = spoken.say("workspace.keep.backup", {spoken.moment(kept->backup_time)});
        view.backup_place = kept->backup.string();
    }
}

Offered Workspace::State::offered(const KeepView& keep) const {
    return {.undo = project && project->can_undo && !project->read_only,
            .redo = project && project->can_redo && !project->read_only,
            .edit = project && !project->read_only,
            .close = project.has_value() || foreign.has_value(),
            .project = project.has_value(),
            .accept = keep.can_accept,
            .recover = !keep.recoverable.empty()};
}

} // namespace antardesa::workspace
