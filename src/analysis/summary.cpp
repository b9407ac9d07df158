#include "analysis/summary.h"

#include "analysis/partners.h"
#include "analysis/segments.h"
#include "crs/ellipsoid.h"

#include <numeric>
#include <set>

namespace antardesa::analysis {

namespace {

using model::Agreement;
using model::Atlas;
using model::Village;

/// Other parties that are villages: those of the project by id, outside ones by name and code.
class Partners {
  public:
    explicit Partners(Id<Village> self) : self_(self) {}

    void add(std::span<const model::AgreementParty* const> parties) {
        for (const model::AgreementParty* party : parties) {
            if (party->village && party->village != self_)
                inside_.insert(party->village);
            if (!party->outside_village.empty() || !party->outside_code.empty())
                outside_.insert({party->outside_code, party->outside_village});
        }
    }
    int inside() const { return static_cast<int>(inside_.size()); }
    int all() const { return inside() + static_cast<int>(outside_.size()); }

  private:
    Id<Village> self_;
    std::set<Id<Village>> inside_;
    std::set<std::pair<std::string, std::string>> outside_;
};

int bodies_of(const Atlas& atlas, Id<Village> village) {
    int count = 0;
    for (const model::CooperationBody& body : atlas.table<model::CooperationBody>()) {
        const auto members = atlas.members(body.id);
        count += std::any_of(members.begin(), members.end(),
                             [&](const auto* member) { return member->village == village; });
    }
    return count;
}

int enterprises_of(const Atlas& atlas, Id<Village> village) {
    int count = 0;
    for (const model::JointEnterprise& enterprise : atlas.table<model::JointEnterprise>()) {
        const auto capital = atlas.capital(enterprise.id);
        count += std::any_of(capital.begin(), capital.end(),
                             [&](const auto* share) { return share->village == village; });
    }
    return count;
}

void add_agreements(VillageSummary& summary, const Atlas& atlas, Id<Village> village, Date today) {
    Partners partners(village);
    for (const Agreement* agreement : atlas.agreements_of(village)) {
        if (!makes_partners(*agreement))
            continue;
        ++summary.agreements;
        if (!in_force(*agreement, today))
            continue;
        ++summary.agreements_in_force;
        partners.add(atlas.parties(agreement->id));
    }
    summary.partners = partners.all();
}

/// Whether a village lies in the filter's kecamatan.
class Scope {
  public:
    Scope(const Atlas& atlas, Id<model::District> district) : atlas_(atlas), district_(district) {}

    bool has(Id<Village> village) const {
        if (!district_)
            return true;
        const Village* row = atlas_.find(village);
        return row != nullptr && row->district == district_;
    }
    bool has(const model::BoundarySegment& segment) const {
        return has(segment.first) || has(segment.second);
    }
    bool has(const model::BoundaryDispute& dispute) const {
        return has(dispute.first) || has(dispute.second);
    }
    bool has(const model::SharedAsset& asset) const {
        const auto shares = atlas_.shares(asset.id);
        return !district_ || std::any_of(shares.begin(), shares.end(),
                                         [&](const auto* share) { return has(share->village); });
    }

  private:
    const Atlas& atlas_;
    Id<model::District> district_;
};

void add_places(RegencySummary& summary, const Atlas& atlas, const Scope& scope) {
    std::set<Id<model::District>> districts;
    for (const Village& village : atlas.villages()) {
        if (!scope.has(village.id))
            continue;
        const bool urban = village.kind == model::VillageKind::urban_village;
        ++(urban ? summary.urban_villages : summary.villages);
        if (village.district)
            districts.insert(village.district);
    }
    summary.districts = static_cast<int>(districts.size());
    const auto without = segments_without_line(atlas);
    for (const model::BoundarySegment& segment : atlas.segments())
        if (scope.has(segment) && !std::binary_search(without.begin(), without.end(), segment.id))
            summary.boundaries.add(segment);
}

} // namespace

void BoundaryLengths::add(const model::BoundarySegment& segment) {
    const auto group = static_cast<std::size_t>(group_of(segment.state));
    by_group[group] += segment.length_m;
    ++count_by_group[group];
    ++segments;
}

double BoundaryLengths::total() const {
    return std::accumulate(by_group.begin(), by_group.end(), 0.0);
}

double BoundaryLengths::share(model::SegmentGroup group) const {
    const double whole = total();
    return whole > 0 ? by_group[static_cast<std::size_t>(group)] / whole : 0;
}

bool in_force(const Agreement& agreement, Date today) {
    const model::StageGroup group = stage_group(agreement, today);
    return group == model::StageGroup::running || group == model::StageGroup::expiring;
}

bool is_open(model::DisputeState state) {
    return state != model::DisputeState::agreed && state != model::DisputeState::enacted;
}

VillageSummary summarise(const Atlas& atlas, Id<Village> village, Date today) {
    VillageSummary summary;
    const Village* row = atlas.find(village);
    if (row == nullptr)
        return summary;
    if (row->geometry)
        summary.area_m2 = crs::ellipsoidal_area(*row->geometry);
    const auto neighbours = neighbours_of(atlas, village);
    for (const model::BoundarySegment* segment : atlas.segments_of(village))
        if (std::binary_search(neighbours.begin(), neighbours.end(),
                               segment->first == village ? segment->second : segment->first))
            summary.boundaries.add(*segment);
    summary.neighbours = static_cast<int>(neighbours.size());
    add_agreements(summary, atlas, village, today);
    summary.bodies = bodies_of(atlas, village);
    summary.enterprises = enterprises_of(atlas, village);
    summary.assets = static_cast<int>(atlas.assets_of(village).size());
    for (const model::BoundaryDispute* dispute : atlas.disputes_of(village)) {
        ++summary.disputes;
        summary.open_disputes += is_open(dispute->state);
    }
    return summary;
}

RegencySummary summarise(const Atlas& atlas, const Filter& filter, Date today) {
    RegencySummary summary;
    const Scope scope(atlas, filter.district);
    add_places(summary, atlas, scope);
    summary.counts = count(filter, atlas, today);
    for (const Agreement& agreement : atlas.agreements())
        if (matches(filter, agreement, atlas, today))
            ++summary.by_stage[static_cast<std::size_t>(agreement.stage)];
    for (const model::BoundaryDispute& dispute : atlas.disputes()) {
        if (!scope.has(dispute))
            continue;
        ++summary.disputes;
        summary.open_disputes += is_open(dispute.state);
    }
    for (const model::SharedAsset& asset : atlas.assets())
        summary.assets += scope.has(asset);
    return summary;
}

std::vector<Degree> degrees(const Atlas& atlas, const Filter& filter, Date today) {
    std::vector<Degree> result;
    result.reserve(atlas.villages().size());
    for (const Village& village : atlas.villages()) {
        Degree degree;
        Partners partners(village.id);
        for (const Agreement* agreement : atlas.agreements_of(village.id)) {
            if (!makes_partners(*agreement) || !matches(filter, *agreement, atlas, today))
                continue;
            ++degree.agreements;
            partners.add(atlas.parties(agreement->id));
        }
        degree.partners = partners.inside();
        result.push_back(degree);
    }
    return result;
}

std::vector<const Agreement*> expiring_within(const Atlas& atlas, Date today, int days) {
    std::vector<const Agreement*> expiring;
    for (const Agreement& agreement : atlas.agreements())
        if (agreement.ends && in_force(agreement, today) &&
            days_between(today, *agreement.ends) <= days)
            expiring.push_back(&agreement);
    std::stable_sort(expiring.begin(), expiring.end(), [](const Agreement* a, const Agreement* b) {
        return std::chrono::sys_days(*a->ends) < std::chrono::sys_days(*b->ends);
    });
    return expiring;
}

} // namespace antardesa::analysis
