#include "cartography/detail/composition.h"
#include "cartography/detail/regions.h"
#include "cartography/detail/strokes.h"
#include "cartography/district_link.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

void add_district(const Composition& c, Id<model::District> district,
                  std::vector<std::uint32_t>& villages) {
    const std::size_t index = c.atlas.districts().index_of(district);
    if (index < c.facts.villages_of.size())
        villages.insert(villages.end(), c.facts.villages_of[index].begin(),
                        c.facts.villages_of[index].end());
}

/// Villages that the selection names itself or through their kecamatan.
std::vector<std::uint32_t> selected_villages(const Composition& c) {
    std::vector<std::uint32_t> result;
    for (const Subject subject : c.options.selection) {
        if (subject.kind == SubjectKind::village) {
            const std::size_t index = c.atlas.villages().index_of({subject.id});
            if (index < c.atlas.villages().size())
                result.push_back(static_cast<std::uint32_t>(index));
        }
        if (subject.kind == SubjectKind::district)
            add_district(c, {subject.id}, result);
        if (subject.kind == SubjectKind::district_link) {
            const auto [one, other] = linked_districts(subject);
            add_district(c, one, result);
            add_district(c, other, result);
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

void outline_areas(Composition& c, Group& group, Strokes& strokes) {
    const std::vector<std::uint32_t> villages = selected_villages(c);
    if (villages.empty())
        return;
    const auto rings = region_rings({*c.coverage, villages, [](topology::Claimant) { return 0; }, 1,
                                     c.extent.grown(5 * c.metre), 0});
    group.marks.emplace_back(AreaMark{rings[0], c.inks.area("selection.area").fill, {}});
    for (std::size_t i = 0; i < rings[0].size(); ++i) {
        const auto part = rings[0].part(i);
        geo::Line closed(part.begin(), part.end());
        if (!closed.empty())
            closed.push_back(closed.front());
        strokes.add_solid(closed);
    }
}

void outline_segments(const Composition& c, Strokes& strokes) {
    c.geometry.arc_index().visit(c.extent, [&](std::uint32_t index) {
        const Id<model::BoundarySegment> segment = c.facts.arcs[index].segment;
        if (segment && c.is_selected(SubjectKind::segment, segment.value))
            strokes.add_solid(c.coverage->points(c.coverage->arcs[index]));
    });
}

void outline_strip(const Composition& c, const geo::MultiPolygon& polygons, Strokes& strokes) {
    for (const geo::Polygon& polygon : polygons)
        strokes.add_solid(c.shown_line(polygon.outer));
}

void outline_strips(const Composition& c, Strokes& strokes) {
    for (const Subject subject : c.options.selection) {
        if (subject.kind == SubjectKind::finding) {
            const auto* finding = c.atlas.find(Id<model::BoundaryFinding>{subject.id});
            const auto* set = finding && finding->geometry
                                  ? std::get_if<geo::PolygonSet>(finding->geometry.get())
                                  : nullptr;
            if (set)
                outline_strip(c, set->polygons, strokes);
        }
        if (subject.kind == SubjectKind::exception)
            if (const auto* exception = c.atlas.find(Id<model::BoundaryException>{subject.id}))
                outline_strip(c, *exception->geometry, strokes);
    }
}

} // namespace

void draw_selection(Composition& composition) {
    Group& group = composition.start_group("selection");
    if (composition.options.selection.empty())
        return;
    Strokes strokes(composition, composition.inks.line("selection.line"));
    outline_areas(composition, group, strokes);
    outline_segments(composition, strokes);
    outline_strips(composition, strokes);
    strokes.put_casing(group);
    strokes.put_stroke(group);
}

} // namespace antardesa::cartography
