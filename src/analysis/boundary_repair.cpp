#include "analysis/boundary_repair.h"

#include "crs/ellipsoid.h"

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

} // namespace

BoundaryRepair repair_boundaries(const model::Atlas& atlas, const RepairRequest& request,
                                 Progress& progress) {
    const geo::MultiPolygon nothing;
    std::vector<const geo::MultiPolygon*> outlines;
    for (const model::Village& village : atlas.villages())
        outlines.push_back(village.geometry ? village.geometry.get() : &nothing);
    for (const model::SpecialArea& area : atlas.table<model::SpecialArea>())
        outlines.push_back(area.geometry ? area.geometry.get() : &nothing);
    const auto final = final_pairs(atlas);
    const geo::Point metric =
        metres_of_degrees(atlas.box().empty() ? geo::Point{} : atlas.box().centre());
    const auto choice =
        [&](const topology::Strip& strip) -> std::optional<topology::RepairDecision> {
        const double area = strip.area * metric.x * metric.y;
        const double width = 2 * area / metric_perimeter(strip, metric);
        if (area > request.max_area_m2 || width > request.max_width_m ||
            has_final_pair(strip.claimants, final))
            return std::nullopt;
        return topology::RepairDecision{request.rule, topology::nobody};
    };
    BoundaryRepair result;
    result.repair = topology::repair(outlines, choice, metric, progress);
    for (const topology::LedgerRow& row : result.repair.ledger.villages)
        result.ellipsoid_before_m2.push_back(crs::ellipsoidal_area(*outlines[row.claimant]));
    return result;
}

} // namespace antardesa::analysis
