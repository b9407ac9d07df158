#include "analysis/detail/open_stretches.h"

#include "analysis/line_match.h"
#include "analysis/segments.h"
#include "geo/measure.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace antardesa::analysis::detail {

namespace {

/// An end of a piece of the agreed line, on the other line.
struct End {
    geo::Point place;
    std::size_t piece = 0;
    std::size_t line = 0;
    double along = 0;
};

std::vector<End> ends_on(const NearLine& near, const geo::MultiLine& agreed) {
    std::vector<End> ends;
    for (std::size_t piece = 0; piece < agreed.size(); ++piece) {
        if (agreed[piece].size() < 2 || agreed[piece].front() == agreed[piece].back())
            continue;
        for (const geo::Point place : {agreed[piece].front(), agreed[piece].back()})
            if (const auto at = near.nearest(place, same_line_most_m))
                ends.push_back({place, piece, at->line, at->along_m});
    }
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
        return a.line != b.line ? a.line < b.line : a.along < b.along;
    });
    return ends;
}

geo::Line between(const NearLine& near, const geo::Line& line, const End& from, const End& to) {
    geo::Line course{from.place};
    double along = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0)
            along += geo::distance(near.to_metres(line[i - 1]), near.to_metres(line[i]));
        if (along > from.along && along < to.along && line[i] != course.back())
            course.push_back(line[i]);
    }
    if (course.back() != to.place)
        course.push_back(to.place);
    return course;
}

/// The shorter way along a ring; nothing where one of the two is no vertex of it.
std::optional<geo::Line> way_along(const geo::Ring& ring, geo::Point from, geo::Point to) {
    if (ring.size() < 4)
        return std::nullopt;
    const std::size_t count = ring.size() - 1; // closed
    const auto end = ring.begin() + static_cast<std::ptrdiff_t>(count);
    const auto start = std::find(ring.begin(), end, from);
    const auto stop = std::find(ring.begin(), end, to);
    if (start == end || stop == end || start == stop)
        return std::nullopt;
    const auto first = static_cast<std::size_t>(start - ring.begin());
    const auto last = static_cast<std::size_t>(stop - ring.begin());
    geo::Line there;
    for (std::size_t i = first; i != last; i = (i + 1) % count)
        there.push_back(ring[i]);
    there.push_back(to);
    geo::Line back;
    for (std::size_t i = first; i != last; i = (i + count - 1) % count)
        back.push_back(ring[i]);
    back.push_back(to);
    return geo::length(there) <= geo::length(back) ? there : back;
}

std::optional<geo::Line> way_along(const geo::MultiPolygon* outline, geo::Point from,
                                   geo::Point to) {
    if (!outline)
        return std::nullopt;
    for (const geo::Polygon& polygon : *outline) {
        if (auto way = way_along(polygon.outer, from, to))
            return way;
        for (const geo::Ring& hole : polygon.holes)
            if (auto way = way_along(hole, from, to))
                return way;
    }
    return std::nullopt;
}

bool shares_ends(const geo::Line& a, const geo::Line& b) {
    return (a.front() == b.front() && a.back() == b.back()) ||
           (a.front() == b.back() && a.back() == b.front());
}

bool is_side(const geo::MultiLine& agreed, std::size_t piece) {
    for (std::size_t i = 0; i < agreed.size(); ++i)
        if (i != piece && !agreed[i].empty() && !agreed[piece].empty() &&
            shares_ends(agreed[i], agreed[piece]))
            return true;
    return false;
}

bool ends_at(const geo::MultiLine& line, geo::Point place) {
    return std::any_of(line.begin(), line.end(), [place](const geo::Line& piece) {
        return !piece.empty() && (piece.front() == place || piece.back() == place);
    });
}

/// The line comes to an end at one of the places, and at the other too or does not come there.
bool is_open_between(const geo::MultiLine& line, geo::Point from, geo::Point to) {
    const bool ends_at_from = ends_at(line, from);
    const bool ends_at_to = ends_at(line, to);
    if (ends_at_from && ends_at_to)
        return true;
    return (ends_at_from || ends_at_to) &&
           !NearLine(line).within(ends_at_from ? to : from, same_line_most_m);
}

} // namespace

geo::MultiLine without_sides(const geo::MultiLine& agreed) {
    geo::MultiLine pieces;
    for (std::size_t i = 0; i < agreed.size(); ++i)
        if (!is_side(agreed, i))
            pieces.push_back(agreed[i]);
    return pieces;
}

std::vector<ClosedStretch> closed_stretches(const geo::MultiLine& agreed,
                                            const geo::MultiLine& line) {
    std::vector<ClosedStretch> closed;
    if (agreed.size() < 2)
        return closed;
    const NearLine near(line);
    const NearLine known(agreed);
    const std::vector<End> ends = ends_on(near, agreed);
    for (std::size_t i = 1; i < ends.size(); ++i) {
        const End& from = ends[i - 1];
        const End& to = ends[i];
        if (from.line != to.line || from.piece == to.piece || from.place == to.place)
            continue;
        geo::Line course = between(near, line[from.line], from, to);
        const geo::Point middle =
            geo::station_at(course, geo::length(std::span<const geo::Point>(course)) / 2).position;
        if (!known.within(middle, 1e-6))
            closed.push_back({from.place, to.place, std::move(course)});
    }
    return closed;
}

std::vector<ClosedStretch> closed_ends(const geo::MultiLine& agreed, const geo::MultiLine& line) {
    const NearLine near(line);
    const NearLine known(agreed);
    const std::vector<End> ends = ends_on(near, agreed);
    std::vector<ClosedStretch> closed;
    for (std::size_t run = 0; run < line.size(); ++run) {
        const auto is_here = [run](const End& end) { return end.line == run; };
        const auto first = std::find_if(ends.begin(), ends.end(), is_here);
        const auto last = std::find_if(ends.rbegin(), ends.rend(), is_here);
        if (first == ends.end() || line[run].size() < 2)
            continue;
        const End start{line[run].front(), 0, run, -1};
        const End stop{line[run].back(), 0, run, std::numeric_limits<double>::infinity()};
        for (const auto& [from, to] : {std::pair{start, *first}, std::pair{*last, stop}}) {
            geo::Line course = between(near, line[run], from, to);
            if (course.size() < 2)
                continue;
            const geo::Point middle =
                geo::station_at(course, geo::length(std::span<const geo::Point>(course)) / 2)
                    .position;
            if (!known.within(middle, same_line_most_m))
                closed.push_back({from.place, to.place, std::move(course)});
        }
    }
    return closed;
}

geo::MultiLine closed_like(const geo::MultiLine& agreed, const geo::MultiLine& line,
                           const geo::MultiPolygon* first, const geo::MultiPolygon* second) {
    geo::MultiLine lines;
    for (std::size_t i = 0; i < agreed.size(); ++i)
        if (!is_side(agreed, i) || !is_open_between(line, agreed[i].front(), agreed[i].back()))
            lines.push_back(agreed[i]);
    for (ClosedStretch& stretch : closed_stretches(without_sides(agreed), line)) {
        auto one = way_along(first, stretch.from, stretch.to);
        auto other = way_along(second, stretch.from, stretch.to);
        if (one && other) {
            lines.push_back(*std::move(one));
            lines.push_back(*std::move(other));
        } else {
            lines.push_back(std::move(stretch.course));
        }
    }
    for (const ClosedStretch& stretch : closed_ends(without_sides(agreed), line)) {
        auto one = way_along(first, stretch.from, stretch.to);
        auto other = way_along(second, stretch.from, stretch.to);
        if (!one || !other || *one == *other)
            continue;
        lines.push_back(*std::move(one));
        lines.push_back(*std::move(other));
    }
    return lines;
}

} // namespace antardesa::analysis::detail
