#include "cartography/detail/link_parties.h"

#include "cartography/detail/strokes.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {

namespace {

bool on_land(const Composition& c, geo::Point p) {
    bool found = false;
    c.geometry.claimant_index().visit({p, p}, [&](std::uint32_t claimant) {
        found = found || geo::contains(topology::polygons_of(*c.coverage, claimant), p);
    });
    return found;
}

} // namespace

geo::Point hub_of(const Composition& c, const std::vector<geo::Point>& ends) {
    geo::Point hub;
    for (const geo::Point end : ends)
        hub = hub + end * (1.0 / static_cast<double>(ends.size()));
    const auto nearest =
        std::min_element(ends.begin(), ends.end(), [&](geo::Point a, geo::Point b) {
            return geo::distance(a, hub) < geo::distance(b, hub);
        });
    for (int step = 0; step < 4 && !on_land(c, hub); ++step)
        hub = hub + (*nearest - hub) * 0.3;
    return hub;
}

void draw_third_party(Composition& c, Group& group, const model::ThirdParty& party,
                      const PartyLink& link) {
    // Without a position: beside the village, each at its own angle.
    const double angle =
        3.6 + 1.1 * link.rank + 0.7 * static_cast<double>(link.agreement.value % 5);
    const double reach = 2.6 * c.inks.number("third_party.size", 5.5) * c.symbol_scale * c.metre;
    const geo::Point at = party.position
                              ? c.geometry.to_map(std::span(&*party.position, 1)).front()
                              : link.from + geo::Point{std::cos(angle), std::sin(angle)} * reach;
    style::LineInk ink = c.inks.line("party.link");
    ink.colour = link.colour;
    Strokes strokes(c, ink, {SubjectKind::agreement, link.agreement.value});
    strokes.add(geo::Line{link.from, at});
    strokes.put_casing(group);
    strokes.put_stroke(group);
    if (!c.extent.contains(at))
        return;
    put_symbol(c, icon_symbol(c, at,
                              {Shape::square, "party.third", "third_party", c.inks.colour("panel"),
                               link.colour, link.colour},
                              {SubjectKind::third_party, party.id.value}));
    c.drawn.insert(LegendKey::third_party);
}

} // namespace antardesa::cartography
