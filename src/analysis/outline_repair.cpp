#include "analysis/outline_repair.h"

#include "analysis/detail/line_pairs.h"
#include "geo/measure.h"
#include "topology/mend.h"

#include <algorithm>

namespace antardesa::analysis {

using topology::Claimant;
using topology::RepairRefusal;

namespace {

template<class Row>
bool names(const model::Atlas& atlas, Id<model::Village> village) {
    const auto& table = atlas.table<Row>();
    return std::any_of(table.begin(), table.end(),
                       [village](const Row& row) { return row.village == village; });
}

bool is_entered(const model::Atlas& atlas, const model::BoundarySegment& segment) {
    return segment.state != model::SegmentState::untraced || segment.document || segment.pillars ||
           !atlas.points_of(segment.id).empty();
}

/// Whether anything that a person entered is about the village.
bool is_used(const model::Atlas& atlas, Id<model::Village> village) {
    const auto holds = [village](const std::vector<Id<model::Village>>& list) {
        return std::find(list.begin(), list.end(), village) != list.end();
    };
    const auto any = [](const auto& table, const auto& is_meant) {
        return std::any_of(table.begin(), table.end(), is_meant);
    };
    const auto segments = atlas.segments_of(village);
    return names<model::AgreementParty>(atlas, village) ||
           names<model::BodyMember>(atlas, village) ||
           names<model::EnterpriseCapital>(atlas, village) || names<model::Claim>(atlas, village) ||
           names<model::AssetShare>(atlas, village) || names<model::Funding>(atlas, village) ||
           names<model::Signatory>(atlas, village) || names<model::Evidence>(atlas, village) ||
           names<model::VillageAlias>(atlas, village) ||
           any(atlas.table<model::Meeting>(),
               [&](const auto& row) { return row.village == village || holds(row.attended); }) ||
           any(atlas.table<model::BoundaryException>(),
               [&](const auto& row) { return holds(row.villages); }) ||
           any(atlas.disputes(),
               [&](const auto& row) { return row.first == village || row.second == village; }) ||
           any(segments, [&](const auto* segment) { return is_entered(atlas, *segment); });
}

/// Sorts equal outlines by what they are called.
class Copies {
  public:
    Copies(const model::Atlas& atlas, const RepairRequest& request,
           std::span<const geo::MultiPolygon* const> outlines, const topology::LandMeasure& land)
        : atlas_(atlas), request_(request), outlines_(outlines), land_(land) {}

    topology::Repair run(bool& found, Progress& progress) {
        for (const auto& group : topology::find_flaws(outlines_, {}, progress).duplicates) {
            const bool asked = !request_.target || request_.target->shapes == group;
            found = found || asked;
            if (asked)
                settle(group);
            else
                stays(group, RepairRefusal::not_chosen);
        }
        std::sort(result_.removed.begin(), result_.removed.end());
        std::sort(result_.ledger.villages.begin(), result_.ledger.villages.end(),
                  [](const auto& a, const auto& b) { return a.claimant < b.claimant; });
        result_.repaired = static_cast<int>(result_.mended.size());
        result_.refused = static_cast<int>(result_.refusals.size());
        result_.left = result_.refused + static_cast<int>(result_.kept.size());
        return std::move(result_);
    }

  private:
    void settle(const std::vector<Claimant>& group) {
        const std::string code = code_of(group.front());
        if (code.empty() || std::any_of(group.begin(), group.end(), [&](Claimant claimant) {
                return code_of(claimant) != code;
            }))
            return stays(group, RepairRefusal::differing_codes);
        std::vector<Claimant> used;
        for (const Claimant claimant : group)
            if (is_used(atlas_, atlas_.villages()[claimant].id))
                used.push_back(claimant);
        if (used.size() > 1)
            return stays(group, RepairRefusal::copy_in_use);
        const Claimant kept = used.empty() ? group.front() : used.front();
        for (const Claimant claimant : group)
            if (claimant != kept)
                remove(claimant);
        result_.mended.push_back(
            {group, place_of(group), std::nullopt, 0, false, std::nullopt, true});
    }

    void remove(Claimant claimant) {
        const double area = land_.area(*outlines_[claimant]);
        result_.removed.push_back(claimant);
        result_.ledger.villages.push_back({claimant, area, 0});
        result_.ledger.overlap_before += area;
    }

    void stays(const std::vector<Claimant>& group, RepairRefusal reason) {
        (reason == RepairRefusal::not_chosen ? result_.kept : result_.refusals)
            .push_back({group, place_of(group), reason, std::nullopt, 0, std::nullopt, true});
    }

    /// Of special areas none.
    std::string code_of(Claimant claimant) const {
        return claimant < atlas_.villages().size() ? atlas_.villages()[claimant].code
                                                   : std::string();
    }

    geo::Point place_of(const std::vector<Claimant>& group) const {
        return geo::centroid(*outlines_[group.front()]);
    }

    const model::Atlas& atlas_;
    const RepairRequest& request_;
    std::span<const geo::MultiPolygon* const> outlines_;
    const topology::LandMeasure& land_;
    topology::Repair result_;
};

} // namespace

topology::Repair mended_rings(const model::Atlas& atlas, const RepairRequest& request,
                              std::span<const geo::MultiPolygon* const> outlines, geo::Point metric,
                              const topology::LandMeasure& land, bool& found, Progress& progress) {
    const auto finals = detail::pairs_with(atlas, detail::is_final);
    const auto settled = detail::pairs_with(atlas, detail::is_settled);
    topology::MendOptions options;
    options.why_not = [&](Claimant claimant) -> std::optional<RepairRefusal> {
        if (request.target && request.target->shapes != std::vector{claimant})
            return RepairRefusal::not_chosen;
        found = true;
        return std::nullopt;
    };
    options.why_fixed = [&](Claimant one, Claimant other) -> std::optional<RepairRefusal> {
        if (finals.count({one, other}))
            return RepairRefusal::final_line;
        if (!request.settled_answered && settled.count({one, other}))
            return RepairRefusal::settled_line;
        return std::nullopt;
    };
    return topology::mend_rings(outlines, options, metric, progress, land);
}

topology::Repair without_copies(const model::Atlas& atlas, const RepairRequest& request,
                                std::span<const geo::MultiPolygon* const> outlines,
                                const topology::LandMeasure& land, bool& found,
                                Progress& progress) {
    return Copies(atlas, request, outlines, land).run(found, progress);
}

} // namespace antardesa::analysis
