#pragma once

#include "ui/draw.h"
#include "ui/frame.h"
#include "ui/placing.h"

#include <span>

/// The place of a register's row shown on the map: a point by one click, a line or an area point by
/// point. The form waits meanwhile and keeps what was typed.
namespace antardesa::ui {

/// A line being drawn, with its points; in metres of the map.
void draw_course(const Scope& scope, std::span<const geo::Point> line, const Placing& place);

/// Leaves the form for the map.
void start_placement(const FrameViews& views, UiState& state, PlaceWish wish);
/// Back to the waiting form where no map is in sight; nothing is left of it in another project.
void follow_placement(const FrameViews& views, UiState& state);
/// Whether a form waits, which then comes back: no other one is opened over it.
bool returns_to_placement(UiState& state);
/// Figures in a form that waits are read in the language they were typed in: instead of another
/// language the form comes back.
void keep_language(UiState& state, std::vector<workspace::Action>& actions);
void add_to_placement(const FrameViews& views, MapState& state, geo::Point map);
/// Course and bar over the map; ends the drawing when it is kept or given up.
void draw_placement(Scope& scope, const FrameViews& views, UiState& state, Rect map);
/// Enter keeps it, Esc gives it up, Backspace goes one point back. Whether a key was one of them.
bool answer_placement_keys(const FrameViews& views, UiState& state);

} // namespace antardesa::ui
