#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/state_bar.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

constexpr float edge = 16;

void divider(Scope& scope) {
    const Rect row = take(1);
    horizontal_line(row.min.x, row.max.x, row.min.y, scope.tokens.line);
}

/// On two lines, and smaller; a longer one ends in "…" there.
void draw_long_title(Scope& scope, Rect row, const std::string& title) {
    const float line = scope.px(20);
    std::size_t end = 0; // of the first line, where a word ends
    for (std::size_t space = title.find(' '); space != std::string::npos;
         space = title.find(' ', space + 1))
        if (text_width(Role::title, title.substr(0, space)) <= row.width())
            end = space;
    if (end == 0) {
        put_elided(scope, row, title, Role::title, scope.tokens.fg);
        return;
    }
    const float top = row.min.y + scope.px(2);
    put_elided(scope, {{row.min.x, top}, {row.max.x, top + line}}, title.substr(0, end),
               Role::title, scope.tokens.fg);
    take(line - (row.max.y - top - line));
    put_elided(scope, {{row.min.x, top + line}, {row.max.x, top + 2 * line}}, title.substr(end + 1),
               Role::title, scope.tokens.fg);
}

void draw_heading(Scope& scope, const workspace::CardView& card, UiState& state) {
    const Tokens& t = scope.tokens;
    take(scope.px(12));
    const Rect row = take(scope.px(32));
    const float size = scope.px(32);
    const Rect close{{row.max.x - scope.px(4) - size, row.min.y},
                     {row.max.x - scope.px(4), row.max.y}};
    const Rect zoom{{close.min.x - size, row.min.y}, {close.min.x, row.max.y}};
    if (icon_button(scope, zoom, {"perbesar", icon::zoom_in, scope.text("ui.card.zoom")}))
        scope.ask(workspace::ZoomTo{card.subject});
    if (icon_button(scope, close, {"tutup", icon::close, scope.text("ui.tip.close") + "  F7"}))
        state.right_open = false;
    const Rect title{{row.min.x + scope.px(edge), row.min.y},
                     {zoom.min.x - scope.px(8), row.max.y}};
    if (text_width(Role::name, card.title) <= title.width())
        put_elided(scope, title, card.title, Role::name, t.fg);
    else
        draw_long_title(scope, title, card.title);
    if (!card.subtitle.empty())
        put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), card.subtitle, Role::body,
                   t.mut);
}

/// Value strong, label muted, side by side; wraps when the panel is narrow.
void draw_facts(Scope& scope, const std::vector<workspace::CardView::Fact>& facts) {
    if (facts.empty())
        return;
    const Tokens& t = scope.tokens;
    take(scope.px(4));
    Rect row = take(scope.px(22)).inset(scope.px(edge), 0);
    float x = row.min.x;
    for (const auto& fact : facts) {
        const float value = text_width(Role::strong, fact.value) + scope.px(4);
        const float whole = value + text_width(Role::body, fact.label);
        if (x + whole > row.max.x && x > row.min.x) {
            row = take(scope.px(22)).inset(scope.px(edge), 0);
            x = row.min.x;
        }
        put_text(scope, {x, row.centre().y}, fact.value, Role::strong, t.fg);
        put_elided(scope, {{x + value, row.min.y}, row.max}, fact.label, Role::body, t.mut);
        x += whole + scope.px(16);
    }
}

void draw_states(Scope& scope, const workspace::CardView& card) {
    if (card.states.empty())
        return;
    take(scope.px(8));
    divider(scope);
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0), scope.text("ui.card.states"),
                 card.states_title);
    state_bar(scope, take(scope.px(8)).inset(scope.px(edge), 0), card.states);
    take(scope.px(6));
    state_words(scope, card.states, scope.px(edge));
    take(scope.px(4));
}

void draw_properties(Scope& scope, const workspace::CardView& card) {
    if (card.properties.empty())
        return;
    take(scope.px(8));
    divider(scope);
    take(scope.px(8));
    for (const auto& [label, value] : card.properties) {
        const Rect probe{ImGui::GetCursorScreenPos(), {}};
        const float width = ImGui::GetContentRegionAvail().x - scope.px(2 * edge);
        const float left = std::round(width * 0.38F);
        const float room = width - left - scope.px(8);
        const float lines = wrapped_height(Role::body, room, scope.px(18), value);
        const Rect row = take(std::max(lines, scope.px(18)) + scope.px(6));
        const float x = probe.min.x + scope.px(edge);
        put_elided(scope, {{x, row.min.y}, {x + left, row.min.y + scope.px(18)}}, label,
                   Role::small, scope.tokens.mut);
        put_wrapped(scope, {x + left + scope.px(8), row.min.y}, room, scope.px(18), value,
                    Role::body, scope.tokens.fg);
    }
}

/// Sentences, each on as many lines as it needs.
void draw_remarks(Scope& scope, const std::vector<std::string>& remarks) {
    for (const std::string& remark : remarks) {
        const float x = ImGui::GetCursorScreenPos().x + scope.px(edge);
        const float room = ImGui::GetContentRegionAvail().x - scope.px(2 * edge);
        const Rect row = take(wrapped_height(Role::body, room, scope.px(18), remark) + scope.px(6));
        put_wrapped(scope, {x, row.min.y}, room, scope.px(18), remark, Role::body, scope.tokens.fg);
    }
}

/// On as many lines as it needs, so far from the edge.
void draw_paragraph(Scope& scope, const std::string& text, float indent, Role role, ImU32 colour) {
    const float x = ImGui::GetCursorScreenPos().x + scope.px(edge) + indent;
    const float room = ImGui::GetContentRegionAvail().x - scope.px(2 * edge) - indent;
    const Rect row = take(wrapped_height(role, room, scope.px(18), text) + scope.px(2));
    put_wrapped(scope, {x, row.min.y}, room, scope.px(18), text, role, colour);
}

/// How grave, what, on what it rests; the facts of a suggestion one below the other.
void draw_notes(Scope& scope, const workspace::CardView& card) {
    const Tokens& t = scope.tokens;
    const float indent = scope.px(24);
    for (const workspace::CardNote& note : card.notes) {
        take(scope.px(8));
        const bool grave = note.tag.tone == workspace::Tone::red;
        const ImVec2 at{ImGui::GetCursorScreenPos().x + scope.px(edge + 8),
                        ImGui::GetCursorScreenPos().y + scope.px(9)};
        if (note.tag.text.empty())
            put_icon(scope, at, icon::handshake, Role::icon18, t.acc);
        else
            put_icon(scope, at, grave ? icon::error : icon::warning, Role::icon18,
                     grave ? t.red : t.amb);
        const Rect mark{{at.x - scope.px(9), at.y - scope.px(9)},
                        {at.x + scope.px(9), at.y + scope.px(9)}};
        if (!note.tag.text.empty())
            tooltip_when(scope, ImGui::IsMouseHoveringRect(mark.min, mark.max), note.tag.text);
        draw_paragraph(scope, note.text, indent, Role::body, t.fg);
        if (!note.basis.empty())
            draw_paragraph(scope, note.basis, indent, Role::small, t.mut);
        for (const std::string& fact : note.facts) {
            const ImVec2 dot = ImGui::GetCursorScreenPos();
            put_text(scope, {dot.x + scope.px(edge) + indent, dot.y + scope.px(9)}, "·",
                     Role::strong, t.mut);
            draw_paragraph(scope, fact, indent + scope.px(10), Role::small, t.mut);
        }
    }
    if (!card.more_notes.empty()) {
        take(scope.px(6));
        draw_paragraph(scope, card.more_notes, indent, Role::small_strong, t.mut);
    }
    if (!card.notes.empty())
        take(scope.px(8));
}

void draw_card_row(Scope& scope, const workspace::CardRow& card, int index, UiState& state_of) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(40));
    const bool form = card.record && scope.can_edit;
    const bool live = form || card.subject.kind != cartography::SubjectKind::none;
    if (live) {
        ImGui::PushID(index);
        const Touch state = touch(scope, "baris", row, card.title);
        ImGui::PopID();
        if (state.hovered)
            fill(row, t.panel2);
        if (state.clicked && form)
            state_of.record_due = card.record;
        else if (state.clicked)
            scope.ask(workspace::Select{card.subject, false, true});
    }
    const float x = row.min.x + scope.px(edge);
    put_icon(scope, {x + scope.px(9), row.centre().y}, card.icon, Role::icon18,
             icon_colour(t, card.icon_colour));
    const float right = row.max.x - scope.px(12);
    const float tag = tag_right(scope, {right, row.centre().y}, card.tag);
    const float text = x + scope.px(card.icon ? 30 : 0);
    const float end = right - (tag > 0 ? tag + scope.px(8) : 0);
    const float middle = row.centre().y;
    if (card.detail.empty()) {
        put_elided(scope, {{text, row.min.y}, {end, row.max.y}}, card.title, Role::medium, t.fg);
        return;
    }
    put_elided(scope, {{text, middle - scope.px(17)}, {end, middle - 1}}, card.title, Role::medium,
               t.fg);
    put_elided(scope, {{text, middle}, {end, middle + scope.px(16)}}, card.detail, Role::small,
               t.mut);
}

void draw_section(Scope& scope, const workspace::CardSection& section, int index, UiState& state) {
    ImGui::PushID(index);
    take(scope.px(4));
    divider(scope);
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0), section.title, section.count);
    int row = 0;
    for (const workspace::CardRow& card : section.rows)
        draw_card_row(scope, card, row++, state);
    if (!section.more.empty())
        put_elided(scope,
                   {{take(scope.px(20)).min.x + scope.px(edge + 30),
                     ImGui::GetCursorScreenPos().y - scope.px(20)},
                    {ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x,
                     ImGui::GetCursorScreenPos().y}},
                   section.more, Role::small_strong, scope.tokens.mut);
    ImGui::PopID();
}

} // namespace

void draw_card(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::CardView& card = views.card;
    begin_scroll("isi-kartu", {{place.min.x + 1, place.min.y}, place.max});
    draw_heading(scope, card, state);
    draw_facts(scope, card.facts);
    draw_states(scope, card);
    draw_properties(scope, card);
    if (!card.remarks.empty())
        take(scope.px(8));
    draw_remarks(scope, card.remarks);
    draw_notes(scope, card);
    if (card.dispute)
        draw_case_parties(scope, views, state);
    int index = 0;
    for (const workspace::CardSection& section : card.sections)
        draw_section(scope, section, index++, state);
    take(scope.px(12));
    ImGui::EndChild();
}

} // namespace antardesa::ui
