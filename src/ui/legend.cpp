#include "ui/icons.h"
#include "ui/marks.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

constexpr float legend_width = 192;
constexpr float row_height = 20;

void draw_rows(Scope& scope, const workspace::MapView& view, Rect area) {
    begin_scroll("isi-legenda", area);
    const auto millimetre = scope.scale * static_cast<float>(1 / millimetres_per_pixel) * 0.65F;
    const std::size_t count = std::min(view.legend.size(), view.legend_texts.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Rect row = take(scope.px(row_height));
        // A sample is 11 × 4 mm.
        const float lift = scope.px(row_height) / 2 + 2 * millimetre;
        draw_marks(scope, view.legend[i].sample, {row.min.x + scope.px(12), row.min.y + lift},
                   millimetre);
        put_elided(scope,
                   {{row.min.x + scope.px(48), row.min.y}, {row.max.x - scope.px(8), row.max.y}},
                   view.legend_texts[i], Role::small, scope.tokens.fg);
    }
    ImGui::EndChild();
}

} // namespace

void draw_legend(Scope& scope, const FrameViews& views, UiState& state, Rect map) {
    const workspace::MapView& view = views.map;
    if (view.legend_texts.empty())
        return;
    const float head = scope.px(28);
    const float room = map.height() - scope.px(8 + 44 + 28);
    const float rows = scope.px(row_height) * static_cast<float>(view.legend_texts.size());
    const bool wanted = state.legend_open.value_or(map.width() >= scope.px(900));
    const bool open = wanted && room > head + scope.px(2 * row_height);
    const float height =
        open ? std::min(head + rows + scope.px(8), std::min(room, scope.px(156))) : head;
    const float width = open ? scope.px(legend_width) : scope.px(112);
    const ImVec2 corner{map.min.x + scope.px(8), map.max.y - scope.px(8)};
    const Rect area{{corner.x, corner.y - height}, {corner.x + width, corner.y}};
    fill({{area.min.x, area.min.y + 1}, {area.max.x, area.max.y + 1}}, IM_COL32(0, 0, 0, 40),
         scope.px(6));
    fill(area, scope.tokens.panel, scope.px(6));
    outline(area, scope.tokens.line, scope.px(6));
    const Rect title = area.top(head);
    const Touch pressed = touch(scope, "legenda", title, "legenda");
    put_text(scope, {title.min.x + scope.px(12), title.centre().y}, scope.text("ui.legend"),
             Role::small_strong, scope.tokens.mut);
    put_icon(scope, {title.max.x - scope.px(20), title.centre().y},
             open ? icon::expand_more : icon::expand_less, Role::icon18, scope.tokens.mut);
    if (open)
        draw_rows(scope, view,
                  {{area.min.x, title.max.y}, {area.max.x - 1, area.max.y - scope.px(6)}});
    if (pressed.clicked)
        state.legend_open = !wanted;
    ImGui::SetCursorScreenPos(area.min);
    ImGui::InvisibleButton("legenda-dasar", area.size());
    cover(state.map, area, map);
}

} // namespace antardesa::ui
