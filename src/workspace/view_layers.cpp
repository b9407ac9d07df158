#include "geo/shape.h"
#include "workspace/standing_areas.h"
#include "workspace/view_context.h"

#include <set>

namespace antardesa::workspace {

namespace {

using cartography::AreaMark;
using cartography::LineMark;
using cartography::MapLayer;
using cartography::Mark;
using cartography::PointMark;
using cartography::Shape;

constexpr double width = 18 * millimetres_per_pixel;
constexpr double height = 14 * millimetres_per_pixel;

LineMark line_sample(const style::LineInk& ink) {
    LineMark mark;
    mark.colour = ink.colour;
    mark.width = ink.width;
    double x = 0;
    bool pen_down = true;
    std::size_t next = 0;
    while (x < width) {
        const double run = ink.pattern.empty() ? width : ink.pattern[next++ % ink.pattern.size()];
        const double end = std::min(width, x + run);
        if (pen_down)
            mark.lines.add(std::vector<geo::Point>{{x, height / 2}, {end, height / 2}});
        pen_down = !pen_down;
        x = std::max(end, x + 0.05);
    }
    return mark;
}

AreaMark area_sample(style::Colour colour, double left, double right) {
    AreaMark mark;
    mark.fill = colour;
    mark.rings.add(
        std::vector<geo::Point>{{left, 0}, {right, 0}, {right, height}, {left, height}, {left, 0}});
    return mark;
}

PointMark box_sample(Shape shape, style::Colour stroke) {
    PointMark mark;
    mark.position = {width / 2, height / 2};
    mark.shape = shape;
    mark.size = {3.2};
    mark.fill = {255, 255, 255, 255};
    mark.stroke = stroke;
    mark.stroke_width = {0.4};
    return mark;
}

LineMark hatch_sample(const style::HatchInk& ink) {
    LineMark hatch;
    hatch.colour = ink.colour;
    hatch.width = {0.2};
    const geo::MultiPolygon box{{{{0, 0}, {width, 0}, {width, height}, {0, height}, {0, 0}}, {}}};
    for (const geo::Line& line : geo::hatch(box, 1.1, ink.angle, {0, 0}))
        hatch.lines.add(line);
    return hatch;
}

std::vector<Mark> strip_sample(const style::AreaInk& ink, style::Colour rim) {
    std::vector<Mark> marks{area_sample(ink.fill, 0, width)};
    if (ink.hatch)
        marks.emplace_back(hatch_sample(*ink.hatch));
    LineMark frame;
    frame.colour = rim;
    frame.width = {0.25};
    frame.lines.add(
        std::vector<geo::Point>{{0, 0}, {width, 0}, {width, height}, {0, height}, {0, 0}});
    marks.emplace_back(std::move(frame));
    return marks;
}

std::vector<Mark> sample_of(MapLayer layer, const style::Inks& inks,
                            const text::Typesetter& typesetter) {
    switch (layer) {
    case MapLayer::agreements:
        return {line_sample({inks.colour("field.sda_ttg"), {0.69}, {}, {}, 0, {}})};
    case MapLayer::disputes:
        return strip_sample(inks.area("dispute.contested"), inks.colour("red"));
    case MapLayer::findings:
        return strip_sample(inks.area("finding.error"), inks.colour("red"));
    case MapLayer::mutual_claims:
        return strip_sample(inks.area("exception.claim"), inks.colour("amber"));
    case MapLayer::assets:
        return {box_sample(Shape::rounded_square, inks.colour("fg"))};
    case MapLayer::third_parties:
        return {box_sample(Shape::square, inks.colour("fg"))};
    case MapLayer::village_boundaries:
        return {line_sample(inks.line("boundary.village"))};
    case MapLayer::district_fill: {
        const auto& pastels = inks.palette("district");
        if (pastels.size() < 8)
            return {};
        return {area_sample(pastels[0], 0, width / 2), area_sample(pastels[7], width / 2, width)};
    }
    case MapLayer::rivers:
        return {line_sample(inks.line("reference.river"))};
    case MapLayer::roads:
        return {line_sample(inks.line("reference.road"))};
    case MapLayer::turning_points: {
        PointMark mark = box_sample(Shape::circle, inks.colour("panel"));
        mark.size = {2.2};
        mark.fill = inks.colour("point.cartometric");
        return {mark};
    }
    case MapLayer::labels:
        break;
    }
    cartography::TextMark mark;
    mark.run = typesetter.shape("Aa", {text::Family::sans, text::Weight::medium, {3}, {}});
    mark.position = {(width - mark.run.width) / 2, height / 2 - 1.05};
    mark.colour = inks.colour("fg");
    return {mark};
}

const char* layer_name(MapLayer layer) {
    switch (layer) {
    case MapLayer::agreements:
        return "agreements";
    case MapLayer::disputes:
        return "disputes";
    case MapLayer::assets:
        return "assets";
    case MapLayer::third_parties:
        return "third_parties";
    case MapLayer::findings:
        return "findings";
    case MapLayer::mutual_claims:
        return "mutual_claims";
    case MapLayer::village_boundaries:
        return "village_boundaries";
    case MapLayer::district_fill:
        return "district_fill";
    case MapLayer::labels:
        return "labels";
    case MapLayer::rivers:
        return "rivers";
    case MapLayer::turning_points:
        return "turning_points";
    case MapLayer::roads:
        break;
    }
    return "roads";
}

template<class Rows>
std::size_t passing(const ViewContext& context, const Rows& rows) {
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const auto& row) { return passes(context, row); }));
}

/// Third parties of the agreements that the filter lets through.
std::size_t third_parties(const ViewContext& context) {
    std::set<Id<model::ThirdParty>> found;
    for (const auto& agreement : context.atlas().agreements())
        if (passes(context, agreement))
            for (const auto* party : context.atlas().parties(agreement.id))
                if (party->third_party)
                    found.insert(party->third_party);
    return found.size();
}

/// As many as the list of claims shows.
std::size_t mutual_claims(const ViewContext& context) {
    const auto& rows = context.atlas().table<model::BoundaryException>();
    const auto kept = std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
        return is_standing(row) && passes(context, row);
    });
    const auto& areas = context.atlas().table<model::SpecialArea>();
    const auto brought = std::count_if(areas.begin(), areas.end(), [&](const auto& area) {
        return is_standing(area) && !context.filter.district;
    });
    return static_cast<std::size_t>(kept + brought);
}

std::size_t references(const model::Atlas& atlas, model::ReferenceKind kind) {
    const auto& lines = atlas.table<model::ReferenceLine>();
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [kind](const auto& line) { return line.kind == kind; }));
}

std::optional<std::size_t> count_of(const ViewContext& context, MapLayer layer) {
    const model::Atlas& atlas = context.atlas();
    switch (layer) {
    case MapLayer::agreements:
        return passing(context, atlas.agreements());
    case MapLayer::disputes:
        return passing(context, atlas.disputes());
    case MapLayer::assets:
        return passing(context, atlas.assets());
    case MapLayer::third_parties:
        return third_parties(context);
    case MapLayer::village_boundaries:
        return passing(context, atlas.segments());
    case MapLayer::findings:
        return passing(context, atlas.table<model::BoundaryFinding>());
    case MapLayer::mutual_claims:
        return mutual_claims(context);
    case MapLayer::district_fill:
        return atlas.districts().size();
    case MapLayer::rivers:
        return references(atlas, model::ReferenceKind::river);
    case MapLayer::roads:
        return references(atlas, model::ReferenceKind::road);
    case MapLayer::turning_points:
        return passing(context, atlas.table<model::TurningPoint>());
    case MapLayer::labels:
        break;
    }
    return std::nullopt;
}

} // namespace

LayersView make_layers(const ViewContext& context, const cartography::MapOptions& options,
                       const text::Typesetter& typesetter) {
    LayersView view;
    view.theme = options.theme;
    view.by_district = options.by_district;
    for (int i = 0; i < cartography::map_layer_count; ++i) {
        const auto layer = static_cast<MapLayer>(i);
        LayerRow row;
        row.layer = layer;
        row.name = context.words.say("workspace.layer." + std::string(layer_name(layer)));
        row.visible = options.hidden.count(layer) == 0;
        row.sample = sample_of(layer, context.words.inks(), typesetter);
        if (context.shown)
            if (const auto count = count_of(context, layer))
                row.count = context.words.number(static_cast<double>(*count));
        view.rows.push_back(std::move(row));
    }
    return view;
}

} // namespace antardesa::workspace
