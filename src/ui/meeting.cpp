#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/placing.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace antardesa::ui {

namespace {

using workspace::ProposalView;

/// The two villages have these colours, whoever gains (ui.md §10).
constexpr std::array<ImU32, 2> inks{IM_COL32(0x1F, 0x5F, 0xBF, 255),
                                    IM_COL32(0xA3, 0x4A, 0x00, 255)};
constexpr std::array<ImU32, 2> grounds{IM_COL32(0xE9, 0xF1, 0xFD, 255),
                                       IM_COL32(0xFF, 0xF2, 0xE5, 255)};

struct MeetingLayout {
    Rect top;
    Rect map;
    Rect right;
    Rect scenarios;
    Rect status;
    bool low = false; ///< scenarios are rows, not cards
};

MeetingLayout lay_out_meeting(const Scope& scope, const ProposalView& view, ImVec2 size) {
    MeetingLayout at;
    at.low = size.y < scope.px(900);
    at.top = {{0, 0}, {size.x, scope.px(64)}};
    at.status = {{0, size.y - scope.px(36)}, {size.x, size.y}};
    const Rect rest{{0, at.top.max.y}, {size.x, at.status.min.y}};
    at.right = rest.right(scope.px(size.x < scope.px(1600) ? 432 : 560));
    const Rect left{rest.min, {at.right.min.x, rest.max.y}};
    at.scenarios =
        left.bottom(view.swipe ? comparison_height(scope, view) : scope.px(at.low ? 64 : 232));
    at.map = {left.min, {left.max.x, at.scenarios.min.y}};
    return at;
}

/// Where the next thing to its left may end.
float draw_clock(Scope& scope, const ProposalView& view, Rect top, float right) {
    if (view.clock.empty())
        return right;
    const Tokens& t = scope.tokens;
    const float width = text_width(Role::large, view.clock) + scope.px(52);
    const Rect plate{{right - width, top.centre().y - scope.px(19)},
                     {right, top.centre().y + scope.px(19)}};
    fill(plate, view.late ? t.red : IM_COL32(0xF2, 0xB8, 0x4B, 255), scope.px(4));
    const ImU32 ink = view.late ? IM_COL32(255, 255, 255, 255) : IM_COL32(0x12, 0x34, 0x3B, 255);
    put_icon(scope, {plate.min.x + scope.px(22), plate.centre().y}, icon::schedule, Role::icon20,
             ink);
    put_text(scope, {plate.min.x + scope.px(40), plate.centre().y}, view.clock, Role::large, ink);
    return plate.min.x - scope.px(12);
}

/// Where the next thing to its left may end.
float draw_compare(Scope& scope, const ProposalView& view, UiState& state, Rect top, float right) {
    if (!can_compare(view))
        return right;
    const std::string text = scope.text(view.swipe ? "ui.compare.end" : "ui.compare.begin");
    const float width = text_width(Role::large, text) + scope.px(32);
    const Rect plate{{right - width, top.centre().y - scope.px(19)},
                     {right, top.centre().y + scope.px(19)}};
    const Touch touched = touch(scope, "bandingkan", plate, text);
    fill(plate, touched.hovered || view.swipe ? scope.tokens.acc : scope.tokens.top_field,
         scope.px(4));
    put_text_centred(scope, plate, text, Role::large,
                     touched.hovered || view.swipe ? scope.tokens.acc_fg : scope.tokens.top_fg);
    if (touched.clicked)
        toggle_comparison(scope, view, state);
    return plate.min.x - scope.px(12);
}

void draw_head(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    const ProposalView& view = views.proposal;
    begin_panel("##rapat-atas", place, t.top);
    const float size = scope.px(44);
    const auto cell = [&](float x) {
        return Rect{{x, place.centre().y - size / 2}, {x + size, place.centre().y + size / 2}};
    };
    if (icon_button(scope, cell(scope.px(8)),
                    {"keluar", icon::arrow_back, scope.text("ui.meeting.leave") + "  F5", true,
                     Role::icon24, t.top_fg}))
        leave_meeting(scope, state);
    float right = place.max.x - scope.px(8);
    const auto from_right = [&](const IconButton& what) {
        right -= size;
        return icon_button(scope, cell(right), what);
    };
    if (from_right({"layar-penuh", icon::fullscreen, scope.text("ui.meeting.full_screen") + "  F11",
                    true, Role::icon24, t.top_fg}))
        state.full_screen = !state.full_screen;
    const auto named = [&](bool of_project, const std::string& name, const char* key) {
        return of_project && !name.empty() ? name : scope.text(key);
    };
    if (from_right({"maju", icon::redo,
                    named(view.redoes_step, views.top_bar.redo_name, "ui.meeting.step_forward") +
                        "  Ctrl+Y",
                    view.can_step_forward, Role::icon24, t.top_fg}))
        scope.ask(workspace::StepForwardProposal{});
    if (from_right(
            {"mundur", icon::undo,
             named(view.undoes_step, views.top_bar.undo_name, "ui.meeting.step_back") + "  Ctrl+Z",
             view.can_step_back, Role::icon24, t.top_fg}))
        scope.ask(workspace::StepBackProposal{});
    right = draw_compare(scope, view, state, place, right - scope.px(8));
    right = draw_clock(scope, view, place, right);
    const float left = scope.px(64);
    const float end = draw_meeting_tabs(scope, view, state, place, left, right) - scope.px(16);
    put_elided(scope, {{left, place.min.y + scope.px(8)}, {end, place.centre().y + scope.px(4)}},
               scope.text("ui.meeting.title", {view.title}), Role::name, t.top_fg);
    put_elided(scope, {{left, place.centre().y + scope.px(2)}, {end, place.max.y - scope.px(6)}},
               view.case_text, Role::large, t.top_mut);
    end_panel();
}

/// A card of one village; both have room for the longer name.
void draw_side_cards(Scope& scope, const ProposalView& view) {
    const float line = scope.px(26);
    const float gap = scope.px(12);
    const float half = std::floor((ImGui::GetContentRegionAvail().x - gap) / 2);
    const float room = half - scope.px(16 + 8);
    float names = 0;
    for (const ProposalView::Side& side : view.sides)
        names = std::max(names, wrapped_height(Role::name, room, line, side.name));
    const Rect cards = take(scope.px(106) + names);
    for (std::size_t number = 0; number < 2; ++number) {
        const ProposalView::Side& side = view.sides[number];
        const Rect card = number == 0 ? cards.left(half) : cards.right(half);
        fill(card, grounds.at(number), scope.px(4));
        fill(card.top(scope.px(5)), inks.at(number), scope.px(2));
        const float left = card.min.x + scope.px(16);
        const float below = card.min.y + scope.px(16) + names;
        put_wrapped(scope, {left, card.min.y + scope.px(16)}, room, line, side.name, Role::name,
                    inks.at(number));
        put_tabular(scope, {left, below + scope.px(28)}, side.change, Role::figure,
                    scope.tokens.fg);
        put_elided(scope, {{left, below + scope.px(56)}, {left + room, card.max.y - scope.px(8)}},
                   scope.text("ui.meeting.becomes", {side.village}), Role::large, scope.tokens.mut);
    }
}

void draw_sum(Scope& scope, const ProposalView& view, Rect row) {
    const Tokens& t = scope.tokens;
    fill(row, view.balanced ? t.grn_bg : t.red_bg, scope.px(4));
    const ImU32 ink = view.balanced ? t.grn : t.red;
    put_icon(scope, {row.min.x + scope.px(24), row.centre().y},
             view.balanced ? icon::check_circle : icon::error, Role::icon24, ink);
    put_text(scope, {row.min.x + scope.px(46), row.centre().y}, scope.text("ui.proposal.sum"),
             Role::name, ink);
    put_text_right(scope, {row.max.x - scope.px(16), row.centre().y}, view.sum, Role::name, ink);
}

/// How the contested land is shared, as one bar.
void draw_share_bar(Scope& scope, const ProposalView& view, Rect bar) {
    const float whole = bar.width();
    float x = bar.min.x;
    for (std::size_t i = 0; i < 2; ++i) {
        const float width =
            i == 0 ? std::round(whole * static_cast<float>(view.sides[0].share)) : bar.max.x - x;
        const Rect part{{x, bar.min.y}, {x + width, bar.max.y}};
        fill(part, inks.at(i));
        if (text_width(Role::name, view.sides[i].after) + scope.px(24) < width) {
            const ImU32 white = IM_COL32(255, 255, 255, 255);
            if (i == 0)
                put_text(scope, {part.min.x + scope.px(12), part.centre().y}, view.sides[i].after,
                         Role::name, white);
            else
                put_text_right(scope, {part.max.x - scope.px(12), part.centre().y},
                               view.sides[i].after, Role::name, white);
        }
        x += width;
    }
}

void draw_contents(Scope& scope, const ProposalView& view) {
    const Tokens& t = scope.tokens;
    if (!view.contents.empty()) {
        const Rect head = take(scope.px(36));
        put_elided(scope, head, scope.text("ui.meeting.inside"), Role::name, t.fg);
    }
    for (const ProposalView::Content& content : view.contents) {
        const Rect row = take(scope.px(36));
        horizontal_line(row.min.x, row.max.x, row.min.y, t.line);
        put_elided(scope, {row.min, {row.max.x - scope.px(150), row.max.y}}, content.name,
                   Role::large, t.fg);
        put_text_right(scope, {row.max.x - scope.px(80), row.centre().y}, content.in[0], Role::name,
                       inks[0]);
        put_text_right(scope, {row.max.x, row.centre().y}, content.in[1], Role::name, inks[1]);
    }
    if (view.agreements.empty())
        return;
    std::string names;
    for (const std::string& name : view.agreements)
        names += (names.empty() ? "" : ", ") + name;
    const std::string text =
        scope.text("ui.meeting.agreements", {std::to_string(view.agreements.size()), names});
    const float room = ImGui::GetContentRegionAvail().x - scope.px(24);
    take(scope.px(8));
    const Rect plate = take(wrapped_height(Role::large, room, scope.px(24), text) + scope.px(16));
    fill(plate, t.amb_bg, scope.px(4));
    put_wrapped(scope, {plate.min.x + scope.px(12), plate.min.y + scope.px(8)}, room, scope.px(24),
                text, Role::large, t.fg);
}

void draw_numbers(Scope& scope, const ProposalView& view) {
    const Tokens& t = scope.tokens;
    if (view.stage == ProposalView::Stage::refused || view.sides.size() < 2) {
        const float room = ImGui::GetContentRegionAvail().x;
        const Rect row = take(wrapped_height(Role::large, room, scope.px(24), view.summary));
        put_wrapped(scope, row.min, room, scope.px(24), view.summary, Role::large,
                    view.stage == ProposalView::Stage::refused ? t.red : t.mut);
        return;
    }
    draw_side_cards(scope, view);
    take(scope.px(12));
    draw_sum(scope, view, take(scope.px(44)));
    take(scope.px(8));
    put_elided(scope, take(scope.px(32)), view.contested, Role::large, t.fg);
    draw_share_bar(scope, view, take(scope.px(44)));
    take(scope.px(8));
    draw_contents(scope, view);
    const float wide = ImGui::GetContentRegionAvail().x;
    take(scope.px(8));
    const Rect told = take(wrapped_height(Role::large, wide, scope.px(22), view.summary));
    put_wrapped(scope, told.min, wide, scope.px(22), view.summary, Role::large, t.mut);
    if (view.no_accept.empty())
        return;
    take(scope.px(8));
    const float room = ImGui::GetContentRegionAvail().x;
    const Rect row = take(wrapped_height(Role::large, room, scope.px(24), view.no_accept));
    put_wrapped(scope, row.min, room, scope.px(24), view.no_accept, Role::large, t.amb);
}

void draw_right(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const ProposalView& view = views.proposal;
    begin_panel("##rapat-kanan", place, scope.tokens.panel);
    if (state.meeting_tab != MeetingTab::table) {
        draw_meeting_lines(scope, views, state, place);
        end_panel();
        return;
    }
    const Rect foot = place.bottom(scope.px(128));
    begin_scroll("neraca-rapat",
                 Rect{place.min, {place.max.x, foot.min.y}}.inset(scope.px(20), scope.px(16)));
    draw_numbers(scope, view);
    ImGui::EndChild();
    horizontal_line(foot.min.x, foot.max.x, foot.min.y, scope.tokens.line);
    const Rect inner = foot.inset(scope.px(20), scope.px(16));
    text_field(scope, inner.top(scope.px(36)), state.proposal.author,
               {.id = "diminta", .hint = scope.text("ui.meeting.author_hint"), .large = true});
    const Rect row = inner.bottom(scope.px(48));
    const float gap = scope.px(12);
    const float width = std::floor((row.width() - gap) * 0.42F);
    const bool ready = scope.can_edit && view.stage == ProposalView::Stage::ready;
    if (button(scope, row.left(width),
               {.id = "simpan-skenario",
                .text = scope.text("ui.proposal.keep"),
                .enabled = ready && view.can_keep,
                .large = true}))
        keep_scenario(scope, state);
    if (button(scope, {{row.min.x + width + gap, row.min.y}, row.max},
               {.id = "sepakati",
                .text = scope.text("ui.proposal.agree"),
                .icon = icon::check_circle,
                .kind = ButtonKind::primary,
                .enabled = ready && view.can_accept && view.balanced,
                .large = true}))
        start_agreement_on_line(views, state);
    end_panel();
}

/// Whether there is a name that Ctrl+H would show.
bool names_somebody(const ProposalView& view) {
    return std::any_of(view.scenarios.begin(), view.scenarios.end(),
                       [](const auto& scenario) { return !scenario.author.empty(); }) ||
           std::any_of(view.meetings.begin(), view.meetings.end(),
                       [](const auto& meeting) { return !meeting.people.empty(); });
}

void draw_status(Scope& scope, const FrameViews& views, const UiState& state, Rect place) {
    begin_panel("##rapat-status", place, scope.tokens.panel);
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    std::string right = views.status.geographic + "    " + views.status.scale;
    if (names_somebody(views.proposal))
        right = scope.text(state.names_shown ? "ui.meeting.hide_names" : "ui.meeting.show_names") +
                "    " + right;
    put_text_right(scope, {place.max.x - scope.px(16), place.centre().y}, right, Role::large,
                   scope.tokens.mut);
    put_elided(scope,
               {{scope.px(16), place.min.y},
                {place.max.x - text_width(Role::large, right) - scope.px(40), place.max.y}},
               scope.text(views.proposal.swipe ? "ui.compare.hint" : "ui.meeting.hint"),
               Role::large, scope.tokens.fg);
    end_panel();
}

/// What the line gives, over the map's corner.
void draw_sentence(Scope& scope, const FrameViews& views, UiState& state, Rect map) {
    const ProposalView& view = views.proposal;
    if (view.sentence.empty())
        return;
    const float room = map.width() - scope.px(64);
    const float width = std::min(room, text_width(Role::name, view.sentence) + scope.px(40));
    const float height = scope.px(48);
    const auto at = [&](ImVec2 corner) {
        return Rect{corner, {corner.x + width, corner.y + height}};
    };
    // Where it hides no handle of the line: at the left, else at the right.
    const Placing place(views, map);
    const auto hides = [&](Rect plate) {
        return std::any_of(view.handles.begin(), view.handles.end(), [&](const auto& handle) {
            return plate.inset(-scope.px(24), -scope.px(24)).contains(place(handle.at));
        });
    };
    const Rect above = at({map.min.x + scope.px(16), map.min.y + scope.px(16)});
    const Rect beside = at({map.max.x - width - scope.px(16), map.min.y + scope.px(16)});
    const Rect plate = !hides(above) || hides(beside) ? above : beside;
    fill(plate, scope.tokens.panel, scope.px(6));
    outline(plate, scope.tokens.line, scope.px(6));
    put_elided(scope, plate.inset(scope.px(20), 0), view.sentence, Role::name, scope.tokens.fg);
    cover(state.map, plate, map);
}

} // namespace

void enter_meeting(Scope& scope, UiState& state) {
    state.meeting = true;
    state.names_shown = false;
    state.meeting_tab = MeetingTab::table;
    scope.ask(workspace::SetMeeting{true});
}

void leave_meeting(Scope& scope, UiState& state) {
    state.meeting = false;
    state.full_screen = false;
    scope.ask(workspace::SetMeeting{false});
}

bool in_meeting(const FrameViews& views, const UiState& state) {
    return state.meeting && proposes(views, state);
}

void draw_meeting(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                  ImVec2 size) {
    const MeetingLayout at = lay_out_meeting(scope, views.proposal, size);
    draw_head(scope, views, state, at.top);
    draw_meeting_map(scope, views, surface, state, at.map, [&] {
        if (views.proposal.swipe)
            draw_swipe(scope, views, state, at.map);
        else
            draw_sentence(scope, views, state, at.map);
        draw_proposal_legend(scope, views.proposal, state.map, at.map);
        if (!views.proposal.swipe)
            draw_claim_notes(scope, views.proposal, views, state.map, at.map);
    });
    draw_right(scope, views, state, at.right);
    if (views.proposal.swipe)
        draw_comparison(scope, views.proposal, at.scenarios, true, state.names_shown);
    else
        draw_meeting_scenarios(scope, views.proposal, state, at.scenarios, at.low);
    draw_status(scope, views, state, at.status);
    ask_for_line(scope, state);
}

} // namespace antardesa::ui
