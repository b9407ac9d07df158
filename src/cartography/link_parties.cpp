#include "cartography/detail/link_parties.h"

#include "cartography/detail/strokes.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <cmath>
#include <set>

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

LegendKey legend_of(model::StageGroup stage) {
    switch (stage) {
    case model::StageGroup::draft:
        return LegendKey::agreement_draft;
    case model::StageGroup::expiring:
        return LegendKey::agreement_expiring;
    case model::StageGroup::ended:
        return LegendKey::agreement_ended;
    case model::StageGroup::running:
        break;
    }
    return LegendKey::agreement_running;
}

int importance(model::StageGroup stage, bool selected) {
    if (selected)
        return 4;
    switch (stage) {
    case model::StageGroup::ended:
        return 0;
    case model::StageGroup::draft:
        return 1;
    case model::StageGroup::running:
        return 2;
    case model::StageGroup::expiring:
        break;
    }
    return 3;
}

LinkShape group_link(const Composition& c, const std::vector<std::uint32_t>& villages,
                     const std::vector<geo::Point>& ends) {
    if (ends.size() < least_of_tree)
        return star_link(ends, hub_of(c, ends));
    LinkShape tree = tree_link(ends);
    const double reach = ends.size() == villages.size() ? contour_reach(tree) : 0;
    if (reach == 0)
        return tree;
    const std::set<std::uint32_t> members(villages.begin(), villages.end());
    std::vector<geo::Point> others;
    std::set<std::uint32_t> seen;
    for (const geo::Line& edge : tree.lines)
        c.geometry.claimant_index().visit(
            geo::bounds(std::span<const geo::Point>(edge)).grown(2 * reach),
            [&](std::uint32_t claimant) {
                if (claimant < c.atlas.villages().size() && !members.contains(claimant) &&
                    seen.insert(claimant).second)
                    others.push_back(c.geometry.anchor(claimant));
            });
    return contour_link(std::move(tree), others);
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
