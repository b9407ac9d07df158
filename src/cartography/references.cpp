#include "cartography/detail/composition.h"
#include "cartography/detail/strokes.h"

namespace antardesa::cartography {
namespace {

void draw_lines(Composition& c, Group& group, model::ReferenceKind kind) {
    const bool river = kind == model::ReferenceKind::river;
    if (!c.shows(river ? MapLayer::rivers : MapLayer::roads))
        return;
    const style::LineInk& ink = c.inks.line(river ? "reference.river" : "reference.road");
    for (const model::ReferenceLine& row : c.atlas.table<model::ReferenceLine>()) {
        if (row.kind != kind || !row.geometry)
            continue;
        Strokes strokes(c, ink, {SubjectKind::reference_line, row.id.value});
        for (const geo::Line& line : *row.geometry)
            strokes.add(c.shown_line(line));
        if (strokes.empty())
            continue;
        strokes.put_stroke(group);
        c.drawn.insert(river ? LegendKey::river : LegendKey::road);
    }
}

} // namespace

void draw_references(Composition& composition) {
    Group& group = composition.start_group("references");
    draw_lines(composition, group, model::ReferenceKind::road);
    draw_lines(composition, group, model::ReferenceKind::river);
}

} // namespace antardesa::cartography
