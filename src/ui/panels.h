#pragma once

#include "ui/frame.h"
#include "ui/layout.h"

/// One public function per panel: the views, a place, the state; actions go to the scope.
namespace antardesa::ui {

void draw_top_bar(Scope& scope, const FrameViews& views, UiState& state, Rect place);
/// One line about the project file that cannot wait, with what to do about it.
bool banner_shown(const workspace::KeepView& keep, const UiState& state);
void draw_banner(Scope& scope, const FrameViews& views, UiState& state, Rect place);
void draw_rail(Scope& scope, const FrameViews& views, UiState& state, Rect place);
void draw_status_bar(Scope& scope, const FrameViews& views, UiState& state, Rect place);

/// Layers above, filters below.
void draw_left_panel(Scope& scope, const FrameViews& views, UiState& state, Rect place);
void draw_layer_rows(Scope& scope, const workspace::LayersView& layers);
void draw_filters(Scope& scope, const FrameViews& views, UiState& state);
/// How far the boundaries are, and chips by the five groups of segments.
void draw_boundary_states(Scope& scope, const workspace::FilterView& view);
void draw_segment_groups(Scope& scope, const workspace::FilterView& view, std::bitset<5>& groups);

/// How large overlaps and gaps are that a person wants to see; `wanted` changes with Enter or when
/// a field is left.
void draw_strip_limits(Scope& scope, LimitsForm& form, analysis::StripLimits& wanted);
/// The tolerances of the next check, and the check.
void draw_check_tolerances(Scope& scope, CheckForm& form);
workspace::CheckBoundaries check_of(const CheckForm& form);

void draw_map_panel(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                    Rect place);
/// The map alone with the line that is on the table; `overlay` draws what floats over it.
void draw_meeting_map(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                      Rect place, const std::function<void()>& overlay);
/// What floats over the map; drawn into the map's window above the picture.
void draw_map_overlays(Scope& scope, const FrameViews& views, UiState& state, Rect map);
void draw_legend(Scope& scope, const FrameViews& views, UiState& state, Rect map);
/// Remembers that this lies over the map, so that no name is put below it.
void cover(MapState& state, Rect area, Rect map);
void draw_scale_bar(Scope& scope, const workspace::MapView& view, Rect map);
/// Where the picture's pixels lie on a map panel that now shows `view`.
Rect picture_place(const workspace::MapPicture& picture, const cartography::View& view,
                   double pixels_per_millimetre, Rect map);

void draw_list_panel(Scope& scope, const FrameViews& views, UiState& state, Rect place);
/// Above the findings: which of them, the check, repair and export. Returns what is left.
Rect draw_finding_bar(Scope& scope, const workspace::ListView& list, UiState& state, Rect body);
void draw_table(Scope& scope, const workspace::ListView& list, UiState& state, Rect place);

/// A boundary being edited: its handles over the picture, what the mouse does to them, the panel
/// with the tools and the areas, the table of its vertices.
void draw_line_handles(Scope& scope, const FrameViews& views, Rect map);
void answer_line_mouse(Scope& scope, const workspace::LineEditView& line, MapState& state, Rect map,
                       bool hovered);
void answer_line_keys(Scope& scope, const workspace::LineEditView& line, UiState& state);
void draw_line_panel(Scope& scope, const workspace::LineEditView& line, UiState& state, Rect place);
void draw_line_table(Scope& scope, const workspace::LineEditView& line, UiState& state, Rect place);

/// The selected turning point over the picture; the mouse leads it along its line and the arrows
/// push it. Return whether they did, so that the map stays where it is.
void draw_point_handle(Scope& scope, const FrameViews& views, Rect map);
bool answer_point_mouse(Scope& scope, const FrameViews& views, MapState& state, Rect map);
bool answer_point_keys(Scope& scope, const FrameViews& views);

/// Which layer is written in which form; then the file dialog asks where to.
void draw_export(Scope& scope, UiState& state);
/// Whether a printed sheet still equals the line.
void draw_code_check(Scope& scope, const FrameViews& views, UiState& state);
/// A row of buttons: the papers of the segment or case in the card.
void draw_paper_buttons(Scope& scope, const FrameViews& views, UiState& state, Rect row);

/// One button for each body of the kecamatan in the card: its accountability report.
void draw_accountability_buttons(Scope& scope, const FrameViews& views, UiState& state, Rect place);

/// Gaps and overlaps mended by rule, or one of them: rule, limit, what each village gains or loses.
/// It stands beside the map, which shows the same.
void draw_repair(Scope& scope, const FrameViews& views, UiState& state, Rect place);
bool repairs(const FrameViews& views, const UiState& state);
/// In the right panel: a line through contested land, by which method, and what each village gets.
void draw_proposal(Scope& scope, const FrameViews& views, UiState& state, Rect place);
bool proposes(const FrameViews& views, const UiState& state);
/// A case goes to a next state, gets a claim; what was agreed becomes the boundary.
void start_case_step(const FrameViews& views, UiState& state);
void draw_case_form(Scope& scope, const FrameViews& views, UiState& state);
void draw_accept_form(Scope& scope, const FrameViews& views, UiState& state);
void start_claim(const FrameViews& views, UiState& state);
void draw_claim_form(Scope& scope, const FrameViews& views, UiState& state);
/// An overlap between two villages becomes a case.
void start_overlap(const FrameViews& views, UiState& state);
void draw_overlap_form(Scope& scope, const FrameViews& views, UiState& state);
/// A claim being drawn: over the map, with what can be done; and its keys.
void draw_claim_line(Scope& scope, const FrameViews& views, UiState& state, Rect map);
bool answer_claim_keys(Scope& scope, const FrameViews& views, UiState& state);
/// What the villages of the case in the card bring into it, side by side.
void draw_case_parties(Scope& scope, const FrameViews& views, UiState& state);
/// Asks where the berita acara of a case goes.

void draw_right_panel(Scope& scope, const FrameViews& views, UiState& state, const Layout& at);
void draw_card(Scope& scope, const FrameViews& views, UiState& state, Rect place);
/// The foot of the card: what can be done from here. Returns its height.
float card_foot_height(const Scope& scope, const workspace::CardView& card);
float finding_foot_height(const Scope& scope, const workspace::FindingDeeds& deeds);
void draw_finding_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place);
/// Opens the form of what the card is about; nothing where it has none.
void change_selected(const FrameViews& views, UiState& state);
void draw_card_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place);
void draw_history(Scope& scope, const FrameViews& views, UiState& state, Rect place);

void draw_sheet_panel(Scope& scope, const FrameViews& views, UiState& state, Rect place);
void draw_sheet_preview(Scope& scope, const FrameViews& views, MapSurface& surface, Rect place);

void draw_toasts(Scope& scope, const std::vector<workspace::NoticeView>& notices, Rect map);

/// The dialog that is open, if any, and the import plan.
void draw_dialogs(Scope& scope, const FrameViews& views, UiState& state);
void draw_palette(Scope& scope, const FrameViews& views, UiState& state);
void draw_file_dialog(Scope& scope, const FrameViews& views, UiState& state);
/// What came of a file: over the window, or beside the map once a finding is shown there.
void draw_import_dialog(Scope& scope, const FrameViews& views, UiState& state);
void draw_report_aside(Scope& scope, const FrameViews& views, UiState& state, Rect place);
bool report_aside(const FrameViews& views, const UiState& state);
void draw_settings(Scope& scope, const FrameViews& views, UiState& state);
void draw_shortcuts(Scope& scope, UiState& state);
void draw_about(Scope& scope, const FrameViews& views, UiState& state);
void draw_agreement_form(Scope& scope, const FrameViews& views, UiState& state);
void draw_dispute_form(Scope& scope, UiState& state);
void draw_village_form(Scope& scope, UiState& state);
void draw_allow_form(Scope& scope, const FrameViews& views, UiState& state);
void draw_end_form(Scope& scope, UiState& state);
void draw_segment_form(Scope& scope, const FrameViews& views, UiState& state);
void draw_point_form(Scope& scope, const FrameViews& views, UiState& state);
void draw_decree_form(Scope& scope, UiState& state);
void draw_decree_choice(Scope& scope, const DecreeChoices& decrees, int& chosen);
/// The points of the segment in the card, or the point in it; of a final line after a dialog.
void number_points(Scope& scope, const FrameViews& views, UiState& state);
void delete_point(Scope& scope, const FrameViews& views, UiState& state);
/// A row of the register with all its columns, and the registers to choose one from.
void draw_record_form(Scope& scope, const FrameViews& views, UiState& state);
void draw_records(Scope& scope, const FrameViews& views, UiState& state);

/// How the project is kept, and whether changes from outside are right.
void draw_keeping(Scope& scope, const FrameViews& views, UiState& state);
void draw_acceptance(Scope& scope, UiState& state);

/// The file dialog for a copy of the open project, or for what can be recovered.
void start_copy(const Scope& scope, const workspace::KeepView& keep, UiState& state);
void start_recovery(const Scope& scope, const workspace::KeepView& keep, UiState& state);

/// Starts the forms from what is selected. `request_agreement` first turns to the list of
/// villages, since only its rows tell which are selected.
void request_agreement(Scope& scope, const FrameViews& views, UiState& state);
void start_agreement(const FrameViews& views, UiState& state);
/// The same with what a suggestion says.
void start_draft(UiState& state, const workspace::AgreementDraft& draft);
void start_dispute(const FrameViews& views, UiState& state);
void start_segment_state(const FrameViews& views, UiState& state);
/// For a new point of the segment in the card, or for the point in it.
void start_point(const FrameViews& views, UiState& state);
void start_record(const FrameViews& views, UiState& state, workspace::RecordKey key);
void start_records(const FrameViews& views, UiState& state);
/// Kecamatan against fields (0), validity (1), partners (2): of what passes the filter now. A click
/// in one of them narrows the filter.
void start_charts(const FrameViews& views, UiState& state, int shown = 0);
void draw_charts(Scope& scope, const FrameViews& views, UiState& state);
void draw_matrix(Scope& scope, const workspace::ChartsView& view, analysis::Filter& filter);
/// Returns the agreement that was pressed; 0: none.
std::int64_t draw_timeline(Scope& scope, const workspace::ChartsView& view,
                           analysis::Filter& filter);
void draw_partners(Scope& scope, ChartsForm& form, analysis::Filter& filter);
/// What the filter asks for beyond the controls, each with a cross; `filter` loses what is pressed.
void draw_filter_chips(Scope& scope, const workspace::FilterView& view, analysis::Filter& filter,
                       float edge);
/// The span of years, led by the mouse or, with the keyboard on it, by the arrows.
void draw_years(Scope& scope, const analysis::FilterCounts& counts, UiState& state,
                analysis::Filter& filter);
/// The names of the map's themes, in their order.
std::vector<std::string> theme_names(const Scope& scope);
void start_allowing(const FrameViews& views, UiState& state);
void start_village_edit(const FrameViews& views, UiState& state);

/// Keys that work wherever no text is being typed (ui.md §8).
void answer_keys(Scope& scope, const FrameViews& views, UiState& state);

} // namespace antardesa::ui
