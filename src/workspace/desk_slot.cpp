#include "workspace/desk_slot.h"

#include "model/unlawful_rows.h"
#include "project/backup.h"
#include "workspace/compliance_text.h"

#include <algorithm>

namespace antardesa::workspace {

using project::OpenMode;
using project::ProjectFile;

namespace {

/// What another program wrote into the register of cases against the law.
void append_unlawful(const model::TableSet& tables, std::vector<Finding>& findings) {
    auto unlawful = model::unlawful_rows(tables);
    std::move(unlawful.begin(), unlawful.end(), std::back_inserter(findings));
}

} // namespace

void ProjectDesk::Slot::open(const std::filesystem::path& path, ProjectState& state,
                             Progress& progress) {
    edited = false;
    // Opening the same file again must not meet its own lock.
    std::error_code ignored;
    if (file && std::filesystem::equivalent(file->path(), path, ignored))
        file.reset();
    auto opened = ProjectFile::open_as_possible(path, state.read_only_reason);
    file = std::move(opened);
    shown = {};
    load(state, progress);
    state.opened = true;
}

void ProjectDesk::Slot::load(ProjectState& state, Progress& progress) {
    model::TableSet tables = file->read(state.findings, progress);
    append_unlawful(tables, state.findings);
    const bool same = shown && share_geometry(tables, *shown.atlas);
    replace(std::move(tables), same, progress);
}

void ProjectDesk::Slot::replace(model::TableSet tables, bool same_coverage, Progress& progress) {
    auto atlas =
        same_coverage
            ? model::Atlas::build(file->identity(), std::move(tables), file->revision(),
                                  shown.atlas->shared_coverage())
            : model::Atlas::build(file->identity(), std::move(tables), file->revision(), progress);
    shown = make_shown(std::move(atlas), shown, progress);
    shown.cooperation = review_cooperation(*shown.atlas, environment.rules.get(),
                                           environment.clock->today(), progress);
}

void ProjectDesk::Slot::hold_against(const std::filesystem::path& rules, Progress& progress) {
    auto fresh = std::make_shared<const ComplianceRules>(read_compliance_rules(rules));
    if (shown)
        shown.cooperation =
            review_cooperation(*shown.atlas, fresh.get(), environment.clock->today(), progress);
    environment.rules = std::move(fresh);
}

std::optional<Refusal> ProjectDesk::Slot::apply(const model::Edit& edit, ProjectState& state) {
    const auto applied = file->apply(edit, environment.authorship());
    if (!applied)
        return applied.refusal();
    // Written is written: from here on a cancel must not leave an old picture of it.
    Progress to_the_end;
    const model::TableSet& before = shown.atlas->tables();
    const bool same = !model::touches_coverage(before, edit);
    replace(model::applied(before, edit), same, to_the_end);
    edited = true;
    state.done = edit.name;
    state.undoable = true;
    return std::nullopt;
}

void ProjectDesk::Slot::describe(ProjectState& state) const {
    if (!file)
        return;
    state.path = file->path();
    state.read_only = file->mode() == OpenMode::read;
    state.can_undo = !state.read_only && file->can_undo();
    state.can_redo = !state.read_only && file->can_redo();
    state.history = file->history();
}

void ProjectDesk::Slot::close(Progress& progress) {
    const auto path = file && edited ? file->path() : std::filesystem::path();
    file.reset();
    shown = {};
    edited = false;
    if (path.empty())
        return;
    try {
        static_cast<void>(project::back_up(path, *environment.clock, progress));
    } catch (const Error&) {
        // The next opening finds that the backup is due and says what stands in its way.
    }
}

std::optional<ProjectDesk::Slot::Trouble>
ProjectDesk::Slot::attempt(const Step& step, ProjectState& state, Progress& progress) {
    try {
        if (auto refusal = step(*this, state, progress))
            return Trouble{refusal->message, Severity::warning};
        return std::nullopt;
    } catch (const Error& error) {
        return Trouble{error.message(), Severity::error};
    }
}

bool ProjectDesk::Slot::is_behind(const Message& trouble) const {
    return file && shown &&
           (trouble.key == "project.changed_elsewhere" ||
            file->revision() != shown.atlas->revision());
}

void ProjectDesk::Slot::catch_up(ProjectState& state) {
    try {
        Progress to_the_end;
        load(state, to_the_end);
    } catch (const Error&) {
        // The trouble that is about to be told comes first.
    }
}

namespace {

/// "20261125T140207Z" as "2026-11-25T14:02:07Z"; what is no such text stays as it is.
std::string extended_time(std::string basic) {
    if (basic.size() != std::string_view("20261125T140207Z").size())
        return basic;
    for (const auto& [place, mark] : {std::pair{13, ':'}, {11, ':'}, {6, '-'}, {4, '-'}})
        basic.insert(basic.begin() + place, mark);
    return basic;
}

} // namespace

KeepState ProjectDesk::Slot::look_after(Progress& progress) {
    KeepState keep;
    if (!file)
        return keep;
    keep.project = file->path();
    keep.on_network = file->on_network();
    keep.findings = file->check_integrity(progress);
    if (shown)
        append_unlawful(shown.atlas->tables(), keep.findings);
    const bool damaged =
        std::any_of(keep.findings.begin(), keep.findings.end(),
                    [](const Finding& finding) { return finding.severity == Severity::error; });
    if (file->mode() == OpenMode::write && !damaged &&
        (project::backup_is_due(file->path()) ||
         !project::newest_backup_is_good(file->path(), progress))) {
        try {
            const auto made = project::back_up(file->path(), *environment.clock, progress);
            if (!made)
                keep.backup_trouble = made.refusal().message;
        } catch (const Error& error) {
            keep.backup_trouble = error.message();
        }
    }
    const auto backups = project::list_backups(file->path());
    if (!backups.empty()) {
        keep.backup = backups.back().path;
        keep.backup_time = extended_time(backups.back().time);
    }
    return keep;
}

} // namespace antardesa::workspace
