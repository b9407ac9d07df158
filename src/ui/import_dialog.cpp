#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

constexpr float line = 18;

void draw_summary(Scope& scope, const workspace::ImportView& plan) {
    for (const std::string& sentence : plan.summary) {
        const float width = ImGui::GetContentRegionAvail().x - scope.px(16);
        const float height =
            wrapped_height(Role::body, width - scope.px(24), scope.px(line), sentence);
        const Rect row = take(std::max(height, scope.px(line)) + scope.px(4));
        put_icon(scope, {row.min.x + scope.px(8), row.min.y + scope.px(9)}, icon::check_circle,
                 Role::icon16, scope.tokens.grn);
        put_wrapped(scope, {row.min.x + scope.px(24), row.min.y}, width - scope.px(24),
                    scope.px(line), sentence, Role::body, scope.tokens.fg);
    }
}

void draw_crs_choice(Scope& scope, const workspace::ImportView& plan) {
    take(scope.px(8));
    form_label(scope, scope.text("ui.import.choose_crs"));
    int index = 0;
    for (const auto& [epsg, name] : plan.crs_choices) {
        const Rect row = take(scope.px(36)).inset(0, scope.px(2));
        const Rect shown{row.min, {row.max.x - scope.px(16), row.max.y}};
        ImGui::PushID(index++);
        const Touch state = touch(scope, "sistem", shown, name);
        ImGui::PopID();
        fill(shown, state.hovered ? scope.tokens.acc_bg : scope.tokens.panel, scope.px(6));
        outline(shown, state.hovered ? scope.tokens.acc : scope.tokens.line, scope.px(6));
        put_elided(scope, shown.inset(scope.px(12), 0), name, Role::body, scope.tokens.fg);
        if (state.clicked)
            scope.ask(workspace::ImportInto{{}, epsg});
    }
}

void draw_finding(Scope& scope, Severity severity, const std::string& sentence) {
    const Tokens& t = scope.tokens;
    const float width = ImGui::GetContentRegionAvail().x - scope.px(48);
    const float height = wrapped_height(Role::body, width, scope.px(line), sentence);
    const Rect row = take(std::max(height, scope.px(line)) + scope.px(8));
    const bool bad = severity == Severity::error;
    const bool fair = severity == Severity::information;
    put_icon(scope, {row.min.x + scope.px(8), row.min.y + scope.px(13)},
             bad    ? icon::error
             : fair ? icon::information
                    : icon::warning,
             Role::icon16,
             bad    ? t.red
             : fair ? t.mut
                    : t.amb);
    put_wrapped(scope, {row.min.x + scope.px(24), row.min.y + scope.px(4)}, width, scope.px(line),
                sentence, Role::body, t.fg);
}

void draw_findings(Scope& scope, const workspace::ImportView& plan) {
    if (plan.findings.empty())
        return;
    take(scope.px(8));
    const Rect head = take(scope.px(32));
    section_head(scope, {head.min, {head.max.x - scope.px(16), head.max.y}},
                 scope.text("ui.import.findings"),
                 scope.language.number(static_cast<double>(plan.findings.size())));
    for (const auto& [severity, sentence] : plan.findings)
        draw_finding(scope, severity, sentence);
}

} // namespace

void draw_import_plan(Scope& scope, const workspace::ImportView& plan) {
    const float rows = static_cast<float>(plan.summary.size()) * 22 +
                       static_cast<float>(plan.findings.size()) * 44 +
                       (plan.needs_crs ? static_cast<float>(plan.crs_choices.size()) * 36 + 40 : 0);
    const DialogFrame frame{.id = "##impor",
                            .title = plan.title,
                            .width = 720,
                            .height = std::clamp(rows + 60, 160.0F, 460.0F),
                            .primary =
                                plan.needs_crs ? std::string() : scope.text("ui.import.accept"),
                            .cancel = scope.text("ui.import.reject")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", {room.min, {room.max.x + scope.px(12), room.max.y}});
        draw_summary(scope, plan);
        if (plan.needs_crs)
            draw_crs_choice(scope, plan);
        draw_findings(scope, plan);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::AcceptImport{});
    if (answer == Answer::cancelled)
        scope.ask(workspace::RejectImport{});
}

} // namespace antardesa::ui
