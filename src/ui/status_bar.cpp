#include "ui/icons.h"
#include "ui/menu.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cstdlib>

namespace antardesa::ui {

namespace {

/// "1 : 75.000", "75000" or "75,000": the digits after a colon, or all.
double typed_denominator(const std::string& text) {
    const std::size_t colon = text.find(':');
    std::string digits;
    for (const char c : colon == std::string::npos ? text : text.substr(colon + 1))
        if (c >= '0' && c <= '9')
            digits += c;
    return digits.size() > 9 ? 0 : std::atof(digits.c_str());
}

void draw_scale_popup(Scope& scope, UiState& state, ImVec2 corner) {
    ImGui::SetNextWindowPos(corner, ImGuiCond_Always, {0, 1});
    ImGui::SetNextWindowSize({scope.px(240), scope.px(116)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {scope.px(12), scope.px(8)});
    if (ImGui::BeginPopup("skala", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav)) {
        close_by_escape();
        form_label(scope, scope.text("ui.status.type_scale"));
        const Typed typed =
            text_field(scope, take(scope.px(32)), state.scale_text,
                       {"angka", scope.text("ui.status.scale_hint"), ImGui::IsWindowAppearing()});
        take(scope.px(8));
        const Rect row = take(scope.px(32));
        const bool pressed =
            button(scope, row,
                   {.id = "pakai", .text = scope.text("ui.apply"), .kind = ButtonKind::primary});
        const double denominator = typed_denominator(state.scale_text);
        if ((typed.entered || pressed) && denominator >= 1) {
            scope.ask(workspace::SetScale{denominator});
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

/// Adds one part of the left half; returns where the next one starts.
float part(Scope& scope, ImVec2 at, const std::string& text, ImU32 colour, bool first) {
    if (text.empty())
        return at.x;
    float x = at.x;
    if (!first) {
        vertical_line(x + scope.px(12), at.y - scope.px(6), at.y + scope.px(6), scope.tokens.line);
        x += scope.px(24);
    }
    return x + put_tabular(scope, {x, at.y}, text, Role::small, colour);
}

float draw_scale(Scope& scope, const workspace::StatusView& view, UiState& state, ImVec2 at) {
    const float x = part(scope, at, view.scale, scope.tokens.fg, false);
    const Rect area{{at.x + scope.px(18), at.y - scope.px(11)},
                    {x + scope.px(4), at.y + scope.px(11)}};
    const Touch pressed = touch(scope, "ubah-skala", area, "skala");
    if (pressed.hovered)
        fill(area, with_alpha(scope.tokens.acc, 0.12F), scope.px(4));
    tooltip_when(scope, pressed.hovered, scope.text("ui.status.type_scale"));
    if (pressed.clicked) {
        state.scale_text = view.scale;
        ImGui::OpenPopup("skala");
    }
    draw_scale_popup(scope, state, {area.min.x, area.min.y - scope.px(4)});
    return x;
}

void draw_job_list(Scope& scope, const workspace::StatusView& view, ImVec2 corner) {
    ImGui::SetNextWindowPos(corner, ImGuiCond_Always, {1, 1});
    ImGui::SetNextWindowSize({scope.px(400), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {scope.px(12), scope.px(8)});
    if (ImGui::BeginPopup("tugas", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav)) {
        close_by_escape();
        for (std::size_t i = 0; i < view.jobs.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            const Rect row = take(scope.px(36));
            const std::string stop = scope.text("ui.cancel");
            const float right = text_width(Role::small_strong, stop);
            const Rect text{row.min, {row.max.x - right - scope.px(12), row.max.y - scope.px(8)}};
            put_elided(scope, text, view.jobs[i].text, Role::small, scope.tokens.fg);
            progress_bar(
                scope,
                {{row.min.x, row.max.y - scope.px(8)}, {text.max.x, row.max.y - scope.px(4)}},
                view.jobs[i].share);
            if (link(scope, "batal", {row.max.x - right, row.centre().y}, stop))
                scope.ask(workspace::CancelJob{i});
            ImGui::PopID();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

/// From right to left: cancel, bar, words, clock.
void draw_jobs(Scope& scope, const workspace::StatusView& view, Rect room) {
    const Tokens& t = scope.tokens;
    const float y = room.centre().y;
    float x = room.max.x;
    const bool one = view.jobs.size() == 1;
    const std::string word = one ? scope.text("ui.cancel") : scope.text("ui.status.show_jobs");
    x -= text_width(Role::small_strong, word);
    if (link(scope, "batal", {x, y}, word)) {
        if (one)
            scope.ask(workspace::CancelJob{0});
        else
            ImGui::OpenPopup("tugas");
    }
    draw_job_list(scope, view, {room.max.x, room.min.y - scope.px(4)});
    x -= scope.px(12) + scope.px(96);
    progress_bar(scope, {{x, y - scope.px(3)}, {x + scope.px(96), y + scope.px(3)}},
                 view.jobs.front().share);
    x -= scope.px(12);
    const std::string text =
        one ? view.jobs.front().text
            : scope.language.plural("ui.status.jobs", static_cast<long long>(view.jobs.size()));
    const float width = std::min(text_width(Role::small, text), x - room.min.x - scope.px(24));
    if (width < scope.px(40))
        return;
    put_elided(scope, {{x - width, room.min.y}, {x, room.max.y}}, text, Role::small, t.mut);
    put_icon(scope, {x - width - scope.px(14), y}, icon::schedule, Role::icon14, t.mut);
}

} // namespace

void draw_status_bar(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    const workspace::StatusView& view = views.status;
    begin_panel("##bilah-status", place, t.panel2, ImGuiWindowFlags_NoBringToFrontOnFocus);
    horizontal_line(place.min.x, place.max.x, place.min.y, t.line);
    const float y = place.centre().y;
    const bool shows_map = !views.map.empty;
    float x = place.min.x + scope.px(16);
    if (shows_map) {
        const float start = x;
        x = part(scope, {x, y}, view.geographic, t.fg, true);
        x = part(scope, {x, y}, view.projected, t.mut, x == start);
        x = draw_scale(scope, view, state, {x == start ? start - scope.px(24) : x, y});
        x = part(scope, {x, y}, view.system, t.mut, false);
        x = part(scope, {x, y}, view.selection, t.fg, false);
    }
    if (!view.jobs.empty())
        draw_jobs(scope, view,
                  {{x + scope.px(16), place.min.y}, {place.max.x - scope.px(16), place.max.y}});
    end_panel();
}

} // namespace antardesa::ui
