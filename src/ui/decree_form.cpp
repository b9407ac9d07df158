#include "ui/dialog.h"
#include "ui/panels.h"

namespace antardesa::ui {

namespace {

void ask_for(Scope& scope, const DecreeForm& form, Id<model::Document> decree) {
    if (form.erased)
        scope.ask(workspace::DeletePoint{form.erased, decree});
    else
        scope.ask(workspace::NumberPoints{form.numbered, form.snap, decree});
}

/// The points of a final line change by the decree that lists them only.
void ask_by_decree(Scope& scope, const FrameViews& views, UiState& state, DecreeForm form) {
    if (views.card.decrees.empty())
        return ask_for(scope, form, {});
    form.place = views.card.title;
    form.decrees = views.card.decrees;
    state.decree = std::move(form);
    open_dialog(state, Dialog::points_decree);
}

} // namespace

void number_points(Scope& scope, const FrameViews& views, UiState& state) {
    const bool strays = views.card.segment && views.card.segment->strays;
    ask_by_decree(scope, views, state, {.numbered = {views.card.subject.id}, .snap = strays});
}

void delete_point(Scope& scope, const FrameViews& views, UiState& state) {
    ask_by_decree(scope, views, state, {.erased = {views.card.subject.id}});
}

void draw_decree_choice(Scope& scope, const DecreeChoices& decrees, int& chosen) {
    form_label(scope, scope.text("ui.point.decree"));
    std::vector<std::string> names;
    for (const auto& [id, name] : decrees)
        names.push_back(name);
    if (const int index = combo(scope, "perbup", take(scope.px(32)), names, chosen); index >= 0)
        chosen = index;
}

void draw_decree_form(Scope& scope, UiState& state) {
    DecreeForm& form = state.decree;
    const DialogFrame frame{
        .id = "##perbup-titik",
        .title = scope.text(form.erased ? "ui.point.question_delete" : "ui.point.question_number"),
        .width = 480,
        .height = 136,
        .primary = scope.text(form.erased ? "ui.card.delete_point" : "ui.card.number_points"),
        .cancel = scope.text("ui.cancel")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        put_elided(scope, take(scope.px(24)), form.place, Role::strong, scope.tokens.fg);
        const std::string about = scope.text("ui.point.about_decree");
        const float width = ImGui::GetContentRegionAvail().x;
        const float height = wrapped_height(Role::small, width, scope.px(18), about);
        put_wrapped(scope, take(height + scope.px(4)).min, width, scope.px(18), about, Role::small,
                    scope.tokens.mut);
        draw_decree_choice(scope, form.decrees, form.chosen);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        ask_for(scope, form, form.decrees[static_cast<std::size_t>(form.chosen)].first);
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
