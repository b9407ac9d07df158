#include "analysis/turning_points.h"

#include "base/text.h"
#include "model/point_verbs.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <set>

namespace antardesa::analysis {

namespace {

using model::Atlas;
using model::BoundarySegment;
using model::TurningPoint;

const geo::MultiLine& lines_of(const BoundarySegment& segment) {
    static const geo::MultiLine none;
    return segment.geometry ? *segment.geometry : none;
}

using PointKey = std::pair<double, double>;

} // namespace

NumberedLine::NumberedLine(const Atlas& atlas, const BoundarySegment& segment)
    : NumberedLine(atlas.coverage().nodes, segment) {
}

NumberedLine::NumberedLine(std::span<const geo::Point> nodes, const BoundarySegment& segment)
    : near_(lines_of(segment)) {
    std::set<PointKey> known;
    for (const geo::Point node : nodes)
        known.emplace(node.x, node.y);
    for (const geo::Line& line : lines_of(segment)) {
        vertices_.insert(vertices_.end(), line.begin(), line.end());
        for (std::size_t i = 0; i < line.size(); ++i) {
            const bool end = i == 0 || i + 1 == line.size();
            if (end && i > 0 && line.front() == line.back())
                continue; // a closed line begins and ends in one point
            if (end || known.count({line[i].x, line[i].y}))
                nodes_.push_back(line[i]);
        }
    }
}

std::optional<NumberedLine::Station> NumberedLine::station(geo::Point degrees) const {
    const auto nearest = near_.nearest(degrees);
    if (!nearest)
        return std::nullopt;
    Station station{nearest->distance_m, nearest->place, nearest->line, nearest->along_m};
    // What is meant to be a vertex is one, to the last bit.
    const geo::Point at = near_.to_metres(station.place);
    double best = 1e-4; // metres
    for (const geo::Point vertex : vertices_)
        if (const double off = geo::distance(near_.to_metres(vertex), at); off < best) {
            best = off;
            station.place = vertex;
        }
    return station;
}

bool NumberedLine::is_node(geo::Point degrees) const {
    const geo::Point at = near_.to_metres(degrees);
    return std::any_of(nodes_.begin(), nodes_.end(), [&](geo::Point node) {
        return geo::distance(near_.to_metres(node), at) <= on_line_m;
    });
}

double NumberedLine::metres_between(geo::Point a, geo::Point b) const {
    return geo::distance(near_.to_metres(a), near_.to_metres(b));
}

std::vector<TurningPoint> numbered(const NumberedLine& line, std::vector<TurningPoint> points) {
    struct Placed {
        std::pair<std::size_t, double> place;
        bool stray = false;
        TurningPoint point;
    };
    std::vector<Placed> placed;
    for (TurningPoint& point : points) {
        const auto at = line.station(point.position);
        placed.push_back(
            {at ? std::pair(at->line, at->along_m)
                : std::pair(std::numeric_limits<std::size_t>::max(), double(point.order)),
             !at || at->off_m > on_line_m, std::move(point)});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& a, const auto& b) { return a.place < b.place; });
    std::vector<TurningPoint> result;
    int order = 0;
    int next = 0;
    for (auto& [place, stray, point] : placed) {
        point.order = ++order;
        if (model::is_cartometric(point) && !stray) {
            char text[16];
            std::snprintf(text, sizeof text, "%03d", line.is_node(point.position) ? 0 : ++next);
            point.number = text;
        }
        result.push_back(std::move(point));
    }
    return result;
}

std::vector<TurningPoint> with_node_points(const NumberedLine& line,
                                           std::vector<TurningPoint> points) {
    const auto there = [&](geo::Point node) {
        return std::any_of(points.begin(), points.end(), [&](const TurningPoint& point) {
            if (!model::is_cartometric(point))
                return false;
            const auto at = line.station(point.position);
            return at && at->off_m <= on_line_m && line.is_node(point.position) &&
                   std::abs(point.position.x - node.x) < 1e-6 &&
                   std::abs(point.position.y - node.y) < 1e-6;
        });
    };
    for (const geo::Point node : line.nodes()) {
        if (there(node))
            continue;
        TurningPoint point;
        point.kind = "TK";
        point.method = "kartometrik";
        point.position = node;
        points.push_back(std::move(point));
    }
    return numbered(line, std::move(points));
}

std::vector<StrayPoint> stray_points(const Atlas& atlas, Id<BoundarySegment> id) {
    std::vector<StrayPoint> strays;
    const BoundarySegment* segment = atlas.find(id);
    const auto points = atlas.points_of(id);
    if (!segment || points.empty())
        return strays;
    const NearLine near(lines_of(*segment));
    for (const TurningPoint* point : points) {
        if (!model::lies_on_line(*point))
            continue;
        const auto at = near.nearest(point->position);
        const double off = at ? at->distance_m : std::numeric_limits<double>::infinity();
        if (off > on_line_m)
            strays.push_back({point->id, off});
    }
    return strays;
}

namespace {

std::string code_or_id(const Atlas& atlas, Id<model::Village> village) {
    const model::Village* row = atlas.find(village);
    return row && !row->code.empty() ? row->code : "#" + std::to_string(village.value);
}

/// The groups of `code` from the first one that differs; the last one at least.
std::string differing_groups(const std::string& code, const std::string& from) {
    const auto mine = split(code, '.');
    const auto others = split(from, '.');
    std::size_t at = 0;
    while (at + 1 < mine.size() && at < others.size() && mine[at] == others[at])
        ++at;
    std::string rest;
    for (; at < mine.size(); ++at)
        rest += (rest.empty() ? "" : ".") + mine[at];
    return rest;
}

} // namespace

std::string point_code(const Atlas& atlas, const TurningPoint& point) {
    if (!model::is_cartometric(point)) {
        if (point.number.empty())
            return point.kind;
        return point.number.starts_with(point.kind) ? point.number
                                                    : point.kind + " " + point.number;
    }
    const BoundarySegment* segment = atlas.find(point.segment);
    if (!segment)
        return "TK-" + point.number;
    std::string first = code_or_id(atlas, segment->first);
    std::string second = code_or_id(atlas, segment->second);
    if (second < first)
        std::swap(first, second);
    return "TK." + first + "-" + differing_groups(second, first) + "-" + point.number;
}

} // namespace antardesa::analysis
