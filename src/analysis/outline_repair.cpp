#include "analysis/outline_repair.h"

#include "analysis/detail/line_pairs.h"
#include "base/text.h"
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

bool is_used(const model::Atlas& atlas, Id<model::SpecialArea> area) {
    const auto& exceptions = atlas.table<model::BoundaryException>();
    return std::any_of(exceptions.begin(), exceptions.end(), [area](const auto& row) {
        return std::find(row.special_areas.begin(), row.special_areas.end(), area) !=
               row.special_areas.end();
    });
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
        if (is_area(group.back()))
            return settle_areas(group);
        const std::string code = code_of(group.front());
        if (code.empty() || std::any_of(group.begin(), group.end(), [&](Claimant claimant) {
                return code_of(claimant) != code;
            }))
            return stays(group, RepairRefusal::differing_codes);
        std::vector<Claimant> used;
        for (const Claimant claimant : group)
            if (is_used(atlas_, atlas_.villages()[claimant].id))
                used.push_back(claimant);
        settle(group, used, group.front());
    }

    void settle_areas(const std::vector<Claimant>& group) {
        std::vector<Claimant> used;
        for (const Claimant claimant : group)
            if (is_area(claimant) ? is_used(atlas_, area_of(claimant).id)
                                  : claimant == group.front())
                used.push_back(claimant);
        const auto chosen = chosen_of(group);
        if (!is_area(group.front()) && (chosen != group.front() || !is_area(group[1])))
            return stays(group, RepairRefusal::village_and_area);
        const auto best = chosen ? chosen : best_of(group);
        if (!best)
            return stays(group, RepairRefusal::differing_areas);
        if (chosen && !used.empty() && used.front() != *chosen)
            return stays(group, RepairRefusal::copy_in_use);
        settle(group, used, *best);
    }

    /// Whom a person wants to keep.
    std::optional<Claimant> chosen_of(const std::vector<Claimant>& group) const {
        if (!request_.target || request_.rule != topology::RepairRule::to_owner)
            return std::nullopt;
        if (request_.owner_is != RepairOwner::chosen)
            return group[request_.owner_is == RepairOwner::first ? 0 : 1];
        const bool known = std::find(group.begin(), group.end(), request_.owner) != group.end();
        return known ? std::optional(request_.owner) : std::nullopt;
    }

    /// Of special areas that are one: the first with a name.
    std::optional<Claimant> best_of(const std::vector<Claimant>& group) const {
        std::optional<Claimant> named;
        for (const Claimant claimant : group) {
            if (area_of(claimant).kind != area_of(group.front()).kind)
                return std::nullopt;
            const std::string name = lower_case(trimmed(area_of(claimant).name));
            if (name.empty())
                continue;
            if (named && lower_case(trimmed(area_of(*named).name)) != name)
                return std::nullopt;
            named = named.value_or(claimant);
        }
        return named.value_or(group.front());
    }

    /// Of one thing that stands there several times.
    void settle(const std::vector<Claimant>& group, const std::vector<Claimant>& used,
                Claimant best) {
        if (used.size() > 1)
            return stays(group, RepairRefusal::copy_in_use);
        const Claimant kept = used.empty() ? best : used.front();
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

    bool is_area(Claimant claimant) const { return claimant >= atlas_.villages().size(); }
    const model::SpecialArea& area_of(Claimant claimant) const {
        return atlas_.table<model::SpecialArea>()[claimant - atlas_.villages().size()];
    }
    const std::string& code_of(Claimant village) const { return atlas_.villages()[village].code; }

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
