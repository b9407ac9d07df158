#include "analysis/boundary_repair.h"

#include "analysis/detail/untangled.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "topology/snap.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace antardesa::analysis {

namespace {

/// Metres of one degree to the east and to the north at a place.
geo::Point metres_of_degrees(geo::Point place) {
    constexpr double step = 0.001;
    return {crs::ellipsoidal_distance(place, place + geo::Point{step, 0}) / step,
            crs::ellipsoidal_distance(place, place + geo::Point{0, step}) / step};
}

double metric_length(const geo::Ring& ring, geo::Point metric) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        sum += std::hypot((ring[i].x - ring[i - 1].x) * metric.x,
                          (ring[i].y - ring[i - 1].y) * metric.y);
    return sum;
}

double metric_perimeter(const topology::Strip& strip, geo::Point metric) {
    double sum = 0;
    for (const geo::Polygon& piece : strip.pieces) {
        sum += metric_length(piece.outer, metric);
        for (const geo::Ring& hole : piece.holes)
            sum += metric_length(hole, metric);
    }
    return sum;
}

/// Pairs of claimants between whom the line is law.
std::set<std::pair<std::uint32_t, std::uint32_t>> final_pairs(const model::Atlas& atlas) {
    std::map<std::int64_t, std::uint32_t> number;
    for (const model::Village& village : atlas.villages())
        number.emplace(village.id.value, static_cast<std::uint32_t>(number.size()));
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const model::BoundarySegment& segment : atlas.segments())
        if (segment.state == model::SegmentState::enacted)
            pairs.insert(std::minmax(number[segment.first.value], number[segment.second.value]));
    return pairs;
}

bool has_final_pair(const std::vector<std::uint32_t>& claimants,
                    const std::set<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
    for (std::size_t i = 0; i < claimants.size(); ++i)
        for (std::size_t j = i + 1; j < claimants.size(); ++j)
            if (pairs.count({claimants[i], claimants[j]}))
                return true;
    return false;
}

/// As shapes of a check, ascending.
std::vector<std::uint32_t> shapes_of(const model::Atlas& atlas,
                                     const std::vector<Id<model::Village>>& villages,
                                     const std::vector<Id<model::SpecialArea>>& special_areas) {
    std::vector<std::uint32_t> shapes;
    for (const Id<model::Village> id : villages)
        shapes.push_back(static_cast<std::uint32_t>(atlas.villages().index_of(id)));
    const auto& areas = atlas.table<model::SpecialArea>();
    for (const Id<model::SpecialArea> id : special_areas)
        shapes.push_back(static_cast<std::uint32_t>(atlas.villages().size() + areas.index_of(id)));
    std::sort(shapes.begin(), shapes.end());
    return shapes;
}

/// What a request says about each strip.
class Choice {
  public:
    Choice(const model::Atlas& atlas, const RepairRequest& request, geo::Point metric,
           const detail::Untangled& untangled)
        : atlas_(atlas), request_(request), metric_(metric), untangled_(untangled),
          final_pairs_(final_pairs(atlas)), found_(!request.target) {}

    std::optional<topology::RepairDecision> operator()(const topology::Strip& strip) {
        if (request_.target ? !is_target(strip) : !within_limits(strip))
            return std::nullopt;
        if (strip.kind == topology::StripKind::gap &&
            untangled_.may_be_theirs(geo::bounds(strip.pieces)))
            return std::nullopt;
        found_ = true;
        if (!request_.target && is_allowed(strip))
            return std::nullopt;
        if (has_final_pair(strip.claimants, final_pairs_)) {
            final_.insert(strip.claimants);
            return std::nullopt;
        }
        const auto owner = owner_of(strip);
        if (request_.rule == topology::RepairRule::to_owner && !owner)
            return std::nullopt;
        return topology::RepairDecision{request_.rule, owner.value_or(topology::nobody),
                                        request_.line, request_.target.has_value()};
    }

    bool found() const { return found_; }
    int final_borders() const { return static_cast<int>(final_.size()); }

  private:
    bool is_target(const topology::Strip& strip) const {
        return strip.kind == request_.target->kind && strip.claimants == request_.target->shapes &&
               geo::contains(strip.pieces, request_.target->place);
    }

    bool is_allowed(const topology::Strip& strip) const {
        const model::FlawKind kind = strip.kind == topology::StripKind::gap
                                         ? model::FlawKind::gap
                                         : model::FlawKind::overlap;
        for (const model::BoundaryException& allowed : atlas_.table<model::BoundaryException>())
            if (allowed.kind == kind && allowed.geometry &&
                geo::contains(*allowed.geometry, strip.place))
                return true;
        return false;
    }

    bool within_limits(const topology::Strip& strip) const {
        const double area = strip.area * metric_.x * metric_.y;
        return area <= request_.max_area_m2 &&
               2 * area / metric_perimeter(strip, metric_) <= request_.max_width_m;
    }

    std::optional<topology::Claimant> owner_of(const topology::Strip& strip) const {
        if (request_.owner_is == RepairOwner::first)
            return strip.claimants[0];
        if (request_.owner_is == RepairOwner::second)
            return strip.claimants[1];
        const auto& claimants = strip.claimants;
        if (request_.target ||
            std::binary_search(claimants.begin(), claimants.end(), request_.owner))
            return request_.owner;
        return std::nullopt;
    }

    const model::Atlas& atlas_;
    const RepairRequest& request_;
    geo::Point metric_;
    const detail::Untangled& untangled_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> final_pairs_;
    bool found_;
    std::set<std::vector<topology::Claimant>> final_;
};

/// Pairs of claimants whose near misses may stay.
std::set<std::pair<std::uint32_t, std::uint32_t>> allowed_pairs(const model::Atlas& atlas) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const model::BoundaryException& allowed : atlas.table<model::BoundaryException>()) {
        if (allowed.kind != model::FlawKind::near_miss)
            continue;
        const auto shapes = shapes_of(atlas, allowed.villages, allowed.special_areas);
        if (shapes.size() == 2)
            pairs.insert({shapes[0], shapes[1]});
    }
    return pairs;
}

/// A village that was left out would not follow the vertices that it shares: none near it moves.
topology::Repair snapped(const model::Atlas& atlas, const RepairRequest& request,
                         const detail::Untangled& untangled,
                         std::span<const geo::MultiPolygon* const> outlines, geo::Point metric,
                         BoundaryRepair& result, Progress& progress) {
    const auto final = final_pairs(atlas);
    const auto allowed =
        request.target ? std::set<std::pair<std::uint32_t, std::uint32_t>>() : allowed_pairs(atlas);
    std::set<std::pair<std::uint32_t, std::uint32_t>> law;
    topology::SnapOptions options{request.snap_m, {}, {}};
    options.is_final = [&](topology::Claimant a, topology::Claimant b) {
        return final.count(std::minmax(a, b)) > 0;
    };
    options.is_chosen = [&](topology::Claimant a, topology::Claimant b) {
        if (allowed.count(std::minmax(a, b)))
            return false;
        if (!untangled.left_out().empty())
            for (const topology::Claimant claimant : {a, b})
                if (untangled.may_be_theirs(geo::bounds(*outlines[claimant])))
                    return false;
        if (request.target)
            for (const topology::Claimant claimant : {a, b})
                if (!std::binary_search(request.target->shapes.begin(),
                                        request.target->shapes.end(), claimant))
                    return false;
        result.found = true;
        if (final.count(std::minmax(a, b)))
            law.insert(std::minmax(a, b));
        return true;
    };
    result.found = !request.target;
    topology::Repair repair = topology::snap(outlines, options, metric, progress);
    result.final = static_cast<int>(law.size());
    return repair;
}

} // namespace

std::optional<RepairTarget> target_of(const model::Atlas& atlas,
                                      const model::BoundaryFinding& finding) {
    BoundaryFlaw flaw;
    flaw.kind = finding.kind;
    flaw.position = {finding.longitude, finding.latitude};
    flaw.shapes = shapes_of(atlas, finding.villages, finding.special_areas);
    return target_of(flaw);
}

std::optional<RepairTarget> target_of(const BoundaryFlaw& flaw) {
    RepairTarget target{
        std::nullopt, flaw.shapes, {flaw.position.longitude, flaw.position.latitude}};
    if (flaw.kind == FlawKind::overlap)
        target.kind = topology::StripKind::overlap;
    else if (flaw.kind == FlawKind::gap)
        target.kind = topology::StripKind::gap;
    else if (flaw.kind != FlawKind::near_miss)
        return std::nullopt;
    return target;
}

BoundaryRepair repair_boundaries(const model::Atlas& atlas, const RepairRequest& request,
                                 Progress& progress) {
    const geo::MultiPolygon nothing;
    std::vector<const geo::MultiPolygon*> outlines;
    for (const model::Village& village : atlas.villages())
        outlines.push_back(village.geometry ? village.geometry.get() : &nothing);
    for (const model::SpecialArea& area : atlas.table<model::SpecialArea>())
        outlines.push_back(area.geometry ? area.geometry.get() : &nothing);
    const geo::Point metric =
        metres_of_degrees(atlas.box().empty() ? geo::Point{} : atlas.box().centre());
    BoundaryRepair result;
    detail::Untangled untangled(outlines);
    result.repair = untangled.run([&](auto rest) {
        if (request.snap_m > 0)
            return snapped(atlas, request, untangled, rest, metric, result, progress);
        Choice choice(atlas, request, metric, untangled);
        topology::Repair repair = topology::repair(rest, std::ref(choice), metric, progress);
        result.found = choice.found();
        result.final = choice.final_borders();
        return repair;
    });
    result.tangled = untangled.left_out();
    for (const topology::LedgerRow& row : result.repair.ledger.villages)
        result.ellipsoid_before_m2.push_back(crs::ellipsoidal_area(*outlines[row.claimant]));
    return result;
}

} // namespace antardesa::analysis
