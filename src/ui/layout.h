#pragma once

#include "ui/scope.h"
#include "ui/ui_state.h"

namespace antardesa::ui {

/// Where every panel stands (ui.md §1), in pixels. An empty rectangle: not shown.
struct Layout {
    Rect top;
    Rect banner; ///< under the top bar, over the whole width
    Rect rail;
    Rect left;
    Rect map;
    Rect bottom;
    Rect right;
    Rect status;
    bool right_over_map = false; ///< narrow window: the card covers the map
};

/// What decides the layout besides the state of the panels.
struct LayoutRequest {
    float width = 0;
    float height = 0;
    float scale = 1;
    bool sheet = false;         ///< the sheet job: no table, no card
    bool empty = false;         ///< nothing is open: rail and map alone
    bool anything_right = true; ///< the card or the history has something to show
    bool banner = false;        ///< something is to be said of the file
    bool line = false; ///< a line is edited: its panel and its table stand beside each other
};
Layout lay_out(const UiState& state, const LayoutRequest& request);

/// The lines between panels: draggable, a double click gives the default back.
void draw_splitters(Scope& scope, const Layout& layout, UiState& state);

} // namespace antardesa::ui
