#include "cartography/detail/link_layout.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <cmath>
#include <limits>

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
    shape.star = true;
    shape.badge = hub;
    for (const geo::Point end : ends)
        shape.lines.push_back({hub, end});
    return shape;
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
