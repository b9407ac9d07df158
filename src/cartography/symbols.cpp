#include "cartography/detail/composition.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"

namespace antardesa::cartography {
namespace {

/// One asset: its line or area where it has one, and its symbol.
class AssetPass {
  public:
    AssetPass(Composition& composition, Group& group, const model::SharedAsset& asset)
        : c_(composition), group_(group),
          asset_(asset), subject_{SubjectKind::asset, asset.id.value} {}

    void run() {
        if (!asset_.geometry)
            return;
        if (const auto* points = std::get_if<geo::PointSet>(asset_.geometry.get()))
            for (const geo::Point p : points->points)
                put(c_.geometry.to_map(std::span(&p, 1)).front());
        if (const auto* lines = std::get_if<geo::LineSet>(asset_.geometry.get()))
            draw(*lines);
        if (const auto* areas = std::get_if<geo::PolygonSet>(asset_.geometry.get()))
            draw(*areas);
    }

  private:
    void draw(const geo::LineSet& set) {
        Strokes strokes(c_, c_.inks.line("asset.line"), subject_);
        std::optional<geo::Point> middle;
        for (const geo::Line& degrees : set.lines) {
            const geo::Line line = c_.shown_line(degrees);
            strokes.add(line);
            if (!middle && line.size() >= 2)
                middle = geo::station_at(line, geo::length(line) / 2).position;
        }
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        if (middle)
            put(*middle);
    }

    void draw(const geo::PolygonSet& set) {
        Path rings;
        Strokes rim(c_, c_.inks.line("asset.line"), subject_);
        geo::MultiPolygon polygons;
        for (const geo::Polygon& polygon : set.polygons) {
            polygons.push_back({c_.shown_line(polygon.outer), {}});
            rings.add(polygons.back().outer);
            rim.add(polygons.back().outer);
            for (const geo::Ring& hole : polygon.holes)
                rings.add(c_.shown_line(hole));
        }
        const geo::Box box = geo::bounds(polygons);
        if (!box.intersects(c_.extent))
            return;
        group_.marks.emplace_back(AreaMark{rings, c_.inks.area("asset.area").fill, subject_});
        rim.put_stroke(group_);
        const double precision = std::max(box.width(), box.height()) / 50 + 0.01;
        if (const auto inside = geo::pole_of_inaccessibility(polygons, precision))
            put(inside->position);
    }

    void put(geo::Point at) {
        if (!c_.extent.contains(at))
            return;
        const bool selected = c_.is_selected(SubjectKind::asset, asset_.id.value);
        PointMark mark =
            icon_symbol(c_, at,
                        {Shape::rounded_square, ink_name("asset", model::code_of(asset_.kind)),
                         "asset", c_.inks.colour("panel"),
                         c_.inks.colour(selected ? "selection" : "fg"), c_.inks.colour("fg")},
                        subject_);
        if (selected)
            mark.stroke_width = mark.stroke_width * 2;
        c_.yielding.push_back(ink_box(c_, mark));
        group_.marks.emplace_back(std::move(mark));
        c_.drawn.insert(LegendKey::asset);
    }

    Composition& c_;
    Group& group_;
    const model::SharedAsset& asset_;
    Subject subject_;
};

} // namespace

void draw_symbols(Composition& composition) {
    Group& group = composition.start_group("symbols");
    draw_turning_points(composition, group);
    if (composition.shows(MapLayer::assets))
        for (const model::SharedAsset& asset : composition.atlas.assets())
            AssetPass(composition, group, asset).run();
    for (Mark& mark : composition.symbols)
        group.marks.push_back(std::move(mark));
}

} // namespace antardesa::cartography
