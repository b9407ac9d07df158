#include "ui/dialog.h"
#include "ui/document_field.h"
#include "ui/panels.h"
#include "ui/proposal_parts.h"
#include "ui/typed.h"
#include "workspace/code_words.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using model::DisputeState;

std::string state_text(const Scope& scope, DisputeState state, bool in_city) {
    return workspace::code_words(scope.language, "dispute_state", model::code_of(state), in_city);
}

bool begins(DisputeState state) {
    return state == DisputeState::district_facilitation ||
           state == DisputeState::regency_facilitation;
}

DisputeState chosen_state(const CaseForm& form) {
    return form.next[static_cast<std::size_t>(form.state)];
}

/// The usual paper of what comes next.
void choose_paper(CaseForm& form) {
    const DisputeState state = chosen_state(form);
    choose_kind(form.document, state == DisputeState::enacted ? "perbup" : "berita_acara");
}

std::string missing(const Scope& scope, const CaseForm& form) {
    const DisputeState state = chosen_state(form);
    const bool needs = state == DisputeState::agreed || state == DisputeState::enacted ||
                       (begins(state) && form.now != DisputeState::reported);
    if (needs && form.document.chosen == 0)
        return scope.text("ui.case.needs_document");
    if (begins(state) && !form.date.empty() && !typed_date(form.date))
        return scope.text("ui.segment.bad_date", {form.date});
    return missing_of(scope, form.document);
}

void draw_case_body(Scope& scope, CaseForm& form, const std::string& refusal) {
    put_elided(scope, take(scope.px(24)), form.title, Role::strong, scope.tokens.fg);
    put_elided(scope, take(scope.px(22)),
               scope.text("ui.case.now", {state_text(scope, form.now, form.document.in_city)}),
               Role::small, scope.tokens.mut);
    form_label(scope, scope.text("ui.case.next"));
    std::vector<std::string> names;
    for (const DisputeState state : form.next)
        names.push_back(state_text(scope, state, form.document.in_city));
    const int pressed = combo(scope, "keadaan-perkara", take(scope.px(32)), names, form.state);
    if (pressed >= 0) {
        form.state = pressed;
        choose_paper(form);
    }
    take(scope.px(4));
    if (begins(chosen_state(form))) {
        form_label(scope, scope.text("ui.case.start"));
        text_field(scope, take(scope.px(32)), form.date,
                   {"mulai", scope.text("ui.segment.date_hint")});
        put_elided(scope, take(scope.px(22)),
                   form.date.empty() ? scope.text("ui.case.no_start") : std::string(), Role::small,
                   scope.tokens.mut);
        take(scope.px(4));
    }
    form_label(scope, scope.text("ui.case.document"));
    draw_document_field(scope, form.document, scope.text("ui.case.no_document"));
    take(scope.px(6));
    draw_refusal(scope, missing(scope, form), refusal);
}

/// The paper as it will be: entered by its two numbers alone it has both.
DocumentChoice paper_of(const AcceptForm& form) {
    DocumentChoice paper = form.document;
    if (is_new_document(paper) && paper.number.empty())
        for (const std::string& number : form.numbers)
            paper.number += (paper.number.empty() || number.empty() ? "" : " / ") + number;
    return paper;
}

std::string missing(const Scope& scope, const AcceptForm& form) {
    if (form.document.chosen == 0)
        return scope.text("ui.accept.needs_minutes");
    return missing_of(scope, paper_of(form));
}

std::vector<std::pair<Id<model::Village>, std::string>> numbers_of(const AcceptForm& form) {
    std::vector<std::pair<Id<model::Village>, std::string>> numbers;
    for (std::size_t i = 0; i < 2; ++i)
        if (!form.numbers[i].empty())
            numbers.emplace_back(form.villages[i], form.numbers[i]);
    return numbers;
}

void draw_numbers(Scope& scope, AcceptForm& form) {
    form_label(scope, scope.text("ui.accept.numbers"));
    const auto [first, second] = halves(scope, take(scope.px(32)));
    text_field(scope, first, form.numbers[0], {"nomor-desa-1", form.names[0]});
    text_field(scope, second, form.numbers[1], {"nomor-desa-2", form.names[1]});
    take(scope.px(4));
}

void draw_accept_body(Scope& scope, AcceptForm& form, const std::string& refusal) {
    const float width = ImGui::GetContentRegionAvail().x;
    put_elided(scope, take(scope.px(24)), form.title, Role::strong, scope.tokens.fg);
    const float height = wrapped_height(Role::body, width, scope.px(19), form.sentence);
    put_wrapped(scope, take(height).min, width, scope.px(19), form.sentence, Role::body,
                scope.tokens.fg);
    take(scope.px(6));
    form_label(scope, scope.text("ui.accept.document"));
    draw_document_field(scope, form.document, scope.text("ui.accept.no_document"));
    take(scope.px(4));
    if (form.numbered)
        draw_numbers(scope, form);
    const auto [place_label, attended_label] = halves(scope, take(scope.px(20)));
    put_elided(scope, place_label, scope.text("ui.accept.place"), Role::small, scope.tokens.mut);
    put_elided(scope, attended_label, scope.text("ui.accept.attended"), Role::small,
               scope.tokens.mut);
    const auto [place_at, attended_at] = halves(scope, take(scope.px(32)));
    text_field(scope, place_at, form.place, {"tempat", scope.text("ui.accept.place_hint")});
    text_field(scope, attended_at, form.attended, {"hadir", scope.text("ui.accept.attended_hint")});
    take(scope.px(6));
    const std::string note = scope.text("ui.accept.not_final");
    const float room = wrapped_height(Role::small, width, scope.px(17), note);
    put_wrapped(scope, take(room).min, width, scope.px(17), note, Role::small, scope.tokens.mut);
    take(scope.px(4));
    draw_refusal(scope, missing(scope, form), refusal);
}

} // namespace

void start_case_step(const FrameViews& views, UiState& state) {
    const auto& deeds = views.card.dispute;
    if (!deeds || deeds->next.empty())
        return;
    state.case_step = {
        {views.card.subject.id}, views.card.title, deeds->state, deeds->next, 0, {}, {}};
    if (deeds->today)
        state.case_step.date = date_to_type(*deeds->today);
    state.case_step.document.known = deeds->documents;
    state.case_step.document.in_city = views.top_bar.is_city;
    choose_paper(state.case_step);
    open_dialog(state, Dialog::case_step);
}

void draw_case_form(Scope& scope, const FrameViews& views, UiState& state) {
    CaseForm& form = state.case_step;
    const bool done = form_is_done(views, state);
    const bool dated = begins(chosen_state(form));
    const DialogFrame frame{.id = "##langkah-perkara",
                            .title = scope.text("ui.case.question"),
                            .width = 480,
                            .height = (is_new_document(form.document) ? 330.0F : 226.0F) +
                                      (dated ? 78.0F : 0.0F),
                            .primary = scope.text("ui.case.save"),
                            .primary_enabled = missing(scope, form).empty() && !state.sent.waiting,
                            .cancel = scope.text("ui.cancel"),
                            .waits = true,
                            .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_case_body(scope, form, state.sent.refusal);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::AdvanceCase{form.dispute, chosen_state(form), cited(form.document),
                                         dated ? typed_date(form.date) : std::nullopt,
                                         send_form(state)});
    if (answer == Answer::cancelled || done)
        state.dialog = Dialog::none;
}

void start_agreement_on_line(const FrameViews& views, UiState& state) {
    const workspace::ProposalView& view = views.proposal;
    state.accept = {};
    state.accept.dispute = view.dispute;
    state.accept.title = view.title;
    state.accept.sentence = view.sentence + " " + view.summary;
    state.accept.villages = view.villages;
    state.accept.names = view.names;
    state.accept.document.known = view.documents;
    state.accept.document.in_city = views.top_bar.is_city;
    state.accept.document.chosen = static_cast<int>(view.documents.size()) + 1;
    const auto& card = views.card;
    const bool enacts = card.dispute && card.subject.id == view.dispute.value &&
                        card.dispute->state == model::DisputeState::regent_decision;
    state.accept.numbered = !enacts;
    choose_kind(state.accept.document, enacts ? "perbup" : "berita_acara");
    open_dialog(state, Dialog::accept_line);
}

void draw_accept_form(Scope& scope, const FrameViews& views, UiState& state) {
    AcceptForm& form = state.accept;
    const bool done = form_is_done(views, state);
    const DialogFrame frame{.id = "##sepakati",
                            .title = scope.text("ui.accept.question"),
                            .width = 520,
                            .height = (is_new_document(form.document) ? 392.0F : 288.0F) +
                                      (form.numbered ? 60.0F : 0.0F),
                            .primary = scope.text("ui.accept.save"),
                            .primary_enabled = missing(scope, form).empty() && !state.sent.waiting,
                            .cancel = scope.text("ui.cancel"),
                            .waits = true,
                            .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_accept_body(scope, form, state.sent.refusal);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::AcceptProposal{cited(paper_of(form)), form.place, form.attended,
                                            send_form(state), numbers_of(form)});
    if (answer == Answer::cancelled || done)
        state.dialog = Dialog::none;
    // What was agreed is put on paper next: all of it in one press.
    if (done)
        start_case_papers(state, form.dispute);
}

} // namespace antardesa::ui
