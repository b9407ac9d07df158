#include "cartography/detail/strokes.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <cmath>
#include <numeric>

namespace antardesa::cartography {

std::vector<double> stroke_pattern(const style::LineInk& ink, double unit) {
    std::vector<double> pattern;
    for (std::size_t i = 0; i + 1 < ink.pattern.size(); i += 2) {
        pattern.push_back(std::max(0.0, ink.pattern[i] - ink.width.value) * unit);
        pattern.push_back((ink.pattern[i + 1] + ink.width.value) * unit);
    }
    return pattern;
}

geo::MultiLine visible_stretches(std::span<const geo::Point> line, const geo::Box& extent,
                                 double period) {
    geo::MultiLine stretches;
    double along = 0; // length up to the current vertex
    bool inside = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        geo::Box box;
        box.extend(line[i - 1]);
        box.extend(line[i]);
        const double step = geo::distance(line[i - 1], line[i]);
        if (!box.intersects(extent)) {
            inside = false;
        } else {
            if (!inside) {
                stretches.emplace_back();
                const double back = period > 0 ? std::fmod(along, period) : 0;
                if (back > 0)
                    stretches.back().push_back(geo::station_at(line, along - back).position);
                // Going back along the chord instead of the line is hidden outside the view.
                stretches.back().push_back(line[i - 1]);
            }
            stretches.back().push_back(line[i]);
            inside = true;
        }
        along += step;
    }
    return stretches;
}

Strokes::Strokes(const Composition& composition, const style::LineInk& ink, Subject subject)
    : composition_(composition), ink_(ink), subject_(subject),
      pattern_(stroke_pattern(ink, composition.metre)),
      period_(std::accumulate(pattern_.begin(), pattern_.end(), 0.0)),
      wants_casing_(ink.casing > 0 && ink.casing_colour.alpha > 0) {
}

void Strokes::add(std::span<const geo::Point> line, double solid_below) {
    if (line.size() < 2)
        return;
    const geo::Box& extent = composition_.extent;
    const geo::Box box = geo::bounds(line);
    if (!box.intersects(extent))
        return;
    const double shortest = solid_below * composition_.metre;
    if (period_ <= 0 || geo::length(line) < shortest) {
        add_solid(line);
        return;
    }
    if (wants_casing_)
        whole_.add(line);
    const auto dash = [&](std::span<const geo::Point> part) {
        for (const geo::Line& stroke : geo::dashed(part, pattern_, 0))
            inked_.add(stroke);
    };
    if (extent.contains(box)) {
        dash(line);
        return;
    }
    const double margin = 5 * composition_.metre;
    for (const geo::Line& part : visible_stretches(line, extent.grown(margin), period_))
        dash(part);
}

void Strokes::add_solid(std::span<const geo::Point> line) {
    if (line.size() < 2)
        return;
    if (wants_casing_)
        whole_.add(line);
    inked_.add(line);
}

void Strokes::put_casing(Group& group) const {
    if (!wants_casing_ || whole_.size() == 0)
        return;
    LineMark mark;
    mark.lines = whole_;
    mark.colour = ink_.casing_colour;
    mark.width = {ink_.width.value + 2 * ink_.casing};
    mark.subject = subject_;
    group.marks.emplace_back(std::move(mark));
}

void Strokes::put_stroke(Group& group) const {
    if (inked_.size() == 0)
        return;
    LineMark mark;
    mark.lines = inked_;
    mark.colour = ink_.colour;
    mark.width = ink_.width;
    mark.subject = subject_;
    group.marks.emplace_back(std::move(mark));
}

} // namespace antardesa::cartography
