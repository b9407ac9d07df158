#include "cartography/detail/composition.h"
#include "cartography/detail/hatching.h"
#include "cartography/detail/strokes.h"

namespace antardesa::cartography {
namespace {

/// Land that is no wider than this on the surface has a mark besides, for else nobody finds it.
constexpr double legible = 4; // millimetres

class RepairPass {
  public:
    RepairPass(Composition& composition, Group& group) : c_(composition), group_(group) {}

    void area(const RepairPicture::Area& area) {
        Path rings;
        geo::Box box;
        for (const geo::Polygon& polygon : area.land) {
            add(rings, box, polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                add(rings, box, hole);
        }
        if (!box.intersects(c_.extent))
            return;
        const bool is_small = std::max(box.width(), box.height()) / c_.metre < legible;
        put(rings, repair_area(c_.inks, area.gains ? "repair.gain" : "repair.keep", area.owner),
            is_small);
        c_.drawn.insert(LegendKey::settled_land);
        for (const int loser : area.losing) {
            put(rings, repair_area(c_.inks, "repair.loss", loser), is_small);
            c_.drawn.insert(LegendKey::lost_land);
        }
        if (is_small)
            sign(area, box.centre());
    }

    void borders(const geo::MultiLine& lines) {
        Strokes strokes(c_, c_.inks.line("repair.border"), {});
        for (const geo::Line& degrees : lines) {
            const geo::Line line = c_.shown_line(degrees);
            if (geo::bounds(std::span<const geo::Point>(line)).intersects(c_.extent))
                strokes.add_solid(line);
        }
        if (strokes.empty())
            return;
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        c_.drawn.insert(LegendKey::new_border);
    }

  private:
    void add(Path& rings, geo::Box& box, const geo::Ring& degrees) const {
        const geo::Line ring = c_.shown_line(degrees);
        box.extend(geo::bounds(std::span<const geo::Point>(ring)));
        rings.add(ring);
    }

    void put(const Path& rings, const style::AreaInk& ink, bool is_small) {
        if (ink.fill.alpha > 0)
            group_.marks.emplace_back(AreaMark{rings, ink.fill, {}});
        if (ink.hatch && !is_small)
            group_.marks.emplace_back(hatch_mark(c_, rings, *ink.hatch, {}));
    }

    /// The owner's colour in a ring of the one who loses.
    void sign(const RepairPicture::Area& area, geo::Point at) {
        if (!c_.extent.contains(at))
            return;
        PointMark mark;
        mark.position = at;
        mark.shape = Shape::circle;
        mark.size = {c_.inks.number("finding.size", 2.6)};
        mark.fill = repair_shade(c_.inks, area.owner);
        mark.stroke = area.losing.empty() ? c_.inks.colour("panel")
                                          : repair_shade(c_.inks, area.losing.front());
        mark.stroke_width = {2 * c_.inks.number("finding.stroke", 0.4)};
        put_symbol(c_, std::move(mark));
    }

    Composition& c_;
    Group& group_;
};

} // namespace

void draw_repair(Composition& composition) {
    if (!composition.options.repair)
        return;
    RepairPass pass(composition, composition.start_group("repair"));
    for (const RepairPicture::Area& area : composition.options.repair->areas) {
        composition.progress.check();
        pass.area(area);
    }
    pass.borders(composition.options.repair->borders);
}

} // namespace antardesa::cartography
