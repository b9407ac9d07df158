#include "model/case_verbs.h"
#include "workspace/accept_proposal.h"
#include "workspace/state.h"
#include "workspace/undo_steps.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace antardesa::workspace {

namespace {

/// How near the hand must come to a handle, and how far a road draws it (ui.md §8), pixels.
constexpr double handle_pixels = 14;
constexpr double snap_pixels = 10;

bool writes_at_table(const std::string& edit) {
    static constexpr std::array<std::string_view, 4> edits{
        "edit.keep_proposal", "edit.drop_proposal", "edit.accept_proposal", "edit.enact_proposal"};
    return std::find(edits.begin(), edits.end(), edit) != edits.end();
}

} // namespace

void Workspace::State::on(const PreviewProposal& action) {
    if (!project || shown.empty()) {
        complain({"workspace.no_project", {}}, Severity::warning);
        return;
    }
    if (!proposal || proposal->asked().dispute != action.dispute) {
        look_at_dispute(action.dispute);
        proposal.emplace(action);
    }
    const std::uint64_t number = ++proposal_number;
    proposal->ask(action, shown.atlas->revision());
    comparing.reset();
    touch_proposal();
    const auto answer = [this, number](std::shared_ptr<const ReviewedProposal> review,
                                       std::optional<Message> refused) {
        if (number != proposal_number || !proposal)
            return;
        proposal->answer(shown, std::move(review), std::move(refused));
        touch_proposal();
    };
    work.start(
        {"workspace.job.proposal", {}},
        [answer, asked = proposal->asked(),
         atlas = shown.atlas](Progress& progress) -> JobRunner::Continuation {
            auto review =
                std::make_shared<const ReviewedProposal>(review_proposal(*atlas, asked, progress));
            return [answer, review] { answer(review, std::nullopt); };
        },
        [answer](const Message& reason) { answer(nullptr, reason); });
}

/// The preview stands on the map of the boundaries, which the case fills.
void Workspace::State::look_at_dispute(Id<model::BoundaryDispute> dispute) {
    if (line)
        on(EndLineEdit{});
    if (repair)
        on(DropRepair{});
    on(EndClaimLine{});
    if (job != Job::boundaries)
        on(SetJob{Job::boundaries});
    if (shown.atlas->find(dispute))
        on(ZoomTo{{SubjectKind::dispute, dispute.value}});
}

/// What was proposed on an older state is proposed anew.
void Workspace::State::follow_proposal() {
    if (!proposal)
        return;
    PreviewProposal asked = proposal->asked();
    if (!project || shown.empty() || !shown.atlas->find(asked.dispute)) {
        on(DropProposal{});
        return;
    }
    if (proposal->revision() == shown.atlas->revision())
        return;
    if (asked.way == ProposalWay::scenario && !shown.atlas->find(asked.scenario))
        asked.way = ProposalWay::midline;
    on(asked);
}

void Workspace::State::on(const DropProposal&) {
    ++proposal_number;
    proposal.reset();
    comparing.reset();
    meeting = false;
    touch_proposal();
}

void Workspace::State::on(const PickProposalPoint& action) {
    if (!proposal || shown.empty() || proposal->working() ||
        proposal->asked().way != ProposalWay::by_points)
        return;
    const PreviewProposal next =
        proposal->with_pick(shown, camera.to_map(action.pixels),
                            handle_pixels * camera.metres_per_pixel(), action.free);
    proposal->leave_picks();
    on(next);
}

void Workspace::State::on(const CompareProposals& action) {
    comparing.reset();
    if (proposal && action.left && action.right && action.left != action.right)
        comparing = action;
    touch_proposal();
}

void Workspace::State::on(const PressProposal& action) {
    if (proposal && !shown.empty())
        proposal->press(shown, camera.to_map(action.pixels),
                        handle_pixels * camera.metres_per_pixel());
    touch_proposal();
}

void Workspace::State::on(const DragProposal& action) {
    if (proposal && !shown.empty())
        proposal->drag(shown, camera.to_map(action.pixels),
                       action.free ? 0 : snap_pixels * camera.metres_per_pixel());
    touch_proposal();
}

void Workspace::State::on(const ReleaseProposal&) {
    if (proposal && !shown.empty())
        proposal->release(shown);
    touch_proposal();
}

void Workspace::State::on(const AddProposalPoint& action) {
    if (proposal && !shown.empty())
        proposal->add_point(shown, camera.to_map(action.pixels),
                            handle_pixels * camera.metres_per_pixel());
    touch_proposal();
}

void Workspace::State::on(const LockProposalPiece&) {
    if (!proposal || shown.empty() || !proposal->has_line())
        return;
    const auto at = pointer ? std::optional(camera.to_map(*pointer)) : std::nullopt;
    if (!proposal->toggle_lock(shown, at, handle_pixels * camera.metres_per_pixel()))
        complain({"workspace.proposal.lock_what", {}}, Severity::warning);
    touch_proposal();
}

void Workspace::State::on(const StepBackProposal&) {
    if (proposal && proposal->can_step_back()) {
        if (!shown.empty())
            proposal->step_back(shown);
    } else if (const std::int64_t step = table_undo(); step != 0) {
        desk.undo(step);
    }
    touch_proposal();
}

void Workspace::State::on(const StepForwardProposal&) {
    if (proposal && proposal->can_step_forward()) {
        if (!shown.empty())
            proposal->step_forward(shown);
    } else if (const std::int64_t step = table_redo(); step != 0) {
        desk.redo(step);
    }
    touch_proposal();
}

void Workspace::State::on(const KeepProposal& action) {
    if (!proposal || !proposal->has_line())
        return;
    model::Proposal scenario;
    scenario.dispute = proposal->asked().dispute;
    scenario.name = action.name;
    scenario.method = method_code(proposal->asked().way);
    scenario.line =
        std::make_shared<const geo::MultiLine>(geo::MultiLine{proposal->review()->proposal.line});
    scenario.author = action.author;
    scenario.date = environment.clock->today();
    scenario.share = share_text(proposal->asked());
    edit([scenario](const model::Atlas& atlas) { return model::keep_proposal(atlas, scenario); });
}

void Workspace::State::on(const EraseProposal& action) {
    edit([action](const model::Atlas& atlas) {
        return model::drop_proposal(atlas, action.scenario);
    });
}

void Workspace::State::on(const AcceptProposal& action) {
    if (!proposal || !proposal->has_line())
        return;
    const AcceptedLine accepted{proposal->asked().dispute, proposal->review()->proposal.line,
                                action.document,           action.place,
                                action.attended,           environment.clock->today(),
                                proposal->asked().segment, action.numbers};
    const auto verb = [accepted, revision = proposal->revision()](
                          const model::Atlas& atlas) -> Result<model::Edit> {
        if (atlas.revision() != revision)
            return Refusal{{"workspace.proposal.outdated", {}}};
        auto agreement = accept_proposal(atlas, accepted);
        return agreement ? Result<model::Edit>(std::move(agreement).value().edit)
                         : agreement.refusal();
    };
    if (action.form == 0 || !project || project->read_only)
        return edit_by_form(verb, action.form);
    desk.edit(verb, {}, [this, form = action.form](const Message* why) {
        answer_form(form, why);
        if (!why && proposal)
            proposal->forget_steps();
        touch_proposal();
    });
    dirty = true;
}

void Workspace::State::on(const SetMeeting& action) {
    meeting = action.on && proposal.has_value();
    touch_proposal();
}

/// In a meeting all that is written is about its case; else what the table itself writes.
void Workspace::State::note_table_step(const ProjectState& fresh) {
    const bool written = proposal && project && !fresh.opened && fresh.done &&
                         !fresh.history.empty() && !project->history.empty() &&
                         fresh.history.front().revision > project->history.front().revision;
    if (written && (meeting || writes_at_table(fresh.done->key)))
        table_steps[fresh.history.front().revision] = proposal->asked().dispute;
}

std::int64_t Workspace::State::table_undo() const {
    return project && project->can_undo ? table_step(next_undo(project->history)) : 0;
}

std::int64_t Workspace::State::table_redo() const {
    return project && project->can_redo ? table_step(next_redo(project->history)) : 0;
}

std::int64_t Workspace::State::table_step(const model::HistoryEntry* next) const {
    const auto noted = next ? table_steps.find(next->revision) : table_steps.end();
    const bool ours =
        proposal && noted != table_steps.end() && noted->second == proposal->asked().dispute;
    return ours ? next->revision : 0;
}

void Workspace::State::touch_proposal() {
    views.proposal.reset();
    dirty = true;
}

} // namespace antardesa::workspace
