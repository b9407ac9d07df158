#include "ui/dialog.h"
#include "ui/finding_list.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::KeepFinding;
using workspace::KeepView;

struct Line {
    char32_t icon;
    ImU32 colour;
    std::string text;
    bool strong = false;
};

void draw_line(Scope& scope, const Line& line) {
    const float left = scope.px(28);
    const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x - left - scope.px(8));
    const Role role = line.strong ? Role::medium : Role::body;
    const float height = wrapped_height(role, width, scope.px(18), line.text);
    const Rect row = take(height + scope.px(6));
    put_icon(scope, {row.min.x + scope.px(12), row.min.y + scope.px(9)}, line.icon, Role::icon16,
             line.colour);
    put_wrapped(scope, {row.min.x + left, row.min.y}, width, scope.px(18), line.text, role,
                scope.tokens.fg);
}

Line state_line(const Scope& scope, const KeepView& keep) {
    const Tokens& t = scope.tokens;
    if (!keep.damaged.empty())
        return {icon::error, t.red, keep.banner, true};
    if (!keep.checked)
        return {icon::schedule, t.mut, scope.text("ui.keeping.unchecked"), true};
    if (keep.recoverable.empty())
        return {icon::check_circle, t.grn, keep.summary, true};
    return {icon::error, t.red, keep.summary, true};
}

void draw_state(Scope& scope, const KeepView& keep) {
    const Tokens& t = scope.tokens;
    draw_line(scope, state_line(scope, keep));
    if (!keep.read_only_reason.empty())
        draw_line(scope, {icon::lock, t.amb, keep.read_only_reason});
    if (!keep.warning.empty())
        draw_line(scope, {icon::warning, t.amb, keep.warning});
    if (keep.project.empty())
        return;
    if (keep.backup.empty()) {
        draw_line(scope, {icon::history, t.mut, scope.text("ui.keeping.no_backup")});
        return;
    }
    draw_line(scope, {icon::history, t.grn, keep.backup});
    const Rect row = take(scope.px(18));
    put_elided(scope, {{row.min.x + scope.px(28), row.min.y}, row.max}, keep.backup_place,
               Role::small, t.mut);
}

/// The row's name stands first where the sentence does not say it.
void draw_finding(Scope& scope, UiState& state, const KeepFinding& finding, int index) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(finding_row_height));
    ImGui::PushID(index);
    const Touch touched = touch(scope, "temuan", row, finding.sentence);
    ImGui::PopID();
    const bool chosen = state.keeping.chosen == static_cast<std::size_t>(index);
    if (chosen || touched.hovered)
        fill(row, chosen ? t.acc_bg : t.panel2, scope.px(4));
    const SeverityLook look = finding_look(t, finding.severity);
    put_icon(scope, {row.min.x + scope.px(12), row.centre().y}, look.icon, Role::icon16,
             look.colour);
    float left = row.min.x + scope.px(28);
    const float right = row.max.x - scope.px(8);
    if (finding.sentence.find(finding.subject) == std::string::npos)
        left += put_elided(scope, {{left, row.min.y}, {left + (right - left) * 0.35F, row.max.y}},
                           finding.subject, Role::medium, t.fg) +
                scope.px(8);
    put_elided(scope, {{left, row.min.y}, {right, row.max.y}}, finding.sentence, Role::body, t.fg);
    if (touched.clicked)
        state.keeping.chosen = static_cast<std::size_t>(index);
}

void draw_chosen(Scope& scope, const KeepFinding& finding, Rect place) {
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    begin_scroll("kalimat", {{place.min.x, place.min.y + scope.px(8)}, place.max});
    const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x - scope.px(16));
    const Rect text = take(wrapped_height(Role::body, width, scope.px(18), finding.sentence));
    put_wrapped(scope, text.min, width, scope.px(18), finding.sentence, Role::body,
                scope.tokens.fg);
    ImGui::EndChild();
}

void draw_list(Scope& scope, const KeepView& keep, UiState& state, Rect place) {
    section_head(scope, place.top(scope.px(32)), scope.text("ui.keeping.findings"),
                 scope.language.number(static_cast<double>(keep.findings.size())));
    const Rect room{{place.min.x, place.min.y + scope.px(32)}, place.max};
    if (keep.findings.empty()) {
        if (keep.checked)
            put_elided(scope, room.top(scope.px(24)), scope.text("ui.keeping.nothing"), Role::body,
                       scope.tokens.mut);
        return;
    }
    const Rect below = room.bottom(std::min(scope.px(72), room.height() / 2));
    begin_scroll("temuan", {room.min, {room.max.x, below.min.y}});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(keep.findings.size()), scope.px(finding_row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_finding(scope, state, keep.findings[static_cast<std::size_t>(i)], i);
    clipper.End();
    ImGui::EndChild();
    if (state.keeping.chosen < keep.findings.size())
        draw_chosen(scope, keep.findings[state.keeping.chosen], below);
}

/// What can be done, from left to right; what the state does not allow is grey.
void draw_deeds(Scope& scope, const FrameViews& views, UiState& state, Rect row) {
    const KeepView& keep = views.keep;
    float x = row.min.x;
    const auto pressed = [&](const char* id, std::string_view key, bool enabled) {
        const std::string text = scope.text(key);
        const Button what{.id = id, .text = text, .enabled = enabled};
        const float width = button_width(scope, what);
        const Rect area{{x, row.min.y}, {x + width, row.max.y}};
        x = area.max.x + scope.px(8);
        return button(scope, area, what);
    };
    const bool open = !keep.project.empty();
    if (pressed("periksa", scope.can_edit ? "ui.keeping.check" : "ui.keeping.check_only", open))
        scope.ask(workspace::LookAfterProject{});
    if (pressed("terima", "ui.banner.accept", keep.can_accept))
        open_dialog(state, Dialog::acceptance);
    if (pressed("salinan", "ui.banner.copy", open))
        start_copy(scope, keep, state);
    if (pressed("pulihkan", "ui.keeping.recover", !keep.recoverable.empty()))
        start_recovery(scope, keep, state);
    if (state.dialog != Dialog::keeping)
        ImGui::CloseCurrentPopup();
}

} // namespace

void draw_keeping(Scope& scope, const FrameViews& views, UiState& state) {
    const DialogFrame frame{.id = "##keamanan",
                            .title = scope.text("ui.keeping.title"),
                            .width = 720,
                            .height = 420,
                            .primary = scope.text("ui.done")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        const Rect upper = room.top(scope.px(136));
        begin_scroll("keadaan", upper);
        draw_state(scope, views.keep);
        ImGui::EndChild();
        const Rect deeds = room.bottom(scope.px(44)).top(scope.px(32));
        draw_list(scope, views.keep, state,
                  {{room.min.x, upper.max.y}, {room.max.x, deeds.min.y - scope.px(8)}});
        draw_deeds(scope, views, state, deeds);
    });
    if (answer != Answer::open && state.dialog == Dialog::keeping)
        state.dialog = Dialog::none;
}

void draw_acceptance(Scope& scope, UiState& state) {
    const DialogFrame frame{.id = "##penerimaan",
                            .title = scope.text("ui.acceptance.title"),
                            .width = 480,
                            .height = 168,
                            .primary = scope.text("ui.acceptance.do"),
                            .cancel = scope.text("ui.cancel"),
                            .enter_confirms = false};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("arti", room);
        for (const char* key : {"ui.acceptance.meaning", "ui.acceptance.kept"}) {
            const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x - scope.px(8));
            const std::string text = scope.text(key);
            const Rect row =
                take(wrapped_height(Role::body, width, scope.px(20), text) + scope.px(8));
            put_wrapped(scope, row.min, width, scope.px(20), text, Role::body, scope.tokens.fg);
        }
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::AcceptChanges{});
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
