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

std::vector<geo::Point> badge_places(const LinkShape& shape, geo::Point wanted, double step) {
    std::vector<geo::Point> places{wanted};
    if (!shape.star)
        for (const geo::Line& line : shape.lines)
            for (const double share : {0.42, 0.58, 0.34, 0.66, 0.26, 0.74})
                places.push_back(geo::station_at(line, share * geo::length(line)).position);
    for (int i = 0; i < 8; ++i) {
        const double angle = i * 0.7853981634;
        places.push_back(wanted + geo::Point{std::cos(angle), std::sin(angle)} * step);
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
