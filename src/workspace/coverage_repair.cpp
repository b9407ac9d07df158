#include "workspace/coverage_repair.h"

#include "analysis/point_following.h"
#include "analysis/segments.h"
#include "model/line_verbs.h"
#include "model/outline_verbs.h"
#include "model/point_verbs.h"
#include "workspace/boundary_review.h"

#include <cmath>

namespace antardesa::workspace {

namespace {

std::string name_of(const model::Atlas& atlas, std::uint32_t shape) {
    if (shape < atlas.villages().size())
        return atlas.villages()[shape].name;
    const auto& areas = atlas.table<model::SpecialArea>();
    return shape - atlas.villages().size() < areas.size()
               ? areas[shape - atlas.villages().size()].name
               : std::string();
}

/// "34 cm": whole units need no decimal sign, which a message cannot know.
std::string length_text(double metres) {
    const auto whole = [](double value) {
        return std::to_string(static_cast<std::int64_t>(std::llround(value)));
    };
    return metres < 0.1  ? whole(metres * 1000) + " mm"
           : metres < 10 ? whole(metres * 100) + " cm"
                         : whole(metres) + " m";
}

Message edit_name(const model::Atlas& atlas, const analysis::RepairRequest& request, int repaired) {
    const std::string count = std::to_string(repaired);
    if (request.mends == analysis::Mends::rings)
        return {"edit.repair_rings", {count}};
    if (request.mends == analysis::Mends::copies)
        return {"edit.repair_copies", {count}};
    if (request.snap_m > 0)
        return {"edit.repair_snap", {count}};
    switch (request.rule) {
    case topology::RepairRule::midline:
        return {"edit.repair_midline", {count}};
    case topology::RepairRule::follow:
        return {"edit.repair_follow", {count}};
    case topology::RepairRule::to_owner:
        if (request.owner_is != analysis::RepairOwner::chosen)
            return {request.owner_is == analysis::RepairOwner::first ? "edit.repair_to_first"
                                                                     : "edit.repair_to_second",
                    {count}};
        return {"edit.repair_to_owner", {count, name_of(atlas, request.owner)}};
    case topology::RepairRule::longest_border:
        break;
    }
    return {"edit.repair_longest_border", {count}};
}

model::ReplaceOutlines outlines_of(const model::Atlas& atlas, const topology::Repair& repair,
                                   Message name) {
    model::ReplaceOutlines request;
    request.name = std::move(name);
    const auto& areas = atlas.table<model::SpecialArea>();
    for (const auto& [claimant, outline] : repair.outlines) {
        const auto shared = std::make_shared<const geo::MultiPolygon>(outline);
        if (claimant < atlas.villages().size())
            request.villages.emplace_back(atlas.villages()[claimant].id, shared);
        else
            request.special_areas.emplace_back(areas[claimant - atlas.villages().size()].id,
                                               shared);
    }
    return request;
}

model::RowWrite removal_of(const model::Atlas& atlas, topology::Claimant copy) {
    if (copy < atlas.villages().size())
        return model::Erase<model::Village>{atlas.villages()[copy].id};
    const auto& areas = atlas.table<model::SpecialArea>();
    return model::Erase<model::SpecialArea>{areas[copy - atlas.villages().size()].id};
}

/// The points of a line that was repaired: those of its ends go with them, all are numbered.
void append_points(const model::Atlas& changed, const model::BoundarySegment& segment,
                   model::Edit& edit) {
    std::vector<model::TurningPoint> points;
    for (const model::TurningPoint* point : changed.points_of(segment.id))
        points.push_back(*point);
    if (points.empty() || !segment.geometry || segment.geometry->empty())
        return;
    const analysis::NumberedLine line(changed.coverage().nodes, segment);
    const auto moved = model::replace_points(
        changed, {{}, segment.id, analysis::settled_at_nodes(line, std::move(points)), {}});
    if (moved)
        edit.writes.insert(edit.writes.end(), moved.value().writes.begin(),
                           moved.value().writes.end());
}

bool is_settled(const model::BoundarySegment& segment) {
    return segment.state == model::SegmentState::agreed ||
           segment.state == model::SegmentState::technical_verification;
}

/// Whether the two had part in one strip that is no more, or their line runs elsewhere.
bool was_mended(const model::Atlas& atlas, const topology::Repair& repair,
                const model::BoundarySegment& segment) {
    const auto number = [&](Id<model::Village> id) {
        return static_cast<topology::Claimant>(atlas.villages().index_of(id));
    };
    const topology::Claimant first = number(segment.first);
    const topology::Claimant second = number(segment.second);
    const auto& lines = repair.moved_lines;
    if (std::binary_search(lines.begin(), lines.end(),
                           std::pair(std::min(first, second), std::max(first, second))))
        return true;
    return std::any_of(repair.mended.begin(), repair.mended.end(), [&](const auto& strip) {
        const auto& all = strip.claimants;
        return !strip.copy && std::binary_search(all.begin(), all.end(), first) &&
               std::binary_search(all.begin(), all.end(), second);
    });
}

/// Agreed lines that run elsewhere after the edit than their papers say.
std::vector<Id<model::BoundarySegment>>
settled_lines(const model::Atlas& atlas, const topology::Repair& repair, const model::Edit& edit) {
    std::vector<Id<model::BoundarySegment>> settled;
    for (const model::RowWrite& write : edit.writes) {
        const auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write);
        const auto* old = put ? atlas.find(put->row.id) : nullptr;
        if (old && is_settled(*old) && was_mended(atlas, repair, *old))
            settled.push_back(old->id);
    }
    return settled;
}

/// The lines between the villages follow their new outlines.
void append_segments(const model::Atlas& atlas, model::Edit& edit, Progress& progress) {
    const auto changed = model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), edit),
                                             atlas.revision(), progress);
    analysis::SegmentChanges changes = analysis::segment_changes(*changed, progress);
    for (model::BoundarySegment& segment : changes.put) {
        append_points(*changed, segment, edit);
        edit.writes.push_back(model::Put<model::BoundarySegment>{std::move(segment)});
    }
    for (const Id<model::BoundarySegment> id : changes.unused)
        edit.writes.push_back(model::Erase<model::BoundarySegment>{id});
}

} // namespace

void require_balance(const topology::Ledger& ledger) {
    if (!(std::abs(ledger.sum()) <= 1e-6))
        throw Error({"workspace.repair.unbalanced", {std::to_string(ledger.sum())}});
}

RepairPlan plan_repair(const model::Atlas& atlas, const RepairOrder& order, Progress& progress) {
    RepairPlan plan;
    plan.repair = analysis::repair_boundaries(atlas, order.request, progress);
    const topology::Repair& repair = plan.repair.repair;
    if (repair.outlines.empty() && repair.removed.empty())
        return plan;
    require_balance(repair.ledger);
    model::ReplaceOutlines request =
        outlines_of(atlas, repair, edit_name(atlas, order.request, repair.repaired));
    auto edit = model::replace_outlines(atlas, request);
    if (!edit)
        throw Error(edit.refusal().message);
    plan.edit = std::move(edit).value();
    for (const topology::Claimant copy : repair.removed)
        plan.edit.writes.push_back(removal_of(atlas, copy));
    append_segments(atlas, plan.edit, progress);
    plan.settled = settled_lines(atlas, repair, plan.edit);
    if (order.basis.answers()) {
        auto resting = resting_on(atlas, plan, order.basis);
        if (!resting)
            throw Error(resting.refusal().message);
        plan.edit = std::move(resting).value();
    }
    return plan;
}

Result<model::Edit> resting_on(const model::Atlas& atlas, const RepairPlan& plan,
                               const RepairBasis& basis) {
    auto cited = citing(atlas, plan.edit, basis.document);
    if (!cited || plan.settled.empty())
        return cited;
    model::Edit edit = std::move(cited).value();
    std::shared_ptr<const model::Atlas> with_document;
    if (basis.document.entered) {
        model::Edit paper;
        paper.writes.push_back(edit.writes.front());
        Progress progress;
        with_document = model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), paper),
                                            atlas.revision(), progress);
    }
    model::EditLine request;
    if (!basis.falls_back && (basis.document.known || basis.document.entered))
        request.document = edit.document;
    request.falls_back = basis.falls_back;
    request.today = basis.today;
    for (model::RowWrite& write : edit.writes) {
        auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write);
        if (!put ||
            std::find(plan.settled.begin(), plan.settled.end(), put->row.id) == plan.settled.end())
            continue;
        auto settled =
            model::settled_anew(with_document ? *with_document : atlas, put->row, request);
        if (!settled)
            return settled.refusal();
        put->row = std::move(settled).value();
    }
    return edit;
}

RepairPlan repair_project(const std::filesystem::path& path, const RepairOrder& order,
                          const Environment& environment, Progress& progress) {
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    std::vector<Finding> findings;
    const auto atlas = model::Atlas::build(file.identity(), file.read(findings, progress),
                                           file.revision(), progress);
    RepairOrder today = order;
    today.basis.today = environment.clock->today();
    RepairPlan plan = plan_repair(*atlas, today, progress);
    if (plan.edit.writes.empty())
        return plan;
    follow_with_findings(*atlas, file.history(), plan.edit, progress);
    const auto applied = file.apply(plan.edit, environment.authorship());
    if (!applied)
        throw Error(applied.refusal().message);
    return plan;
}

std::optional<Message> why_not_repaired(const analysis::BoundaryRepair& repair) {
    if (repair.repair.repaired > 0)
        return std::nullopt;
    if (repair.too_wide_m > 0)
        return Message{"workspace.repair.too_wide",
                       {length_text(repair.too_wide_m), length_text(repair.tolerance_m)}};
    if (!repair.found)
        return Message{repair.tangled.empty() ? "workspace.repair.not_found"
                                              : "workspace.repair.not_found_or_tangled",
                       {}};
    if (!repair.repair.refusals.empty())
        return why_it_stays(repair.repair.refusals.front());
    for (const topology::RefusedStrip& kept : repair.repair.kept)
        if (kept.reason != topology::RepairRefusal::not_chosen)
            return why_it_stays(kept);
    return Message{"workspace.repair.wide_in_places", {}}; // what a snap leaves without a word
}

std::string shape_names(const model::Atlas& atlas, const std::vector<topology::Claimant>& shapes) {
    std::string names;
    for (const topology::Claimant shape : shapes)
        names += (names.empty() ? "" : ", ") + name_of(atlas, shape);
    return names;
}

Message why_it_stays(const topology::RefusedStrip& strip) {
    return {std::string("workspace.repair.") + topology::repair_refusal_name(strip.reason), {}};
}

std::vector<Message> parts_messages(const model::Atlas& atlas, const topology::Repair& repair,
                                    const i18n::Catalogue& language) {
    std::vector<Message> messages;
    constexpr std::size_t named = 3; // of a batch's many the sum
    double area = 0;
    for (const topology::Splinter& splinter : repair.splinters) {
        area += splinter.area_m2;
        if (repair.splinters.size() <= named)
            messages.push_back({"workspace.repair.splinter",
                                {language.number(splinter.area_m2, 2),
                                 name_of(atlas, splinter.from), name_of(atlas, splinter.to)}});
    }
    if (repair.splinters.size() > named)
        messages.push_back({"workspace.repair.splinters",
                            {language.number(static_cast<long long>(repair.splinters.size())),
                             language.number(area, 2)}});
    for (const auto& [claimant, parts] : repair.parted)
        messages.push_back(
            {"workspace.repair.parted",
             {name_of(atlas, claimant), language.number(static_cast<long long>(parts))}});
    return messages;
}

std::vector<Message> count_messages(const analysis::RepairCounts& counts) {
    std::vector<Message> messages;
    const auto add = [&](const char* key, int count) {
        messages.push_back({std::string("workspace.repair.count.") + key, {std::to_string(count)}});
    };
    add("repaired", counts.repaired);
    add("left", counts.left);
    add("allowed", counts.allowed);
    add("final", counts.final);
    add("settled", counts.settled);
    add("unmendable", counts.unmendable);
    return messages;
}

} // namespace antardesa::workspace
