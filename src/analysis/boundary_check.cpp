#include "analysis/boundary_check.h"

#include "analysis/detail/untangled.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace antardesa::analysis {

namespace {

constexpr double metres_per_degree = 111320; // along the equator, for tolerances only

bool has_longer_edge(const geo::Ring& ring, double length) {
    for (std::size_t i = 1; i < ring.size(); ++i)
        if (geo::distance(ring[i - 1], ring[i]) > length)
            return true;
    return false;
}

bool has_longer_edge(const geo::MultiPolygon& polygons, double length) {
    return std::any_of(polygons.begin(), polygons.end(), [length](const geo::Polygon& polygon) {
        return has_longer_edge(polygon.outer, length) ||
               std::any_of(polygon.holes.begin(), polygon.holes.end(),
                           [length](const auto& hole) { return has_longer_edge(hole, length); });
    });
}

geo::Ring densified(const geo::Ring& ring, double longest) {
    geo::Ring result;
    result.reserve(ring.size());
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double parts =
            std::clamp(std::ceil(geo::distance(ring[i], ring[i + 1]) / longest), 1.0, 10000.0);
        for (int k = 0; k < static_cast<int>(parts); ++k)
            result.push_back(ring[i] + (ring[i + 1] - ring[i]) * (k / parts));
    }
    if (!ring.empty())
        result.push_back(ring.back());
    return result;
}

geo::MultiPolygon densified(const geo::MultiPolygon& polygons, double longest) {
    geo::MultiPolygon result;
    for (const geo::Polygon& polygon : polygons) {
        result.push_back({densified(polygon.outer, longest), {}});
        for (const geo::Ring& hole : polygon.holes)
            result.back().holes.push_back(densified(hole, longest));
    }
    return result;
}

class Checker {
  public:
    Checker(std::span<const CheckedShape> shapes, const crs::Crs& crs, const CheckLimits& limits)
        : shapes_(shapes), planar_(!crs.is_geographic()), to_degrees_(crs, crs::wgs84()),
          limits_(limits) {}

    BoundaryCheck run(Progress& progress) {
        detail::Untangled untangled(polygons());
        topology::Flaws flaws = untangled.run([&, kecamatan = districts()](auto outlines) {
            topology::FlawOptions whole = options();
            whole.groups = kecamatan;
            return topology::find_flaws(outlines, whole, progress);
        });
        result_.holes = flaws.holes;
        take(flaws, untangled, progress);
        add_equal_codes();
        for (const topology::CutOff& land : flaws.cut_off)
            add(land, untangled);
        rank();
        return std::move(result_);
    }

    BoundaryCheck run_around(std::span<const std::uint32_t> changed,
                             std::span<const std::vector<std::uint32_t>> strips,
                             Progress& progress) {
        std::vector<geo::Box> boxes;
        for (const CheckedShape& shape : shapes_)
            boxes.push_back(geo::bounds(*shape.polygons));
        std::vector<topology::Strip> known(strips.size());
        for (std::size_t i = 0; i < strips.size(); ++i)
            known[i].claimants = strips[i];
        detail::Untangled untangled(polygons());
        topology::Flaws flaws = untangled.run([&](auto outlines) {
            return topology::find_flaws_around(outlines, boxes, changed, known, options(),
                                               progress);
        });
        take(flaws, untangled, progress);
        add_equal_codes();
        std::erase_if(result_.flaws, [&](const BoundaryFlaw& flaw) {
            return std::none_of(changed.begin(), changed.end(), [&](std::uint32_t shape) {
                return std::binary_search(flaw.shapes.begin(), flaw.shapes.end(), shape);
            });
        });
        rank();
        return std::move(result_);
    }

  private:
    std::vector<const geo::MultiPolygon*> polygons() const {
        std::vector<const geo::MultiPolygon*> polygons;
        for (const CheckedShape& shape : shapes_)
            polygons.push_back(shape.polygons);
        return polygons;
    }
    topology::FlawOptions options() const {
        return {limits_.near_miss_m / (planar_ ? 1 : metres_per_degree), !planar_};
    }

    /// Numbers of the kecamatan; 0: unknown.
    std::vector<std::uint32_t> districts() const {
        std::map<std::string_view, std::uint32_t> numbers{{"", 0}};
        std::vector<std::uint32_t> result;
        for (const CheckedShape& shape : shapes_)
            result.push_back(
                numbers.try_emplace(shape.district, static_cast<std::uint32_t>(numbers.size()))
                    .first->second);
        return result;
    }

    void take(topology::Flaws& flaws, const detail::Untangled& untangled, Progress& progress) {
        for (topology::Strip& strip : flaws.strips)
            if (strip.kind == topology::StripKind::overlap ||
                !untangled.may_be_theirs(geo::bounds(strip.pieces)))
                add(std::move(strip));
        for (const auto& [shape, place] : untangled.left_out())
            result_.flaws.push_back(flaw(FlawKind::tangled, Severity::error, {shape}, place));
        progress.check();
        for (const topology::InvalidRing& ring : flaws.invalid)
            add(ring);
        for (const topology::NearMiss& miss : flaws.near_misses)
            add(miss);
        for (const auto& group : flaws.duplicates)
            add_duplicates(group);
    }

    BoundaryFlaw flaw(FlawKind kind, Severity severity, std::vector<std::uint32_t> shapes,
                      geo::Point place) const {
        BoundaryFlaw flaw;
        flaw.kind = kind;
        flaw.severity = severity;
        flaw.shapes = std::move(shapes);
        flaw.place = place;
        if (const auto degrees = to_degrees_(place))
            flaw.position = {degrees->x, degrees->y};
        return flaw;
    }

    geo::MultiPolygon in_degrees(geo::MultiPolygon polygons) const {
        // One call for all: a strip may have hundreds of pieces of four vertices.
        std::vector<geo::Point> points;
        points.reserve(geo::vertex_count(polygons));
        geo::for_each_vertex(polygons, [&](geo::Point& p) { points.push_back(p); });
        to_degrees_.apply(points);
        std::size_t next = 0;
        geo::for_each_vertex(polygons, [&](geo::Point& p) { p = points[next++]; });
        return polygons;
    }

    void measure(BoundaryFlaw& flaw, double planar_area) const {
        // A boundary is straight in the coordinates it was drawn in. On a strip of two kilometres
        // the geodesic's sag would be more land than the strip.
        const double longest = planar_ ? 90 : 0.0008;
        geo::MultiPolygon dense;
        if (has_longer_edge(flaw.outline, longest))
            dense = in_degrees(densified(flaw.outline, longest));
        flaw.outline = in_degrees(std::move(flaw.outline));
        const geo::MultiPolygon& polygons = dense.empty() ? flaw.outline : dense;
        double perimeter = 0;
        for (const geo::Polygon& polygon : polygons) {
            perimeter += crs::ellipsoidal_length(polygon.outer);
            perimeter += crs::ellipsoidal_length(polygon.holes);
        }
        flaw.ellipsoid_m2 = crs::ellipsoidal_area(polygons);
        flaw.area_m2 = planar_ ? planar_area : flaw.ellipsoid_m2;
        flaw.width_m = perimeter > 0 ? 2 * flaw.ellipsoid_m2 / perimeter : 0;
    }

    void add(topology::Strip strip) {
        const bool overlap = strip.kind == topology::StripKind::overlap;
        BoundaryFlaw found = flaw(overlap ? FlawKind::overlap : FlawKind::gap, Severity::error,
                                  std::move(strip.claimants), strip.place);
        found.outline = std::move(strip.pieces);
        found.count = static_cast<int>(found.outline.size());
        measure(found, strip.area);
        found.sliver = found.width_m < limits_.sliver_width_m;
        if (found.sliver)
            found.severity = Severity::warning;
        if (found.area_m2 < limits_.min_area_m2 || found.area_m2 > limits_.max_area_m2 ||
            found.width_m > limits_.max_width_m)
            ++result_.hidden;
        else
            result_.flaws.push_back(std::move(found));
    }

    void add(const topology::InvalidRing& ring) {
        const bool harmless = ring.fault == topology::RingFault::repeated_vertex;
        BoundaryFlaw found =
            flaw(FlawKind::invalid_ring, harmless ? Severity::information : Severity::error,
                 {ring.claimant}, ring.place);
        found.fault = ring.fault;
        found.count = ring.count;
        result_.flaws.push_back(std::move(found));
    }

    void add(const topology::NearMiss& miss) {
        BoundaryFlaw found =
            flaw(FlawKind::near_miss, Severity::warning, {miss.first, miss.second}, miss.place);
        found.count = miss.count;
        found.places = miss.places;
        to_degrees_.apply(found.places);
        found.width_m = miss.distance * (planar_ ? 1 : metres_per_degree);
        result_.flaws.push_back(std::move(found));
    }

    geo::Point inside(std::uint32_t shape) const {
        const geo::MultiPolygon& polygons = *shapes_[shape].polygons;
        const geo::Box box = geo::bounds(polygons);
        const double precision = std::max(box.width(), box.height()) / 100;
        const auto pole = geo::pole_of_inaccessibility(polygons, precision);
        return pole ? pole->position : box.empty() ? geo::Point{} : box.centre();
    }

    void add_duplicates(const std::vector<topology::Claimant>& group) {
        BoundaryFlaw found =
            flaw(FlawKind::duplicate_shape, Severity::error, group, inside(group.front()));
        found.outline = *shapes_[group.front()].polygons;
        found.count = static_cast<int>(group.size());
        measure(found, geo::area(found.outline));
        result_.flaws.push_back(std::move(found));
    }

    void add_equal_codes() {
        std::map<std::string_view, std::vector<std::uint32_t>> by_code;
        for (std::uint32_t i = 0; i < shapes_.size(); ++i)
            if (!shapes_[i].code.empty())
                by_code[shapes_[i].code].push_back(i);
        for (auto& [code, group] : by_code) {
            if (group.size() < 2)
                continue;
            const geo::Point place = inside(group.front());
            const auto count = static_cast<int>(group.size());
            result_.flaws.push_back(
                flaw(FlawKind::duplicate_code, Severity::warning, std::move(group), place));
            result_.flaws.back().count = count;
        }
    }

    void add(const topology::CutOff& land, const detail::Untangled& untangled) {
        std::vector<std::uint32_t> shapes;
        geo::MultiPolygon outline;
        for (const topology::CutOff::Part& part : land.parts) {
            if (shapes.empty() || shapes.back() != part.claimant)
                shapes.push_back(part.claimant);
            outline.push_back((*shapes_[part.claimant].polygons)[part.polygon]);
        }
        const geo::Box box = geo::bounds(outline);
        if (untangled.may_be_theirs(box))
            return;
        const auto pole =
            geo::pole_of_inaccessibility(outline, std::max(box.width(), box.height()) / 100);
        BoundaryFlaw found = flaw(FlawKind::outside_district, Severity::warning, std::move(shapes),
                                  pole ? pole->position : box.centre());
        found.outline = std::move(outline);
        found.count = static_cast<int>(found.outline.size());
        measure(found, geo::area(found.outline));
        result_.flaws.push_back(std::move(found));
    }

    void rank() {
        const auto key = [](const BoundaryFlaw& flaw) {
            return std::tuple(-static_cast<int>(flaw.severity), flaw.kind, -flaw.ellipsoid_m2);
        };
        std::stable_sort(result_.flaws.begin(), result_.flaws.end(),
                         [&](const BoundaryFlaw& a, const BoundaryFlaw& b) {
                             return std::tuple(key(a), a.shapes) < std::tuple(key(b), b.shapes);
                         });
    }

    std::span<const CheckedShape> shapes_;
    bool planar_;
    crs::Transformer to_degrees_;
    CheckLimits limits_;
    BoundaryCheck result_;
};

} // namespace

const char* flaw_kind_name(FlawKind kind) {
    switch (kind) {
    case FlawKind::overlap:
        return "overlap";
    case FlawKind::gap:
        return "gap";
    case FlawKind::invalid_ring:
        return "invalid";
    case FlawKind::duplicate_shape:
        return "duplicate";
    case FlawKind::duplicate_code:
        return "duplicate_code";
    case FlawKind::outside_district:
        return "outside_district";
    case FlawKind::tangled:
        return "tangled";
    case FlawKind::moved_line:
        return "moved_line";
    case FlawKind::stray_points:
        return "stray_points";
    case FlawKind::incomplete_paper:
        return "incomplete_paper";
    case FlawKind::near_miss:
        break;
    }
    return "near_miss";
}

BoundaryCheck check_boundaries(std::span<const CheckedShape> shapes, const crs::Crs& crs,
                               const CheckLimits& limits, Progress& progress) {
    return Checker(shapes, crs, limits).run(progress);
}

BoundaryCheck check_boundaries_around(std::span<const CheckedShape> shapes,
                                      std::span<const std::uint32_t> changed,
                                      std::span<const std::vector<std::uint32_t>> strips,
                                      const crs::Crs& crs, const CheckLimits& limits,
                                      Progress& progress) {
    return Checker(shapes, crs, limits).run_around(changed, strips, progress);
}

} // namespace antardesa::analysis
