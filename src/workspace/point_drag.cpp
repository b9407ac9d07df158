#include "workspace/point_drag.h"

#include "model/point_verbs.h"

#include <algorithm>
#include <cmath>

namespace antardesa::workspace {

namespace {

/// How far before and after a place the line's direction is taken, metres.
constexpr double tangent_m = 0.5;

} // namespace

PointDrag::PointDrag(model::TurningPoint point, const geo::MultiLine& lines,
                     analysis::NumberedLine line)
    : point_(std::move(point)), lines_(lines), near_(lines), line_(std::move(line)),
      is_node_(model::is_cartometric(point_) && line_.is_node(point_.position)),
      place_(point_.position) {
}

std::optional<PointDrag> PointDrag::begin(const model::Atlas& atlas, Id<model::TurningPoint> id) {
    const model::TurningPoint* point = atlas.find(id);
    const model::BoundarySegment* segment = point ? atlas.find(point->segment) : nullptr;
    if (!segment || !segment->geometry || segment->geometry->empty())
        return std::nullopt;
    return PointDrag(*point, *segment->geometry, analysis::NumberedLine(atlas, *segment));
}

void PointDrag::lead(geo::Point to, double reach_m) {
    target_ = Target::none;
    if (!model::lies_on_line(point_)) {
        place_ = to;
        return;
    }
    const geo::Point hand = near_.to_metres(to);
    double nearest = reach_m;
    std::optional<geo::Point> drawn;
    for (const geo::Line& line : lines_)
        for (const geo::Point vertex : line)
            if (const double off = geo::distance(near_.to_metres(vertex), hand); off < nearest) {
                nearest = off;
                drawn = vertex;
            }
    if (drawn) {
        place_ = *drawn;
        target_ = line_.is_node(*drawn) ? Target::node : Target::vertex;
    } else if (const auto station = line_.station(to)) {
        place_ = station->place;
    }
}

geo::Point PointDrag::along(std::size_t number, double metres) const {
    const geo::Line& line = lines_[number];
    geo::Point from = near_.to_metres(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::Point to = near_.to_metres(line[i]);
        const double length = geo::distance(from, to);
        if (metres <= length && length > 0)
            return near_.to_degrees(from + (to - from) * (std::max(metres, 0.0) / length));
        metres -= length;
        from = to;
    }
    return line.back();
}

void PointDrag::step(double east_m, double north_m) {
    target_ = Target::none;
    if (!model::lies_on_line(point_)) {
        place_ = near_.to_degrees(near_.to_metres(place_) + geo::Point{east_m, north_m});
        return;
    }
    const auto here = near_.nearest(place_);
    if (!here)
        return;
    const geo::Point direction = near_.to_metres(along(here->line, here->along_m + tangent_m)) -
                                 near_.to_metres(along(here->line, here->along_m - tangent_m));
    const double by = std::hypot(east_m, north_m);
    const bool forward = geo::dot(direction, {east_m, north_m}) >= 0;
    place_ = along(here->line, here->along_m + (forward ? by : -by));
}

double PointDrag::moved_m() const {
    return geo::distance(near_.to_metres(place_), near_.to_metres(point_.position));
}

} // namespace antardesa::workspace
