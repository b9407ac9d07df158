#include "crs/crs.h"

#include "base/result.h"
#include "crs/detail/proj.h"

#include <array>
#include <cmath>
#include <limits>

namespace antardesa::crs {

namespace {

using detail::Object;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Projected systems of WGS 84 and SRGI2013 by zone. Both datums count as one (the rule of
// crs.h), so the pipeline is known without asking the database for operations.
std::optional<UtmZone> utm_zone_of_code(int epsg) {
    if (epsg > 32600 && epsg <= 32660)
        return UtmZone{epsg - 32600, false};
    if (epsg > 32700 && epsg <= 32760)
        return UtmZone{epsg - 32700, true};
    if (epsg >= 9476 && epsg <= 9482)
        return UtmZone{epsg - 9430, false};
    if (epsg >= 9487 && epsg <= 9494)
        return UtmZone{epsg - 9440, true};
    return std::nullopt;
}

bool is_plain_degrees(int epsg) {
    return epsg == 4326 || epsg == 9470;
}

std::string utm_step(UtmZone zone, bool inverse) {
    return std::string(" +step") + (inverse ? " +inv" : "") +
           " +proj=utm +ellps=WGS84 +zone=" + std::to_string(zone.number) +
           (zone.south ? " +south" : "");
}

// DGN95 / Indonesia TM-3, whose datum counts as WGS 84 as well (EPSG's shift is nothing).
std::string tm3_step(int epsg, bool inverse) {
    const double meridian = 94.5 + 3.0 * (epsg - 23830);
    return std::string(" +step") + (inverse ? " +inv" : "") +
           " +proj=tmerc +ellps=WGS84 +lat_0=0 +k=0.9999 +x_0=200000 +y_0=1500000 +lon_0=" +
           std::to_string(meridian);
}

// Between a system and degrees in radians; empty when it is not one of the well-known ones.
std::string known_step(int epsg, bool inverse) {
    if (const auto zone = utm_zone_of_code(epsg))
        return utm_step(*zone, inverse);
    if (epsg >= 23830 && epsg <= 23845)
        return tm3_step(epsg, inverse);
    if (!is_plain_degrees(epsg))
        return {};
    return inverse ? " +step +proj=unitconvert +xy_in=deg +xy_out=rad"
                   : " +step +proj=unitconvert +xy_in=rad +xy_out=deg";
}

// Empty when the pair is not one of the well-known ones.
std::string known_pipeline(const Crs& from, const Crs& to) {
    const std::string first = known_step(from.epsg(), true);
    const std::string second = known_step(to.epsg(), false);
    return first.empty() || second.empty() ? "" : "+proj=pipeline" + first + second;
}

bool same_system(const Crs& from, const Crs& to) {
    if (from == to || (is_plain_degrees(from.epsg()) && is_plain_degrees(to.epsg())))
        return true;
    const auto zone = utm_zone_of_code(from.epsg());
    return zone && zone == utm_zone_of_code(to.epsg());
}

detail::ObjectList operations(PJ_CONTEXT* context, const PJ* from, const PJ* to, bool indonesia) {
    const detail::Factory factory(proj_create_operation_factory_context(context, nullptr));
    if (!factory)
        return nullptr;
    proj_operation_factory_context_set_grid_availability_use(
        context, factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    proj_operation_factory_context_set_spatial_criterion(
        context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    if (indonesia)
        proj_operation_factory_context_set_area_of_interest(context, factory.get(), 94, -12, 142,
                                                            8);
    return detail::ObjectList(proj_create_operations(context, from, to, factory.get()));
}

// The first operation, best accuracy first, that needs no grid file.
Object gridless_operation(PJ_CONTEXT* context, const PJ_OBJ_LIST* list) {
    const int count = list ? proj_list_get_count(list) : 0;
    for (int i = 0; i < count; ++i) {
        Object operation(proj_list_get(context, list, i));
        if (!operation || !proj_coordoperation_is_instantiable(context, operation.get()) ||
            proj_coordoperation_get_grid_used_count(context, operation.get()) > 0)
            continue;
        Object normal(proj_normalize_for_visualization(context, operation.get()));
        if (normal)
            return normal;
    }
    return nullptr;
}

Object searched_operation(PJ_CONTEXT* context, const Crs& from, const Crs& to) {
    const Object source(
        proj_create_from_wkt(context, from.wkt().c_str(), nullptr, nullptr, nullptr));
    const Object target(proj_create_from_wkt(context, to.wkt().c_str(), nullptr, nullptr, nullptr));
    if (!source || !target)
        return nullptr;
    const auto here = operations(context, source.get(), target.get(), true);
    if (Object found = gridless_operation(context, here.get()))
        return found;
    const auto anywhere = operations(context, source.get(), target.get(), false);
    return gridless_operation(context, anywhere.get());
}

std::size_t mark_failures(std::span<geo::Point> points) {
    std::size_t failed = 0;
    for (geo::Point& p : points)
        if (!geo::is_finite(p)) {
            p = {not_a_number, not_a_number};
            ++failed;
        }
    return failed;
}

} // namespace

struct Transformer::State {
    detail::Context context = detail::make_context();
    Object operation; ///< null: nothing to do

    std::size_t transform(std::span<geo::Point> points, PJ_DIRECTION direction) const {
        if (operation && !points.empty()) {
            constexpr std::size_t stride = sizeof(geo::Point);
            proj_errno_reset(operation.get());
            proj_trans_generic(operation.get(), direction, &points.front().x, stride, points.size(),
                               &points.front().y, stride, points.size(), nullptr, 0, 0, nullptr, 0,
                               0);
        }
        return mark_failures(points);
    }

    std::optional<geo::Point> transform(geo::Point p, PJ_DIRECTION direction) const {
        if (transform(std::span(&p, 1), direction) > 0)
            return std::nullopt;
        return p;
    }

    // Two geographic systems whose operation moves nothing (DGN95 to WGS 84, for example).
    bool moves_nothing() const {
        for (const geo::Point p : {geo::Point{95.3, 5.5}, {110.4, -7.1}, {140.7, -2.5}}) {
            const auto moved = transform(p, PJ_FWD);
            if (!moved || geo::distance(*moved, p) > 1e-10)
                return false;
        }
        return true;
    }
};

Transformer::Transformer(const Crs& from, const Crs& to) : state_(std::make_unique<State>()) {
    if (same_system(from, to))
        return;
    PJ_CONTEXT* context = state_->context.get();
    const std::string pipeline = known_pipeline(from, to);
    if (!pipeline.empty())
        state_->operation.reset(proj_create(context, pipeline.c_str()));
    else
        state_->operation = searched_operation(context, from, to);
    if (!state_->operation)
        throw Error({"crs.no_transformation", {from.name(), to.name()}});
    if (from.is_geographic() && to.is_geographic() && state_->moves_nothing())
        state_->operation.reset();
}

Transformer::~Transformer() = default;
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;

std::optional<geo::Point> Transformer::operator()(geo::Point p) const {
    return state_->transform(p, PJ_FWD);
}

std::optional<geo::Point> Transformer::inverse(geo::Point p) const {
    return state_->transform(p, PJ_INV);
}

std::size_t Transformer::apply(std::span<geo::Point> points) const {
    return state_->transform(points, PJ_FWD);
}

std::size_t Transformer::apply(geo::Geometry& geometry) const {
    std::size_t failed = 0;
    if (auto* points = std::get_if<geo::PointSet>(&geometry))
        failed += apply(std::span(points->points));
    if (auto* lines = std::get_if<geo::LineSet>(&geometry))
        for (geo::Line& line : lines->lines)
            failed += apply(std::span(line));
    if (auto* polygons = std::get_if<geo::PolygonSet>(&geometry))
        for (geo::Polygon& polygon : polygons->polygons) {
            failed += apply(std::span(polygon.outer));
            for (geo::Ring& hole : polygon.holes)
                failed += apply(std::span(hole));
        }
    return failed;
}

bool Transformer::is_identity() const {
    return !state_->operation;
}

} // namespace antardesa::crs
