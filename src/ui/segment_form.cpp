#include "ui/dialog.h"
#include "ui/panels.h"

#include <array>

namespace antardesa::ui {

namespace {

using model::SegmentState;

constexpr std::array<const char*, 6> document_kinds{"perbup", "berita_acara", "sk",
                                                    "peta",   "putusan",      "lain"};

/// "23-11-2026" and "2026-11-23", with any of - . / between.
std::optional<Date> typed_date(std::string text) {
    for (char& letter : text)
        if (letter == '/' || letter == '.')
            letter = '-';
    if (const auto date = parse_date(text))
        return date;
    if (text.size() != 10)
        return std::nullopt;
    return parse_date(text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
}

bool is_new_document(const SegmentForm& form) {
    return form.document == static_cast<int>(form.old.documents.size()) + 1;
}

Id<model::Document> chosen_document(const SegmentForm& form) {
    if (form.document == 0 || is_new_document(form))
        return {};
    return form.old.documents[static_cast<std::size_t>(form.document - 1)].first;
}

workspace::RecordState request_of(const SegmentForm& form) {
    workspace::RecordState request;
    request.segment = form.segment;
    request.state = static_cast<SegmentState>(form.state);
    request.pillars = form.pillars;
    request.document = chosen_document(form);
    if (is_new_document(form)) {
        model::Document document;
        document.kind = document_kinds[static_cast<std::size_t>(form.kind)];
        document.number = form.number;
        document.title = form.title;
        document.date = typed_date(form.date);
        request.entered = std::move(document);
    }
    return request;
}

bool changes_anything(const SegmentForm& form) {
    return form.document != 0 || form.pillars != form.old.pillars ||
           form.state != static_cast<int>(form.old.state);
}

/// Why it cannot be saved yet; empty: it can. `record_state` has the last word.
std::string missing(const Scope& scope, const SegmentForm& form) {
    const bool enacted = static_cast<SegmentState>(form.state) == SegmentState::enacted;
    const bool was_enacted = form.old.state == SegmentState::enacted;
    if (enacted && !was_enacted && form.document == 0)
        return scope.text("ui.segment.needs_perbup");
    const bool another =
        is_new_document(form) || (form.document > 0 && chosen_document(form) != form.old.document);
    if (was_enacted && !enacted && !another)
        return scope.text("ui.segment.needs_reopening");
    if (is_new_document(form) && form.number.empty() && form.title.empty())
        return scope.text("ui.segment.needs_number");
    if (is_new_document(form) && !form.date.empty() && !typed_date(form.date))
        return scope.text("ui.segment.bad_date", {form.date});
    return {};
}

std::pair<Rect, Rect> halves(const Scope& scope, Rect row) {
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    return {row.left(half), row.right(half)};
}

void small_label(Scope& scope, Rect area, std::string_view text) {
    put_elided(scope, area, text, Role::small, scope.tokens.mut);
}

void draw_new_document(Scope& scope, SegmentForm& form) {
    std::vector<std::string> kinds;
    for (const char* kind : document_kinds)
        kinds.push_back(scope.text(std::string("ui.document_kind.") + kind));
    const auto [kind_label, number_label] = halves(scope, take(scope.px(20)));
    small_label(scope, kind_label, scope.text("ui.segment.kind"));
    small_label(scope, number_label, scope.text("ui.segment.number"));
    const auto [kind_at, number_at] = halves(scope, take(scope.px(32)));
    const int kind = combo(scope, "jenis-dokumen", kind_at, kinds, form.kind);
    if (kind >= 0)
        form.kind = kind;
    text_field(scope, number_at, form.number,
               {"nomor", scope.text("ui.segment.number_hint"), form.focus_new});
    form.focus_new = false;
    const auto [date_label, title_label] = halves(scope, take(scope.px(20)));
    small_label(scope, date_label, scope.text("ui.segment.date"));
    small_label(scope, title_label, scope.text("ui.segment.title"));
    const auto [date_at, title_at] = halves(scope, take(scope.px(32)));
    text_field(scope, date_at, form.date, {"tanggal", scope.text("ui.segment.date_hint")});
    text_field(scope, title_at, form.title, {"judul", scope.text("ui.segment.title_hint")});
}

void draw_document(Scope& scope, SegmentForm& form) {
    form_label(scope, scope.text("ui.segment.document"));
    std::string kept;
    for (const auto& [id, name] : form.old.documents)
        if (id == form.old.document)
            kept = name;
    std::vector<std::string> documents{kept.empty() ? scope.text("ui.segment.no_document")
                                                    : scope.text("ui.segment.kept", {kept})};
    for (const auto& [id, name] : form.old.documents)
        documents.push_back(name);
    documents.push_back(scope.text("ui.segment.new_document"));
    const int document = combo(scope, "dokumen", take(scope.px(32)), documents, form.document);
    if (document < 0)
        return;
    form.document = document;
    form.focus_new = is_new_document(form);
}

void draw_state(Scope& scope, SegmentForm& form) {
    form_label(scope, scope.text("ui.card.segment_state"));
    std::vector<std::string> states;
    for (const auto& entry : model::Codes<SegmentState>::list)
        states.push_back(scope.text("ui.segment_state." + std::string(entry.code)));
    const Rect row = take(scope.px(32));
    const std::string pillars = scope.text("ui.segment.pillars");
    const float width = chip_width(scope, pillars);
    const int state =
        combo(scope, "keadaan", {row.min, {row.max.x - width - scope.px(8), row.max.y}}, states,
              form.state);
    if (state >= 0)
        form.state = state;
    const Rect mark{{row.max.x - width, row.centre().y - scope.px(12)},
                    {row.max.x, row.centre().y + scope.px(12)}};
    if (chip(scope, mark, {.id = "pilar", .text = pillars, .on = form.pillars, .round = true}))
        form.pillars = !form.pillars;
}

void draw_body(Scope& scope, SegmentForm& form, const std::string& refusal) {
    put_elided(scope, take(scope.px(24)), form.place, Role::strong, scope.tokens.fg);
    draw_state(scope, form);
    take(scope.px(4));
    draw_document(scope, form);
    if (is_new_document(form))
        draw_new_document(scope, form);
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
    form.state = static_cast<int>(form.old.state);
    form.pillars = form.old.pillars;
    open_dialog(state, Dialog::segment_state);
}

void draw_segment_form(Scope& scope, const FrameViews& views, UiState& state) {
    SegmentForm& form = state.segment;
    const bool done = form_is_done(views, state);
    const bool complete = changes_anything(form) && missing(scope, form).empty();
    const DialogFrame frame{.id = "##keadaan-segmen",
                            .title = scope.text("ui.segment.question"),
                            .width = 480,
                            .height = is_new_document(form) ? 296.0F : 192.0F,
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
