#include "model/state_papers.h"
#include "ui/dialog.h"
#include "ui/document_field.h"
#include "ui/panels.h"
#include "workspace/code_words.h"

namespace antardesa::ui {

namespace {

using model::SegmentState;

/// The usual paper of a state; others stay as they were chosen.
void choose_kind(SegmentForm& form) {
    if (const auto* paper = model::paper_of(static_cast<SegmentState>(form.state)))
        choose_kind(form.document, paper->kinds.front());
}

bool is_another_document(const SegmentForm& form) {
    return is_new_document(form.document) ||
           (form.document.chosen > 0 && cited(form.document).known != form.old.document);
}

workspace::RecordState request_of(const SegmentForm& form) {
    workspace::RecordState request;
    request.segment = form.segment;
    request.state = static_cast<SegmentState>(form.state);
    request.pillars = form.pillars;
    request.character = static_cast<model::LineCharacter>(form.character);
    request.workflow = static_cast<model::BoundaryWorkflow>(form.workflow);
    workspace::CitedDocument document = cited(form.document);
    request.document = document.known;
    request.entered = std::move(document.entered);
    return request;
}

bool changes_anything(const SegmentForm& form) {
    return form.document.chosen != 0 || form.pillars != form.old.pillars ||
           form.character != static_cast<int>(form.old.character) ||
           form.workflow != static_cast<int>(form.old.workflow) ||
           form.state != static_cast<int>(form.old.state);
}

/// Why it cannot be saved yet; empty: it can. `record_state` has the last word.
std::string missing(const Scope& scope, const SegmentForm& form) {
    const bool enacted = static_cast<SegmentState>(form.state) == SegmentState::enacted;
    const bool was_enacted = form.old.state == SegmentState::enacted;
    if (enacted && !was_enacted && form.document.chosen == 0)
        return scope.text("ui.segment.needs_perbup");
    if (was_enacted && !enacted && !is_another_document(form))
        return scope.text("ui.segment.needs_reopening");
    return missing_of(scope, form.document);
}

void draw_document(Scope& scope, SegmentForm& form) {
    form_label(scope, scope.text("ui.segment.document"));
    std::string kept;
    for (const auto& [id, name] : form.old.documents)
        if (id == form.old.document)
            kept = name;
    draw_document_field(scope, form.document,
                        kept.empty() ? scope.text("ui.segment.no_document")
                                     : scope.text("ui.segment.kept", {kept}));
}

void draw_state(Scope& scope, SegmentForm& form) {
    form_label(scope, scope.text("ui.card.segment_state"));
    std::vector<std::string> states;
    for (const auto& entry : model::Codes<SegmentState>::list)
        states.push_back(workspace::code_words(scope.language, "segment_state_title", entry.code,
                                               form.document.in_city));
    const Rect row = take(scope.px(32));
    const std::string pillars = scope.text("ui.segment.pillars");
    const float width = chip_width(scope, pillars);
    const int state =
        combo(scope, "keadaan", {row.min, {row.max.x - width - scope.px(8), row.max.y}}, states,
              form.state);
    if (state >= 0) {
        form.state = state;
        choose_kind(form);
    }
    const Rect mark{{row.max.x - width, row.centre().y - scope.px(12)},
                    {row.max.x, row.centre().y + scope.px(12)}};
    if (chip(scope, mark, {.id = "pilar", .text = pillars, .on = form.pillars, .round = true}))
        form.pillars = !form.pillars;
}

/// A list of codes to choose one from, "not recorded" first.
template<typename Code>
void draw_fact(Scope& scope, const char* id, Rect area, const std::string& list, int& chosen) {
    std::vector<std::string> names{scope.text("ui.segment.no_character")};
    for (const auto& entry : model::Codes<Code>::list)
        if (!entry.code.empty())
            names.push_back(scope.text("code." + list + "." + std::string(entry.code)));
    const int now = combo(scope, id, area, names, chosen);
    if (now >= 0)
        chosen = now;
}

/// Side by side: what the line follows, and by which workflow it comes to be.
void draw_facts(Scope& scope, SegmentForm& form) {
    const float gap = scope.px(8);
    const Rect titles = take(scope.px(24));
    const float half = (titles.width() - gap) / 2;
    const auto halves = [&](Rect row) {
        return std::pair(Rect{row.min, {row.min.x + half, row.max.y}},
                         Rect{{row.max.x - half, row.min.y}, row.max});
    };
    const auto [first, second] = halves(titles);
    put_elided(scope, first, scope.text("ui.segment.character"), Role::small_strong,
               scope.tokens.mut);
    put_elided(scope, second, scope.text("ui.segment.workflow"), Role::small_strong,
               scope.tokens.mut);
    const auto [left, right] = halves(take(scope.px(32)));
    draw_fact<model::LineCharacter>(scope, "karakter", left, "line_character", form.character);
    draw_fact<model::BoundaryWorkflow>(scope, "alur", right, "boundary_workflow", form.workflow);
}

void draw_body(Scope& scope, SegmentForm& form, const std::string& refusal) {
    put_elided(scope, take(scope.px(24)), form.place, Role::strong, scope.tokens.fg);
    draw_state(scope, form);
    take(scope.px(4));
    draw_facts(scope, form);
    take(scope.px(4));
    draw_document(scope, form);
    take(scope.px(6));
    const std::string lacking = missing(scope, form);
    const bool refused = lacking.empty() && !refusal.empty();
    put_wrapped(scope, take(scope.px(36)).min, ImGui::GetContentRegionAvail().x, scope.px(18),
                refused ? refusal : lacking, Role::small,
                refused ? scope.tokens.red : scope.tokens.amb);
}

} // namespace

void start_segment_state(const FrameViews& views, UiState& state) {
    if (!views.card.segment)
        return;
    SegmentForm& form = state.segment;
    form = {};
    form.segment = {views.card.subject.id};
    form.place = views.card.title;
    form.old = *views.card.segment;
    form.document.known = form.old.documents;
    form.document.in_city = views.top_bar.is_city;
    form.state = static_cast<int>(form.old.state);
    form.pillars = form.old.pillars;
    form.character = static_cast<int>(form.old.character);
    form.workflow = static_cast<int>(form.old.workflow);
    choose_kind(form);
    open_dialog(state, Dialog::segment_state);
}

void draw_segment_form(Scope& scope, const FrameViews& views, UiState& state) {
    SegmentForm& form = state.segment;
    const bool done = form_is_done(views, state);
    const bool complete = changes_anything(form) && missing(scope, form).empty();
    const DialogFrame frame{.id = "##keadaan-segmen",
                            .title = scope.text("ui.segment.question"),
                            .width = 480,
                            .height = is_new_document(form.document) ? 360.0F : 256.0F,
                            .primary = scope.text("ui.segment.save"),
                            .primary_enabled = complete && !state.sent.waiting,
                            .cancel = scope.text("ui.cancel"),
                            .waits = true,
                            .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_body(scope, form, state.sent.refusal);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::RecordSegmentState{request_of(form), send_form(state)});
    if (answer == Answer::cancelled || done)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
