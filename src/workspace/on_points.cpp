#include "crs/coordinate_text.h"
#include "workspace/state.h"

namespace antardesa::workspace {

void Workspace::State::on(const NumberPoints& action) {
    edit([action](const model::Atlas& atlas) { return number_points(atlas, action.segment); });
}

void Workspace::State::on(const PutPoint& action) {
    PointRequest request = action.request;
    if (!action.coordinates.empty()) {
        request.position = crs::parse_coordinates(action.coordinates);
        if (!request.position) {
            const Message why{"workspace.point.unreadable", {action.coordinates}};
            if (action.form != 0)
                answer_form(action.form, &why);
            else
                complain(why, Severity::warning);
            return;
        }
    }
    edit_by_form([request](const model::Atlas& atlas) { return put_point(atlas, request); },
                 action.form);
}

void Workspace::State::on(const PutPointAt& action) {
    if (shown.empty())
        return;
    PointRequest request = action.request;
    request.position = shown.geometry->to_degrees(camera.to_map(action.pixels));
    request.snap = true; // a pointer cannot be set to a centimetre
    edit([request](const model::Atlas& atlas) { return put_point(atlas, request); });
}

void Workspace::State::on(const DeletePoint& action) {
    edit([action](const model::Atlas& atlas) { return delete_point(atlas, action.point); });
}

void Workspace::State::on(const SelectNextPoint& action) {
    if (!shown || selection.empty() || action.step == 0)
        return;
    const model::Atlas& atlas = *shown.atlas;
    const Subject first = selection.front();
    Id<model::BoundarySegment> segment;
    if (first.kind == SubjectKind::segment)
        segment = {first.id};
    else if (first.kind == SubjectKind::turning_point)
        if (const auto* point = atlas.find(Id<model::TurningPoint>{first.id}))
            segment = point->segment;
    const auto points = atlas.points_of(segment);
    const auto count = static_cast<std::int64_t>(points.size());
    if (count == 0)
        return;
    std::int64_t at = action.step > 0 ? -1 : count;
    for (std::int64_t i = 0; i < count; ++i)
        if (first.kind == SubjectKind::turning_point &&
            points[static_cast<std::size_t>(i)]->id.value == first.id)
            at = i;
    at = (((at + action.step) % count) + count) % count;
    const std::int64_t next = points[static_cast<std::size_t>(at)]->id.value;
    on(Select{{SubjectKind::turning_point, next}, false, true});
}

} // namespace antardesa::workspace
