#pragma once

#include "ui/frame.h"
#include "ui/ui_state.h"

#include <optional>

/// What the panel of a proposed line, the map and the meeting screen share.
namespace antardesa::ui {

/// What the form asks for; nothing while a share or a file is missing.
std::optional<workspace::PreviewProposal> wish_of(const ProposalForm& form);
/// Sends what the form asks for once it is due.
void ask_for_line(Scope& scope, UiState& state);
/// Whether the line on display was led by hand.
bool is_led(const workspace::ProposalView& view, const ProposalForm& form);

/// What a scenario is called beside its letter: "Kompromi · Garis tengah".
std::string scenario_title(const workspace::ScenarioView& scenario);
/// "A", of a longer name its first letter.
std::string scenario_letter(const workspace::ScenarioView& scenario);

/// Ways to agree: the dialog that records it.
/// The line on the table becomes a scenario of who asked for it; the next one may be another's.
void keep_scenario(Scope& scope, UiState& state);
void start_agreement_on_line(const FrameViews& views, UiState& state);
/// Goes to the meeting screen, which needs a case on display.
void enter_meeting(Scope& scope, UiState& state);
void leave_meeting(Scope& scope, UiState& state);
bool in_meeting(const FrameViews& views, const UiState& state);

/// Line, claims and handles over the map, and what the mouse does to them. `wide`: for a room.
void draw_proposal_line(Scope& scope, const workspace::ProposalView& view, const FrameViews& views,
                        Rect map, bool wide);
/// The two villages' colours (ui.md §10): the first by code is blue, the second orange.
ImU32 side_ink(std::size_t side);

/// The kept lines of a case beside each other, as a table. `wide`: for a room, where names of
/// persons wait until somebody asks for them (`names`).
void draw_comparison(Scope& scope, const workspace::ProposalView& view, Rect place, bool wide,
                     bool names = true);
/// How high it wants to be in the meeting.
float comparison_height(const Scope& scope, const workspace::ProposalView& view);
/// Whether there are two lines to compare.
bool can_compare(const workspace::ProposalView& view);
/// Asks for the comparison, or for its end.
void toggle_comparison(Scope& scope, const workspace::ProposalView& view, UiState& state);
/// Two of them on either side of a divider on the map, which the hand moves.
void draw_swipe(Scope& scope, const FrameViews& views, UiState& state, Rect map);

/// What each kind of line means, in the map's lower corner.
void draw_proposal_legend(Scope& scope, const workspace::ProposalView& view, MapState& state,
                          Rect map);
void answer_proposal_mouse(Scope& scope, const workspace::ProposalView& view, MapState& state,
                           Rect map, bool hovered);
void answer_proposal_keys(Scope& scope, const workspace::ProposalView& view);

/// What each claim rests on, beside its line on the map of a meeting.
void draw_claim_notes(Scope& scope, const workspace::ProposalView& view, const FrameViews& views,
                      const MapState& state, Rect map);

/// The ways through a case at the top of the meeting: evidence, meetings, the table, the papers.
/// Returns where the next thing to their right may begin.
float draw_meeting_tabs(Scope& scope, const workspace::ProposalView& view, UiState& state, Rect top,
                        float left, float right);
/// What stands behind the tab that is open; not for the table itself.
void draw_meeting_lines(Scope& scope, const FrameViews& views, UiState& state, Rect place);
/// Where all papers of the case go.
void start_case_papers(UiState& state, Id<model::BoundaryDispute> dispute);

/// The kept lines as cards, or as rows of a low window; a click puts one on the table.
void draw_meeting_scenarios(Scope& scope, const workspace::ProposalView& view, UiState& state,
                            Rect place, bool low);
/// The whole window during a meeting.
void draw_meeting(Scope& scope, const FrameViews& views, MapSurface& surface, UiState& state,
                  ImVec2 size);

} // namespace antardesa::ui
