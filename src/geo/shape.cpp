#include "geo/shape.h"

#include "geo/measure.h"

#include <array>
#include <cstdint>
#include <numbers>
#include <optional>

namespace antardesa::geo {

namespace {

struct Span {
    std::size_t first;
    std::size_t last;
};

/// Index of the vertex farthest from the chord, or `first` if none is beyond the tolerance.
std::size_t farthest(std::span<const Point> line, Span span, double squared_tolerance) {
    std::size_t worst = span.first;
    double worst_squared = squared_tolerance;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const Point d = line[i] - nearest_on_segment(line[span.first], line[span.last], line[i]);
        const double squared = dot(d, d);
        if (squared > worst_squared) {
            worst = i;
            worst_squared = squared;
        }
    }
    return worst;
}

/// The part of ab in the box as two parameters (Liang & Barsky 1984).
std::optional<std::array<double, 2>> part_inside(Point a, Point b, const Box& box) {
    const Point d = b - a;
    double enter = 0;
    double leave = 1;
    const auto cut = [&](double speed, double room) {
        if (speed == 0)
            return room >= 0;
        const double t = room / speed;
        if (speed < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter <= leave;
    };
    if (cut(-d.x, a.x - box.min.x) && cut(d.x, box.max.x - a.x) && cut(-d.y, a.y - box.min.y) &&
        cut(d.y, box.max.y - a.y))
        return std::array{enter, leave};
    return std::nullopt;
}

Point held_in(Point p, const Box& box) {
    return {std::clamp(p.x, box.min.x, box.max.x), std::clamp(p.y, box.min.y, box.max.y)};
}

/// One side of the box: points with `inward * coordinate >= inward * bound` stay.
struct Side {
    double Point::*axis;
    double bound;
    double inward;
    bool keeps(Point p) const { return inward * (p.*axis) >= inward * bound; }
    Point crossing(Point a, Point b) const {
        const double t = (bound - a.*axis) / (b.*axis - a.*axis);
        Point p = a + (b - a) * t;
        p.*axis = bound; // exactly on the border, whatever the rounding said
        return p;
    }
};

Ring cut_by(const Ring& ring, const Side& side) {
    Ring kept;
    kept.reserve(ring.size() + 2);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point from = ring[i];
        const Point to = ring[i + 1 < ring.size() ? i + 1 : 0];
        const bool from_in = side.keeps(from);
        if (from_in)
            kept.push_back(from);
        if (from_in != side.keeps(to))
            kept.push_back(side.crossing(from, to));
    }
    return kept;
}

struct Crossing {
    std::int64_t row;
    double x;
    friend bool operator<(Crossing a, Crossing b) {
        return a.row != b.row ? a.row < b.row : a.x < b.x;
    }
};

struct Turn {
    double cosine;
    double sine;
    Point forward(Point p) const { return {cosine * p.x - sine * p.y, sine * p.x + cosine * p.y}; }
    Point back(Point p) const { return {cosine * p.x + sine * p.y, cosine * p.y - sine * p.x}; }
};

void add_crossings(std::vector<Crossing>& crossings, Point a, Point b, double spacing) {
    if (a.y > b.y)
        std::swap(a, b);
    const auto first = static_cast<std::int64_t>(std::ceil(a.y / spacing));
    for (std::int64_t row = first; static_cast<double>(row) * spacing < b.y; ++row) {
        const double y = static_cast<double>(row) * spacing;
        crossings.push_back({row, a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y))});
    }
}

} // namespace

Line simplified(std::span<const Point> line, double tolerance) {
    if (line.size() <= 2 || !(tolerance > 0))
        return Line(line.begin(), line.end());
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<Span> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const Span span = open.back();
        open.pop_back();
        const std::size_t split = farthest(line, span, tolerance * tolerance);
        if (split == span.first)
            continue;
        kept[split] = true;
        open.push_back({span.first, split});
        open.push_back({split, span.last});
    }
    Line result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i])
            result.push_back(line[i]);
    return result;
}

MultiLine clipped(std::span<const Point> line, const Box& box) {
    MultiLine parts;
    bool continues = false;
    for (std::size_t i = 1; i < line.size() && !box.empty(); ++i) {
        const Point a = line[i - 1];
        const Point b = line[i];
        const auto part = part_inside(a, b, box);
        if (!part) {
            continues = false;
            continue;
        }
        const auto [enter, leave] = *part;
        if (!continues || enter > 0)
            parts.push_back({enter > 0 ? held_in(a + (b - a) * enter, box) : a});
        const Point end = leave < 1 ? held_in(a + (b - a) * leave, box) : b;
        if (end != parts.back().back())
            parts.back().push_back(end);
        continues = leave == 1;
    }
    // A line that only touches a corner leaves single points behind.
    std::erase_if(parts, [](const Line& part) { return part.size() < 2; });
    return parts;
}

Ring clipped_ring(std::span<const Point> ring, const Box& box) {
    Ring kept(ring.begin(), ring.end());
    if (kept.size() > 1 && kept.front() == kept.back())
        kept.pop_back();
    for (const Side& side : {Side{&Point::x, box.min.x, 1}, Side{&Point::x, box.max.x, -1},
                             Side{&Point::y, box.min.y, 1}, Side{&Point::y, box.max.y, -1}})
        kept = cut_by(kept, side);
    if (kept.size() < 3)
        return {};
    kept.push_back(kept.front());
    return kept;
}

MultiLine hatch(const MultiPolygon& polygons, double spacing, double angle, Point origin) {
    constexpr double most_rows = 1e6;
    const Box box = bounds(polygons);
    if (box.empty() || !(spacing > 0) ||
        !(norm(box.max - box.min) + distance(origin, box.centre()) < most_rows * spacing))
        return {};
    const double radians = angle * std::numbers::pi / 180;
    const Turn turn{std::cos(radians), std::sin(radians)};
    std::vector<Crossing> crossings;
    const auto add_ring = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i)
            add_crossings(crossings, turn.back(ring[i - 1] - origin), turn.back(ring[i] - origin),
                          spacing);
    };
    for (const Polygon& polygon : polygons) {
        add_ring(polygon.outer);
        for (const Ring& hole : polygon.holes)
            add_ring(hole);
    }
    std::sort(crossings.begin(), crossings.end());
    MultiLine lines;
    for (std::size_t i = 0; i + 1 < crossings.size();) {
        const Crossing enter = crossings[i];
        const Crossing leave = crossings[i + 1];
        // An unclosed ring leaves an odd crossing in its row: skip it, keep pairs in rows.
        i += enter.row == leave.row ? 2 : 1;
        if (enter.row != leave.row || !(enter.x < leave.x))
            continue;
        const double y = static_cast<double>(enter.row) * spacing;
        lines.push_back({origin + turn.forward({enter.x, y}), origin + turn.forward({leave.x, y})});
    }
    return lines;
}

} // namespace antardesa::geo
