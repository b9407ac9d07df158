#include "cartography/detail/hatching.h"

#include "geo/shape.h"

#include <cmath>
#include <numbers>

namespace antardesa::cartography {

namespace {

/// A place near the data that a line through the map's origin would run through, too, counted in
/// whole spacings: near, because at large scales the data lie millions of spacings off.
geo::Point origin_near(const geo::MultiPolygon& polygons, double spacing, double angle) {
    const geo::Box box = geo::bounds(polygons);
    if (box.empty() || !(spacing > 0))
        return {0, 0};
    const double radians = angle * std::numbers::pi / 180;
    const geo::Point across{-std::sin(radians), std::cos(radians)};
    const double off = geo::dot(box.centre(), across);
    return box.centre() + across * (std::round(off / spacing) * spacing - off);
}

} // namespace

LineMark hatch_mark(const Composition& composition, const Path& rings, const style::HatchInk& ink,
                    Subject subject) {
    // Rings of one even-odd area are all given as holes' equals: hatch() counts crossings only.
    geo::MultiPolygon polygons;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const auto part = rings.part(i);
        geo::Polygon polygon;
        polygon.outer.assign(part.begin(), part.end());
        if (!polygon.outer.empty() && polygon.outer.front() != polygon.outer.back())
            polygon.outer.push_back(polygon.outer.front());
        polygons.push_back(std::move(polygon));
    }
    LineMark mark;
    mark.colour = ink.colour;
    mark.width = ink.width;
    mark.round = false;
    mark.subject = subject;
    const double spacing = ink.spacing.value * composition.metre;
    for (const geo::Line& line :
         geo::hatch(polygons, spacing, ink.angle, origin_near(polygons, spacing, ink.angle)))
        mark.lines.add(line);
    return mark;
}

} // namespace antardesa::cartography
