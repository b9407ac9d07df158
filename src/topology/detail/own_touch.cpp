#include "topology/detail/own_touch.h"

namespace antardesa::topology::detail {

namespace {

/// Sign of (b - a) × (p - a) with the rounding of both products taken in (Dekker 1971). Between
/// vertices that lie close together the differences are exact (Sterbenz).
int exact_side(geo::Point a, geo::Point b, geo::Point p) {
    const geo::Point u = b - a;
    const geo::Point v = p - a;
    const double left = u.x * v.y;
    const double right = u.y * v.x;
    const double rest = std::fma(u.x, v.y, -left) - std::fma(u.y, v.x, -right);
    const double sum = (left - right) + rest;
    return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

bool in_box_of(geo::Point a, geo::Point b, geo::Point p) {
    geo::Box box{a, a};
    box.extend(b);
    return box.contains(p);
}

bool on_segment(geo::Point a, geo::Point b, geo::Point p) {
    return in_box_of(a, b, p) && exact_side(a, b, p) == 0;
}

bool meet(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
    if (on_segment(a, b, c) || on_segment(a, b, d) || on_segment(c, d, a) || on_segment(c, d, b))
        return true;
    return exact_side(a, b, c) * exact_side(a, b, d) < 0 &&
           exact_side(c, d, a) * exact_side(c, d, b) < 0;
}

} // namespace

bool touches_itself(std::span<const geo::Point> ring, const geo::Box& near) {
    std::vector<std::size_t> close; // segments by their first vertex
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        geo::Box box{ring[i], ring[i]};
        box.extend(ring[i + 1]);
        if (box.intersects(near) && ring[i] != ring[i + 1])
            close.push_back(i);
    }
    for (std::size_t j = 1; j < close.size(); ++j)
        for (std::size_t i = 0; i < j; ++i) {
            const geo::Point a = ring[close[i]];
            const geo::Point b = ring[close[i] + 1];
            const geo::Point c = ring[close[j]];
            const geo::Point d = ring[close[j] + 1];
            const bool consecutive =
                (i + 1 == j && b == c) || (i == 0 && j + 1 == close.size() && d == a);
            if (!consecutive && meet(a, b, c, d))
                return true;
        }
    return false;
}

} // namespace antardesa::topology::detail
