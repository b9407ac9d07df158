#include "ui/dialog.h"
#include "ui/document_field.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <utility>

namespace antardesa::ui {

namespace {

/// Documents to choose from, with none before them.
void draw_documents(Scope& scope, const char* id,
                    const std::vector<std::pair<Id<model::Document>, std::string>>& known,
                    int& chosen) {
    form_label(scope, scope.text("ui.claim.document"));
    std::vector<std::string> names{scope.text("ui.case.no_document")};
    for (const auto& [document, name] : known)
        names.push_back(name);
    const int pressed = combo(scope, id, take(scope.px(32)), names, chosen);
    if (pressed >= 0)
        chosen = pressed;
}

Id<model::Document>
chosen_document(const std::vector<std::pair<Id<model::Document>, std::string>>& known, int chosen) {
    return chosen > 0 ? known.at(static_cast<std::size_t>(chosen) - 1).first
                      : Id<model::Document>{};
}

/// From a file, or drawn on the map; what was chosen stands below.
void draw_source(Scope& scope, const FrameViews& views, UiState& state) {
    ClaimForm& form = state.claim;
    form_label(scope, scope.text("ui.claim.line"));
    const auto [file_at, map_at] = halves(scope, take(scope.px(32)));
    if (button(scope, file_at,
               {.id = "berkas-klaim",
                .text = scope.text("ui.claim.choose_file"),
                .icon = icon::file})) {
        open_files(state, FilePurpose::claim_line);
        state.files.back_to = Dialog::add_claim;
    }
    if (button(scope, map_at,
               {.id = "gambar-klaim", .text = scope.text("ui.claim.draw"), .icon = icon::edit})) {
        form.drawing = true;
        state.dialog = Dialog::none;
        ImGui::CloseCurrentPopup();
        scope.ask(workspace::BeginClaimLine{
            form.dispute, form.villages[static_cast<std::size_t>(form.village)].first});
    }
    const std::string what =
        form.drawn ? views.map.claim_line.sentence
        : form.line_file.empty()
            ? scope.text("ui.claim.kinds")
            : scope.text("ui.claim.file", {form.line_file.filename().string()});
    put_elided(scope, take(scope.px(22)), what, Role::small,
               form.drawn || !form.line_file.empty() ? scope.tokens.fg : scope.tokens.mut);
}

void draw_claim_body(Scope& scope, const FrameViews& views, UiState& state) {
    ClaimForm& form = state.claim;
    form_label(scope, scope.text("ui.claim.village"));
    std::vector<std::string> names;
    for (const auto& [id, name] : form.villages)
        names.push_back(name);
    const int village = segmented(scope, "desa-klaim", take(scope.px(32)), names, form.village);
    if (village >= 0)
        form.village = village;
    take(scope.px(4));
    draw_source(scope, views, state);
    const auto [basis_label, author_label] = halves(scope, take(scope.px(20)));
    put_elided(scope, basis_label, scope.text("ui.claim.basis"), Role::small, scope.tokens.mut);
    put_elided(scope, author_label, scope.text("ui.claim.author"), Role::small, scope.tokens.mut);
    const auto [basis_at, author_at] = halves(scope, take(scope.px(32)));
    text_field(scope, basis_at, form.basis, {"dasar", scope.text("ui.claim.basis_hint")});
    text_field(scope, author_at, form.author, {"pembuat", {}});
    take(scope.px(4));
    draw_documents(scope, "dokumen-klaim", form.documents, form.document);
    take(scope.px(4));
    draw_refusal(scope, {}, state.sent.refusal);
}

/// On what each of the two rests its claim.
void draw_bases(Scope& scope, OverlapForm& form) {
    const auto [first_label, second_label] = halves(scope, take(scope.px(20)));
    put_elided(scope, first_label, scope.text("ui.overlap.basis", {form.villages[0]}), Role::small,
               scope.tokens.mut);
    put_elided(scope, second_label, scope.text("ui.overlap.basis", {form.villages[1]}), Role::small,
               scope.tokens.mut);
    const auto [first_at, second_at] = halves(scope, take(scope.px(32)));
    text_field(scope, first_at, form.basis[0], {"dasar-1", scope.text("ui.claim.basis_hint")});
    text_field(scope, second_at, form.basis[1], {"dasar-2", scope.text("ui.claim.basis_hint")});
    take(scope.px(4));
}

/// Of three villages one is always named, so that everybody reads who it is.
std::optional<std::size_t> holder_of(const OverlapForm& form) {
    if (form.villages.size() < 3)
        return std::nullopt;
    return static_cast<std::size_t>(form.holder);
}

/// What becomes of the land: of three the holder is named first, last and between the others.
std::vector<std::string> overlap_names(const OverlapForm& form) {
    std::vector<std::string> names = form.villages;
    if (const auto holder = holder_of(form))
        std::rotate(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(*holder),
                    names.begin() + static_cast<std::ptrdiff_t>(*holder) + 1);
    return names;
}

void draw_holder(Scope& scope, OverlapForm& form) {
    form_label(scope, scope.text("ui.overlap.holder"));
    const int chosen = combo(scope, "pemegang", take(scope.px(32)), form.villages, form.holder);
    if (chosen >= 0)
        form.holder = chosen;
    take(scope.px(4));
}

void draw_overlap_body(Scope& scope, UiState& state) {
    OverlapForm& form = state.overlap;
    const float width = ImGui::GetContentRegionAvail().x;
    const bool between_two = form.villages.size() == 2;
    const std::string what =
        scope.text(between_two ? "ui.overlap.what" : "ui.overlap.what_three", overlap_names(form));
    const float height = wrapped_height(Role::body, width, scope.px(19), what);
    put_wrapped(scope, take(height).min, width, scope.px(19), what, Role::body, scope.tokens.fg);
    take(scope.px(8));
    if (between_two)
        draw_bases(scope, form);
    else
        draw_holder(scope, form);
    form_label(scope, scope.text("ui.claim.author"));
    text_field(scope, take(scope.px(32)), form.author, {"pembuat", {}});
    take(scope.px(4));
    draw_documents(scope, "dokumen-tumpang", form.documents, form.document);
    take(scope.px(4));
    draw_refusal(scope, {}, state.sent.refusal);
}

} // namespace

void start_claim(const FrameViews& views, UiState& state) {
    const auto& deeds = views.card.dispute;
    if (!deeds)
        return;
    state.claim = {};
    state.claim.dispute = {views.card.subject.id};
    for (const workspace::CaseParty& party : deeds->parties)
        if (party.village)
            state.claim.villages.emplace_back(party.village, party.name);
    if (state.claim.villages.empty())
        state.claim.villages = deeds->villages;
    state.claim.documents = deeds->documents;
    open_dialog(state, Dialog::add_claim);
}

void draw_claim_form(Scope& scope, const FrameViews& views, UiState& state) {
    // The key that ended the drawing is none of the form's.
    if (std::exchange(state.opening, false))
        return;
    ClaimForm& form = state.claim;
    const bool done = form_is_done(views, state);
    const bool complete = form.drawn ? views.map.claim_line.can_keep : !form.line_file.empty();
    const DialogFrame frame{.id = "##klaim",
                            .title = scope.text("ui.claim.question"),
                            .width = 520,
                            .height = 296,
                            .primary = scope.text("ui.claim.save"),
                            .primary_enabled = complete && !state.sent.waiting,
                            .cancel = scope.text("ui.cancel"),
                            .waits = true,
                            .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_claim_body(scope, views, state);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed) {
        workspace::AddClaim claim{form.dispute,
                                  form.villages[static_cast<std::size_t>(form.village)].first,
                                  form.basis,
                                  form.author,
                                  chosen_document(form.documents, form.document),
                                  form.drawn ? std::filesystem::path() : form.line_file,
                                  send_form(state),
                                  form.drawn};
        scope.ask(std::move(claim));
    }
    if ((answer == Answer::cancelled || done) && state.dialog == Dialog::add_claim) {
        state.dialog = Dialog::none;
        if (form.drawn)
            scope.ask(workspace::EndClaimLine{});
    }
}

void start_overlap(const FrameViews& views, UiState& state) {
    const auto& deeds = views.card.finding;
    if (!deeds || deeds->claimants.empty())
        return;
    state.overlap = {};
    state.overlap.finding = {views.card.subject.id};
    state.overlap.villages = deeds->claimants;
    state.overlap.documents = deeds->documents;
    open_dialog(state, Dialog::claim_overlap);
}

void draw_overlap_form(Scope& scope, const FrameViews& views, UiState& state) {
    OverlapForm& form = state.overlap;
    const bool done = form_is_done(views, state);
    const DialogFrame frame{.id = "##tumpang-tindih",
                            .title = scope.text("ui.overlap.question"),
                            .width = 520,
                            .height = 328,
                            .primary = scope.text("ui.overlap.save"),
                            .primary_enabled = !state.sent.waiting,
                            .cancel = scope.text("ui.cancel"),
                            .waits = true,
                            .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_overlap_body(scope, state);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::ClaimOverlap{form.finding, form.basis, form.author,
                                          chosen_document(form.documents, form.document),
                                          send_form(state), holder_of(form)});
    if (answer == Answer::cancelled || done)
        state.dialog = Dialog::none;
    if (done) { // where the new case stands
        state.right_open = true;
        scope.ask(workspace::SetList{workspace::ListKind::disputes});
    }
}

} // namespace antardesa::ui
