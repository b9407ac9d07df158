#include "workspace/state.h"
#include "workspace/subject_box.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// How near the pointer must come to a line or symbol, pixels (ui.md: a hand's width of a mouse).
constexpr double reach_pixels = 6;

bool can_be_selected(Subject subject) {
    switch (subject.kind) {
    case SubjectKind::village:
    case SubjectKind::district:
    case SubjectKind::segment:
    case SubjectKind::agreement:
    case SubjectKind::dispute:
    case SubjectKind::asset:
    case SubjectKind::third_party:
    case SubjectKind::special_area:
    case SubjectKind::turning_point:
    case SubjectKind::finding:
    case SubjectKind::exception:
    case SubjectKind::district_link:
        return true;
    default:
        return false;
    }
}

/// A claim stands for its dispute, a village for its kecamatan where these are shown; everything
/// else for itself.
Subject meant(const model::Atlas& atlas, Subject subject, bool by_district) {
    if (by_district && subject.kind == SubjectKind::village) {
        const auto* village = atlas.find(Id<model::Village>{subject.id});
        return village && village->district
                   ? Subject{SubjectKind::district, village->district.value}
                   : subject;
    }
    if (subject.kind != SubjectKind::claim)
        return subject;
    const auto* claim = atlas.find(Id<model::Claim>{subject.id});
    return claim ? Subject{SubjectKind::dispute, claim->dispute.value} : Subject{};
}

} // namespace

std::optional<Subject> Workspace::State::subject_at(geo::Point pixels) const {
    const auto& scene = painter.scene();
    if (!scene || shown.empty())
        return std::nullopt;
    const auto hits = cartography::pick(*shown.geometry, *scene, camera.to_map(pixels),
                                        reach_pixels * camera.metres_per_pixel());
    for (const auto& hit : hits) {
        const Subject subject = meant(*shown.atlas, hit.subject, options.by_district);
        if (can_be_selected(subject))
            return subject;
    }
    return std::nullopt;
}

void Workspace::State::on(const Select& action) {
    if (action.subject.kind == SubjectKind::none) {
        selection.clear();
    } else if (!action.add) {
        selection = {action.subject};
    } else if (const auto at = std::find(selection.begin(), selection.end(), action.subject);
               at != selection.end()) {
        selection.erase(at);
    } else {
        selection.push_back(action.subject);
    }
    if (action.reveal && action.subject.kind != SubjectKind::none) {
        camera.reveal(subject_box(shown, action.subject));
        touch_camera();
    }
    touch_selection();
}

void Workspace::State::on(const Hover& action) {
    if (hovered == action.subject)
        return;
    hovered = action.subject;
    touch_pointer();
}

namespace {

/// The row that many places after the selected one, by code; the first or last without one.
template<class Row>
Subject next_by_code(const model::Table<Row>& rows, SubjectKind kind,
                     const std::vector<Subject>& selection, int step) {
    std::vector<const Row*> order;
    for (const auto& row : rows)
        order.push_back(&row);
    std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return std::tie(a->code, a->name, a->id) < std::tie(b->code, b->name, b->id);
    });
    const auto count = static_cast<std::int64_t>(order.size());
    if (count == 0)
        return {};
    std::int64_t at = step > 0 ? -1 : count;
    if (!selection.empty() && selection.front().kind == kind)
        for (std::int64_t i = 0; i < count; ++i)
            if (order[static_cast<std::size_t>(i)]->id.value == selection.front().id)
                at = i;
    at = (((at + step) % count) + count) % count;
    return {kind, order[static_cast<std::size_t>(at)]->id.value};
}

} // namespace

void Workspace::State::on(const SelectNextVillage& action) {
    if (shown.empty() || action.step == 0)
        return;
    const Subject next =
        options.by_district
            ? next_by_code(shown.atlas->districts(), SubjectKind::district, selection, action.step)
            : next_by_code(shown.atlas->villages(), SubjectKind::village, selection, action.step);
    if (next.kind != SubjectKind::none)
        on(Select{next, false, true});
}

void Workspace::State::on(const ZoomTo& action) {
    if (shown.empty())
        return;
    const geo::Box box = action.subject.kind == SubjectKind::none
                             ? shown.geometry->box()
                             : subject_box(shown, action.subject);
    camera.fit(box);
    touch_camera();
}

void Workspace::State::on(const ZoomBy& action) {
    camera.zoom(action.factor, action.at);
    touch_camera();
}

void Workspace::State::on(const PanBy& action) {
    camera.pan(action.pixels);
    touch_camera();
}

void Workspace::State::on(const SetScale& action) {
    camera.set_scale(action.denominator);
    touch_camera();
}

namespace {

/// A panel over the map's right edge, from top to bottom.
double covered_right(const ResizeMap& action) {
    double most = 0;
    for (const geo::Box& box : action.covered)
        if (box.max.x >= action.width - 1 && box.height() >= action.height * 0.9)
            most = std::max(most, box.width());
    return most;
}

/// A sentence over a good part of the map's top.
double covered_top(const ResizeMap& action) {
    double most = 0;
    for (const geo::Box& box : action.covered)
        if (box.min.y <= action.height * 0.1 && box.width() >= action.width * 0.3 &&
            box.height() < action.height * 0.5)
            most = std::max(most, box.max.y);
    return most;
}

} // namespace

void Workspace::State::on(const ResizeMap& action) {
    const auto before = camera.view();
    // What is told about a line on the table comes and goes; the map does not follow each time.
    told_above = proposal ? std::max(told_above, covered_top(action)) : 0;
    camera.keep_clear(covered_right(action), told_above);
    camera.resize(action.width, action.height, action.pixels_per_millimetre);
    covered.clear();
    const geo::Point middle{action.width / 2.0, action.height / 2.0};
    for (const geo::Box& box : action.covered) {
        const double millimetre = action.pixels_per_millimetre;
        covered.push_back(
            {{(box.min.x - middle.x) / millimetre, (middle.y - box.max.y) / millimetre},
             {(box.max.x - middle.x) / millimetre, (middle.y - box.min.y) / millimetre}});
    }
    dirty = true;
    if (camera.view() != before)
        touch_camera();
}

void Workspace::State::on(const PointAt& action) {
    const auto fresh = action.inside ? std::optional(action.pixels) : std::nullopt;
    if (fresh == pointer)
        return;
    pointer = fresh;
    hovered = pointer ? subject_at(*pointer).value_or(Subject{}) : Subject{};
    hover_line();
    touch_pointer();
}

void Workspace::State::on(const ClickMap& action) {
    const auto subject = subject_at(action.pixels);
    if (!subject && action.add)
        return;
    on(Select{subject.value_or(Subject{}), action.add, false});
}

} // namespace antardesa::workspace
