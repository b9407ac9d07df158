#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"

namespace antardesa::ui {

namespace {

using workspace::PaperKind;

bool about_dispute(const FrameViews& views) {
    return views.card.subject.kind == cartography::SubjectKind::dispute;
}

/// "berita-acara-segmen-12", as a file's name.
std::string name_of(const FrameViews& views, const std::string& what) {
    return what + (about_dispute(views) ? "-sengketa-" : "-segmen-") +
           std::to_string(views.card.subject.id);
}

void start_paper(const FrameViews& views, UiState& state, PaperKind kind, const std::string& what) {
    open_files(state, FilePurpose::write_paper, name_of(views, what) + ".docx");
    workspace::PaperRequest& request = state.files.paper;
    request.kind = kind;
    if (about_dispute(views))
        request.dispute = {views.card.subject.id};
    else
        request.segment = {views.card.subject.id};
}

ImU32 colour_of(const Scope& scope, Severity severity) {
    return severity == Severity::information ? scope.tokens.fg : scope.tokens.red;
}

} // namespace

void start_case_papers(UiState& state, Id<model::BoundaryDispute> dispute) {
    open_files(state, FilePurpose::case_papers, "berkas-sengketa-" + std::to_string(dispute.value));
    state.files.dispute = dispute;
}

void draw_paper_buttons(Scope& scope, const FrameViews& views, UiState& state, Rect row) {
    const float gap = scope.px(8);
    const float width = (row.width() - 2 * gap) / 3;
    const auto place = [&](int number) {
        const float left = row.min.x + static_cast<float>(number) * (width + gap);
        return Rect{{left, row.min.y}, {left + width, row.max.y}};
    };
    if (button(scope, place(0), {.id = "berita-acara", .text = scope.text("ui.paper.minutes")}))
        start_paper(views, state, PaperKind::minutes, "berita-acara");
    if (button(scope, place(1), {.id = "koordinat", .text = scope.text("ui.paper.coordinates")}))
        start_paper(views, state, PaperKind::coordinates, "koordinat");
    if (button(scope, place(2), {.id = "lembar-peta", .text = scope.text("ui.paper.sheet")})) {
        open_files(state, FilePurpose::write_sheet, name_of(views, "peta") + ".pdf");
        state.files.subject = views.card.subject;
    }
}

void draw_accountability_buttons(Scope& scope, const FrameViews& views, UiState& state,
                                 Rect place) {
    Rect row = place.inset(scope.px(16), scope.px(12)).top(scope.px(32));
    for (const auto& [body, name] : views.card.bodies) {
        ImGui::PushID(static_cast<int>(body.value));
        if (button(scope, row,
                   {.id = "pertanggungjawaban",
                    .text = scope.text("ui.paper.accountability", {name}),
                    .icon = icon::description})) {
            open_files(state, FilePurpose::write_paper,
                       "pertanggungjawaban-bkad-" + std::to_string(body.value) + ".docx");
            state.files.paper.kind = PaperKind::accountability;
            state.files.paper.body = body;
        }
        ImGui::PopID();
        row = {{row.min.x, row.min.y + scope.px(40)}, {row.max.x, row.max.y + scope.px(40)}};
    }
}

void draw_code_check(Scope& scope, const FrameViews& views, UiState& state) {
    const bool working = views.code && views.code->working;
    const DialogFrame frame{.id = "##kode",
                            .title = scope.text("ui.code.question"),
                            .width = 520,
                            .height = 204,
                            .primary = scope.text("ui.code.check"),
                            .primary_enabled = !state.code_typed.empty() && !working,
                            .cancel = scope.text("ui.code.close"),
                            .waits = true};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        form_label(scope, scope.text("ui.code.label"));
        text_field(scope, take(scope.px(32)), state.code_typed,
                   {"kode", scope.text("ui.code.hint"), state.code_focus});
        state.code_focus = false;
        take(scope.px(10));
        const float width = ImGui::GetContentRegionAvail().x - scope.px(8);
        const bool told = views.code && !views.code->text.empty();
        const std::string text = working ? scope.text("ui.code.working")
                                 : told  ? views.code->text
                                         : scope.text("ui.code.about");
        const float height = wrapped_height(Role::body, width, scope.px(20), text);
        put_wrapped(scope, take(height).min, width, scope.px(20), text, Role::body,
                    told && !working ? colour_of(scope, views.code->severity) : scope.tokens.mut);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::VerifyCode{state.code_typed});
    if (answer == Answer::cancelled)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
