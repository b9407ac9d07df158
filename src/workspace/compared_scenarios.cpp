#include "workspace/compared_scenarios.h"

#include "crs/ellipsoid.h"
#include "model/case_verbs.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// As far as a drawn line may end from a node.
constexpr double reach_m = 10;

/// Of a case with several segments, whether the line was kept for this one.
bool leads_between_ends(const analysis::ContestedLand& land, const geo::MultiLine& lines) {
    const geo::Point from = land.in_force.front();
    const geo::Point to = land.in_force.back();
    return std::any_of(lines.begin(), lines.end(), [&](const geo::Line& line) {
        return !line.empty() && std::min(crs::ellipsoidal_distance(line.front(), from),
                                         crs::ellipsoidal_distance(line.front(), to)) <= reach_m;
    });
}

ComparedScenario compared(const model::Atlas& atlas, const analysis::ContestedLand& land,
                          const model::Proposal& kept, Progress& progress) {
    ComparedScenario scenario;
    scenario.id = kept.id;
    analysis::ProposalRequest request;
    request.method = analysis::ProposalMethod::drawn;
    request.line = kept.line;
    auto made = analysis::propose(land, request, progress);
    if (!made) {
        scenario.trouble = made.refusal().message;
        return scenario;
    }
    scenario.proposal = std::move(made).value();
    if (auto exchanged = analysis::exchanged_land(atlas, land, scenario.proposal.line, progress))
        scenario.exchanged = *std::move(exchanged);
    return scenario;
}

} // namespace

std::vector<ComparedScenario> compared_scenarios(const model::Atlas& atlas,
                                                 const analysis::ContestedLand& land,
                                                 Progress& progress) {
    const model::BoundaryDispute* dispute = atlas.find(land.dispute);
    const bool several = dispute && atlas.segments_of(*dispute).size() > 1;
    std::vector<ComparedScenario> scenarios;
    for (const model::Proposal* kept : model::proposals_of(atlas, land.dispute)) {
        progress.check();
        if (!several || (kept->line && leads_between_ends(land, *kept->line)))
            scenarios.push_back(compared(atlas, land, *kept, progress));
    }
    return scenarios;
}

double length_m(const model::Atlas& atlas, const analysis::LandContents& contents,
                model::ReferenceKind kind) {
    double metres = 0;
    for (const analysis::LandContents::Stretch& stretch : contents.lines)
        if (const auto* line = atlas.find(stretch.line); line && line->kind == kind)
            metres += stretch.length_m;
    return metres;
}

} // namespace antardesa::workspace
