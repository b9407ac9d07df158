#include "ui/dialog.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace antardesa::ui {

namespace {

constexpr int midline_way = 2; ///< in the list of ways to mend one case

/// What was found is mended, or stays.
void draw_settling(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::FindingDeeds& deeds = *views.card.finding;
    const float half =
        deeds.can_repair ? std::floor((place.width() - scope.px(8)) / 2) : place.width();
    if (deeds.can_repair && button(scope, place.left(half),
                                   {.id = "perbaiki",
                                    .text = scope.text("ui.finding.repair"),
                                    .kind = ButtonKind::primary,
                                    .enabled = scope.can_edit}))
        start_repair(state, {views.card.subject.id}, deeds.near_miss ? snap_way : midline_way);
    const char* key = deeds.confirms ? "ui.finding.confirm" : "ui.finding.allow";
    if (button(scope, place.right(half),
               {.id = "biarkan", .text = scope.text(key), .enabled = scope.can_edit}))
        start_allowing(views, state);
}

} // namespace

void draw_finding_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::CardView& card = views.card;
    const Rect row = place.inset(scope.px(16), scope.px(12));
    const std::string around = scope.text("ui.finding.around");
    const Button second{.id = "sekitar", .text = around};
    const float width = std::min(button_width(scope, second), row.width() * 0.42F);
    const Rect first{row.min, {row.max.x - width - scope.px(8), row.max.y}};
    if (card.finding->allowed) {
        if (button(scope, first,
                   {.id = "cabut",
                    .text = scope.text("ui.finding.withdraw"),
                    .enabled = scope.can_edit}))
            scope.ask(workspace::WithdrawExceptionOf{{card.subject.id}});
    } else if (card.finding->can_allow) {
        draw_settling(scope, views, state, first);
    } else if (button(scope, first, {.id = "berikut", .text = scope.text("ui.finding.next")}))
        scope.ask(workspace::SelectNextFinding{1});
    if (button(scope, row.right(width), second))
        scope.ask(workspace::ZoomAround{});
}

void start_allowing(const FrameViews& views, UiState& state) {
    state.allow = {};
    state.allow.finding = {views.card.subject.id};
    state.allow.title = views.card.title;
    state.allow.deeds = *views.card.finding;
    open_dialog(state, Dialog::allow_finding);
}

namespace {

void draw_allow_body(Scope& scope, AllowForm& form) {
    put_elided(scope, take(scope.px(28)), form.title, Role::strong, scope.tokens.fg);
    form_label(scope, scope.text("ui.finding.reason"));
    std::vector<std::string> reasons;
    for (const auto& [reason, name] : form.deeds.reasons)
        reasons.push_back(name);
    const int reason = combo(scope, "alasan", take(scope.px(32)), reasons, form.reason);
    if (reason >= 0)
        form.reason = reason;
    take(scope.px(8));
    form_label(scope, scope.text("ui.finding.document"));
    std::vector<std::string> documents{scope.text("ui.finding.no_document")};
    for (const auto& [id, name] : form.deeds.documents)
        documents.push_back(name);
    const int document = combo(scope, "dokumen", take(scope.px(32)), documents, form.document);
    if (document >= 0)
        form.document = document;
    take(scope.px(8));
    form_label(scope, scope.text("ui.finding.remark"));
    text_field(scope, take(scope.px(32)), form.remark,
               {"keterangan", scope.text("ui.finding.remark_hint")});
}

workspace::AllowRequest request_of(const AllowForm& form) {
    model::AllowStrip request;
    request.finding = form.finding;
    request.reason = form.deeds.reasons[static_cast<std::size_t>(form.reason)].first;
    request.remark = form.remark;
    if (form.document > 0)
        request.document = form.deeds.documents[static_cast<std::size_t>(form.document - 1)].first;
    return {std::move(request), {}};
}

} // namespace

void draw_allow_form(Scope& scope, UiState& state) {
    AllowForm& form = state.allow;
    const DialogFrame frame{.id = "##biarkan",
                            .title = scope.text(form.deeds.confirms ? "ui.finding.question_line"
                                                                    : "ui.finding.question"),
                            .width = 480,
                            .height = 232,
                            .primary = scope.text("ui.finding.allow_now"),
                            .primary_enabled = !form.deeds.reasons.empty(),
                            .cancel = scope.text("ui.cancel")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_allow_body(scope, form);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::AllowFinding{request_of(form)});
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
