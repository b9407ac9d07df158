#include "cartography/detail/link_layout.h"

#include "geo/measure.h"
#include "geo/shape.h"
#include "topology/widened.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace antardesa::cartography {

double link_bend(int rank) {
    constexpr double middle = 0.18; // of the 16–20 % in ui.md §5
    constexpr double fan = 0.08;
    const int step = (rank + 1) / 2;
    return middle + (rank % 2 == 1 ? fan : -fan) * step;
}

LinkShape curve_link(geo::Point a, geo::Point b, int rank) {
    constexpr int steps = 20;
    LinkShape shape;
    shape.lines.push_back(geo::arc_between(a, b, link_bend(rank), steps));
    shape.badge = shape.lines[0][steps / 2];
    return shape;
}

LinkShape star_link(std::span<const geo::Point> ends, geo::Point hub) {
    LinkShape shape;
    shape.style = LinkStyle::star;
    shape.badge = hub;
    for (const geo::Point end : ends)
        shape.lines.push_back({hub, end});
    return shape;
}

namespace {

/// The edge whose middle is nearest the centre of all ends.
geo::Point middle_of(const std::vector<geo::Line>& edges, std::span<const geo::Point> ends) {
    geo::Point centre;
    for (const geo::Point end : ends)
        centre = centre + end * (1.0 / static_cast<double>(ends.size()));
    geo::Point best = centre;
    double nearest = std::numeric_limits<double>::infinity();
    for (const geo::Line& edge : edges) {
        const geo::Point middle = (edge.front() + edge.back()) * 0.5;
        if (const double away = geo::distance(middle, centre); away < nearest) {
            nearest = away;
            best = middle;
        }
    }
    return best;
}

} // namespace

LinkShape tree_link(std::span<const geo::Point> ends) {
    LinkShape shape;
    shape.style = LinkStyle::tree;
    struct Way {
        double length = std::numeric_limits<double>::infinity();
        std::size_t from = 0;
        bool taken = false;
    };
    std::vector<Way> ways(ends.size());
    std::size_t newest = 0;
    for (std::size_t count = 1; count < ends.size(); ++count) {
        ways[newest].taken = true;
        std::size_t next = newest;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ways[i].taken)
                continue;
            if (const double length = geo::distance(ends[newest], ends[i]); length < ways[i].length)
                ways[i] = {length, newest, false};
            if (next == newest || ways[i].length < ways[next].length)
                next = i;
        }
        shape.lines.push_back({ends[ways[next].from], ends[next]});
        newest = next;
    }
    shape.badge = middle_of(shape.lines, ends);
    return shape;
}

double contour_reach(const LinkShape& tree) {
    constexpr double share = 0.3;   // of a usual edge
    constexpr double longest = 3.0; // usual edges
    std::vector<double> lengths;
    for (const geo::Line& edge : tree.lines)
        lengths.push_back(geo::length(edge));
    if (lengths.empty())
        return 0;
    std::sort(lengths.begin(), lengths.end());
    const double usual = lengths[lengths.size() / 2];
    return lengths.back() <= longest * usual ? share * usual : 0;
}

LinkShape contour_link(LinkShape tree, std::span<const geo::Point> others) {
    constexpr double least = 0.5; // of what it wants
    constexpr double clear = 0.6; // of the way to the nearest other
    const double wanted = contour_reach(tree);
    double reach = wanted;
    for (const geo::Point other : others)
        for (const geo::Line& edge : tree.lines)
            reach = std::min(reach, clear * geo::distance_to_line(edge, other));
    if (wanted == 0 || reach < least * wanted)
        return tree;
    tree.outline = topology::widened(tree.lines, reach);
    if (!tree.outline.empty())
        tree.style = LinkStyle::contour;
    return tree;
}

std::vector<geo::Line> drawn_lines(const LinkShape& shape) {
    std::vector<geo::Line> lines;
    for (const geo::Polygon& polygon : shape.outline) {
        lines.push_back(polygon.outer);
        lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return lines.empty() ? shape.lines : lines;
}

geo::Point exit_point(const geo::Box& box, geo::Point from, geo::Point direction) {
    if (!box.contains(from))
        return from;
    double reach = std::numeric_limits<double>::infinity();
    if (direction.x != 0)
        reach = std::min(reach, ((direction.x > 0 ? box.max.x : box.min.x) - from.x) / direction.x);
    if (direction.y != 0)
        reach = std::min(reach, ((direction.y > 0 ? box.max.y : box.min.y) - from.y) / direction.y);
    return std::isfinite(reach) ? from + direction * reach : from;
}

std::vector<geo::Point> badge_places(const LinkShape& shape, geo::Point wanted, double step) {
    std::vector<geo::Point> places{wanted};
    if (shape.style != LinkStyle::star)
        for (const geo::Line& line : shape.lines)
            for (const double share : {0.42, 0.58, 0.34, 0.66, 0.26, 0.74})
                places.push_back(geo::station_at(line, share * geo::length(line)).position);
    for (int i = 0; i < 8; ++i) {
        const double angle = i * 0.7853981634;
        places.push_back(wanted + geo::Point{std::cos(angle), std::sin(angle)} * step);
    }
    return places;
}

std::vector<geo::Point> further_badge_places(const LinkShape& shape, const geo::Box& box,
                                             geo::Point wanted, double size) {
    std::vector<geo::Point> places;
    constexpr int stations = 24;
    for (const geo::Line& line : shape.lines)
        for (const geo::Line& part : geo::clipped(line, box))
            for (int i = 1; part.size() > 1 && i < stations; ++i)
                places.push_back(geo::station_at(part, geo::length(part) * i / stations).position);
    std::stable_sort(places.begin(), places.end(), [&](geo::Point a, geo::Point b) {
        return geo::distance(a, wanted) < geo::distance(b, wanted);
    });
    constexpr int directions = 24;
    for (double reach = 1.2; reach < 11; reach += 0.7)
        for (int i = 0; i < directions; ++i) {
            const double angle = i * 2 * std::numbers::pi / directions;
            places.push_back(wanted +
                             geo::Point{std::cos(angle), std::sin(angle)} * (reach * size));
        }
    return places;
}

std::optional<geo::Point> visible_badge(const LinkShape& shape, geo::Point preferred,
                                        const geo::Box& box) {
    if (box.contains(preferred))
        return preferred;
    std::optional<geo::Point> best;
    double longest = 0;
    for (const geo::Line& line : shape.lines)
        for (const geo::Line& part : geo::clipped(line, box)) {
            const double length = geo::length(part);
            if (part.size() < 2 || length <= longest)
                continue;
            longest = length;
            best = geo::station_at(part, length / 2).position;
        }
    return best;
}

} // namespace antardesa::cartography
