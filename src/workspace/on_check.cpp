#include "workspace/boundary_review.h"
#include "workspace/finding_layer.h"
#include "workspace/line_restore.h"
#include "workspace/output_gate.h"
#include "workspace/state.h"
#include "workspace/subject_box.h"

#include <algorithm>

namespace antardesa::workspace {

void Workspace::State::on(const CheckBoundaries& action) {
    check_limits.sliver_width_m = action.sliver_width_m.value_or(check_limits.sliver_width_m);
    check_limits.near_miss_m = action.near_miss_m.value_or(check_limits.near_miss_m);
    if (!project)
        complain({foreign ? "workspace.check.save_first" : "workspace.no_project", {}},
                 Severity::information);
    else
        desk.check(check_limits);
    list_kind = ListKind::findings;
    views.list.reset();
    dirty = true;
}

void Workspace::State::tell_unchecked(ListView& list) const {
    if (list.kind != ListKind::findings || !list.rows.empty() || list.empty_by_filter ||
        finding_choice != FindingChoice::open || !project || shown.empty() ||
        was_checked(*shown.atlas, project->history))
        return;
    list.unchecked = true;
    list.empty_text = words().say("workspace.empty.unchecked");
}

void Workspace::State::tell_rules(ListView& list) const {
    if (list.kind != ListKind::compliance || rules_file.empty())
        return;
    const std::string own = words().say("workspace.rules.own", {rules_file.filename().string()});
    list.subtitle += (list.subtitle.empty() ? "" : " · ") + own;
}

void Workspace::State::on(const AllowFinding& action) {
    edit_by_form([request = action.request, today = options.today](
                     const model::Atlas& atlas) { return allow_finding(atlas, request, today); },
                 action.form);
}

void Workspace::State::on(const WithdrawExceptionOf& action) {
    edit([action](const model::Atlas& atlas) {
        return model::withdraw_exception(atlas, {action.exception});
    });
}

void Workspace::State::on(const ChooseFindings& action) {
    finding_choice = action.choice;
    views.list.reset();
    dirty = true;
}

void Workspace::State::on(const ExportFindings& action) {
    if (shown.empty()) {
        complain({"workspace.nothing_to_export", {}}, Severity::information);
        return;
    }
    const ListView list = with_context([this](const ViewContext& context) {
        return make_list(context, ListKind::findings,
                         orders[static_cast<std::size_t>(ListKind::findings)],
                         list_kind == ListKind::findings ? list_search : std::string());
    });
    std::vector<Subject> subjects;
    for (const ListRow& row : list.rows)
        subjects.push_back(row.subject);
    export_layer(action.path,
                 [subjects, atlas = shown.atlas, path = action.path](Progress& progress) {
                     return write_findings(*atlas, subjects, path, progress);
                 });
}

void Workspace::State::export_layer(const std::filesystem::path& path,
                                    std::function<Result<int>(Progress&)> write) {
    work.start(
        {"workspace.job.export", {path.filename().string()}},
        [this, path, write = std::move(write),
         source = foreign_path](Progress& progress) -> JobRunner::Continuation {
            require_place({path, {source}});
            const Result<int> written = write(progress);
            return [this, path, written] {
                if (!written)
                    complain(written.refusal().message, Severity::warning);
                else
                    notices.add(Severity::information,
                                words().count("workspace.layer_exported", written.value(),
                                              {path.string()}));
                dirty = true;
            };
        },
        [this](const Message& message) { complain(message, Severity::error); });
    dirty = true;
}

/// A finding of this kind has one repair: the line goes back. It is seen first.
void Workspace::State::on(const PutLineBack& action) {
    on(PreviewRepair{RepairWay::longest_border, 1, action.finding});
}

void Workspace::State::on(const SelectNextFinding& action) {
    if (shown.empty() || action.step == 0)
        return;
    list_kind = ListKind::findings;
    const ListView list = with_context([this](const ViewContext& context) {
        return make_list(context, list_kind, orders[static_cast<std::size_t>(list_kind)],
                         list_search);
    });
    views.list.reset();
    dirty = true;
    const auto count = static_cast<std::int64_t>(list.rows.size());
    if (count == 0)
        return;
    std::int64_t at = action.step > 0 ? -1 : count;
    for (std::int64_t i = 0; i < count; ++i)
        if (list.rows[static_cast<std::size_t>(i)].selected)
            at = i;
    at = (((at + action.step) % count) + count) % count;
    const Subject subject = list.rows[static_cast<std::size_t>(at)].subject;
    on(Select{subject, false, false});
    on(ZoomTo{subject});
}

void Workspace::State::on(const ZoomAround&) {
    if (shown.empty() || selection.empty())
        return;
    const Subject subject = selection.front();
    geo::Box box = subject_box(shown, subject);
    const auto add = [&](const std::vector<Id<model::Village>>& villages) {
        for (const Id<model::Village> village : villages)
            box.extend(subject_box(shown, {SubjectKind::village, village.value}));
    };
    if (const auto* finding = shown.atlas->find(Id<model::BoundaryFinding>{subject.id});
        finding && subject.kind == SubjectKind::finding)
        add(finding->villages);
    if (const auto* exception = shown.atlas->find(Id<model::BoundaryException>{subject.id});
        exception && subject.kind == SubjectKind::exception)
        add(exception->villages);
    if (box.empty())
        return;
    camera.fit(box);
    touch_camera();
}

} // namespace antardesa::workspace
