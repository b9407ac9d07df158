#include "ui/finding_list.h"

#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>
#include <array>

namespace antardesa::ui {

namespace {

using workspace::FindingRow;
using workspace::ImportStage;
using workspace::ImportView;

/// What stands on one line: a kind's heading, or one finding (of the kind).
struct Line {
    std::size_t group = 0;
    std::size_t row = heading;
    static constexpr std::size_t heading = static_cast<std::size_t>(-1);
};

bool wanted(const ReportState& report, Severity severity) {
    return report.severities[static_cast<std::size_t>(severity)];
}

std::vector<Line> lines_of(const ImportView& view, const ReportState& report) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < view.groups.size(); ++i) {
        const workspace::FindingGroupView& group = view.groups[i];
        if (!wanted(report, group.severity))
            continue;
        if (group.rows.size() > 1)
            lines.push_back({i, Line::heading});
        if (group.rows.size() == 1 || (i < report.opened.size() && report.opened[i]))
            for (const std::size_t row : group.rows)
                lines.push_back({i, row});
    }
    return lines;
}

/// One chip for each severity that occurs; pressed, only these are listed, again: all.
void draw_filter(Scope& scope, const ImportView& view, UiState& state, Rect row) {
    put_text(scope, {row.min.x, row.centre().y}, scope.text("ui.import.findings"),
             Role::small_strong, scope.tokens.fg);
    float right = row.max.x;
    for (const Severity severity : {Severity::information, Severity::warning, Severity::error}) {
        const std::string& text = view.counts[static_cast<std::size_t>(severity)];
        if (text.empty())
            continue;
        const SeverityLook look = finding_look(scope.tokens, severity);
        const float width = chip_width(scope, text) + scope.px(20);
        const Rect area{{right - width, row.centre().y - scope.px(12)},
                        {right, row.centre().y + scope.px(12)}};
        bool& on = state.report.severities[static_cast<std::size_t>(severity)];
        if (chip(scope, area,
                 {.id = severity_name(severity),
                  .text = text,
                  .icon = look.icon,
                  .icon_colour = look.colour,
                  .on = on}))
            on = !on;
        right = area.min.x - scope.px(8);
    }
}

void draw_heading(Scope& scope, const workspace::FindingGroupView& group, bool open, Rect row) {
    const Tokens& t = scope.tokens;
    const SeverityLook look = finding_look(t, group.severity);
    const float y = row.centre().y;
    put_icon(scope, {row.min.x + scope.px(12), y}, look.icon, Role::icon16, look.colour);
    put_icon(scope, {row.max.x - scope.px(14), y}, open ? icon::expand_less : icon::expand_more,
             Role::icon18, t.mut);
    const float count = put_text_right(scope, {row.max.x - scope.px(30), y}, group.count,
                                       Role::small_strong, t.mut);
    put_elided(
        scope,
        {{row.min.x + scope.px(28), row.min.y}, {row.max.x - scope.px(38) - count, row.max.y}},
        group.title, Role::medium, t.fg);
}

/// The subject stands first where the sentence does not name it.
void draw_row(Scope& scope, const FindingRow& finding, Severity severity, bool alone, Rect row) {
    const Tokens& t = scope.tokens;
    if (alone) {
        const SeverityLook look = finding_look(t, severity);
        put_icon(scope, {row.min.x + scope.px(12), row.centre().y}, look.icon, Role::icon16,
                 look.colour);
    }
    float left = row.min.x + scope.px(alone ? 28 : 40);
    const float right = row.max.x - scope.px(finding.place ? 30 : 8);
    if (finding.place)
        put_icon(scope, {row.max.x - scope.px(14), row.centre().y}, icon::zoom_in, Role::icon16,
                 t.acc);
    const bool named =
        finding.subject.empty() || finding.sentence.find(finding.subject) != std::string::npos;
    if (!named) {
        const float most = left + (right - left) * 0.35F;
        left += put_elided(scope, {{left, row.min.y}, {most, row.max.y}}, finding.subject,
                           Role::medium, t.fg) +
                scope.px(8);
    }
    put_elided(scope, {{left, row.min.y}, {right, row.max.y}}, finding.sentence, Role::body, t.fg);
}

void show_on_map(Scope& scope, UiState& state, const Place& place) {
    if (!state.report.aside)
        ImGui::CloseCurrentPopup(); // a modal that is no longer drawn would hold the mouse
    state.report.aside = state.right_open = true;
    scope.ask(workspace::ZoomToPlace{place});
}

void draw_line(Scope& scope, const FrameViews& views, UiState& state, const Line& line) {
    const ImportView& view = *views.import;
    const workspace::FindingGroupView& group = view.groups[line.group];
    const Rect row = take(scope.px(finding_row_height));
    const bool heading = line.row == Line::heading;
    ImGui::PushID(reinterpret_cast<const void*>(heading ? line.group : ~line.row));
    const FindingRow finding = heading ? FindingRow{} : view.row(line.row);
    const Touch touched =
        touch(scope, heading ? "jenis" : "temuan", row, heading ? group.title : finding.sentence);
    ImGui::PopID();
    const bool chosen = !heading && state.report.chosen == line.row;
    if (chosen || touched.hovered)
        fill(row, chosen ? scope.tokens.acc_bg : scope.tokens.panel2, scope.px(4));
    if (heading) {
        const bool open =
            line.group < state.report.opened.size() && state.report.opened[line.group];
        draw_heading(scope, group, open, row);
        if (touched.clicked && line.group < state.report.opened.size())
            state.report.opened[line.group] = !open;
        return;
    }
    draw_row(scope, finding, group.severity, group.rows.size() == 1, row);
    if (!touched.clicked)
        return;
    state.report.chosen = line.row;
    if (finding.place && report_aside(views, state))
        show_on_map(scope, state, *finding.place);
}

void draw_detail(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    const ImportView& view = *views.import;
    horizontal_line(place.min.x, place.max.x, place.min.y, t.line);
    const Rect room{{place.min.x, place.min.y + scope.px(8)}, place.max};
    if (state.report.chosen >= view.findings) {
        put_elided(scope, room.top(scope.px(20)), scope.text("ui.import.choose_finding"),
                   Role::small, t.mut);
        return;
    }
    const FindingRow finding = view.row(state.report.chosen);
    begin_scroll("kalimat", {room.min, {room.max.x, room.max.y - scope.px(24)}});
    const float width = ImGui::GetContentRegionAvail().x - scope.px(16);
    const std::string whole =
        finding.subject.empty() || finding.sentence.find(finding.subject) != std::string::npos
            ? finding.sentence
            : finding.subject + ": " + finding.sentence;
    const Rect text = take(wrapped_height(Role::body, width, scope.px(18), whole));
    put_wrapped(scope, text.min, width, scope.px(18), whole, Role::body, t.fg);
    ImGui::EndChild();
    const float y = room.max.y - scope.px(12);
    float x = room.min.x;
    if (finding.place && !views.map.empty && view.stage != ImportStage::choose_crs) {
        const std::string word = scope.text("ui.import.show_place");
        if (link(scope, "peta", {x, y}, word))
            show_on_map(scope, state, *finding.place);
        x += text_width(Role::small_strong, word) + scope.px(16);
    }
    if (link(scope, "salin", {x, y}, scope.text("ui.toast.copy")))
        ImGui::SetClipboardText(whole.c_str());
}

} // namespace

SeverityLook finding_look(const Tokens& tokens, Severity severity) {
    switch (severity) {
    case Severity::error:
        return {icon::error, tokens.red};
    case Severity::warning:
        return {icon::warning, tokens.amb};
    case Severity::information:
        break;
    }
    return {icon::information, tokens.mut};
}

SeverityLook file_look(const Tokens& tokens, Severity severity) {
    if (severity == Severity::information)
        return {icon::check_circle, tokens.grn};
    return finding_look(tokens, severity);
}

void draw_findings(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Rect head = place.top(scope.px(36));
    draw_filter(scope, *views.import, state, head);
    const Rect detail = place.bottom(
        std::min(scope.px(finding_detail_height), (place.height() - head.height()) / 2));
    begin_scroll("temuan", {{place.min.x, head.max.y}, {place.max.x, detail.min.y}});
    const std::vector<Line> lines = lines_of(*views.import, state.report);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()), scope.px(finding_row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_line(scope, views, state, lines[static_cast<std::size_t>(i)]);
    clipper.End();
    ImGui::EndChild();
    draw_detail(scope, views, state, detail);
}

} // namespace antardesa::ui
