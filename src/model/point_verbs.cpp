#include "model/point_verbs.h"

#include "model/state_papers.h"

#include <algorithm>
#include <cmath>

namespace antardesa::model {

namespace {

Refusal refused(std::string key, std::vector<std::string> arguments = {}) {
    return {{"model." + std::move(key), std::move(arguments)}};
}

std::optional<Refusal> flaw_of(const Atlas& atlas, Id<BoundarySegment> segment,
                               const TurningPoint& point) {
    if (point.id) {
        const TurningPoint* old = atlas.find(point.id);
        if (!old || old->segment != segment)
            return refused("point_of_another_segment", {std::to_string(point.id.value)});
    }
    if (point.kind.empty())
        return refused("point_needs_kind", {point.number});
    if (point.accuracy_m && !(*point.accuracy_m > 0 && std::isfinite(*point.accuracy_m)))
        return refused("point_accuracy", {point.number});
    if (!geo::is_finite(point.position) || std::abs(point.position.x) > 180 ||
        std::abs(point.position.y) > 90)
        return refused("point_off_earth", {point.number});
    return std::nullopt;
}

bool same(const TurningPoint& a, const TurningPoint& b) {
    return a.order == b.order && a.number == b.number && a.kind == b.kind && a.remark == b.remark &&
           a.accuracy_m == b.accuracy_m && a.method == b.method && a.marker == b.marker &&
           a.position == b.position;
}

/// Whether the same points stand in the same places under the same names.
bool same_annex(const TurningPoint& a, const TurningPoint& b) {
    return a.position == b.position && a.kind == b.kind && a.number == b.number;
}

bool changes_annex(const Atlas& atlas, const Edit& edit) {
    return std::any_of(edit.writes.begin(), edit.writes.end(), [&](const RowWrite& write) {
        const auto* put = std::get_if<Put<TurningPoint>>(&write);
        const TurningPoint* old = put ? atlas.find(put->row.id) : nullptr;
        return !old || !same_annex(*old, put->row);
    });
}

std::optional<Refusal> final_flaw(const Atlas& atlas, const BoundarySegment& segment,
                                  const Edit& edit) {
    const Document* document = atlas.find(edit.document);
    if (segment.state != SegmentState::enacted || !changes_annex(atlas, edit) ||
        (document && !paper_refusal(atlas, segment, SegmentState::enacted, document)))
        return std::nullopt;
    const Document* decree = atlas.find(segment.document);
    const auto name = [&](Id<Village> id) {
        const Village* village = atlas.find(id);
        return village ? village->name : std::string();
    };
    return refused("points_final", {decree ? decree->number : std::string(), name(segment.first),
                                    name(segment.second)});
}

} // namespace

Result<Edit> replace_points(const Atlas& atlas, const ReplacePoints& request) {
    const BoundarySegment* segment = atlas.find(request.segment);
    if (!segment)
        return refused("unknown_segment", {std::to_string(request.segment.value)});
    Edit edit{request.name, {}, request.document};
    Table<TurningPoint> kept;
    Id<TurningPoint> next = atlas.table<TurningPoint>().next_id();
    for (TurningPoint point : request.points) {
        if (auto flaw = flaw_of(atlas, request.segment, point))
            return *flaw;
        point.segment = request.segment;
        const TurningPoint* old = point.id ? atlas.find(point.id) : nullptr;
        if (!point.id)
            point.id = {next.value++};
        if (!old || !same(*old, point))
            edit.writes.push_back(Put<TurningPoint>{point});
        kept.put(std::move(point));
    }
    for (const TurningPoint* old : atlas.points_of(request.segment))
        if (!kept.find(old->id))
            edit.writes.push_back(Erase<TurningPoint>{old->id});
    if (auto flaw = final_flaw(atlas, *segment, edit))
        return *std::move(flaw);
    return edit;
}

bool is_cartometric(const TurningPoint& point) {
    return point.kind == "TK";
}

bool lies_on_line(const TurningPoint& point) {
    return point.kind != "PABU";
}

} // namespace antardesa::model
