#include "ui/icons.h"
#include "ui/marks.h"
#include "ui/menu.h"
#include "ui/panels.h"
#include "ui/place_drawing.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// A sheet of the panel's colour above the map.
void plate(const Scope& scope, Rect area) {
    fill({{area.min.x, area.min.y + 1}, {area.max.x, area.max.y + 1}}, IM_COL32(0, 0, 0, 40),
         scope.px(6));
    fill(area, scope.tokens.panel, scope.px(6));
    outline(area, scope.tokens.line, scope.px(6));
}

/// The map below must not feel the pointer through a plate.
void block(const char* id, Rect area, Rect map, MapState& state) {
    ImGui::SetCursorScreenPos(area.min);
    ImGui::InvisibleButton(id, area.size());
    cover(state, area, map);
}

/// So many links lie on each other that those between kecamatan say more.
bool lie_on_each_other(const FrameViews& views) {
    constexpr int many = 400;
    return views.job == workspace::Job::cooperation && !views.layers.by_district &&
           views.filter.counts.matching > many;
}

void draw_live_sentence(Scope& scope, const FrameViews& views, MapState& state, Rect map) {
    const workspace::MapView& view = views.map;
    if (view.live_sentence.empty())
        return;
    const float room = map.width() - scope.px(8 + 8 + 34 + 16);
    const std::string action =
        lie_on_each_other(views) ? scope.text("ui.layers.by_district") : std::string();
    const float beside = action.empty() ? 0 : text_width(Role::small_strong, action) + scope.px(12);
    const float width =
        std::min(room, text_width(Role::small, view.live_sentence) + scope.px(24) + beside);
    const ImVec2 at{map.min.x + scope.px(8), map.min.y + scope.px(8)};
    const Rect area{at, {at.x + width, at.y + scope.px(28)}};
    plate(scope, area);
    const Rect inner = area.inset(scope.px(12), 0);
    put_elided(scope, {inner.min, {inner.max.x - beside, inner.max.y}}, view.live_sentence,
               Role::small, scope.tokens.fg);
    if (!action.empty() && link(scope, "per-kecamatan",
                                {inner.max.x - beside + scope.px(12), area.centre().y}, action))
        scope.ask(workspace::ShowByDistrict{true});
    block("kalimat", area, map, state);
}

void draw_foreign_notice(Scope& scope, UiState& state, Rect map) {
    const std::string sentence = scope.text("ui.map.foreign");
    const std::string action = scope.text("ui.map.make_project");
    const float action_width = text_width(Role::small_strong, action);
    const float room = map.width() - scope.px(8 + 8 + 34 + 16);
    const float wanted = text_width(Role::small, sentence) + action_width + scope.px(40);
    const ImVec2 at{map.min.x + scope.px(8), map.min.y + scope.px(44)};
    const Rect area{at, {at.x + std::min(room, wanted), at.y + scope.px(28)}};
    plate(scope, area);
    const float link_left = area.max.x - scope.px(12) - action_width;
    put_elided(scope,
               {{area.min.x + scope.px(12), area.min.y}, {link_left - scope.px(8), area.max.y}},
               sentence, Role::small, scope.tokens.fg);
    if (link(scope, "jadikan", {link_left, area.centre().y}, action))
        open_files(state, FilePurpose::save_project);
    block("asing", area, map, state.map);
}

/// What the next click does, while a point waits for its place.
void draw_picking(Scope& scope, MapState& state, Rect map) {
    const std::string sentence = scope.text("ui.map.pick_point");
    const std::string cancel = scope.text("ui.cancel");
    const float cancel_width = text_width(Role::small_strong, cancel);
    const ImVec2 at{map.min.x + scope.px(8), map.min.y + scope.px(44)};
    const float wanted = text_width(Role::small, sentence) + cancel_width + scope.px(40);
    const Rect area{at, {at.x + std::min(map.width() - scope.px(66), wanted), at.y + scope.px(28)}};
    plate(scope, area);
    const float link_left = area.max.x - scope.px(12) - cancel_width;
    put_elided(scope,
               {{area.min.x + scope.px(12), area.min.y}, {link_left - scope.px(8), area.max.y}},
               sentence, Role::small, scope.tokens.fg);
    if (link(scope, "batal-titik", {link_left, area.centre().y}, cancel))
        state.picking.reset();
    block("tunjuk", area, map, state);
}

struct Tool {
    const char* id;
    char32_t icon;
    const char* key;
    const char* shortcut;
};

void theme_popup(Scope& scope, const workspace::LayersView& layers, ImVec2 corner) {
    if (begin_menu(scope, "rupa", {corner, {1, 0}, scope.px(240)})) {
        int index = 0;
        for (const std::string& name : theme_names(scope)) {
            const bool on = index == static_cast<int>(layers.theme);
            if (menu_row(scope, name.c_str(), on ? icon::check : 0, name))
                scope.ask(workspace::SetMapTheme{static_cast<cartography::Theme>(index)});
            ++index;
        }
        ImGui::EndPopup();
    }
}

void use_tool(Scope& scope, int index, Rect map) {
    const geo::Point middle{static_cast<double>(map.width()) / 2,
                            static_cast<double>(map.height()) / 2};
    if (index == 0)
        scope.ask(workspace::ZoomBy{1.5, middle});
    else if (index == 1)
        scope.ask(workspace::ZoomBy{1 / 1.5, middle});
    else if (index == 2)
        scope.ask(workspace::ZoomTo{});
    else
        ImGui::OpenPopup("rupa");
}

void draw_tools(Scope& scope, const FrameViews& views, MapState& state, Rect map) {
    constexpr std::array<Tool, 4> tools{{{"perbesar", icon::add, "ui.tool.zoom_in", "+"},
                                         {"perkecil", icon::remove, "ui.tool.zoom_out", "−"},
                                         {"semua", icon::fullscreen, "ui.tool.fit", "0"},
                                         {"rupa-peta", icon::layers, "ui.layers.theme", ""}}};
    const float size = scope.px(34);
    const Rect stack{{map.max.x - scope.px(8) - size, map.min.y + scope.px(8)},
                     {map.max.x - scope.px(8),
                      map.min.y + scope.px(8) + size * static_cast<float>(tools.size())}};
    plate(scope, stack);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const float y = stack.min.y + size * static_cast<float>(i);
        if (i > 0)
            horizontal_line(stack.min.x + 1, stack.max.x - 1, y, scope.tokens.line);
        std::string tip = scope.text(tools[i].key);
        if (*tools[i].shortcut)
            tip += std::string("  ") + tools[i].shortcut;
        if (icon_button(scope, {{stack.min.x, y}, {stack.max.x, y + size}},
                        {tools[i].id, tools[i].icon, tip}))
            use_tool(scope, static_cast<int>(i), map);
    }
    theme_popup(scope, views.layers, {stack.min.x - scope.px(4), stack.max.y - size});
    block("alat", stack, map, state);
}

/// 1, 2 or 5 times a power of ten, as long as fits.
double round_length(double most) {
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= most)
            return factor * power;
    return power;
}

void halo_text(Scope& scope, ImVec2 at, const std::string& text) {
    Witness* witness = std::exchange(scope.witness, nullptr);
    const ImU32 halo = with_alpha(scope.tokens.panel, 0.9F);
    for (const ImVec2 off : {ImVec2{-1, 0}, ImVec2{1, 0}, ImVec2{0, -1}, ImVec2{0, 1}})
        put_text(scope, {at.x + off.x, at.y + off.y}, text, Role::small, halo);
    scope.witness = witness;
    put_text(scope, at, text, Role::small, scope.tokens.fg);
}

} // namespace

void cover(MapState& state, Rect area, Rect map) {
    const auto in_map = [&](ImVec2 p) {
        return geo::Point{static_cast<double>(p.x - map.min.x),
                          static_cast<double>(p.y - map.min.y)};
    };
    state.floating.push_back({in_map(area.min), in_map(area.max)});
}

void draw_scale_bar(Scope& scope, const workspace::MapView& view, Rect map) {
    if (!(view.metres_per_pixel > 0))
        return;
    const double metres = round_length(view.metres_per_pixel * double(scope.px(200)));
    const auto length = static_cast<float>(metres / view.metres_per_pixel);
    const float right = map.max.x - scope.px(30);
    const float y = map.max.y - scope.px(16);
    const Rect bar{{std::round(right - length), y - scope.px(5)}, {right, y}};
    const Tokens& t = scope.tokens;
    fill(bar.inset(-2, -2), with_alpha(t.panel, 0.9F), 2);
    fill(bar, t.panel);
    fill(bar.left(std::round(bar.width() / 2)), t.fg);
    outline(bar, t.fg);
    const std::string end = metres >= 1000 ? scope.language.number(metres / 1000) + " km"
                                           : scope.language.number(metres) + " m";
    halo_text(scope, {bar.min.x - scope.px(3), bar.min.y - scope.px(10)}, "0");
    const float width = text_width(Role::small, end);
    const float end_x = std::min(right - width / 2, map.max.x - width - scope.px(8));
    halo_text(scope, {end_x, bar.min.y - scope.px(10)}, end);
}

void draw_map_overlays(Scope& scope, const FrameViews& views, UiState& state, Rect map) {
    // What floats stands beside the card where that lies over the map.
    if (!state.map.floating.empty())
        map.max.x = map.min.x + static_cast<float>(state.map.floating.front().min.x);
    if (!views.map.claim_line.active && !state.map.placement)
        draw_live_sentence(scope, views, state.map, map);
    if (state.map.picking)
        draw_picking(scope, state.map, map);
    if (views.shows_foreign_file)
        draw_foreign_notice(scope, state, map);
    if (views.map.claim_line.active)
        draw_claim_line(scope, views, state, map);
    if (state.map.placement)
        draw_placement(scope, views, state, map);
    draw_tools(scope, views, state.map, map);
    draw_legend(scope, views, state, map);
    draw_scale_bar(scope, views.map, map);
    if (views.proposal.swipe)
        draw_swipe(scope, views, state, map);
}

} // namespace antardesa::ui
