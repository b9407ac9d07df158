#include "cartography/detail/composition.h"
#include "cartography/detail/hatching.h"
#include "cartography/detail/strokes.h"

namespace antardesa::cartography {
namespace {

/// A strip that is no wider than this on the surface is drawn with a mark besides, for else nobody
/// would find it.
constexpr double legible = 4; // millimetres

struct StripInk {
    const char* area;
    const char* rim;
};

class StripPass {
  public:
    StripPass(Composition& composition, Group& group) : c_(composition), group_(group) {}

    /// Hatched and outlined; nothing when it lies outside the view. Returns whether it was drawn.
    bool strip(const geo::MultiPolygon& polygons, StripInk ink, Subject subject) {
        Path rings;
        geo::Box box;
        for (const geo::Polygon& polygon : polygons) {
            add(rings, box, polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                add(rings, box, hole);
        }
        if (!box.intersects(c_.extent))
            return false;
        const style::AreaInk& area = c_.inks.area(ink.area);
        group_.marks.emplace_back(AreaMark{rings, area.fill, subject});
        const bool is_small = std::max(box.width(), box.height()) / c_.metre < legible;
        if (area.hatch && !is_small)
            group_.marks.emplace_back(hatch_mark(c_, rings, *area.hatch, subject));
        Strokes rim(c_, c_.inks.line(ink.rim), subject);
        for (std::size_t i = 0; i < rings.size(); ++i)
            rim.add_solid(rings.part(i));
        rim.put_stroke(group_);
        return true;
    }

    /// Where a line was agreed to be.
    void line(const geo::MultiLine& lines, const char* ink, Subject subject) {
        Strokes strokes(c_, c_.inks.line(ink), subject);
        for (const geo::Line& degrees : lines) {
            const geo::Line line = c_.shown_line(degrees);
            if (geo::bounds(std::span<const geo::Point>(line)).intersects(c_.extent))
                strokes.add(line);
        }
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
    }

    void point(geo::Point degrees, const char* colour, Subject subject) {
        const geo::Point at = c_.geometry.to_map(degrees);
        if (!c_.extent.contains(at))
            return;
        PointMark mark;
        mark.position = at;
        mark.shape = Shape::circle;
        mark.size = {c_.inks.number("finding.size", 2.6)};
        mark.fill = c_.inks.colour(colour);
        mark.stroke = c_.inks.colour("panel");
        mark.stroke_width = {c_.inks.number("finding.stroke", 0.4)};
        mark.subject = subject;
        put_symbol(c_, std::move(mark));
    }

  private:
    void add(Path& rings, geo::Box& box, const geo::Ring& degrees) const {
        const geo::Line ring = c_.shown_line(degrees);
        box.extend(geo::bounds(std::span<const geo::Point>(ring)));
        rings.add(ring);
    }

    Composition& c_;
    Group& group_;
};

/// How an exception is drawn. Claims and undefined areas are features of the map until they are
/// settled, also on paper; lakes and the like only explain what the check leaves out.
struct Look {
    MapLayer layer = MapLayer::findings;
    const char* area = "exception.allowed";
    LegendKey key = LegendKey::allowed_strip;
};

Look look_of(model::ExceptionReason reason) {
    if (reason == model::ExceptionReason::mutual_claim)
        return {MapLayer::mutual_claims, "exception.claim", LegendKey::mutual_claim};
    if (reason == model::ExceptionReason::undefined)
        return {MapLayer::mutual_claims, "special", LegendKey::undefined_area};
    return {};
}

void draw_exceptions(Composition& c, StripPass& pass) {
    for (const auto& exception : c.atlas.table<model::BoundaryException>()) {
        c.progress.check();
        const Look look = look_of(exception.reason);
        if (!c.shows(look.layer) || (look.layer == MapLayer::findings && c.on_paper()))
            continue;
        const Subject subject{SubjectKind::exception, exception.id.value};
        const char* rim =
            look.key == LegendKey::mutual_claim ? "exception.claim" : "exception.allowed";
        if (exception.geometry && pass.strip(*exception.geometry, {look.area, rim}, subject))
            c.drawn.insert(look.key);
    }
}

} // namespace

void draw_findings(Composition& composition) {
    Group& group = composition.start_group("findings");
    StripPass pass(composition, group);
    draw_exceptions(composition, pass);
    if (!composition.shows(MapLayer::findings) || composition.on_paper() ||
        composition.options.repair)
        return;
    for (const auto& finding : composition.atlas.table<model::BoundaryFinding>()) {
        composition.progress.check();
        if (!analysis::matches(composition.options.filter, finding))
            continue;
        const auto* agreed = std::get_if<geo::LineSet>(finding.geometry.get());
        if (!composition.extent.contains(
                composition.geometry.to_map({finding.longitude, finding.latitude})) &&
            !finding.area_m2 && !agreed)
            continue;
        const Subject subject{SubjectKind::finding, finding.id.value};
        const bool severe = finding.severity == Severity::error;
        const auto* set = std::get_if<geo::PolygonSet>(finding.geometry.get());
        const char* ink = severe ? "finding.error" : "finding.warning";
        if (set && !pass.strip(set->polygons, {ink, ink}, subject))
            continue;
        if (agreed)
            pass.line(agreed->lines, "finding.agreed", subject);
        pass.point({finding.longitude, finding.latitude}, severe ? "red" : "amber", subject);
        composition.drawn.insert(LegendKey::finding);
    }
}

} // namespace antardesa::cartography
