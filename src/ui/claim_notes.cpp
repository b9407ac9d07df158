#include "ui/placing.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <array>
#include <optional>

namespace antardesa::ui {

namespace {

using Lines = std::vector<std::vector<geo::Point>>;

geo::Point point_of(ImVec2 at) {
    return {static_cast<double>(at.x), static_cast<double>(at.y)};
}

geo::Box box_of(Rect rect) {
    return {point_of(rect.min), point_of(rect.max)};
}

geo::Line on_glass(const std::vector<geo::Point>& line, const Placing& place) {
    geo::Line placed;
    for (const geo::Point p : line)
        placed.push_back(point_of(place(p)));
    return placed;
}

/// The longest stretch that is on the glass.
geo::Line seen_stretch(const Lines& lines, const Placing& place, Rect map) {
    geo::Line longest;
    for (const auto& line : lines)
        for (const geo::Line& part : geo::clipped(on_glass(line, place), box_of(map)))
            if (geo::length(part) > geo::length(longest))
                longest = part;
    return longest;
}

ImVec2 place_along(const geo::Line& line, double share) {
    double left = geo::length(line) * share;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double step = geo::distance(line[i], line[i + 1]);
        if (step >= left && step > 0) {
            const geo::Point at = line[i] + (line[i + 1] - line[i]) * (left / step);
            return {static_cast<float>(at.x), static_cast<float>(at.y)};
        }
        left -= step;
    }
    return {static_cast<float>(line.back().x), static_cast<float>(line.back().y)};
}

/// Where a note may stand: inside the map, on no other plate, on no handle and on no line.
class FreeRoom {
  public:
    FreeRoom(const Scope& scope, const workspace::ProposalView& view, const Placing& place,
             const MapState& state, Rect map)
        : room_(map.inset(scope.px(12), scope.px(12))) {
        for (const geo::Box& box : state.floating)
            taken_.push_back({{map.min.x + static_cast<float>(box.min.x),
                               map.min.y + static_cast<float>(box.min.y)},
                              {map.min.x + static_cast<float>(box.max.x),
                               map.min.y + static_cast<float>(box.max.y)}});
        const float around = scope.px(24);
        for (const workspace::ProposalHandle& handle : view.handles) {
            const ImVec2 at = place(handle.at);
            taken_.push_back({{at.x - around, at.y - around}, {at.x + 2 * around, at.y + around}});
        }
        lines_.push_back(on_glass(view.line, place));
        for (const Lines& claims : view.claims)
            for (const auto& line : claims)
                lines_.push_back(on_glass(line, place));
    }

    bool has(Rect plate) const {
        return room_.contains(plate.min) && room_.contains(plate.max) &&
               std::none_of(taken_.begin(), taken_.end(),
                            [&](const Rect& other) {
                                return plate.min.x < other.max.x && other.min.x < plate.max.x &&
                                       plate.min.y < other.max.y && other.min.y < plate.max.y;
                            }) &&
               std::none_of(lines_.begin(), lines_.end(), [&](const geo::Line& line) {
                   return !geo::clipped(line, box_of(plate)).empty();
               });
    }
    void take(Rect plate) { taken_.push_back(plate); }

  private:
    Rect room_;
    std::vector<Rect> taken_;
    std::vector<geo::Line> lines_;
};

struct Note {
    ImVec2 at; ///< on the line
    Rect plate;
};

/// Beside the line, on the side that turns away from the other claim first. Nothing where there is
/// no room: the legend tells the lines apart.
std::optional<Note> place_note(const Scope& scope, const FreeRoom& room, const geo::Line& line,
                               ImVec2 other, ImVec2 size) {
    for (const float away : {scope.px(32), scope.px(80), scope.px(140)})
        for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const ImVec2 at = place_along(line, share);
            const float x = at.x >= other.x ? 1.0F : -1.0F;
            const float y = at.y >= other.y ? 1.0F : -1.0F;
            for (const ImVec2 way : {ImVec2{x, 0}, ImVec2{0, y}, ImVec2{x, y}, ImVec2{-x, 0}}) {
                const ImVec2 middle{at.x + way.x * (away + size.x / 2),
                                    at.y + way.y * (away + size.y / 2)};
                const Rect plate{{middle.x - size.x / 2, middle.y - size.y / 2},
                                 {middle.x + size.x / 2, middle.y + size.y / 2}};
                if (room.has(plate))
                    return Note{at, plate};
            }
        }
    return std::nullopt;
}

void draw_note(Scope& scope, const Note& note, const std::string& title, const std::string& source,
               ImU32 ink) {
    const ImVec2 edge{std::clamp(note.at.x, note.plate.min.x, note.plate.max.x),
                      std::clamp(note.at.y, note.plate.min.y, note.plate.max.y)};
    ImGui::GetWindowDrawList()->AddLine(note.at, edge, ink, scope.px(1.5F));
    fill(note.plate, with_alpha(scope.tokens.panel, 0.88F), scope.px(4));
    const Rect text = note.plate.inset(scope.px(8), scope.px(3));
    put_elided(scope, text.top(scope.px(24)), title, Role::large, ink);
    if (!source.empty())
        put_elided(scope, text.bottom(scope.px(24)), source, Role::large, scope.tokens.mut);
}

} // namespace

void draw_claim_notes(Scope& scope, const workspace::ProposalView& view, const FrameViews& views,
                      const MapState& state, Rect map) {
    if (view.sides.size() < 2)
        return;
    const Placing place(views, map);
    FreeRoom room(scope, view, place, state, map);
    const std::array<geo::Line, 2> lines{seen_stretch(view.claims[0], place, map),
                                         seen_stretch(view.claims[1], place, map)};
    ImGui::PushClipRect(map.min, map.max, true);
    for (std::size_t side = 0; side < 2; ++side) {
        if (lines[side].size() < 2)
            continue;
        const geo::Line& opposite = lines[1 - side];
        const ImVec2 other = opposite.size() < 2 ? map.centre() : place_along(opposite, 0.5);
        const std::string title = scope.text("ui.meeting.claim", {view.sides[side].name});
        const std::string& source = view.claim_sources[side];
        const float words =
            std::max(text_width(Role::large, title), text_width(Role::large, source));
        const ImVec2 size{std::min(scope.px(280), words) + scope.px(16),
                          scope.px(source.empty() ? 30 : 54)};
        const auto note = place_note(scope, room, lines[side], other, size);
        if (!note)
            continue;
        draw_note(scope, *note, title, source, side_ink(side));
        room.take(note->plate);
    }
    ImGui::PopClipRect();
}

} // namespace antardesa::ui
