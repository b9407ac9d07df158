#include "ui/widgets.h"

#include "ui/focus.h"
#include "ui/icons.h"

#include <algorithm>

namespace antardesa::ui {

Touch touch(Scope& scope, const char* id, Rect area, std::string_view name) {
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(area.min);
    begin_stop(scope);
    Touch result;
    result.clicked =
        ImGui::InvisibleButton(id, {std::max(1.0F, area.width()), std::max(1.0F, area.height())});
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    result.clicked = end_stop(scope, area) || result.clicked;
    ImGui::SetCursorScreenPos(cursor);
    if (scope.witness) {
        const ImDrawList& list = *ImGui::GetWindowDrawList();
        scope.witness->items.push_back({std::string(name.empty() ? id : name),
                                        area,
                                        {list.GetClipRectMin(), list.GetClipRectMax()},
                                        list._OwnerName ? list._OwnerName : "",
                                        true});
    }
    return result;
}

namespace {

struct Paint {
    ImU32 ground;
    ImU32 edge;
    ImU32 text;
};

Paint paint_of(const Tokens& t, const Button& what, const Touch& state) {
    if (!what.enabled)
        return {t.panel2, t.line, with_alpha(t.mut, 0.6F)};
    const bool lit = state.hovered || state.held;
    switch (what.kind) {
    case ButtonKind::primary:
        return {lit ? with_alpha(t.acc, 0.88F) : t.acc, t.acc, t.acc_fg};
    case ButtonKind::danger:
        return {lit ? t.red_bg : t.panel, t.line, t.red};
    case ButtonKind::quiet:
        return {lit ? t.chip : t.panel, lit ? t.chip : t.panel, t.fg};
    case ButtonKind::plain:
        break;
    }
    return {lit ? t.chip : t.panel, t.line, t.fg};
}

Role text_role(const Button& what) {
    if (what.large)
        return Role::large;
    return what.kind == ButtonKind::primary ? Role::strong : Role::medium;
}

} // namespace

float button_width(const Scope& scope, const Button& what) {
    const float icon = what.icon && has_icons() ? scope.px(24) : 0;
    return std::ceil(text_width(text_role(what), what.text)) + icon + scope.px(24);
}

bool button(Scope& scope, Rect area, const Button& what) {
    const Touch state = touch(scope, what.id, area, what.text);
    const Paint paint = paint_of(scope.tokens, what, state);
    fill(area, paint.ground, scope.px(6));
    outline(area, paint.edge, scope.px(6));
    const float icon = what.icon && has_icons() ? scope.px(24) : 0;
    const float room = area.width() - icon - scope.px(8);
    const std::string shown = elided(text_role(what), what.text, room);
    const float width = text_width(text_role(what), shown) + icon;
    const float x = area.centre().x - width / 2;
    if (icon > 0)
        put_icon(scope, {x + scope.px(8), area.centre().y}, what.icon, Role::icon18, paint.text);
    put_text(scope, {x + icon, area.centre().y}, shown, text_role(what), paint.text);
    if (shown.size() != what.text.size())
        tooltip_when(scope, state.hovered, what.text);
    return state.clicked && what.enabled;
}

bool icon_button(Scope& scope, Rect area, const IconButton& what) {
    const Touch state = touch(scope, what.id, area, what.tip);
    const ImU32 colour = what.colour ? what.colour : scope.tokens.fg;
    if (state.hovered && what.enabled)
        fill(area.inset(scope.px(2), scope.px(2)), with_alpha(colour, 0.10F), scope.px(6));
    put_icon(scope, area.centre(), what.icon, what.size,
             what.enabled ? colour : with_alpha(colour, 0.45F));
    tooltip_when(scope, state.hovered, what.tip);
    return state.clicked && what.enabled;
}

bool link(Scope& scope, const char* id, ImVec2 at, std::string_view text) {
    const float width = text_width(Role::small_strong, text);
    const Rect area{{at.x, at.y - scope.px(12)}, {at.x + width, at.y + scope.px(12)}};
    const Touch state = touch(scope, id, area, text);
    put_text(scope, at, text, Role::small_strong, scope.tokens.acc);
    if (state.hovered)
        horizontal_line(at.x, at.x + width, at.y + scope.px(8), scope.tokens.acc);
    return state.clicked;
}

float chip_width(const Scope& scope, std::string_view text) {
    return std::ceil(text_width(Role::small, text)) + scope.px(16);
}

bool chip(Scope& scope, Rect area, const Chip& what) {
    const Tokens& t = scope.tokens;
    const Touch state = touch(scope, what.id, area, what.text);
    const float corner = scope.px(what.round ? 12 : 4);
    const ImU32 on = what.filled && t.chip != t.panel ? t.chip : t.acc_bg;
    fill(area, what.on ? on : state.hovered ? t.panel2 : t.panel, corner);
    outline(area, !what.on ? t.line : what.filled ? t.chip_line : t.acc, corner);
    const ImU32 text = what.on ? t.fg : t.mut;
    float x = area.min.x + scope.px(8);
    if (what.icon && has_icons()) {
        put_icon(scope, {area.min.x + scope.px(14), area.centre().y}, what.icon, Role::icon14,
                 what.on ? what.icon_colour : t.mut);
        x = area.min.x + scope.px(24);
    }
    const Rect room{{x, area.min.y}, {area.max.x - scope.px(4), area.max.y}};
    if (what.round)
        put_text_centred(scope, area.inset(scope.px(4), 0), what.text, Role::small, text);
    else
        put_elided(scope, room, what.text, Role::small, text);
    return state.clicked;
}

float tag_width(const Scope& scope, const workspace::Tag& tag) {
    return tag.text.empty() ? 0 : std::ceil(text_width(Role::small, tag.text)) + scope.px(12);
}

float tag_left(Scope& scope, ImVec2 at, const workspace::Tag& tag) {
    if (tag.text.empty())
        return 0;
    const float width = tag_width(scope, tag);
    const float top = std::round(at.y - scope.px(10));
    const Rect area{{at.x, top}, {at.x + width, top + scope.px(20)}};
    const TonePair pair = tone_pair(scope.tokens, tag.tone);
    fill(area, pair.ground, scope.px(4));
    if (pair.ground == scope.tokens.panel)
        outline(area, pair.text, scope.px(4));
    put_text(scope, {at.x + scope.px(6), area.centre().y}, tag.text, Role::small, pair.text);
    return width;
}

float tag_right(Scope& scope, ImVec2 at, const workspace::Tag& tag) {
    return tag_left(scope, {at.x - tag_width(scope, tag), at.y}, tag);
}

int segmented(Scope& scope, const char* id, Rect area, const std::vector<std::string>& words,
              int chosen) {
    const Tokens& t = scope.tokens;
    ImGui::PushID(id);
    fill(area, t.panel, scope.px(6));
    outline(area, t.line, scope.px(6));
    int pressed = -1;
    const float width = area.width() / static_cast<float>(words.size());
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const float x = area.min.x + width * static_cast<float>(i);
        const Rect cell{{std::round(x), area.min.y}, {std::round(x + width), area.max.y}};
        ImGui::PushID(i);
        const std::string& word = words[static_cast<std::size_t>(i)];
        const Touch state = touch(scope, "bagian", cell, word);
        ImGui::PopID();
        if (i == chosen) {
            fill(cell, t.acc_bg, scope.px(6));
            outline(cell, t.acc, scope.px(6));
        }
        const bool tight = text_width(Role::body, word) > cell.width() - scope.px(8);
        put_text_centred(scope, cell.inset(scope.px(3), 0), word, tight ? Role::small : Role::body,
                         i == chosen ? t.fg : t.mut);
        if (state.clicked && i != chosen)
            pressed = i;
    }
    ImGui::PopID();
    return pressed;
}

} // namespace antardesa::ui
