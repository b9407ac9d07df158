#include "ui/icons.h"
#include "ui/menu.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

float least_search(const Scope& scope) {
    return scope.px(96);
}

/// How the names of the lists share the head with the search.
struct TabRoom {
    bool counts = true;   ///< beside every name; else beside the open list's alone
    float longest = 1e9F; ///< of a name, in pixels
    float gap = 10;       ///< at both sides of a name, unscaled
    bool own_count = true;
    float own = 1e9F; ///< the open list's name
};

/// Those of the lists that have a tab, and those in the menu behind them.
struct TabOrder {
    TabRoom room;
    std::vector<const workspace::ListTab*> tabs;
    std::vector<const workspace::ListTab*> more;
};

float more_width(const Scope& scope) {
    return scope.px(32);
}

bool shows_count(const workspace::ListTab& tab, bool on, const TabRoom& room) {
    return !tab.count.empty() && (on ? room.own_count : room.counts);
}

float tab_width(Scope& scope, const workspace::ListTab& tab, bool on, const TabRoom& room) {
    const float name = on ? std::min(room.own, text_width(Role::title, tab.title))
                          : std::min(room.longest, text_width(Role::body, tab.title));
    const float count =
        shows_count(tab, on, room) ? text_width(Role::small, tab.count) + scope.px(6) : 0;
    return name + count + 2 * scope.px(room.gap);
}

/// Names move together before one of them is cut, and none is cut beyond recognition.
TabRoom room_for_tabs(Scope& scope, const workspace::ListView& list, float width) {
    const auto all = [&](const TabRoom& room) {
        float sum = 0;
        for (const workspace::ListTab& tab : list.tabs)
            sum += tab_width(scope, tab, tab.kind == list.kind, room);
        return sum;
    };
    TabRoom room;
    if (all(room) <= width)
        return room;
    room.counts = false;
    while (all(room) > width && room.gap > 6)
        room.gap -= 1;
    room.longest = scope.px(160);
    while (all(room) > width && room.longest > scope.px(72))
        room.longest -= scope.px(4);
    return room;
}

/// The open list always has its tab; the others as far as they go.
TabOrder order_of_tabs(Scope& scope, const workspace::ListView& list, float width) {
    TabOrder order{room_for_tabs(scope, list, width), {}, {}};
    float all = 0;
    float own = 0;
    for (const workspace::ListTab& tab : list.tabs) {
        const bool on = tab.kind == list.kind;
        all += tab_width(scope, tab, on, order.room);
        own = on ? tab_width(scope, tab, on, order.room) : own;
        order.tabs.push_back(&tab);
    }
    if (all <= width)
        return order;
    float left = width - more_width(scope);
    if (own > left) {
        order.room.own_count = false;
        order.room.own = std::max(scope.px(40), left - 2 * scope.px(order.room.gap));
    }
    left -= std::min(own, left);
    order.tabs.clear();
    for (const workspace::ListTab& tab : list.tabs) {
        const bool on = tab.kind == list.kind;
        const float wide = on ? 0 : tab_width(scope, tab, false, order.room);
        const bool fits = on || (order.more.empty() && wide <= left);
        (fits ? order.tabs : order.more).push_back(&tab);
        left -= fits ? wide : 0;
    }
    return order;
}

/// One list's name with its count; returns its right end.
float draw_tab(Scope& scope, const workspace::ListTab& tab, bool on, Rect head,
               const TabRoom& room) {
    const Tokens& t = scope.tokens;
    const Role role = on ? Role::title : Role::body;
    const Rect area{head.min, {head.min.x + tab_width(scope, tab, on, room), head.max.y}};
    const Touch state = touch(scope, "daftar", area, tab.title);
    const ImU32 colour = on || state.hovered ? t.fg : t.mut;
    const float x = area.min.x + scope.px(room.gap);
    const float name = std::min(on ? room.own : room.longest, text_width(role, tab.title));
    put_elided(scope, {{x, head.min.y}, {x + name + 1, head.max.y}}, tab.title, role, colour);
    if (shows_count(tab, on, room))
        put_text(scope, {x + name + scope.px(6), head.centre().y}, tab.count, Role::small, t.mut);
    if (on)
        fill({{x, head.max.y - scope.px(3)}, {area.max.x - scope.px(room.gap), head.max.y}}, t.acc);
    if (state.clicked && !on)
        scope.ask(workspace::SetList{tab.kind});
    return area.max.x;
}

/// The lists that have no tab; returns the right end of what opens them.
float draw_more(Scope& scope, const std::vector<const workspace::ListTab*>& more, Rect head) {
    const Rect area{head.min, {head.min.x + more_width(scope), head.max.y}};
    if (icon_button(scope, area,
                    {"daftar-lain", icon::more_vert, scope.text("ui.tip.more_lists"), true,
                     Role::icon20, scope.tokens.mut}))
        ImGui::OpenPopup("daftar-lain");
    const ImVec2 corner{area.min.x, head.min.y - scope.px(4)};
    if (begin_menu(scope, "daftar-lain", {corner, {0, 1}, scope.px(240)})) {
        for (const workspace::ListTab* tab : more) {
            ImGui::PushID(static_cast<int>(tab->kind));
            if (menu_row(scope, "daftar", 0, tab->title, tab->count))
                scope.ask(workspace::SetList{tab->kind});
            ImGui::PopID();
        }
        ImGui::EndPopup();
    }
    return area.max.x;
}

float draw_tabs(Scope& scope, const workspace::ListView& list, Rect head) {
    const float end = head.height() + least_search(scope) + scope.px(28);
    const TabOrder order = order_of_tabs(scope, list, head.width() - end);
    float x = head.min.x + scope.px(6);
    for (const workspace::ListTab* tab : order.tabs) {
        ImGui::PushID(static_cast<int>(tab->kind));
        x = draw_tab(scope, *tab, tab->kind == list.kind, {{x, head.min.y}, head.max}, order.room);
        ImGui::PopID();
    }
    if (!order.more.empty())
        x = draw_more(scope, order.more, {{x, head.min.y}, head.max});
    if (list.tabs.empty())
        x += put_text(scope, {x + scope.px(10), head.centre().y}, list.title, Role::title,
                      scope.tokens.fg) +
             scope.px(20);
    return x;
}

/// Search field and the arrow that folds the table; returns their left end.
float draw_head_end(Scope& scope, const std::string& search, UiState& state, Rect head,
                    float left) {
    if (state.list_searched != search)
        state.list_words = state.list_searched = search;
    const float size = head.height();
    const Rect arrow{{head.max.x - size - scope.px(4), head.min.y},
                     {head.max.x - scope.px(4), head.max.y}};
    const bool open = state.bottom_open;
    if (icon_button(scope, arrow,
                    {"lipat", open ? icon::expand_more : icon::expand_less,
                     scope.text(open ? "ui.list.fold" : "ui.list.unfold"), true, Role::icon20,
                     scope.tokens.mut}))
        state.bottom_open = !open;
    const float width = std::min(scope.px(176), arrow.min.x - left - scope.px(12));
    if (!open || width < least_search(scope))
        return arrow.min.x;
    const Rect field{{arrow.min.x - scope.px(4) - width, head.centre().y - scope.px(12)},
                     {arrow.min.x - scope.px(4), head.centre().y + scope.px(12)}};
    const Typed typed =
        text_field(scope, field, state.list_words,
                   {"cari-daftar", scope.text("ui.list.search"), false, icon::search});
    if (typed.changed)
        scope.ask(workspace::SetListSearch{state.list_words});
    return field.min.x;
}

/// Beside the lines between villages: what lies open or claimed twice between them.
float draw_repair_button(Scope& scope, UiState& state, Rect head, float left, float right) {
    const std::string text = scope.text("ui.repair.open");
    const Button what{.id = "perbaiki", .text = text, .kind = ButtonKind::quiet};
    const float width = button_width(scope, what);
    if (right - scope.px(8) - width < left)
        return right;
    const Rect area{{right - scope.px(8) - width, head.min.y + scope.px(2)},
                    {right - scope.px(8), head.max.y - scope.px(2)}};
    if (button(scope, area, what))
        start_repair(state);
    return area.min.x;
}

/// No points yet: the selected segment's ends and nodes, or a segment to choose.
void draw_no_points(Scope& scope, const FrameViews& views, UiState& state, Rect body) {
    const bool segment = views.card.segment && scope.can_edit;
    const std::string action =
        scope.text(segment ? "ui.card.number_points" : "ui.list.choose_segment");
    if (!empty_state(scope, body, icon::table, views.list.empty_text, action))
        return;
    if (segment)
        number_points(scope, views, state);
    else
        scope.ask(workspace::SetList{workspace::ListKind::segments});
}

void draw_nothing(Scope& scope, const FrameViews& views, UiState& state, Rect body) {
    const workspace::ListView& list = views.list;
    if (list.kind == workspace::ListKind::points && !list.empty_by_filter)
        return draw_no_points(scope, views, state, body);
    if (list.kind == workspace::ListKind::findings && !list.empty_by_filter) {
        const bool offered = list.unchecked && scope.can_edit;
        if (empty_state(scope, body, list.unchecked ? icon::schedule : icon::check_circle,
                        list.empty_text, offered ? scope.text("ui.finding.check") : std::string()))
            scope.ask(check_of(state.check));
        return;
    }
    const std::string clear = list.empty_by_filter ? scope.text("ui.filter.clear") : std::string();
    if (empty_state(scope, body, list.empty_by_filter ? icon::visibility_off : icon::table,
                    list.empty_text, clear)) {
        state.list_words.clear();
        scope.ask(workspace::SetFilter{});
        scope.ask(workspace::SetListSearch{});
    }
}

} // namespace

void draw_list_panel(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    begin_panel("##daftar", place, t.panel, ImGuiWindowFlags_NoBringToFrontOnFocus);
    horizontal_line(place.min.x, place.max.x, place.min.y, t.line);
    const Rect head{{place.min.x, place.min.y + 1}, {place.max.x, place.min.y + scope.px(32)}};
    const float left = draw_tabs(scope, views.list, head);
    float right = draw_head_end(scope, views.list.search, state, head, left);
    if (state.bottom_open && views.list.kind == workspace::ListKind::segments && scope.can_edit)
        right = draw_repair_button(scope, state, head, left, right);
    const Rect rest{{left + scope.px(8), head.min.y}, {right - scope.px(12), head.max.y}};
    // A bare total stands beside the tab's name already.
    const bool says_more = views.list.subtitle.find(' ') != std::string::npos;
    if (state.bottom_open && says_more &&
        rest.width() > text_width(Role::small, views.list.subtitle))
        put_elided(scope, rest, views.list.subtitle, Role::small, t.mut);
    if (state.bottom_open) {
        Rect body{{place.min.x, head.max.y}, place.max};
        if (!views.list.choices.empty())
            body = draw_finding_bar(scope, views.list, state, body);
        if (views.list.rows.empty())
            draw_nothing(scope, views, state, body);
        else
            draw_table(scope, views.list, state, body);
    }
    end_panel();
}

} // namespace antardesa::ui
