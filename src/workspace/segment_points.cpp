#include "workspace/segment_points.h"

#include "analysis/point_following.h"
#include "workspace/words.h"

#include <algorithm>
#include <cstdio>

namespace antardesa::workspace {

namespace {

using analysis::NumberedLine;
using model::BoundarySegment;
using model::TurningPoint;

Refusal refused(std::string key, std::vector<std::string> arguments = {}) {
    return {{"workspace.point." + std::move(key), std::move(arguments)}};
}

/// Metres with a decimal comma: centimetres where they matter.
std::string metres(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", value < 10 ? 2 : 0, value);
    std::string result = text;
    std::replace(result.begin(), result.end(), '.', ',');
    return result;
}

bool has_line(const BoundarySegment& segment) {
    return segment.geometry && !segment.geometry->empty();
}

std::vector<TurningPoint> points_of(const model::Atlas& atlas, Id<BoundarySegment> segment) {
    std::vector<TurningPoint> points;
    for (const TurningPoint* point : atlas.points_of(segment))
        points.push_back(*point);
    return points;
}

Message named(const char* key, const model::Atlas& atlas, const BoundarySegment& segment) {
    return {key, {village_name(atlas, segment.first), village_name(atlas, segment.second)}};
}

void take_texts(TurningPoint& point, const PointRequest& request) {
    point.kind = request.kind.value_or(point.kind);
    point.number = request.number.value_or(point.number);
    point.remark = request.remark.value_or(point.remark);
    point.method = request.method.value_or(point.method);
    point.marker = request.marker.value_or(point.marker);
    if (request.accuracy_m || request.clear_accuracy)
        point.accuracy_m = request.accuracy_m;
}

/// How far a titik kartometrik lies off the line; nothing when it lies on it.
std::optional<double> stray_distance(const NumberedLine& line, const TurningPoint& point) {
    const auto station = line.station(point.position);
    if (!model::is_cartometric(point) || !station || station->off_m <= analysis::on_line_m)
        return std::nullopt;
    return station->off_m;
}

/// At its nearest place on the line, which nobody has measured.
void put_onto(const NumberedLine& line, TurningPoint& point) {
    point.position = line.station(point.position)->place;
    point.method = "kartometrik";
    point.accuracy_m.reset();
}

/// The segment that a request is about: a point knows its own.
const BoundarySegment* segment_of(const model::Atlas& atlas, const PointRequest& request) {
    if (const TurningPoint* point = atlas.find(request.point))
        return atlas.find(point->segment);
    return atlas.find(request.segment);
}

} // namespace

Result<model::Edit> number_points(const model::Atlas& atlas, Id<BoundarySegment> id, bool snap,
                                  Id<model::Document> document) {
    const BoundarySegment* segment = atlas.find(id);
    if (!segment)
        return Refusal{{"model.unknown_segment", {std::to_string(id.value)}}};
    if (!has_line(*segment))
        return refused("no_line", {pair_name(atlas, segment->first, segment->second)});
    const NumberedLine line(atlas, *segment);
    std::vector<TurningPoint> points = points_of(atlas, id);
    if (snap)
        points = analysis::settled_at_nodes(line, std::move(points));
    std::string strays;
    for (TurningPoint& point : points)
        if (const auto off = stray_distance(line, point); off && snap)
            put_onto(line, point);
        else if (off)
            strays += (strays.empty() ? "" : "; ") + analysis::point_code(atlas, point) + " (id " +
                      std::to_string(point.id.value) + ", " + metres(*off) + " m)";
    if (!strays.empty())
        return refused("strays", {pair_name(atlas, segment->first, segment->second), strays});
    auto edit = model::replace_points(atlas, {named("edit.number_points", atlas, *segment), id,
                                              analysis::with_node_points(line, std::move(points)),
                                              document});
    if (edit && edit.value().writes.empty())
        return refused("in_order", {pair_name(atlas, segment->first, segment->second)});
    return edit;
}

Result<model::Edit> put_point(const model::Atlas& atlas, const PointRequest& request) {
    const TurningPoint* old = atlas.find(request.point);
    if (request.point && !old)
        return refused("unknown", {std::to_string(request.point.value)});
    const BoundarySegment* segment = segment_of(atlas, request);
    if (!segment)
        return Refusal{{"model.unknown_segment", {std::to_string(request.segment.value)}}};
    if (!has_line(*segment))
        return refused("no_line", {pair_name(atlas, segment->first, segment->second)});
    TurningPoint point = old ? *old : TurningPoint{};
    if (!old)
        point.kind = "TK";
    take_texts(point, request);
    if (!old && !request.position)
        return refused("needs_place");
    const NumberedLine line(atlas, *segment);
    if (request.position) {
        point.position = *request.position;
        const auto station = line.station(point.position);
        if (station && (model::lies_on_line(point) || request.snap)) {
            if (station->off_m > analysis::on_line_m && !request.snap)
                return refused("off_line", {metres(station->off_m)});
            point.position = station->place;
        }
    }
    std::vector<TurningPoint> points = points_of(atlas, segment->id);
    if (old)
        *std::find_if(points.begin(), points.end(),
                      [&](const TurningPoint& other) { return other.id == point.id; }) = point;
    else
        points.push_back(point);
    return model::replace_points(
        atlas, {named(old ? "edit.change_point" : "edit.add_point", atlas, *segment), segment->id,
                analysis::with_node_points(line, std::move(points)), request.document});
}

Result<model::Edit> delete_point(const model::Atlas& atlas, Id<TurningPoint> id,
                                 Id<model::Document> document) {
    const TurningPoint* old = atlas.find(id);
    const BoundarySegment* segment = old ? atlas.find(old->segment) : nullptr;
    if (!old || !segment)
        return refused("unknown", {std::to_string(id.value)});
    std::vector<TurningPoint> points = points_of(atlas, segment->id);
    std::erase_if(points, [id](const TurningPoint& point) { return point.id == id; });
    if (has_line(*segment)) {
        const NumberedLine line(atlas, *segment);
        const auto station = line.station(old->position);
        if (model::is_cartometric(*old) && line.is_node(old->position) && station &&
            station->off_m <= analysis::on_line_m)
            return refused("at_node", {analysis::point_code(atlas, *old)});
        points = analysis::numbered(line, std::move(points));
    }
    return model::replace_points(atlas, {named("edit.delete_point", atlas, *segment), segment->id,
                                         std::move(points), document});
}

} // namespace antardesa::workspace
