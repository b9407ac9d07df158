#include "geo/measure.h"
#include "topology/arc_edit.h"

#include <algorithm>

namespace antardesa::topology {

namespace {

/// A place on a line: on the segment that starts at vertex `segment`.
struct Station {
    std::size_t segment = 0;
    geo::Point position;
    double distance = std::numeric_limits<double>::infinity();
    double along = 0; ///< from the line's start
};

Station nearest_station(const geo::Line& line, geo::Point p) {
    Station best;
    double along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::Point near = geo::nearest_on_segment(line[i - 1], line[i], p);
        if (const double distance = geo::distance(near, p); distance < best.distance)
            best = {i - 1, near, distance, along + geo::distance(line[i - 1], near)};
        along += geo::distance(line[i - 1], line[i]);
    }
    return best;
}

void append(geo::Line& line, geo::Point p) {
    if (line.empty() || line.back() != p)
        line.push_back(p);
}

/// Forward from one station to a later one.
geo::Line between(const geo::Line& line, const Station& from, const Station& to) {
    geo::Line part{from.position};
    for (std::size_t i = from.segment + 1; i <= to.segment; ++i)
        append(part, line[i]);
    append(part, to.position);
    return part;
}

/// Forward from one station over the closing vertex to an earlier one.
geo::Line around(const geo::Line& ring, const Station& from, const Station& to) {
    geo::Line part{from.position};
    for (std::size_t i = from.segment + 1; i < ring.size(); ++i)
        append(part, ring[i]);
    for (std::size_t i = 1; i <= to.segment; ++i)
        append(part, ring[i]);
    append(part, to.position);
    return part;
}

geo::Line part_of(const geo::Line& line, const Station& from, const Station& to) {
    const bool turned = from.along > to.along;
    const Station& early = turned ? to : from;
    const Station& late = turned ? from : to;
    geo::Line part = between(line, early, late);
    bool backwards = turned;
    if (line.size() > 3 && line.front() == line.back()) {
        geo::Line other = around(line, late, early);
        if (geo::length(other) < geo::length(part)) {
            part = std::move(other);
            backwards = !turned;
        }
    }
    if (backwards)
        std::reverse(part.begin(), part.end());
    return part;
}

} // namespace

std::optional<ReshapeArc> trace_arc(const Coverage& coverage, std::uint32_t arc, std::uint32_t from,
                                    std::uint32_t to, const geo::MultiLine& along) {
    if (arc >= coverage.arcs.size() || std::max(from, to) >= coverage.arcs[arc].count)
        return std::nullopt;
    const auto points = coverage.points(coverage.arcs[arc]);
    const geo::Line* nearest = nullptr;
    Station start;
    Station end;
    for (const geo::Line& line : along) {
        if (line.size() < 2)
            continue;
        const Station first = nearest_station(line, points[from]);
        const Station last = nearest_station(line, points[to]);
        if (nearest != nullptr && first.distance + last.distance >= start.distance + end.distance)
            continue;
        nearest = &line;
        start = first;
        end = last;
    }
    if (nearest == nullptr)
        return std::nullopt;
    return ReshapeArc{arc, from, to, part_of(*nearest, start, end)};
}

} // namespace antardesa::topology
