#include "ui/frame.h"

#include "ui/fonts.h"
#include "ui/panels.h"
#include "ui/place_drawing.h"
#include "ui/proposal_parts.h"

namespace antardesa::ui {

namespace {

bool shown(const Rect& rect) {
    return rect.width() >= 1 && rect.height() >= 1;
}

bool anything_right(const FrameViews& views, const UiState& state) {
    return state.history_open || edits_line(views) || repairs(views, state) ||
           proposes(views, state) || report_aside(views, state) || !views.card.title.empty() ||
           ImGui::GetIO().DisplaySize.x >= 1280.0F * static_cast<float>(views.scale_percent) / 100;
}

/// The table's place, from the left panel's edge when it is `wide`, up to a card that lies over the
/// map.
Rect beside_card(const Layout& at, bool wide) {
    const bool covered = at.right_over_map && shown(at.right);
    return {{wide ? at.left.min.x : at.bottom.min.x, at.bottom.min.y},
            {covered ? at.right.min.x : at.bottom.max.x, at.bottom.max.y}};
}

void draw_middle(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                 const Layout& at) {
    if (views.job == workspace::Job::sheet) {
        draw_sheet_preview(scope, views, surface, at.map);
        if (shown(at.left))
            draw_sheet_panel(scope, views, state, at.left);
        return;
    }
    state.map.floating.clear();
    if (at.right_over_map && shown(at.right))
        cover(state.map, at.right, at.map);
    draw_map_panel(scope, views, surface, state, at.map);
    // A table that compares needs the width of both.
    const bool wide = views.proposal.swipe && shown(at.bottom) && shown(at.left);
    if (shown(at.left))
        draw_left_panel(scope, views, state,
                        wide ? Rect{at.left.min, {at.left.max.x, at.bottom.min.y}} : at.left);
    if (shown(at.bottom) && edits_line(views))
        draw_line_table(scope, *views.line, state, at.bottom);
    else if (shown(at.bottom) && views.proposal.swipe)
        draw_comparison(scope, views.proposal, beside_card(at, wide), false);
    else if (shown(at.bottom))
        draw_list_panel(scope, views, state, at.bottom);
}

/// What cannot wait until the meeting is over.
std::vector<workspace::NoticeView> urgent(std::vector<workspace::NoticeView> notices) {
    std::erase_if(notices, [](const workspace::NoticeView& notice) {
        return notice.severity == Severity::information;
    });
    return notices;
}

} // namespace

FrameViews views_of(const workspace::Workspace& w) {
    return {.language = w.language(),
            .top_bar = w.top_bar(),
            .layers = w.layers(),
            .filter = w.filter(),
            .list = w.list(),
            .card = w.card(),
            .map = w.map(),
            .status = w.status(),
            .history = w.history(),
            .notices = w.notices(),
            .import = w.import(),
            .sheet = w.sheet(),
            .keep = w.keep(),
            .repair = w.repair(),
            .proposal = w.proposal(),
            .picture = w.picture(),
            .view = w.view(),
            .pixels_per_millimetre = w.pixels_per_millimetre(),
            .theme = w.ui_theme(),
            .scale_percent = w.ui_scale_percent(),
            .rules_name = w.rules_name(),
            .lost_rules_name = w.lost_rules_name(),
            .job = w.job(),
            .has_project = w.has_project(),
            .shows_foreign_file = w.shows_foreign_file(),
            .can_edit = w.can_edit(),
            .line = &w.line_edit(),
            .form_answer = &w.form_answer(),
            .code = &w.code(),
            .about = [&w] { return w.about(); },
            .record = [&w](workspace::RecordKey key) { return w.record(key); },
            .records = [&w] { return w.records(); },
            .charts = [&w] { return w.charts(); },
            .degrees = [&w](geo::Point map) { return w.degrees_at(map); },
            .palette = [&w](const std::string& words) { return w.palette(words); },
            .folder = [&w](const std::filesystem::path& f, bool afresh)
                -> const workspace::FolderView& { return w.folder(f, afresh); },
            .target = [&w](const std::filesystem::path& f) { return w.target(f); },
            .recent_files = [&w] { return w.recent_files(); }};
}

std::vector<workspace::Action> draw_frame(const FrameViews& views, MapSurface& surface,
                                          UiState& state, ImVec2 size, Witness* witness) {
    std::vector<workspace::Action> actions;
    const bool meeting = in_meeting(views, state);
    Scope scope{views.language,
                tokens_of(meeting ? workspace::UiTheme::light : views.theme),
                static_cast<float>(views.scale_percent) / 100,
                actions,
                views.can_edit,
                witness};
    // What is written about a project is looked for beside it.
    if (state.files.folder.empty() && views.has_project && views.recent_files)
        if (const auto recent = views.recent_files(); !recent.empty())
            state.files.folder = recent.front().parent_path();
    if (state.agreement_due && views.list.kind == workspace::ListKind::villages)
        start_agreement(views, state);
    if (state.record_due)
        start_record(views, state, *std::exchange(state.record_due, std::nullopt));
    follow_placement(views, state);
    answer_keys(scope, views, state);
    if (meeting) {
        draw_meeting(scope, views, surface, state, size);
        // Laid out for smaller letters than a room can read.
        Scope over{scope.language, scope.tokens,   scope.scale * room_letters,
                   actions,        scope.can_edit, witness};
        draw_toasts(over, urgent(views.notices), {{0, 0}, size});
        draw_dialogs(over, views, state);
        return actions;
    }
    const LayoutRequest request{.width = size.x,
                                .height = size.y,
                                .scale = scope.scale,
                                .sheet = views.job == workspace::Job::sheet,
                                .empty = views.map.empty,
                                .anything_right = anything_right(views, state),
                                .banner = banner_shown(views.keep, state),
                                .line = edits_line(views) && !state.history_open};
    const Layout at = lay_out(state, request);
    draw_splitters(scope, at, state);
    draw_top_bar(scope, views, state, at.top);
    if (shown(at.banner))
        draw_banner(scope, views, state, at.banner);
    if (shown(at.rail))
        draw_rail(scope, views, state, at.rail);
    draw_status_bar(scope, views, state, at.status);
    draw_right_panel(scope, views, state, at);
    draw_middle(scope, views, surface, state, at);
    draw_toasts(scope, views.notices, at.map);
    draw_dialogs(scope, views, state);
    keep_language(state, actions);
    return actions;
}

bool is_for_room(const workspace::Workspace& workspace, const UiState& state) {
    return state.meeting && (state.proposal.due ||
                             workspace.proposal().stage != workspace::ProposalView::Stage::none);
}

std::vector<workspace::Action> draw_window(const workspace::Workspace& workspace,
                                           MapSurface& surface, UiState& state, int width,
                                           int height) {
    return draw_frame(views_of(workspace), surface, state,
                      {static_cast<float>(width), static_cast<float>(height)});
}

} // namespace antardesa::ui
