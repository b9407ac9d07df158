#include "workspace/accept_proposal.h"
#include "workspace/claims.h"
#include "workspace/line_source.h"
#include "workspace/photo_evidence.h"
#include "workspace/state.h"

namespace antardesa::workspace {

namespace {

/// How near a click must come to what draws it, pixels: ends have to lie on the line in force.
constexpr double claim_pixels = 14;

} // namespace

void Workspace::State::on(const AdvanceCase& action) {
    edit_by_form(
        [action, today = environment.clock->today()](const model::Atlas& atlas) {
            return advance_case(atlas, action.dispute, action.state, action.document, action.on,
                                today);
        },
        action.form);
}

void Workspace::State::on(const AddClaim& action) {
    model::Claim claim;
    claim.dispute = action.dispute;
    claim.village = action.village;
    claim.basis = action.basis;
    claim.author = action.author;
    claim.document = action.document;
    const auto keep = [this, form = action.form](const model::Claim& complete) {
        edit_by_form([complete](const model::Atlas& atlas) { return add_claim(atlas, complete); },
                     form);
    };
    if (action.drawn) {
        if (claim_line)
            claim.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{claim_line->line()});
        return keep(claim);
    }
    work.start(
        {"workspace.job.claim", {}},
        [claim, keep, file = action.line_file, within = shown ? shown.atlas->box() : geo::Box()](
            Progress& progress) -> JobRunner::Continuation {
            model::Claim complete = claim;
            complete.line =
                std::make_shared<const geo::MultiLine>(read_claim(file, within, progress));
            return [keep, complete] { keep(complete); };
        },
        [this, form = action.form](const Message& reason) {
            if (form != 0)
                answer_form(form, &reason);
            else
                complain(reason, Severity::error);
        });
}

void Workspace::State::on(const DropClaim& action) {
    edit([action](const model::Atlas& atlas) { return drop_claim(atlas, action.claim); });
}

void Workspace::State::on(const BeginClaimLine& action) {
    if (!project || shown.empty() || !shown.atlas->find(action.dispute))
        return;
    if (line)
        on(EndLineEdit{});
    if (proposal)
        on(DropProposal{});
    if (job != Job::boundaries)
        on(SetJob{Job::boundaries});
    on(ZoomTo{{SubjectKind::dispute, action.dispute.value}});
    claim_line.emplace(shown.atlas, action.dispute, action.village);
    touch_claim_line();
}

void Workspace::State::on(const AddClaimPoint& action) {
    if (claim_line && !shown.empty())
        claim_line->add(shown.geometry->to_degrees(camera.to_map(action.pixels)),
                        action.free ? 0 : claim_pixels * camera.metres_per_pixel());
    touch_claim_line();
}

void Workspace::State::on(const StepBackClaimLine&) {
    if (claim_line)
        claim_line->step_back();
    touch_claim_line();
}

void Workspace::State::on(const EndClaimLine&) {
    claim_line.reset();
    touch_claim_line();
}

void Workspace::State::touch_claim_line() {
    views.map.reset();
    dirty = true;
}

void Workspace::State::on(const ClaimOverlap& action) {
    const auto verb = [action, today = environment.clock->today()](const model::Atlas& atlas) {
        Progress progress;
        OverlapCase request{action.finding, action.basis, action.author, action.document, today};
        const model::BoundaryFinding* finding = atlas.find(action.finding);
        if (finding && action.holder && *action.holder < finding->villages.size())
            request.holder = finding->villages[*action.holder];
        return case_of_overlap(atlas, request, progress);
    };
    edit_and_show(verb, action.form, &State::show_newest_case);
}

void Workspace::State::show_newest_case() {
    if (job == Job::boundaries)
        on(SetList{ListKind::disputes});
    const auto& disputes = shown.atlas->disputes();
    if (!disputes.empty()) // they are sorted by id
        on(Select{{SubjectKind::dispute, disputes[disputes.size() - 1].id.value}, false, true});
}

void Workspace::State::on(const AddPhotoEvidence& action) {
    work.start(
        {"workspace.job.photo", {action.photo.filename().string()}},
        [this, action,
         today = environment.clock->today()](Progress& progress) -> JobRunner::Continuation {
            const PhotoEvidence request{action.dispute, action.village, action.photo,
                                        photo_facts(action.photo, progress), today};
            return [this, request] {
                edit([request](const model::Atlas& atlas) {
                    return photo_evidence(atlas, request);
                });
                if (!request.facts.position)
                    complain({"workspace.photo.no_position", {request.photo.filename().string()}},
                             Severity::information);
            };
        },
        [this](const Message& reason) { complain(reason, Severity::error); });
}

} // namespace antardesa::workspace
