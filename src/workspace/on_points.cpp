#include "crs/coordinate_text.h"
#include "workspace/state.h"

#include <utility>

namespace antardesa::workspace {

void Workspace::State::on(const NumberPoints& action) {
    edit([action](const model::Atlas& atlas) {
        return number_points(atlas, action.segment, action.snap, action.document);
    });
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
    edit([action](const model::Atlas& atlas) {
        return delete_point(atlas, action.point, action.document);
    });
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

namespace {

/// How near a vertex must come to draw the hand (ui.md §8), pixels.
constexpr double reach_pixels = 10;

Id<model::TurningPoint> chosen_point(const std::vector<Subject>& selection) {
    if (selection.empty() || selection.front().kind != SubjectKind::turning_point)
        return {};
    return {selection.front().id};
}

Result<model::Edit> put_at(const model::Atlas& atlas, const PointDrag& drag) {
    if (drag.is_node())
        return Refusal{{"workspace.point.goes_with_node", {}}};
    PointRequest request;
    request.point = drag.point();
    request.position = drag.place();
    return put_point(atlas, request);
}

} // namespace

void Workspace::State::on(const LeadPoint& action) {
    const Id<model::TurningPoint> point = chosen_point(selection);
    if (!point || !project || project->read_only || shown.empty())
        return;
    if (!point_drag || !point_led || point_drag->point() != point)
        point_drag = PointDrag::begin(*shown.atlas, point);
    point_led = point_drag.has_value();
    if (point_drag && !point_drag->is_node())
        point_drag->lead(shown.geometry->to_degrees(camera.to_map(action.pixels)),
                         action.free ? 0 : reach_pixels * camera.metres_per_pixel());
    touch_pointer();
}

void Workspace::State::on(const DropPoint& action) {
    if (!std::exchange(point_led, false) || !point_drag)
        return;
    if (point_drag->is_node())
        complain({"workspace.point.goes_with_node", {}}, Severity::warning);
    else if (action.keep && point_drag->moved())
        edit([drag = *point_drag](const model::Atlas& atlas) { return put_at(atlas, drag); });
    else
        point_drag.reset();
    touch_pointer();
}

void Workspace::State::on(const NudgePoint& action) {
    const Id<model::TurningPoint> point = chosen_point(selection);
    if (!point || point_led)
        return;
    // Against the newest place: keys come faster than a file is written.
    edit([action, point](const model::Atlas& atlas) -> Result<model::Edit> {
        auto drag = PointDrag::begin(atlas, point);
        if (!drag)
            return Refusal{{"workspace.point.unknown", {std::to_string(point.value)}}};
        drag->step(action.east_m, action.north_m);
        return put_at(atlas, *drag);
    });
}

} // namespace antardesa::workspace
