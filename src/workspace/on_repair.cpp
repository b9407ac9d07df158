#include "workspace/line_restore.h"
#include "workspace/line_source.h"
#include "workspace/moved_land.h"
#include "workspace/state.h"

namespace antardesa::workspace {

namespace {

/// Of the file, else of the claim.
geo::MultiLine agreed_lines(const PreviewRepair& asked, const model::Atlas& atlas,
                            Progress& progress) {
    if (!asked.line_file.empty())
        return read_lines(asked.line_file, progress);
    const model::Claim* claim = atlas.find(asked.claim);
    if (!claim || !claim->line || claim->line->empty())
        throw Error({"workspace.repair.needs_line", {}});
    return *claim->line;
}

/// RepairView::sides lists the villages of a finding, then its special areas.
std::uint32_t shape_of_side(const model::Atlas& atlas, const PreviewRepair& asked) {
    const model::BoundaryFinding* finding = atlas.find(asked.finding);
    const std::size_t villages = finding ? finding->villages.size() : 0;
    if (asked.side < villages)
        return static_cast<std::uint32_t>(atlas.villages().index_of(finding->villages[asked.side]));
    if (finding && asked.side - villages < finding->special_areas.size())
        return static_cast<std::uint32_t>(atlas.villages().size() +
                                          atlas.table<model::SpecialArea>().index_of(
                                              finding->special_areas[asked.side - villages]));
    throw Error({"workspace.repair.no_claim", {}});
}

/// A neighbourhood that is one case has no limits.
RepairOrder order_of(const PreviewRepair& asked, const model::Atlas& atlas, Progress& progress) {
    RepairOrder order;
    analysis::RepairRequest& request = order.request;
    request.max_width_m = asked.width_m;
    request.max_area_m2 = asked.max_area_m2.value_or(request.max_area_m2);
    // Of one case it is asked for before it is carried out.
    request.settled_answered = asked.with_settled || asked.finding;
    if (asked.finding) {
        const model::BoundaryFinding* finding = atlas.find(asked.finding);
        if (finding)
            request.target = analysis::target_of(atlas, *finding);
        if (request.target && request.target->flaw == model::FlawKind::invalid_ring)
            request.mends = analysis::Mends::rings;
        if (request.target && request.target->flaw == model::FlawKind::duplicate_shape)
            request.mends = analysis::Mends::copies;
        if (!request.target)
            throw Error({"workspace.repair.not_found", {}});
    }
    switch (asked.way) {
    case RepairWay::longest_border:
        break;
    case RepairWay::midline:
        request.rule = topology::RepairRule::midline;
        break;
    case RepairWay::snap:
        request.snap_m = asked.width_m;
        break;
    case RepairWay::to_first:
    case RepairWay::to_second:
        request.rule = topology::RepairRule::to_owner;
        request.owner_is = asked.way == RepairWay::to_first ? analysis::RepairOwner::first
                                                            : analysis::RepairOwner::second;
        break;
    case RepairWay::to_side:
        request.rule = topology::RepairRule::to_owner;
        request.owner = shape_of_side(atlas, asked);
        break;
    case RepairWay::along_river:
    case RepairWay::along_road:
        request.rule = topology::RepairRule::follow;
        request.line = std::make_shared<const geo::MultiLine>(reference_lines(
            atlas, asked.way == RepairWay::along_river ? model::ReferenceKind::river
                                                       : model::ReferenceKind::road));
        break;
    case RepairWay::along_line:
        request.rule = topology::RepairRule::follow;
        request.line = std::make_shared<const geo::MultiLine>(agreed_lines(asked, atlas, progress));
        break;
    case RepairWay::rings:
        request.mends = analysis::Mends::rings;
        break;
    case RepairWay::copies:
        request.mends = analysis::Mends::copies;
    }
    return order;
}

std::shared_ptr<const RepairPlan> planned(const PreviewRepair& asked, const model::Atlas& atlas,
                                          Progress& progress) {
    const model::BoundaryFinding* finding = atlas.find(asked.finding);
    if (!finding || finding->kind != model::FlawKind::moved_line)
        return std::make_shared<const RepairPlan>(
            plan_repair(atlas, order_of(asked, atlas, progress), progress));
    auto restored = restore_line(atlas, asked.finding, progress);
    if (!restored)
        throw Error(restored.refusal().message);
    return std::make_shared<const RepairPlan>(
        put_back_plan(atlas, std::move(restored).value(), asked.finding, progress));
}

struct Preview {
    PreviewRepair asked; ///< with the way that was taken
    std::shared_ptr<const RepairPlan> plan;
    std::optional<Message> refused;
};

/// Where nobody has chosen, of the ways of one case the first that can be done; where none can, the
/// one that was meant first says why.
Preview previewed(const PreviewRepair& asked, const model::Atlas& atlas, Progress& progress) {
    Preview first{asked, planned(asked, atlas, progress), std::nullopt};
    if (asked.finding)
        first.refused = why_not_repaired(first.plan->repair);
    if (!first.refused || !asked.undecided)
        return first;
    for (const RepairWay way : {RepairWay::midline, RepairWay::longest_border, RepairWay::to_first,
                                RepairWay::to_second}) {
        if (way == asked.way)
            continue;
        Preview other{asked, nullptr, std::nullopt};
        other.asked.way = way;
        other.plan = planned(other.asked, atlas, progress);
        other.refused = why_not_repaired(other.plan->repair);
        if (!other.refused)
            return other;
    }
    return first;
}

} // namespace

void Workspace::State::on(const PreviewRepair& action) {
    if (!project || shown.empty()) {
        complain({"workspace.no_project", {}}, Severity::warning);
        return;
    }
    if (!repair || repair->asked.finding != action.finding)
        look_at_repair(action.finding);
    const std::uint64_t number = ++repair_number;
    repair = RepairPreview{action, shown.atlas->revision(), nullptr, {}, std::nullopt, {}, false};
    views.repair.reset();
    dirty = true;
    const auto answer = [this, number](Preview made, PicturedRepair pictured) {
        if (number != repair_number || !repair)
            return;
        repair->asked = std::move(made.asked);
        repair->plan = std::move(made.plan);
        repair->pictured = std::move(pictured);
        repair->refused = std::move(made.refused);
        views.repair.reset();
        dirty = true;
    };
    work.start(
        {"workspace.job.repair", {}},
        [answer, action, atlas = shown.atlas](Progress& progress) -> JobRunner::Continuation {
            const Preview made = previewed(action, *atlas, progress);
            return [answer, made, picture = pictured(*atlas, made.plan->repair.repair)] {
                answer(made, picture);
            };
        },
        [answer, action](const Message& reason) {
            answer({action, nullptr, reason}, {});
        });
}

/// A preview is seen on the map of the boundaries; one case fills it.
void Workspace::State::look_at_repair(Id<model::BoundaryFinding> finding) {
    if (line)
        on(EndLineEdit{});
    if (proposal)
        on(DropProposal{});
    if (job != Job::boundaries)
        on(SetJob{Job::boundaries});
    if (finding && shown.atlas->find(finding))
        on(ZoomTo{{SubjectKind::finding, finding.value}});
}

/// What was previewed on an older state is previewed anew.
void Workspace::State::follow_repair() {
    if (!repair)
        return;
    if (!project || shown.empty())
        on(DropRepair{});
    else if (repair->revision != shown.atlas->revision() && !repair->applying)
        on(PreviewRepair{repair->asked});
}

/// The edit holds whole rows: on another revision it would take back what was changed since.
void Workspace::State::on(const ApplyRepair& action) {
    if (!repair || !repair->plan || repair->plan->edit.writes.empty() || repair->applying)
        return;
    const RepairBasis basis{action.document, action.falls_back, options.today};
    if (!repair->plan->settled.empty() && !basis.answers()) {
        complain({"workspace.repair.settled_line", {}}, Severity::warning);
        return;
    }
    const auto verb = [plan = repair->plan, basis, revision = repair->revision](
                          const model::Atlas& atlas) -> Result<model::Edit> {
        if (atlas.revision() != revision)
            return Refusal{{"workspace.repair.outdated", {}}};
        return resting_on(atlas, *plan, basis);
    };
    if (!project || project->read_only)
        return edit(verb); // which says why not
    repair->applying = true;
    repair->not_applied.reset();
    views.repair.reset();
    desk.edit(verb, {}, [this, number = repair_number](const Message* refusal) {
        repair_answered(number, refusal);
    });
    dirty = true;
}

/// What is done leaves the table; what was refused stays there and says why.
void Workspace::State::repair_answered(std::uint64_t number, const Message* refusal) {
    if (!refusal && repair && repair->applying)
        return on(DropRepair{});
    if (!refusal)
        return;
    if (!repair || number != repair_number)
        return complain(*refusal, Severity::warning);
    repair->applying = false;
    const Message why = *refusal;
    if (repair->revision != shown.atlas->revision())
        on(PreviewRepair{repair->asked});
    repair->not_applied = why;
    views.repair.reset();
    dirty = true;
}

void Workspace::State::on(const DropRepair&) {
    ++repair_number;
    repair.reset();
    views.repair.reset();
    dirty = true;
}

} // namespace antardesa::workspace
