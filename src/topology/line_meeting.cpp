#include "topology/line_meeting.h"

#include "geo/box_index.h"
#include "geo/measure.h"

#include <algorithm>
#include <cstdint>

namespace antardesa::topology {

namespace {

/// A new vertex of an edge.
struct Insertion {
    std::size_t edge = 0;
    double along = 0;
    geo::Point at;
};

geo::Box edge_box(geo::Point a, geo::Point b) {
    geo::Box box;
    box.extend(a);
    box.extend(b);
    return box;
}

geo::BoxIndex edges_of(const geo::Line& line) {
    std::vector<geo::Box> boxes;
    for (std::size_t i = 1; i < line.size(); ++i)
        boxes.push_back(edge_box(line[i - 1], line[i]));
    return geo::BoxIndex(boxes);
}

void insert(geo::Line& line, std::vector<Insertion>& added) {
    std::sort(added.begin(), added.end(), [](const Insertion& a, const Insertion& b) {
        return a.edge != b.edge ? a.edge < b.edge : a.along < b.along;
    });
    geo::Line result;
    const auto append = [&result](geo::Point p) {
        if (result.empty() || result.back() != p)
            result.push_back(p);
    };
    std::size_t next = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        append(line[i]);
        for (; next < added.size() && added[next].edge == i; ++next)
            append(added[next].at);
    }
    line = std::move(result);
}

/// Vertices of `moving` that lie on `fixed` become vertices of it.
void put_vertices_on(geo::Line& fixed, geo::Line& moving, double near) {
    const geo::BoxIndex index = edges_of(fixed);
    std::vector<Insertion> added;
    for (geo::Point& v : moving) {
        Insertion found;
        double least = near;
        bool on_vertex = false;
        index.visit(edge_box(v, v).grown(near), [&](std::uint32_t i) {
            const geo::Point a = fixed[i];
            const geo::Point b = fixed[i + 1];
            for (const geo::Point end : {a, b})
                if (const double away = geo::distance(end, v); away <= (on_vertex ? least : near)) {
                    on_vertex = true;
                    least = away;
                    found.at = end;
                }
            const geo::Point p = geo::nearest_on_segment(a, b, v);
            if (on_vertex || geo::distance(p, v) > least)
                return;
            least = geo::distance(p, v);
            found = {i, geo::distance(a, p), v};
        });
        if (on_vertex)
            v = found.at;
        else if (found.along > 0)
            added.push_back(found);
    }
    insert(fixed, added);
    moving.erase(std::unique(moving.begin(), moving.end()), moving.end());
}

/// Where two edges cross in their inside: how far along each, 0 to 1.
std::optional<geo::Point> crossing(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
    const double across = geo::cross(b - a, d - c);
    if (across == 0)
        return std::nullopt;
    const double s = geo::cross(c - a, d - c) / across;
    const double t = geo::cross(c - a, b - a) / across;
    if (s <= 0 || s >= 1 || t <= 0 || t >= 1)
        return std::nullopt;
    return geo::Point{s, t};
}

void cut_crossings(geo::Line& one, geo::Line& other) {
    const geo::BoxIndex index = edges_of(one);
    std::vector<Insertion> in_one;
    std::vector<Insertion> in_other;
    for (std::size_t j = 0; j + 1 < other.size(); ++j)
        index.visit(edge_box(other[j], other[j + 1]), [&](std::uint32_t i) {
            if (one[i] == other[j] || one[i] == other[j + 1] || one[i + 1] == other[j] ||
                one[i + 1] == other[j + 1])
                return;
            const auto met = crossing(one[i], one[i + 1], other[j], other[j + 1]);
            if (!met)
                return;
            const geo::Point at = one[i] + (one[i + 1] - one[i]) * met->x;
            in_one.push_back({i, met->x, at});
            in_other.push_back({j, met->y, at});
        });
    insert(one, in_one);
    insert(other, in_other);
}

/// Whether two edges have a place in common, their ends counted.
bool touch(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
    const auto side = [](geo::Point p, geo::Point q, geo::Point r) {
        const double turn = geo::cross(q - p, r - p);
        return turn > 0 ? 1 : turn < 0 ? -1 : 0;
    };
    const int abc = side(a, b, c);
    const int abd = side(a, b, d);
    const int cda = side(c, d, a);
    const int cdb = side(c, d, b);
    if (abc != abd && cda != cdb)
        return true;
    const auto on = [](geo::Point p, geo::Point q, geo::Point r, int turn) {
        return turn == 0 && edge_box(p, q).contains(r);
    };
    return on(a, b, c, abc) || on(a, b, d, abd) || on(c, d, a, cda) || on(c, d, b, cdb);
}

} // namespace

void join_where_they_meet(geo::Line& one, geo::Line& other, double near) {
    put_vertices_on(one, other, near);
    put_vertices_on(other, one, near);
    cut_crossings(one, other);
}

std::optional<geo::Point> own_crossing(const geo::Line& line) {
    const geo::BoxIndex index = edges_of(line);
    const bool closed = line.size() > 3 && line.front() == line.back();
    std::optional<geo::Point> found;
    for (std::size_t i = 0; i + 1 < line.size() && !found; ++i) {
        const geo::Point a = line[i];
        const geo::Point b = line[i + 1];
        if (i + 2 < line.size() && geo::cross(b - a, line[i + 2] - b) == 0 &&
            geo::dot(b - a, line[i + 2] - b) < 0)
            return b;
        index.visit(edge_box(a, b), [&](std::uint32_t j) {
            const bool ends_meet = closed && i == 0 && j + 2 == line.size();
            if (j > i + 1 && !ends_meet && touch(a, b, line[j], line[j + 1]))
                found = line[j];
        });
    }
    return found;
}

} // namespace antardesa::topology
