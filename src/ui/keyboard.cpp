#include "ui/dialog.h"
#include "ui/panels.h"
#include "ui/place_drawing.h"
#include "ui/proposal_parts.h"

namespace antardesa::ui {

namespace {

/// Key numbers as the window's back-end reports them: letters are ASCII capitals, the rest as in
/// GLFW 3.3 (glfw.org/docs/3.3/group__keys.html), which `app` feeds into ImGui.
constexpr int key_f2 = 291;
constexpr int key_f5 = key_f2 + 3;
constexpr int key_f6 = key_f5 + 1, key_f7 = key_f5 + 2, key_f8 = key_f5 + 3, key_f9 = key_f5 + 4,
              key_f11 = key_f5 + 6;

bool pressed(int key) {
    return ImGui::IsKeyPressed(key, false);
}

bool went_down(ImGuiKey key, bool repeat = true) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), repeat);
}

/// A character typed, wherever its key lies on this keyboard.
bool typed(ImWchar character) {
    const ImVector<ImWchar>& queue = ImGui::GetIO().InputQueueCharacters;
    return queue.find(character) != queue.end();
}

void answer_panels(UiState& state) {
    if (pressed(key_f6))
        state.left_open = !state.left_open;
    if (pressed(key_f7))
        state.right_open = !state.right_open;
    if (pressed(key_f8))
        state.bottom_open = !state.bottom_open;
    if (pressed(key_f9))
        state.map_only = !state.map_only;
    if (pressed(key_f11))
        state.full_screen = !state.full_screen;
}

void answer_control(Scope& scope, const FrameViews& views, UiState& state) {
    using workspace::Job;
    const bool shift = ImGui::GetIO().KeyShift;
    if (pressed('K'))
        open_dialog(state, Dialog::palette);
    if (pressed('O'))
        open_files(state, FilePurpose::open);
    if (pressed('P'))
        scope.ask(workspace::SetJob{Job::sheet});
    if (pressed('H') && in_meeting(views, state))
        state.names_shown = !state.names_shown;
    if (pressed('Z') && !shift && edits_line(views) && !views.line->drawn.empty()) {
        scope.ask(workspace::StepBackLine{});
        return; // nothing that was saved is taken back with what is drawn
    }
    if (pressed('Z') && !shift && proposes(views, state) && views.proposal.can_step_back)
        return; // the hand's own step goes back
    if (pressed('Z') && !shift && in_meeting(views, state))
        return; // nothing is taken back unseen
    if (pressed('Z') && !shift && views.top_bar.can_undo)
        scope.ask(workspace::Undo{});
    const bool again = pressed('Y') || (pressed('Z') && shift);
    if (again && proposes(views, state) &&
        (views.proposal.can_step_forward || in_meeting(views, state)))
        return; // likewise what the hand did is done again
    if (again && views.top_bar.can_redo)
        scope.ask(workspace::Redo{});
    const std::array<Job, 4> jobs{Job::cooperation, Job::boundaries, Job::assets, Job::sheet};
    for (int i = 0; i < 4; ++i)
        if (pressed('1' + i))
            scope.ask(workspace::SetJob{jobs[static_cast<std::size_t>(i)]});
}

void pan_with_arrows(Scope& scope, const UiState& state) {
    const double share = ImGui::GetIO().KeyShift ? 0.5 : 0.1;
    const double x = state.map.width * share;
    const double y = state.map.height * share;
    if (went_down(ImGuiKey_LeftArrow))
        scope.ask(workspace::PanBy{{x, 0}});
    if (went_down(ImGuiKey_RightArrow))
        scope.ask(workspace::PanBy{{-x, 0}});
    if (went_down(ImGuiKey_UpArrow))
        scope.ask(workspace::PanBy{{0, y}});
    if (went_down(ImGuiKey_DownArrow))
        scope.ask(workspace::PanBy{{0, -y}});
}

void zoom_with_keys(Scope& scope, const UiState& state) {
    const geo::Point middle{state.map.width / 2.0, state.map.height / 2.0};
    if (typed('+') || typed('='))
        scope.ask(workspace::ZoomBy{1.5, middle});
    if (typed('-'))
        scope.ask(workspace::ZoomBy{1 / 1.5, middle});
    if (typed('0'))
        scope.ask(workspace::ZoomTo{});
}

void let_go(Scope& scope, const FrameViews& views, UiState& state) {
    if (views.map.point.led) {
        state.map.point_held = false;
        scope.ask(workspace::DropPoint{false});
    } else if (state.map.picking)
        state.map.picking.reset();
    else if (state.history_open)
        state.history_open = false;
    else if (repairs(views, state))
        scope.ask(workspace::DropRepair{});
    else if (views.proposal.swipe)
        toggle_comparison(scope, views.proposal, state);
    else if (in_meeting(views, state))
        leave_meeting(scope, state);
    else if (proposes(views, state))
        scope.ask(workspace::DropProposal{});
    else if (!views.card.title.empty())
        scope.ask(workspace::Select{});
    else if (state.map_only)
        state.map_only = false;
}

/// With a segment or one of its points in the card.
void answer_segment(Scope& scope, const FrameViews& views, UiState& state) {
    if (!views.card.segment && !views.card.point)
        return;
    if (typed('[') || typed(']'))
        scope.ask(workspace::SelectNextPoint{typed('[') ? -1 : 1});
    if (!views.can_edit)
        return;
    if (pressed('T'))
        start_point(views, state);
    if (views.card.point && went_down(ImGuiKey_Delete, false))
        delete_point(scope, views, state);
    if (views.card.segment && pressed('S'))
        start_dispute(views, state);
    if (views.card.segment && pressed('E'))
        start_segment_state(views, state);
}

void answer_map(Scope& scope, const FrameViews& views, UiState& state) {
    if (answer_claim_keys(scope, views, state))
        return;
    zoom_with_keys(scope, state);
    if (edits_line(views))
        return;
    if (!answer_point_keys(scope, views))
        pan_with_arrows(scope, state);
    if (went_down(ImGuiKey_Tab))
        scope.ask(workspace::SelectNextVillage{ImGui::GetIO().KeyShift ? -1 : 1});
    if (enter_pressed())
        state.right_open = true;
    if (escape_pressed())
        let_go(scope, views, state);
    if (typed('?'))
        open_dialog(state, Dialog::shortcuts);
    if (pressed('B')) {
        scope.ask(workspace::SetJob{workspace::Job::boundaries});
        if (views.can_edit && views.card.segment)
            scope.ask(workspace::BeginLineEdit{{views.card.subject.id}});
    }
    if (views.job == workspace::Job::boundaries && pressed('N'))
        scope.ask(workspace::SelectNextFinding{ImGui::GetIO().KeyShift ? -1 : 1});
    if (views.card.finding && pressed('L'))
        scope.ask(workspace::ZoomAround{});
    if (views.can_edit && pressed(key_f2))
        change_selected(views, state);
    if (views.can_edit && pressed('K'))
        request_agreement(scope, views, state);
    if (views.job == workspace::Job::cooperation && (typed(',') || typed('.')))
        scope.ask(workspace::StepYears{typed(',') ? -1 : 1});
    if (views.job == workspace::Job::cooperation && pressed('C'))
        scope.ask(workspace::ShowByDistrict{!views.layers.by_district});
    answer_segment(scope, views, state);
}

} // namespace

void answer_keys(Scope& scope, const FrameViews& views, UiState& state) {
    const bool covered =
        ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (covered || state.dialog != Dialog::none || (views.import && !report_aside(views, state)))
        return;
    answer_panels(state);
    if (ImGui::GetIO().WantTextInput)
        return;
    if (edits_line(views))
        answer_line_keys(scope, *views.line, state);
    if (proposes(views, state)) {
        answer_proposal_keys(scope, views.proposal);
        if (pressed(key_f5))
            in_meeting(views, state) ? leave_meeting(scope, state) : enter_meeting(scope, state);
    }
    if (state.map.placement && (answer_placement_keys(views, state) || ImGui::GetIO().KeyCtrl))
        return; // the form that waits comes first
    if (ImGui::GetIO().KeyCtrl)
        answer_control(scope, views, state);
    else if (!views.map.empty)
        answer_map(scope, views, state);
    else if (typed('?'))
        open_dialog(state, Dialog::shortcuts);
}

} // namespace antardesa::ui
