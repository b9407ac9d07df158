#include "geo/measure.h"

namespace antardesa::geo {

namespace {

struct Moment {
    double area = 0;
    Point weighted; ///< area times centre, relative to the origin given
};

/// Moment of one ring, its area counted positive whatever the direction.
Moment moment_of(std::span<const Point> ring, Point origin) {
    Moment moment;
    if (ring.empty())
        return moment;
    // Relative to a vertex of the ring itself: small triangles keep their digits.
    const Point base = ring.front();
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i] - base;
        const Point b = ring[i + 1] - base;
        const double twice = cross(a, b);
        moment.area += twice / 2;
        moment.weighted = moment.weighted + (a + b) * (twice / 6);
    }
    moment.weighted = moment.weighted + (base - origin) * moment.area;
    if (moment.area < 0)
        return {-moment.area, moment.weighted * -1};
    return moment;
}

Point mean_vertex(const MultiPolygon& polygons, Point origin) {
    Point sum;
    std::size_t count = 0;
    for (const Polygon& polygon : polygons)
        for (const Point p : polygon.outer) {
            sum = sum + (p - origin);
            ++count;
        }
    return count == 0 ? origin : origin + sum * (1.0 / static_cast<double>(count));
}

} // namespace

double signed_area(std::span<const Point> ring) {
    if (ring.empty())
        return 0;
    const Point base = ring.front();
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += cross(ring[i] - base, ring[i + 1] - base);
    return twice / 2;
}

double area(const MultiPolygon& polygons) {
    double sum = 0;
    for (const Polygon& polygon : polygons) {
        double part = std::abs(signed_area(polygon.outer));
        for (const Ring& hole : polygon.holes)
            part -= std::abs(signed_area(hole));
        sum += std::max(0.0, part);
    }
    return sum;
}

double length(std::span<const Point> line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distance(line[i - 1], line[i]);
    return sum;
}

double length(const MultiLine& lines) {
    double sum = 0;
    for (const Line& line : lines)
        sum += length(std::span(line));
    return sum;
}

Point centroid(const MultiPolygon& polygons) {
    const Box box = bounds(polygons);
    if (box.empty())
        return {};
    const Point origin = box.centre();
    Moment total;
    for (const Polygon& polygon : polygons) {
        const Moment outer = moment_of(polygon.outer, origin);
        total.area += outer.area;
        total.weighted = total.weighted + outer.weighted;
        for (const Ring& hole : polygon.holes) {
            const Moment inner = moment_of(hole, origin);
            total.area -= inner.area;
            total.weighted = total.weighted - inner.weighted;
        }
    }
    if (!(total.area > 0))
        return mean_vertex(polygons, origin);
    return origin + total.weighted * (1 / total.area);
}

bool contains(std::span<const Point> ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[i + 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * ((p.y - a.y) / (b.y - a.y)))
            inside = !inside;
    }
    return inside;
}

bool contains(const MultiPolygon& polygons, Point p) {
    bool inside = false;
    for (const Polygon& polygon : polygons) {
        inside ^= contains(std::span(polygon.outer), p);
        for (const Ring& hole : polygon.holes)
            inside ^= contains(std::span(hole), p);
    }
    return inside;
}

Point nearest_on_segment(Point a, Point b, Point p) {
    const Point along = b - a;
    const double squared = dot(along, along);
    if (!(squared > 0))
        return a;
    const double t = dot(p - a, along) / squared;
    if (t <= 0)
        return a;
    return t >= 1 ? b : a + along * t;
}

double distance_to_line(std::span<const Point> line, Point p) {
    if (line.size() == 1)
        return distance(line.front(), p);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < line.size(); ++i)
        nearest = std::min(nearest, distance(nearest_on_segment(line[i - 1], line[i], p), p));
    return nearest;
}

Station station_at(std::span<const Point> line, double along) {
    Station station{line.front(), {1, 0}};
    double walked = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = distance(line[i - 1], line[i]);
        if (!(step > 0))
            continue;
        station.direction = (line[i] - line[i - 1]) * (1 / step);
        if (walked + step >= along) {
            station.position = line[i - 1] + station.direction * std::max(0.0, along - walked);
            return station;
        }
        walked += step;
        station.position = line[i];
    }
    return station;
}

} // namespace antardesa::geo
