#include "workspace/coverage_repair.h"

#include "analysis/segments.h"
#include "model/outline_verbs.h"

namespace antardesa::workspace {

namespace {

Message name_of(const analysis::RepairRequest& request, int repaired) {
    const std::string count = std::to_string(repaired);
    if (request.rule == topology::RepairRule::midline)
        return {"edit.repair_midline", {count}};
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

/// The lines between the villages follow their new outlines.
void append_segments(const model::Atlas& atlas, model::Edit& edit, Progress& progress) {
    const auto changed = model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), edit),
                                             atlas.revision(), progress);
    analysis::SegmentChanges changes = analysis::segment_changes(*changed, progress);
    for (model::BoundarySegment& segment : changes.put)
        edit.writes.push_back(model::Put<model::BoundarySegment>{std::move(segment)});
    for (const Id<model::BoundarySegment> id : changes.unused)
        edit.writes.push_back(model::Erase<model::BoundarySegment>{id});
}

} // namespace

RepairPlan plan_repair(const model::Atlas& atlas, const analysis::RepairRequest& request,
                       Progress& progress) {
    RepairPlan plan;
    plan.repair = analysis::repair_boundaries(atlas, request, progress);
    if (plan.repair.repair.outlines.empty())
        return plan;
    auto edit =
        model::replace_outlines(atlas, outlines_of(atlas, plan.repair.repair,
                                                   name_of(request, plan.repair.repair.repaired)));
    if (!edit)
        throw Error(edit.refusal().message);
    plan.edit = std::move(edit).value();
    append_segments(atlas, plan.edit, progress);
    return plan;
}

RepairPlan repair_project(const std::filesystem::path& path, const analysis::RepairRequest& request,
                          const Environment& environment, Progress& progress) {
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    std::vector<Finding> findings;
    const auto atlas = model::Atlas::build(file.identity(), file.read(findings, progress),
                                           file.revision(), progress);
    RepairPlan plan = plan_repair(*atlas, request, progress);
    if (plan.edit.writes.empty())
        return plan;
    const auto applied = file.apply(plan.edit, environment.authorship());
    if (!applied)
        throw Error(applied.refusal().message);
    return plan;
}

} // namespace antardesa::workspace
