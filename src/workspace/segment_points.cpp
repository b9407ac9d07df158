#include "workspace/segment_points.h"

#include "analysis/turning_points.h"
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

/// The segment that a request is about: a point knows its own.
const BoundarySegment* segment_of(const model::Atlas& atlas, const PointRequest& request) {
    if (const TurningPoint* point = atlas.find(request.point))
        return atlas.find(point->segment);
    return atlas.find(request.segment);
}

} // namespace

Result<model::Edit> number_points(const model::Atlas& atlas, Id<BoundarySegment> id) {
    const BoundarySegment* segment = atlas.find(id);
    if (!segment)
        return Refusal{{"model.unknown_segment", {std::to_string(id.value)}}};
    if (!has_line(*segment))
        return refused("no_line", {pair_name(atlas, segment->first, segment->second)});
    const NumberedLine line(atlas, *segment);
    auto edit =
        model::replace_points(atlas, {named("edit.number_points", atlas, *segment),
                                      id,
                                      analysis::with_node_points(line, points_of(atlas, id)),
                                      {}});
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
        atlas, {named(old ? "edit.change_point" : "edit.add_point", atlas, *segment),
                segment->id,
                analysis::with_node_points(line, std::move(points)),
                {}});
}

Result<model::Edit> delete_point(const model::Atlas& atlas, Id<TurningPoint> id) {
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
    return model::replace_points(
        atlas, {named("edit.delete_point", atlas, *segment), segment->id, std::move(points), {}});
}

} // namespace antardesa::workspace
