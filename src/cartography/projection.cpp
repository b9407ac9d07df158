#include "cartography/detail/projection.h"

#include <numbers>

namespace antardesa::cartography {
namespace {

geo::Box usable(const geo::Box& box) {
    geo::Box result = box;
    if (result.empty())
        result = {{109.5, -8}, {110.5, -7}};
    // Villages in one spot, and points a little outside: never a box without extent.
    return result.grown(0.01 + 0.02 * std::max(result.width(), result.height()));
}

double node(int i, int order) {
    return std::cos(std::numbers::pi * (i + 0.5) / order);
}

} // namespace

Projection::Projection(const geo::Box& box)
    : box_(usable(box)), zone_(crs::utm_zone(box_.centre())), crs_(crs::utm(zone_)),
      transformer_(crs::wgs84(), crs_),
      middle_(box_.centre()), half_{box_.width() / 2, box_.height() / 2} {
    interpolate();
    measure_error();
}

geo::Point Projection::exact(geo::Point degrees) const {
    const std::lock_guard lock(mutex_);
    return transformer_(degrees).value_or(geo::Point{});
}

geo::Point Projection::to_degrees(geo::Point map) const {
    const std::lock_guard lock(mutex_);
    return transformer_.inverse(map).value_or(geo::Point{});
}

void Projection::interpolate() {
    std::vector<geo::Point> values;
    for (int r = 0; r < order; ++r)
        for (int c = 0; c < order; ++c)
            values.push_back(exact(
                {middle_.x + half_.x * node(c, order), middle_.y + half_.y * node(r, order)}));
    coefficients_.assign(order * order, {});
    for (int i = 0; i < order; ++i)
        for (int j = 0; j < order; ++j) {
            geo::Point sum;
            for (int r = 0; r < order; ++r)
                for (int c = 0; c < order; ++c)
                    sum = sum + values[r * order + c] *
                                    (std::cos(std::numbers::pi * i * (r + 0.5) / order) *
                                     std::cos(std::numbers::pi * j * (c + 0.5) / order));
            const double weight = (i == 0 ? 1.0 : 2.0) * (j == 0 ? 1.0 : 2.0) / (order * order);
            coefficients_[i * order + j] = sum * weight;
        }
}

void Projection::measure_error() {
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const geo::Point p{box_.min.x + box_.width() * i / steps,
                               box_.min.y + box_.height() * j / steps};
            quick_error_ = std::max(quick_error_, geo::distance(quick(p), exact(p)));
        }
}

geo::Point Projection::quick(geo::Point degrees) const {
    const double u = (degrees.x - middle_.x) / half_.x;
    const double v = (degrees.y - middle_.y) / half_.y;
    double polynomial_u[order] = {1, u};
    double polynomial_v[order] = {1, v};
    for (int i = 2; i < order; ++i) {
        polynomial_u[i] = 2 * u * polynomial_u[i - 1] - polynomial_u[i - 2];
        polynomial_v[i] = 2 * v * polynomial_v[i - 1] - polynomial_v[i - 2];
    }
    geo::Point sum;
    for (int i = 0; i < order; ++i) {
        geo::Point row;
        const geo::Point* coefficient = &coefficients_[static_cast<std::size_t>(i * order)];
        for (int j = 0; j < order; ++j) {
            row.x += coefficient[j].x * polynomial_u[j];
            row.y += coefficient[j].y * polynomial_u[j];
        }
        sum.x += row.x * polynomial_v[i];
        sum.y += row.y * polynomial_v[i];
    }
    return sum;
}

void Projection::apply(std::span<geo::Point> points, double allowed) const {
    if (quick_error_ > allowed) {
        const std::lock_guard lock(mutex_);
        transformer_.apply(points);
        return;
    }
    for (geo::Point& p : points)
        p = box_.contains(p) ? quick(p) : exact(p);
}

geo::Box Projection::box_in_metres(const geo::Box& degrees) const {
    geo::Box result;
    if (degrees.empty())
        return result;
    const geo::Point c = degrees.centre();
    geo::Point corners[] = {
        degrees.min,          {c.x, degrees.min.y}, {degrees.max.x, degrees.min.y},
        {degrees.min.x, c.y}, {degrees.max.x, c.y}, {degrees.min.x, degrees.max.y},
        {c.x, degrees.max.y}, degrees.max};
    apply(corners, 0.5);
    for (const geo::Point p : corners)
        result.extend(p);
    return result.grown(1);
}

} // namespace antardesa::cartography
