#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/proposal_parts.h"
#include "ui/widgets.h"

#include <array>
#include <optional>

namespace antardesa::ui {

namespace {

using workspace::CaseLine;
using workspace::ProposalView;

struct Tab {
    MeetingTab tab;
    const char* id;
    char32_t icon;
    std::string text;
};

std::string counted(const Scope& scope, const char* key, std::size_t count) {
    const std::string name = scope.text(key);
    return count == 0 ? name : name + " " + std::to_string(count);
}

std::array<Tab, 4> tabs_of(const Scope& scope, const ProposalView& view) {
    return {Tab{MeetingTab::evidence, "bukti", icon::description,
                counted(scope, "ui.meeting.evidence", view.evidence.size())},
            Tab{MeetingTab::meetings, "rapat", icon::groups,
                counted(scope, "ui.meeting.meetings", view.meetings.size())},
            Tab{MeetingTab::table, "runding", icon::polyline, scope.text("ui.meeting.table")},
            Tab{MeetingTab::minutes, "berita-acara", icon::assignment,
                scope.text("ui.meeting.minutes")}};
}

void draw_tab(Scope& scope, const Tab& tab, UiState& state, Rect plate, bool words) {
    const bool open = state.meeting_tab == tab.tab;
    const Touch touched = touch(scope, tab.id, plate, tab.text);
    if (open || touched.hovered)
        fill(plate, open ? scope.tokens.panel : scope.tokens.top_field, scope.px(4));
    const ImU32 ink = open ? scope.tokens.fg : scope.tokens.top_fg;
    put_icon(scope, {plate.min.x + scope.px(20), plate.centre().y}, tab.icon, Role::icon20, ink);
    if (words)
        put_text(scope, {plate.min.x + scope.px(36), plate.centre().y}, tab.text, Role::large, ink);
    else
        tooltip_when(scope, touched.hovered, tab.text);
    if (touched.clicked)
        state.meeting_tab = tab.tab;
}

void put_paragraph(Scope& scope, const std::string& text, Role role, ImU32 ink, float line) {
    const float width = ImGui::GetContentRegionAvail().x;
    const Rect row = take(wrapped_height(role, width, scope.px(line), text));
    put_wrapped(scope, row.min, width, scope.px(line), text, role, ink);
}

void draw_lines(Scope& scope, const std::vector<CaseLine>& lines, const char* nothing,
                bool names_shown) {
    const Tokens& t = scope.tokens;
    if (lines.empty())
        put_paragraph(scope, scope.text(nothing), Role::large, t.mut, 24);
    for (const CaseLine& line : lines) {
        put_paragraph(scope, line.title, Role::name, line.side ? side_ink(*line.side) : t.fg, 26);
        if (!line.detail.empty())
            put_paragraph(scope, line.detail, Role::large, t.mut, 24);
        if (names_shown && !line.people.empty())
            put_paragraph(scope, line.people, Role::large, t.mut, 24);
        take(scope.px(10));
        const Rect edge = take(1);
        horizontal_line(edge.min.x, edge.max.x, edge.min.y, t.line);
        take(scope.px(10));
    }
}

/// What became of the papers: notices wait until the meeting is over, but nobody should press a
/// second time for want of an answer.
struct PapersNews {
    std::string text;
    char32_t icon;
    ImU32 ink;
};

std::optional<PapersNews> news_of(const Scope& scope, const FrameViews& views) {
    const Tokens& t = scope.tokens;
    if (!views.status.jobs.empty())
        return PapersNews{views.status.jobs.back().text, icon::schedule, t.mut};
    for (auto notice = views.notices.rbegin(); notice != views.notices.rend(); ++notice) {
        if (notice->severity == Severity::error)
            return PapersNews{notice->text, icon::error, t.red};
        if (notice->severity == Severity::warning)
            return PapersNews{notice->text, icon::warning, t.amb};
        if (!notice->detail.empty()) // the files that were written
            return PapersNews{notice->text, icon::check_circle, t.grn};
    }
    return std::nullopt;
}

/// In the foot, above the button; returns its height.
float draw_news(Scope& scope, const FrameViews& views, Rect place, bool measured_only) {
    const auto news = news_of(scope, views);
    if (!news)
        return 0;
    const float room = place.width() - scope.px(20 + 20 + 36);
    const float words = wrapped_height(Role::large, room, scope.px(24), news->text);
    if (measured_only)
        return words + scope.px(16);
    const ImVec2 corner{place.min.x + scope.px(20), place.min.y + scope.px(12)};
    put_icon(scope, {corner.x + scope.px(12), corner.y + scope.px(12)}, news->icon, Role::icon24,
             news->ink);
    put_wrapped(scope, {corner.x + scope.px(36), corner.y}, room, scope.px(24), news->text,
                Role::large, news->ink);
    return words + scope.px(16);
}

void draw_open_points(Scope& scope, const ProposalView& view) {
    const Tokens& t = scope.tokens;
    put_paragraph(scope, scope.text("ui.meeting.open_points"), Role::name, t.fg, 26);
    take(scope.px(6));
    if (view.open_points.empty())
        put_paragraph(scope, scope.text("ui.meeting.nothing_open"), Role::large, t.mut, 24);
    for (const std::string& point : view.open_points) {
        put_paragraph(scope, point, Role::large, t.amb, 24);
        take(scope.px(8));
    }
}

/// The one thing that each tab adds.
struct Deed {
    const char* id;
    const char* key;
    char32_t icon;
    bool enabled;
};

Deed deed_of(const Scope& scope, MeetingTab tab) {
    if (tab == MeetingTab::evidence)
        return {"bukti-baru", "ui.meeting.add_evidence", icon::add, scope.can_edit};
    if (tab == MeetingTab::meetings)
        return {"rapat-baru", "ui.meeting.add_meeting", icon::add, scope.can_edit};
    return {"semua-berkas", "ui.meeting.all_papers", icon::print, true};
}

void do_deed(const FrameViews& views, UiState& state, MeetingTab tab) {
    const Id<model::BoundaryDispute> dispute = views.proposal.dispute;
    if (tab == MeetingTab::minutes)
        return start_case_papers(state, dispute);
    const auto kind =
        tab == MeetingTab::evidence ? workspace::Register::evidence : workspace::Register::meeting;
    start_record(views, state, {kind, 0, dispute.value, workspace::Register::dispute});
}

} // namespace

float draw_meeting_tabs(Scope& scope, const ProposalView& view, UiState& state, Rect top,
                        float left, float right) {
    const auto tabs = tabs_of(scope, view);
    float whole = 0;
    for (const Tab& tab : tabs)
        whole += text_width(Role::large, tab.text) + scope.px(36 + 12 + 8);
    // The title needs its room too: then the tabs are icons.
    const bool words = right - left - whole > scope.px(280);
    float x = right - (words ? whole : static_cast<float>(tabs.size()) * scope.px(48));
    const float start = x;
    for (const Tab& tab : tabs) {
        const float width = words ? text_width(Role::large, tab.text) + scope.px(48) : scope.px(40);
        draw_tab(scope, tab, state,
                 {{x, top.centre().y - scope.px(19)}, {x + width, top.centre().y + scope.px(19)}},
                 words);
        x += width + scope.px(8);
    }
    return start;
}

void draw_meeting_lines(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const ProposalView& view = views.proposal;
    const bool papers = state.meeting_tab == MeetingTab::minutes;
    const float news = papers ? draw_news(scope, views, place, true) : 0;
    const Rect foot = place.bottom(scope.px(80) + news);
    begin_scroll("baris-perkara",
                 Rect{place.min, {place.max.x, foot.min.y}}.inset(scope.px(20), scope.px(16)));
    if (state.meeting_tab == MeetingTab::evidence)
        draw_lines(scope, view.evidence, "ui.meeting.no_evidence", state.names_shown);
    else if (state.meeting_tab == MeetingTab::meetings)
        draw_lines(scope, view.meetings, "ui.meeting.no_meetings", state.names_shown);
    else
        draw_open_points(scope, view);
    ImGui::EndChild();
    horizontal_line(foot.min.x, foot.max.x, foot.min.y, scope.tokens.line);
    if (papers)
        draw_news(scope, views, foot, false);
    const Deed deed = deed_of(scope, state.meeting_tab);
    if (button(scope, foot.bottom(scope.px(80)).inset(scope.px(20), scope.px(16)),
               {.id = deed.id,
                .text = scope.text(deed.key),
                .icon = deed.icon,
                .enabled = deed.enabled,
                .large = true}))
        do_deed(views, state, state.meeting_tab);
}

} // namespace antardesa::ui
