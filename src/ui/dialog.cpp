#include "ui/dialog.h"

#include "ui/focus.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

void draw_ground(const Scope& scope, Rect place) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    list.PushClipRect({0, 0}, size, false);
    fill({{0, 0}, size}, IM_COL32(0, 0, 0, 102));
    fill(place, scope.tokens.panel, scope.px(8));
    outline(place, scope.tokens.line, scope.px(8));
    list.PopClipRect();
}

} // namespace

Answer draw_dialog_foot(Scope& scope, const DialogFrame& frame, Rect foot) {
    horizontal_line(foot.min.x, foot.max.x, foot.min.y, scope.tokens.line);
    const Rect row = foot.inset(scope.px(16), scope.px(12));
    Answer answer = Answer::open;
    float x = row.max.x;
    if (!frame.primary.empty()) {
        const Button primary{.id = "utama",
                             .text = frame.primary,
                             .kind = ButtonKind::primary,
                             .enabled = frame.primary_enabled};
        const float width = button_width(scope, primary);
        if (button(scope, {{x - width, row.min.y}, {x, row.max.y}}, primary))
            answer = Answer::confirmed;
        x -= width + scope.px(8);
    }
    if (!frame.cancel.empty()) {
        const Button cancel{.id = "batal", .text = frame.cancel};
        const float width = button_width(scope, cancel);
        if (button(scope, {{x - width, row.min.y}, {x, row.max.y}}, cancel))
            answer = Answer::cancelled;
    }
    if (!frame.extra.empty()) {
        const Button extra{.id = "lain",
                           .text = frame.extra,
                           .kind = frame.extra_destroys ? ButtonKind::danger : ButtonKind::plain};
        if (button(scope, row.left(button_width(scope, extra)), extra))
            answer = Answer::extra;
    }
    return answer;
}

namespace {

Answer draw_inside(Scope& scope, const DialogFrame& frame, Rect place,
                   const std::function<void(Rect)>& body) {
    draw_ground(scope, place);
    const Rect head = place.top(scope.px(48));
    put_elided(scope,
               {{head.min.x + scope.px(16), head.min.y}, {head.max.x - scope.px(56), head.max.y}},
               frame.title, Role::title, scope.tokens.fg);
    Answer answer = Answer::open;
    if (icon_button(scope,
                    {{head.max.x - scope.px(40), head.min.y + scope.px(8)},
                     {head.max.x - scope.px(8), head.max.y - scope.px(8)}},
                    {"tutup", icon::close, scope.text("ui.tip.close")}))
        answer = Answer::cancelled;
    begin_keys(scope); // behind the cross, for Esc does the same
    const Rect foot = place.bottom(scope.px(56));
    // A list that lies open over the dialog has the keyboard first.
    const bool list_open = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId) &&
                           !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    body({{place.min.x + scope.px(16), head.max.y}, {place.max.x - scope.px(16), foot.min.y}});
    const Answer pressed = draw_dialog_foot(scope, frame, foot);
    end_keys(scope);
    if (pressed != Answer::open)
        answer = pressed;
    // The key that opened it, in a menu, is not meant for it.
    const bool heeds_keys = !list_open && !ImGui::IsWindowAppearing();
    if (heeds_keys && escape_pressed())
        answer = Answer::cancelled;
    if (heeds_keys && !scope.key_taken && frame.enter_confirms && frame.primary_enabled &&
        !frame.primary.empty() && enter_pressed())
        answer = Answer::confirmed;
    return answer;
}

} // namespace

void draw_refusal(Scope& scope, const std::string& lacking, const std::string& refusal) {
    const bool refused = lacking.empty() && !refusal.empty();
    const std::string& text = refused ? refusal : lacking;
    const float width = ImGui::GetContentRegionAvail().x;
    const float height =
        std::max(scope.px(18), wrapped_height(Role::small, width, scope.px(18), text));
    put_wrapped(scope, take(height).min, width, scope.px(18), text, Role::small,
                refused ? scope.tokens.red : scope.tokens.amb);
}

std::uint64_t send_form(UiState& state) {
    state.sent = {state.sent.number + 1, true, {}};
    return state.sent.number;
}

bool form_is_done(const FrameViews& views, UiState& state) {
    SentForm& sent = state.sent;
    if (!sent.waiting || !views.form_answer || views.form_answer->form != sent.number)
        return false;
    sent.waiting = false;
    sent.refusal = views.form_answer->refusal;
    return sent.refusal.empty();
}

Answer draw_dialog(Scope& scope, const DialogFrame& frame, const std::function<void(Rect)>& body) {
    const ImVec2 glass = ImGui::GetIO().DisplaySize;
    const float width = std::min(scope.px(frame.width), glass.x - scope.px(16));
    const float height = std::min(scope.px(frame.height + 104), glass.y - scope.px(16));
    const ImVec2 at{std::round((glass.x - width) / 2), std::round((glass.y - height) / 2)};
    if (!ImGui::IsPopupOpen(frame.id))
        ImGui::OpenPopup(frame.id);
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, IM_COL32_BLACK_TRANS);
    const bool open = ImGui::BeginPopupModal(
        frame.id, nullptr,
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
            ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar |
            ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (!open)
        return Answer::open;
    const Answer answer = draw_inside(scope, frame, {at, {at.x + width, at.y + height}}, body);
    if ((answer == Answer::confirmed && !frame.waits) || answer == Answer::cancelled ||
        (answer == Answer::extra && frame.extra_closes) || frame.done)
        ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return answer;
}

void draw_dialogs(Scope& scope, const FrameViews& views, UiState& state) {
    const bool saves_report =
        state.dialog == Dialog::files && state.files.purpose == FilePurpose::save_report;
    if (views.import && !report_aside(views, state) && !saves_report) {
        draw_import_dialog(scope, views, state);
        return;
    }
    switch (state.dialog) {
    case Dialog::files:
        return draw_file_dialog(scope, views, state);
    case Dialog::settings:
        return draw_settings(scope, views, state);
    case Dialog::shortcuts:
        return draw_shortcuts(scope, state);
    case Dialog::about:
        return draw_about(scope, views, state);
    case Dialog::palette:
        return draw_palette(scope, views, state);
    case Dialog::keeping:
        return draw_keeping(scope, views, state);
    case Dialog::acceptance:
        return draw_acceptance(scope, state);
    case Dialog::new_agreement:
        return draw_agreement_form(scope, views, state);
    case Dialog::report_dispute:
        return draw_dispute_form(scope, state);
    case Dialog::edit_village:
        return draw_village_form(scope, state);
    case Dialog::end_agreement:
        return draw_end_form(scope, state);
    case Dialog::allow_finding:
        return draw_allow_form(scope, views, state);
    case Dialog::segment_state:
        return draw_segment_form(scope, views, state);
    case Dialog::case_step:
        return draw_case_form(scope, views, state);
    case Dialog::accept_line:
        return draw_accept_form(scope, views, state);
    case Dialog::add_claim:
        return draw_claim_form(scope, views, state);
    case Dialog::claim_overlap:
        return draw_overlap_form(scope, views, state);
    case Dialog::turning_point:
        return draw_point_form(scope, views, state);
    case Dialog::points_decree:
        return draw_decree_form(scope, state);
    case Dialog::record:
        return draw_record_form(scope, views, state);
    case Dialog::records:
        return draw_records(scope, views, state);
    case Dialog::charts:
        return draw_charts(scope, views, state);
    case Dialog::export_layer:
        return draw_export(scope, state);
    case Dialog::check_code:
        return draw_code_check(scope, views, state);
    case Dialog::none:
        break;
    }
}

} // namespace antardesa::ui
