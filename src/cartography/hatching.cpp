#include "cartography/detail/hatching.h"

#include "geo/shape.h"

namespace antardesa::cartography {

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
    // An origin near the data keeps digits; a multiple of a large step keeps the phase.
    for (const geo::Line& line : geo::hatch(polygons, spacing, ink.angle, {0, 0}))
        mark.lines.add(line);
    return mark;
}

} // namespace antardesa::cartography
