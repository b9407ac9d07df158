#include "base/text.h"
#include "crs/coordinate_text.h"
#include "model/village_law.h"
#include "workspace/edit_text.h"
#include "workspace/history_head.h"
#include "workspace/spoken_position.h"
#include "workspace/state.h"
#include "workspace/undo_steps.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

std::string job_text(const JobHandle& job, const Words& words) {
    std::string text = words.language().text(job.title());
    const auto total = job.progress().total();
    if (total > 0)
        text += " " + words.say("workspace.progress", {words.number(static_cast<double>(
                                                           std::min(job.progress().done(), total))),
                                                       words.number(static_cast<double>(total))});
    return text;
}

} // namespace

TopBarView Workspace::State::make_top_bar() const {
    const Words spoken = words();
    TopBarView view;
    view.has_report = report != nullptr;
    view.title = shown ? regency_title(*shown.atlas, spoken) : spoken.say("workspace.program");
    view.is_city = shown && model::is_city(*shown.atlas);
    if (!project) {
        if (foreign)
            view.subtitle = spoken.say("workspace.unsaved", {foreign_path.filename().string()});
        return view;
    }
    const std::string name = project->path.filename().string();
    const std::string when =
        project->history.empty() ? "" : spoken.short_moment(project->history.front().time);
    view.subtitle = project->read_only ? spoken.say("workspace.only_read", {name})
                                       : spoken.say("workspace.saved", {name, when});
    view.can_undo = project->can_undo;
    view.can_redo = project->can_redo;
    if (const auto* entry = view.can_undo ? next_undo(project->history) : nullptr)
        view.undo_name = spoken.say(
            "workspace.undo_name",
            {edit_text({entry->name, entry->arguments}, spoken.language(), spoken.in_city())});
    if (const auto* entry = view.can_redo ? next_redo(project->history) : nullptr)
        view.redo_name = spoken.say(
            "workspace.redo_name",
            {edit_text({entry->name, entry->arguments}, spoken.language(), spoken.in_city())});
    const auto steps = std::count_if(project->history.begin(), project->history.end(),
                                     [](const auto& entry) { return entry.revision > 0; });
    view.steps = spoken.count("workspace.steps", steps);
    return view;
}

StatusView Workspace::State::make_status() const {
    const Words spoken = words();
    StatusView view;
    view.scale_denominator = camera.view().scale.denominator;
    view.scale = "1 : " + spoken.number(view.scale_denominator);
    if (shown.geometry && !shown.empty()) {
        view.system = "SRGI 2013 / UTM " + crs::utm_zone_name(shown.geometry->zone());
        if (pointer) {
            const geo::Point degrees = shown.geometry->to_degrees(camera.to_map(*pointer));
            if (geo::is_finite(degrees)) {
                view.geographic = spoken_position(crs::dms_text(degrees), language().language());
                view.projected = spoken_position(crs::utm_text(degrees, shown.geometry->zone()),
                                                 language().language());
            }
        }
    }
    if (!selection.empty())
        view.selection =
            spoken.count("workspace.selected", static_cast<long long>(selection.size()));
    for (const auto& running : jobs()) {
        const auto total = running->progress().total();
        view.jobs.push_back({job_text(*running, spoken),
                             total > 0 ? static_cast<double>(running->progress().done()) /
                                             static_cast<double>(total)
                                       : -1});
    }
    return view;
}

namespace {

/// An undo or redo is called after what it took back or brought back.
std::string entry_text(const model::HistoryEntry& entry,
                       const std::vector<model::HistoryEntry>& history, const Words& words) {
    if (entry.reverts == 0)
        return edit_text({entry.name, entry.arguments}, words.language(), words.in_city());
    const auto origin = entry.arguments.empty() ? std::optional<long long>(entry.reverts)
                                                : parse_integer(entry.arguments.front());
    for (const auto& other : history)
        if (other.reverts == 0 && origin == other.revision)
            return words.say(
                entry.name == "edit.redo" ? "workspace.redo_name" : "workspace.undo_name",
                {edit_text({other.name, other.arguments}, words.language(), words.in_city())});
    return edit_text({entry.name, entry.arguments}, words.language(), words.in_city());
}

} // namespace

HistoryView Workspace::State::make_history() const {
    HistoryView view;
    if (!project)
        return view;
    const Words spoken = words();
    for (const auto& entry : project->history) {
        std::string detail = entry.author;
        for (const std::string& part : {spoken.moment(entry.time), entry.document})
            if (!part.empty())
                detail += (detail.empty() ? "" : " · ") + part;
        view.rows.push_back({entry.revision, entry_text(entry, project->history, spoken),
                             std::move(detail), entry.undone});
    }
    if (!project->history.empty())
        view.head = head_in_short(project->history.front().link);
    return view;
}

} // namespace antardesa::workspace
