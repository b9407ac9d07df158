#include "analysis/boundary_repair.h"

#include "analysis/detail/line_pairs.h"
#include "analysis/detail/untangled.h"
#include "analysis/outline_repair.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "topology/snap.h"

#include <algorithm>
#include <functional>
#include <set>

namespace antardesa::analysis {

using topology::RepairRefusal;

namespace {

/// Metres of one degree to the east and to the north at a place.
geo::Point metres_of_degrees(geo::Point place) {
    constexpr double step = 0.001;
    return {crs::ellipsoidal_distance(place, place + geo::Point{step, 0}) / step,
            crs::ellipsoidal_distance(place, place + geo::Point{0, step}) / step};
}

/// Widths in a plane that touches the middle of the kabupaten; land on the ellipsoid, as `list` and
/// the cards show it.
struct Measure {
    explicit Measure(geo::Point middle)
        : metric(metres_of_degrees(middle)), land{crs::ellipsoidal_area,
                                                  [base =
                                                       middle.y](std::span<const geo::Point> line) {
                                                      return crs::ellipsoidal_area_beside(line,
                                                                                          base);
                                                  }} {}
    geo::Point metric;
    topology::LandMeasure land;
};

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

using detail::is_final;
using detail::is_settled;
using detail::pairs_with;

bool has_pair(const std::vector<std::uint32_t>& claimants,
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
    shapes.reserve(villages.size() + special_areas.size());
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
          final_pairs_(pairs_with(atlas, is_final)), settled_pairs_(pairs_with(atlas, is_settled)),
          found_(!request.target) {}

    topology::RepairAnswer operator()(const topology::Strip& strip) {
        if (const auto reason = why_not(strip))
            return *reason;
        if (has_pair(strip.claimants, final_pairs_))
            return RepairRefusal::final_line;
        const auto owner = owner_of(strip);
        if (request_.rule == topology::RepairRule::to_owner && !owner)
            return RepairRefusal::not_chosen;
        return topology::RepairDecision{request_.rule,
                                        owner.value_or(topology::nobody),
                                        request_.line,
                                        request_.target.has_value(),
                                        0,
                                        request_.target.has_value()};
    }

    std::optional<RepairRefusal> why_not(const topology::Strip& strip) {
        if (request_.target && !is_target(strip))
            return RepairRefusal::not_chosen;
        if (!request_.target && is_allowed(strip))
            return RepairRefusal::allowed;
        if (!request_.target && request_.snap_m <= 0 && !within_limits(strip))
            return RepairRefusal::not_chosen;
        if (!request_.settled_answered && has_pair(strip.claimants, settled_pairs_)) {
            found_ = true;
            return RepairRefusal::settled_line;
        }
        if (strip.kind == topology::StripKind::gap &&
            untangled_.may_be_theirs(geo::bounds(strip.pieces)))
            return RepairRefusal::beside_tangled;
        found_ = true;
        return std::nullopt;
    }

    bool found() const { return found_; }

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
    std::set<std::pair<std::uint32_t, std::uint32_t>> settled_pairs_;
    bool found_;
};

/// What a request says about each near miss.
class NearChoice {
  public:
    NearChoice(const model::Atlas& atlas, const RepairRequest& request,
               const detail::Untangled& untangled,
               std::span<const geo::MultiPolygon* const> outlines)
        : request_(request), untangled_(untangled), outlines_(outlines),
          allowed_(allowed_pairs(atlas)), settled_(pairs_with(atlas, is_settled)) {}

    std::optional<RepairRefusal> why_not(const std::vector<topology::Claimant>& both) {
        if (request_.target && (request_.target->kind || request_.target->shapes != both))
            return RepairRefusal::not_chosen;
        if (!request_.target && allowed_.count({both[0], both[1]}))
            return RepairRefusal::allowed;
        if (!request_.settled_answered && has_pair(both, settled_)) {
            found_ = true;
            return RepairRefusal::settled_line;
        }
        // A village that was left out would not follow the vertices that it shares.
        if (!untangled_.left_out().empty())
            for (const topology::Claimant claimant : both)
                if (untangled_.may_be_theirs(geo::bounds(*outlines_[claimant])))
                    return RepairRefusal::beside_tangled;
        found_ = true;
        return std::nullopt;
    }

    bool found() const { return found_; }

  private:
    /// Pairs of claimants whose near misses may stay.
    static std::set<std::pair<std::uint32_t, std::uint32_t>>
    allowed_pairs(const model::Atlas& atlas) {
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

    const RepairRequest& request_;
    const detail::Untangled& untangled_;
    std::span<const geo::MultiPolygon* const> outlines_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> allowed_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> settled_;
    bool found_ = false;
};

topology::IsFinal finality(const model::Atlas& atlas) {
    return [pairs = pairs_with(atlas, is_final)](topology::Claimant a, topology::Claimant b) {
        return pairs.count(std::minmax(a, b)) > 0;
    };
}

/// Lines that were agreed, where nothing is said of what becomes of them.
topology::IsFinal settled_lines(const model::Atlas& atlas, const RepairRequest& request) {
    if (request.settled_answered)
        return {};
    return [pairs = pairs_with(atlas, is_settled)](topology::Claimant a, topology::Claimant b) {
        return pairs.count(std::minmax(a, b)) > 0;
    };
}

/// Of the case asked for, where it is there and wider than a snap's tolerance. Near misses are not
/// looked for beyond that.
double width_beyond(const RepairRequest& request, const topology::Repair& repair) {
    if (!request.target || request.snap_m <= 0 || request.mends != Mends::strips ||
        request.target->width_m < request.snap_m)
        return 0;
    const bool stands =
        !request.target->kind ||
        std::any_of(repair.kept.begin(), repair.kept.end(),
                    [&target = *request.target](const auto& strip) {
                        return strip.kind == target.kind && strip.claimants == target.shapes;
                    });
    return stands ? request.target->width_m : 0;
}

topology::Repair snapped(const model::Atlas& atlas, const RepairRequest& request, Choice& strips,
                         NearChoice near, const Measure& measure,
                         std::span<const geo::MultiPolygon* const> outlines, bool& found,
                         Progress& progress) {
    topology::SnapOptions options{request.snap_m, {}, {}};
    options.is_final = finality(atlas);
    options.why_not = [&](const topology::SnapCase& which) {
        return which.strip ? strips.why_not(*which.strip) : near.why_not(which.claimants);
    };
    options.whole_border = request.target.has_value();
    topology::Repair repair =
        topology::snap(outlines, options, measure.metric, progress, measure.land);
    found = strips.found() || near.found();
    return repair;
}

} // namespace

std::optional<RepairTarget> target_of(const model::Atlas& atlas,
                                      const model::BoundaryFinding& finding) {
    BoundaryFlaw flaw;
    flaw.kind = finding.kind;
    flaw.position = {finding.longitude, finding.latitude};
    flaw.shapes = shapes_of(atlas, finding.villages, finding.special_areas);
    flaw.width_m = finding.width_m.value_or(0);
    return target_of(flaw);
}

std::optional<RepairTarget> target_of(const BoundaryFlaw& flaw) {
    RepairTarget target{std::nullopt,
                        flaw.shapes,
                        {flaw.position.longitude, flaw.position.latitude},
                        flaw.kind,
                        flaw.width_m};
    if (flaw.kind == FlawKind::overlap)
        target.kind = topology::StripKind::overlap;
    else if (flaw.kind == FlawKind::gap)
        target.kind = topology::StripKind::gap;
    else if (flaw.kind != FlawKind::near_miss && flaw.kind != FlawKind::invalid_ring &&
             flaw.kind != FlawKind::duplicate_shape)
        return std::nullopt;
    return target;
}

bool mends(const RepairRequest& request, FlawKind kind) {
    switch (kind) {
    case FlawKind::overlap:
    case FlawKind::gap:
        return request.mends == Mends::strips;
    case FlawKind::near_miss:
        return request.mends == Mends::strips && request.snap_m > 0;
    case FlawKind::invalid_ring:
        return request.mends == Mends::rings;
    case FlawKind::duplicate_shape:
        return request.mends == Mends::copies;
    default:
        return false;
    }
}

RepairCounts counts_of(const topology::Repair& repair) {
    RepairCounts counts;
    counts.repaired = static_cast<int>(repair.mended.size());
    counts.unmendable = static_cast<int>(repair.refusals.size());
    for (const topology::RefusedStrip& strip : repair.kept)
        ++(strip.reason == RepairRefusal::allowed        ? counts.allowed
           : strip.reason == RepairRefusal::final_line   ? counts.final
           : strip.reason == RepairRefusal::settled_line ? counts.settled
           : strip.reason == RepairRefusal::not_chosen   ? counts.left
                                                         : counts.unmendable);
    return counts;
}

BoundaryRepair repair_boundaries(const model::Atlas& atlas, const RepairRequest& request,
                                 Progress& progress) {
    const geo::MultiPolygon nothing;
    std::vector<const geo::MultiPolygon*> outlines;
    for (const model::Village& village : atlas.villages())
        outlines.push_back(village.geometry ? village.geometry.get() : &nothing);
    for (const model::SpecialArea& area : atlas.table<model::SpecialArea>())
        outlines.push_back(area.geometry ? area.geometry.get() : &nothing);
    const Measure measure(atlas.box().empty() ? geo::Point{} : atlas.box().centre());
    BoundaryRepair result;
    result.found = !request.target;
    detail::Untangled untangled(outlines);
    result.repair = untangled.run([&](auto rest) {
        if (request.mends == Mends::rings)
            return mended_rings(atlas, request, rest, measure.metric, measure.land, result.found,
                                progress);
        if (request.mends == Mends::copies)
            return without_copies(atlas, request, rest, measure.land, result.found, progress);
        Choice choice(atlas, request, measure.metric, untangled);
        if (request.snap_m > 0)
            return snapped(atlas, request, choice, {atlas, request, untangled, rest}, measure, rest,
                           result.found, progress);
        topology::Repair repair =
            topology::repair(rest, std::ref(choice), measure.metric, progress, measure.land,
                             finality(atlas), settled_lines(atlas, request));
        result.found = choice.found();
        return repair;
    });
    result.tangled = untangled.left_out();
    result.tolerance_m = request.snap_m;
    if (!result.found)
        result.too_wide_m = width_beyond(request, result.repair);
    return result;
}

} // namespace antardesa::analysis
