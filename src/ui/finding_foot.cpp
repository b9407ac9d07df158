#include "model/state_papers.h"
#include "ui/dialog.h"
#include "ui/document_field.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/repair_rule.h"
#include "ui/typed.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace antardesa::ui {

namespace {

/// In the list of ways to mend one case.
constexpr int midline_way = 2;
constexpr int longest_way = 3;
constexpr float row_step = 40; ///< of the foot's buttons

int way_of(const workspace::FindingDeeds& deeds) {
    return deeds.near_miss    ? snap_way
           : !deeds.can_allow ? outline_way
           : deeds.several    ? longest_way
                              : midline_way;
}

/// What was found is mended, or stays.
void draw_settling(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::FindingDeeds& deeds = *views.card.finding;
    const bool both = deeds.can_repair && deeds.can_allow;
    const float half = both ? std::floor((place.width() - scope.px(8)) / 2) : place.width();
    if (deeds.can_repair && button(scope, place.left(half),
                                   {.id = "perbaiki",
                                    .text = scope.text("ui.finding.repair"),
                                    .kind = ButtonKind::primary,
                                    .enabled = scope.can_edit}))
        start_repair(state, {views.card.subject.id}, way_of(deeds));
    if (!deeds.can_allow)
        return;
    const char* key = deeds.confirms ? "ui.finding.confirm" : "ui.finding.allow";
    if (button(scope, place.right(half),
               {.id = "biarkan", .text = scope.text(key), .enabled = scope.can_edit}))
        start_allowing(views, state);
}

/// What two villages claim is no mistake of the file: they settle it in a case.
Rect draw_claiming(Scope& scope, const FrameViews& views, UiState& state, Rect area) {
    if (button(scope, area.top(scope.px(32)),
               {.id = "jadikan-sengketa",
                .text = scope.text("ui.finding.claim"),
                .icon = icon::gavel,
                .enabled = scope.can_edit}))
        start_overlap(views, state);
    return {{area.min.x, area.min.y + scope.px(row_step)}, area.max};
}

/// A settled line that moved: back to where it was agreed, or right as it is now.
Rect draw_put_back(Scope& scope, const FrameViews& views, UiState& state, Rect area) {
    if (button(scope, area.top(scope.px(32)),
               {.id = "kembalikan",
                .text = scope.text("ui.finding.put_back"),
                .kind = ButtonKind::primary,
                .enabled = scope.can_edit}))
        start_repair(state, {views.card.subject.id}, put_back_way);
    return {{area.min.x, area.min.y + scope.px(row_step)}, area.max};
}

} // namespace

float finding_foot_height(const Scope& scope, const workspace::FindingDeeds& deeds) {
    return scope.px(deeds.confirms || !deeds.claimants.empty() ? 56 + row_step : 56);
}

void draw_finding_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::CardView& card = views.card;
    Rect row = place.inset(scope.px(16), scope.px(12));
    if (card.finding->confirms)
        row = draw_put_back(scope, views, state, row);
    if (!card.finding->claimants.empty())
        row = draw_claiming(scope, views, state, row);
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
    } else if (card.finding->can_allow || card.finding->can_repair) {
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
    state.allow.document.known = state.allow.deeds.documents;
    if (state.allow.deeds.today)
        state.allow.date = date_to_type(*state.allow.deeds.today);
    open_dialog(state, Dialog::allow_finding);
}

namespace {

/// Why it cannot be sent yet; empty: it can. `allow_finding` has the last word.
std::string missing(const Scope& scope, const AllowForm& form) {
    if (form.deeds.reasons.empty())
        return " ";
    if (!form.date.empty() && !typed_date(form.date))
        return scope.text("ui.segment.bad_date", {form.date});
    if (std::string lacking = missing_of(scope, form.document); !lacking.empty())
        return lacking;
    const auto reason = form.deeds.reasons.at(static_cast<std::size_t>(form.reason)).first;
    if (form.deeds.confirms || !model::rests_on_document(reason))
        return {};
    if (form.document.chosen == 0)
        return scope.text("ui.finding.needs_document");
    return is_new_document(form.document) && form.document.date.empty()
               ? scope.text("ui.finding.needs_date")
               : std::string();
}

void draw_reason(Scope& scope, AllowForm& form) {
    const auto [reason_label, date_label] = halves(scope, take(scope.px(20)));
    put_elided(scope, reason_label, scope.text("ui.finding.reason"), Role::small, scope.tokens.mut);
    put_elided(scope, date_label, scope.text("ui.finding.since"), Role::small, scope.tokens.mut);
    const auto [reason_at, date_at] = halves(scope, take(scope.px(32)));
    std::vector<std::string> reasons;
    for (const auto& [reason, name] : form.deeds.reasons)
        reasons.push_back(name);
    const int reason = combo(scope, "alasan", reason_at, reasons, form.reason);
    if (reason >= 0)
        form.reason = reason;
    text_field(scope, date_at, form.date, {"sejak", scope.text("ui.segment.date_hint")});
}

void draw_allow_body(Scope& scope, AllowForm& form, const std::string& refusal) {
    put_elided(scope, take(scope.px(28)), form.title, Role::strong, scope.tokens.fg);
    draw_reason(scope, form);
    take(scope.px(8));
    form_label(scope, scope.text("ui.finding.document"));
    draw_document_field(scope, form.document, scope.text("ui.finding.no_document"));
    take(scope.px(8));
    form_label(scope, scope.text("ui.finding.remark"));
    text_field(scope, take(scope.px(32)), form.remark,
               {"keterangan", scope.text("ui.finding.remark_hint")});
    take(scope.px(4));
    const std::string lacking = missing(scope, form);
    const bool refused = lacking.empty() && !refusal.empty();
    const std::string& words = refused ? refusal : lacking;
    const float width = ImGui::GetContentRegionAvail().x;
    const float height =
        words.empty() ? 0 : wrapped_height(Role::small, width, scope.px(16), words);
    put_wrapped(scope, take(height).min, width, scope.px(16), words, Role::small,
                refused ? scope.tokens.red : scope.tokens.amb);
}

workspace::AllowRequest request_of(const AllowForm& form) {
    model::AllowStrip request;
    request.finding = form.finding;
    request.reason = form.deeds.reasons[static_cast<std::size_t>(form.reason)].first;
    request.remark = form.remark;
    request.date = typed_date(form.date);
    workspace::CitedDocument document = cited(form.document);
    request.document = document.known;
    return {std::move(request), std::move(document.entered)};
}

} // namespace

void draw_allow_form(Scope& scope, const FrameViews& views, UiState& state) {
    AllowForm& form = state.allow;
    const bool done = form_is_done(views, state);
    const bool complete = missing(scope, form).empty();
    const float height = (is_new_document(form.document) ? 340.0F : 236.0F) +
                         (state.sent.refusal.empty() ? 0.0F : 36.0F);
    const DialogFrame frame{.id = "##biarkan",
                            .title = scope.text(form.deeds.confirms ? "ui.finding.question_line"
                                                                    : "ui.finding.question"),
                            .width = 480,
                            .height = height,
                            .primary = scope.text(form.deeds.confirms ? "ui.finding.confirm_now"
                                                                      : "ui.finding.allow_now"),
                            .primary_enabled = complete && !state.sent.waiting,
                            .cancel = scope.text("ui.cancel"),
                            .waits = true,
                            .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_allow_body(scope, form, state.sent.refusal);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::AllowFinding{request_of(form), send_form(state)});
    if (answer == Answer::cancelled || done)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
