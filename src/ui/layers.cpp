#include "ui/icons.h"
#include "ui/marks.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

void draw_layer_row(Scope& scope, const workspace::LayerRow& layer) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(26));
    ImGui::PushID(static_cast<int>(layer.layer));
    const Touch state = touch(scope, "lapisan", row, layer.name);
    ImGui::PopID();
    if (state.hovered)
        fill(row, t.panel2);
    const float y = row.centre().y;
    const float x = row.min.x + scope.px(16);
    const ImU32 colour = layer.visible ? t.fg : t.mut;
    put_icon(scope, {x + scope.px(8), y}, layer.visible ? icon::visibility : icon::visibility_off,
             Role::icon16, t.mut);
    const float millimetre = scope.scale * static_cast<float>(1 / millimetres_per_pixel);
    const Rect sample{{x + scope.px(24), y - scope.px(7)}, {x + scope.px(42), y + scope.px(7)}};
    ImGui::PushClipRect(sample.inset(-1, -1).min, sample.inset(-1, -1).max, true);
    draw_marks(scope, layer.sample, {sample.min.x, sample.max.y}, millimetre);
    if (!layer.visible)
        fill(sample.inset(-1, -1), with_alpha(state.hovered ? t.panel2 : t.panel, 0.6F));
    ImGui::PopClipRect();
    const float right = row.max.x - scope.px(16);
    const float count = put_text_right(scope, {right, y}, layer.count, Role::small, t.mut);
    put_elided(scope, {{x + scope.px(50), row.min.y}, {right - count - scope.px(8), row.max.y}},
               layer.name, Role::body, colour);
    tooltip_when(scope, state.hovered && ImGui::GetMousePos().x < sample.min.x,
                 scope.text(layer.visible ? "ui.layers.hide" : "ui.layers.show"));
    if (state.clicked)
        scope.ask(workspace::ToggleLayer{layer.layer});
}

void draw_theme_choice(Scope& scope, const workspace::LayersView& view) {
    using cartography::Theme;
    Rect row = take(scope.px(20));
    put_elided(scope, row.inset(scope.px(16), 0), scope.text("ui.layers.theme"), Role::small_strong,
               scope.tokens.mut);
    take(scope.px(4));
    row = take(scope.px(32)).inset(scope.px(16), 0);
    const int pressed =
        combo(scope, "tema-peta", row, theme_names(scope), static_cast<int>(view.theme));
    if (pressed >= 0)
        scope.ask(workspace::SetMapTheme{static_cast<Theme>(pressed)});
}

/// Villages and their links, or kecamatan and theirs.
void draw_unit_choice(Scope& scope, const workspace::LayersView& view) {
    take(scope.px(8));
    const Rect row = take(scope.px(32)).inset(scope.px(16), 0);
    const int pressed =
        segmented(scope, "satuan", row,
                  {scope.text("ui.layers.by_village"), scope.text("ui.layers.by_district")},
                  view.by_district ? 1 : 0);
    if (pressed >= 0)
        scope.ask(workspace::ShowByDistrict{pressed == 1});
    take(scope.px(4));
}

} // namespace

std::vector<std::string> theme_names(const Scope& scope) {
    std::vector<std::string> names;
    for (const char* theme :
         {"district", "agreement_count", "partners", "value", "brokerage", "isolated", "plain"})
        names.push_back(scope.text("ui.theme." + std::string(theme)));
    return names;
}

void draw_layer_rows(Scope& scope, const workspace::LayersView& layers) {
    for (const workspace::LayerRow& layer : layers.rows)
        draw_layer_row(scope, layer);
    take(scope.px(12));
}

void draw_left_panel(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    begin_panel("##panel-kiri", place, t.panel, ImGuiWindowFlags_NoBringToFrontOnFocus);
    const Rect head = place.top(scope.px(40));
    put_text(scope, {head.min.x + scope.px(16), head.centre().y}, scope.text("ui.layers.title"),
             Role::title, t.fg);
    if (views.can_edit && icon_button(scope,
                                      {{head.max.x - scope.px(41), head.min.y + scope.px(4)},
                                       {head.max.x - scope.px(9), head.max.y - scope.px(4)}},
                                      {"tambah", icon::add, scope.text("ui.menu.import")}))
        open_files(state, FilePurpose::import);
    begin_scroll("isi", {{place.min.x, head.max.y}, {place.max.x - 1, place.max.y}});
    draw_layer_rows(scope, views.layers);
    const Rect line = take(1);
    horizontal_line(line.min.x, line.max.x, line.min.y, t.line);
    if (views.job == workspace::Job::cooperation)
        draw_unit_choice(scope, views.layers);
    if (views.job == workspace::Job::boundaries)
        draw_boundary_states(scope, views.filter);
    draw_filters(scope, views, state);
    draw_theme_choice(scope, views.layers);
    take(scope.px(16));
    ImGui::EndChild();
    vertical_line(place.max.x - 1, place.min.y, place.max.y, t.line);
    end_panel();
}

} // namespace antardesa::ui
