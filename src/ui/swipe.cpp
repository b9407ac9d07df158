#include "ui/panels.h"
#include "ui/placing.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::SwipeView;

constexpr ImU32 dark_line = IM_COL32(0x12, 0x34, 0x3B, 255);
constexpr ImU32 paper = IM_COL32(255, 255, 255, 235);
/// Height of the strips that land is filled with, pixels: its edges lie below lines.
constexpr float strip = 2;
constexpr float tint = 0.26F;

/// Where a horizontal line crosses the rings, for each strip of the clip.
class Crossings {
  public:
    Crossings(const Placing& place, const SwipeView::Rings& rings, Rect clip)
        : clip_(clip), rows_(static_cast<std::size_t>(std::max(0.0F, clip.height() / strip))) {
        for (const auto& ring : rings)
            for (std::size_t i = 1; i < ring.size(); ++i)
                add(place(ring[i - 1]), place(ring[i]));
    }

    void fill_with(ImU32 colour) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            std::vector<float>& at = rows_[row];
            std::sort(at.begin(), at.end());
            const float top = clip_.min.y + static_cast<float>(row) * strip;
            for (std::size_t i = 1; i < at.size(); i += 2) {
                const float left = std::max(at[i - 1], clip_.min.x);
                const float right = std::min(at[i], clip_.max.x);
                if (left < right)
                    list.AddRectFilled({left, top}, {right, top + strip}, colour);
            }
        }
    }

  private:
    void add(ImVec2 a, ImVec2 b) {
        if (a.y > b.y)
            std::swap(a, b);
        const auto row_of = [&](float y) { return (y - clip_.min.y) / strip - 0.5F; };
        const float most = static_cast<float>(rows_.size()) - 1;
        const auto first = static_cast<int>(std::clamp(std::ceil(row_of(a.y)), 0.0F, most + 1));
        const auto past = static_cast<int>(std::clamp(std::ceil(row_of(b.y)), 0.0F, most + 1));
        for (int row = first; row < past; ++row) {
            const float y = clip_.min.y + (static_cast<float>(row) + 0.5F) * strip;
            rows_[static_cast<std::size_t>(row)].push_back(a.x +
                                                           (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
    }

    Rect clip_;
    std::vector<std::vector<float>> rows_;
};

void draw_half(const Scope& scope, const SwipeView& swipe, const Placing& place, std::size_t half,
               Rect clip) {
    if (clip.width() < 1)
        return;
    ImGui::PushClipRect(clip.min, clip.max, true);
    for (std::size_t side = 0; side < 2; ++side)
        Crossings(place, swipe.parts.at(half).at(side), clip)
            .fill_with(with_alpha(side_ink(side), tint));
    std::vector<ImVec2> course;
    for (const geo::Point p : swipe.lines.at(half))
        course.push_back(place(p));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto count = static_cast<int>(course.size());
    list.AddPolyline(course.data(), count, paper, 0, scope.px(8));
    list.AddPolyline(course.data(), count, dark_line, 0, scope.px(4));
    ImGui::PopClipRect();
}

/// What stands on this side, beside the divider.
void draw_title(Scope& scope, const std::string& title, float divider, bool left, Rect map,
                UiState& state, float top) {
    const float room = (left ? divider - map.min.x : map.max.x - divider) - scope.px(40);
    const Role role = state.meeting ? Role::name : Role::strong;
    const float width = std::min(text_width(role, title) + scope.px(24), room);
    if (width < scope.px(40))
        return;
    const float edge = left ? divider - scope.px(12) - width : divider + scope.px(12);
    const Rect plate{{edge, top}, {edge + width, top + scope.px(32)}};
    fill(plate, scope.tokens.top, scope.px(4));
    put_elided(scope, plate.inset(scope.px(12), 0), title, role, scope.tokens.top_fg);
    cover(state.map, plate, map);
}

void draw_grip(const Scope& scope, float x, Rect map, bool live) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 centre{x, map.centre().y};
    const float radius = scope.px(16);
    const float top = map.min.y + scope.px(40); // below the sentence in the corner
    list.AddLine({x, top}, {x, map.max.y}, paper, scope.px(5));
    list.AddLine({x, top}, {x, map.max.y}, dark_line, scope.px(2));
    list.AddCircleFilled(centre, radius, live ? scope.tokens.acc : scope.tokens.top);
    list.AddCircle(centre, radius, paper, 0, scope.px(2));
    const float near = scope.px(3);
    const float far = scope.px(9);
    const float half = scope.px(5);
    for (const float way : {-1.0F, 1.0F})
        list.AddTriangleFilled({x + way * far, centre.y}, {x + way * near, centre.y - half},
                               {x + way * near, centre.y + half}, scope.tokens.top_fg);
}

} // namespace

void draw_swipe(Scope& scope, const FrameViews& views, UiState& state, Rect map) {
    const SwipeView& swipe = *views.proposal.swipe;
    // A card may lie over the map's right: places are told by the whole of it.
    const auto room = static_cast<float>(state.map.width);
    const Rect whole{map.min, {map.min.x + std::max(room, map.width()), map.max.y}};
    const Placing place(views, whole);
    float& share = state.proposal.divider;
    const auto at = [&] { return std::round(map.min.x + share * map.width()); };
    const float reach = scope.px(12);
    const Touch grip =
        touch(scope, "pembagi", {{at() - reach, map.min.y}, {at() + reach, map.max.y}},
              scope.text("ui.compare.divider"));
    if (grip.held)
        share = std::clamp((ImGui::GetMousePos().x - map.min.x) / map.width(), 0.04F, 0.96F);
    if (grip.held || grip.hovered)
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const float divider = at();
    draw_half(scope, swipe, place, 0, {map.min, {divider, map.max.y}});
    draw_half(scope, swipe, place, 1, {{divider, map.min.y}, map.max});
    draw_grip(scope, divider, map, grip.held || grip.hovered);
    const float top = map.min.y + scope.px(48);
    draw_title(scope, swipe.titles[0], divider, true, map, state, top);
    draw_title(scope, swipe.titles[1], divider, false, map, state, top);
}

} // namespace antardesa::ui
