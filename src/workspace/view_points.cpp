#include "analysis/close_points.h"
#include "analysis/turning_points.h"
#include "base/text.h"
#include "crs/coordinate_text.h"
#include "workspace/card_builder.h"
#include "workspace/list_builder.h"
#include "workspace/spoken_position.h"
#include "workspace/state.h"

#include <cmath>

namespace antardesa::workspace {

namespace {

std::string accuracy_text(const model::TurningPoint& point, const Words& words) {
    return point.accuracy_m ? "± " + words.number(*point.accuracy_m, 2) + " m" : std::string();
}

std::string pair_of(const ViewContext& context, const model::TurningPoint& point) {
    const auto* segment = context.atlas().find(point.segment);
    return segment ? pair_name(context.atlas(), segment->first, segment->second) : std::string();
}

/// "5 mm dari TK 001": two points that may be one.
Tag twin_tag(const ViewContext& context, const model::TurningPoint& point) {
    const auto twin = analysis::close_twin(context.atlas(), point);
    if (!twin)
        return {};
    return {context.words.say("workspace.point.close",
                              {context.words.number(std::round(twin->metres * 1000)),
                               twin->other->kind + " " + twin->other->number}),
            Tone::amber};
}

/// "0,37 m dari garis" for a point that left its line.
Tag stray_tag(const ViewContext& context, const model::TurningPoint& point) {
    const PointFigures* figures = figures_of(context, point.id);
    if (!figures || !(figures->off_m > 0))
        return twin_tag(context, point);
    if (!std::isfinite(figures->off_m))
        return {context.words.say("workspace.no_line"), Tone::amber};
    return {context.words.say("workspace.point.off", {context.words.number(figures->off_m, 2)}),
            Tone::amber};
}

SortableRow point_list_row(const ViewContext& context, const model::TurningPoint& point) {
    const Words& words = context.words;
    const auto said = [&](std::string text) {
        return spoken_position(std::move(text), words.language().language());
    };
    SortableRow row;
    row.row.subject = {SubjectKind::turning_point, point.id.value};
    const std::string code = analysis::point_code(context.atlas(), point);
    if (stray_tag(context, point).text.empty())
        row.text(code);
    else
        row.with_icon(words.icon("warning", "amber"), code);
    row.searched += lower_case(pair_of(context, point)) + "\n";
    row.figure(said(crs::latitude_text(point.position.y)), point.position.y);
    row.figure(said(crs::longitude_text(point.position.x)), point.position.x);
    const PointFigures* figures = figures_of(context, point.id);
    row.figure(figures ? crs::grouped_metres(figures->metres.x) : "",
               figures ? figures->metres.x : 0);
    row.figure(figures ? crs::grouped_metres(figures->metres.y) + "  " +
                             crs::utm_zone_name(figures->zone)
                       : "",
               figures ? figures->metres.y : 0);
    row.figure(accuracy_text(point, words), point.accuracy_m.value_or(1e9));
    return row;
}

} // namespace

ListContent point_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {
        column(words, "point", 2, 184),           column(words, "latitude", 1, 96, true),
        column(words, "longitude", 1, 100, true), column(words, "x", 0.7F, 56, true),
        column(words, "y", 0.8F, 96, true),       column(words, "accuracy", 0.6F, 56, true)};
    content.name_column = 0;
    content.empty_key = "workspace.empty.points";
    for (const auto& point : context.atlas().table<model::TurningPoint>()) {
        ++content.total;
        if (passes(context, point))
            content.rows.push_back(point_list_row(context, point));
    }
    return content;
}

std::vector<CardRow> point_card_rows(const ViewContext& context,
                                     Id<model::BoundarySegment> segment) {
    std::vector<CardRow> rows;
    for (const auto* point : context.atlas().points_of(segment)) {
        const auto icon = context.words.icon("point");
        const std::string title = point->kind == "TK"
                                      ? point->kind + " " + point->number
                                      : analysis::point_code(context.atlas(), *point);
        rows.push_back(
            {{SubjectKind::turning_point, point->id.value},
             icon.code,
             icon.colour,
             title,
             spoken_position(crs::dms_text(point->position), context.words.language().language()),
             stray_tag(context, *point)});
    }
    return rows;
}

CardView point_card(const ViewContext& context, const model::TurningPoint& point) {
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::turning_point, point.id.value};
    card.title = point.kind + " " + point.number;
    card.subtitle = pair_of(context, point);
    card.point = point;
    add_property(card, context, "point_code", analysis::point_code(context.atlas(), point));
    const auto said = [&](std::string text) {
        return spoken_position(std::move(text), words.language().language());
    };
    add_property(card, context, "latitude", said(crs::latitude_text(point.position.y)));
    add_property(card, context, "longitude", said(crs::longitude_text(point.position.x)));
    if (const PointFigures* figures = figures_of(context, point.id))
        add_property(card, context, "utm",
                     said(crs::grouped_metres(figures->metres.x) + " mT  " +
                          crs::grouped_metres(figures->metres.y) + " mU  " +
                          crs::utm_zone_name(figures->zone)));
    add_property(card, context, "accuracy", accuracy_text(point, words));
    add_property(card, context, "method", point.method);
    add_property(card, context, "marker", words.name("point_marker", point.marker));
    add_property(card, context, "remark", point.remark);
    add_property(card, context, "off_line", stray_tag(context, point).text);
    const auto* segment = context.atlas().find(point.segment);
    if (segment) {
        card.decrees = decree_choices(context.atlas(), *segment);
        const auto icon = words.icon("field.batas_desa");
        add_section(card, context, "segment",
                    {{{SubjectKind::segment, segment->id.value},
                      icon.code,
                      icon.colour,
                      pair_name(context.atlas(), segment->first, segment->second),
                      words.language().distance(segment->length_m),
                      words.segment_tag(segment->state)}});
    }
    return card;
}

PointHandleView Workspace::State::make_point_handle() const {
    PointHandleView view;
    if (shown.empty() || selection.empty() || selection.front().kind != SubjectKind::turning_point)
        return view;
    const auto* point = shown.atlas->find(Id<model::TurningPoint>{selection.front().id});
    if (!point)
        return view;
    const bool dragged = point_drag && point_drag->point() == point->id;
    const geo::Point place = dragged ? point_drag->place() : point->position;
    view.at = shown.geometry->to_map(place);
    view.led = dragged && point_led;
    if (!view.led)
        return view;
    const Words spoken = words();
    view.from = shown.geometry->to_map(point->position);
    view.locked = point_drag->is_node();
    view.drawn = point_drag->target() != PointDrag::Target::none;
    view.title = point->kind + " " + point->number + " · " +
                 spoken.say("workspace.metres", {spoken.number(point_drag->moved_m(), 2)});
    if (view.locked)
        view.title += " · " + spoken.say("workspace.point.of_node");
    else if (view.drawn)
        view.title += " · " + spoken.say(point_drag->target() == PointDrag::Target::node
                                             ? "workspace.line.snap_node"
                                             : "workspace.line.snap_vertex");
    view.detail = spoken_position(crs::dms_text(place), language().language());
    view.planar =
        spoken_position(crs::utm_text(place, shown.geometry->zone()), language().language());
    return view;
}

} // namespace antardesa::workspace
