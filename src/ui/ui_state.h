#pragma once

#include <filesystem>
#include <string>

namespace antardesa::ui {

/// What belongs to the panels alone and outlives a frame. A value; starts in the default layout.
struct UiState {
    float left_width = 0;    ///< px; 0: default for the window size (ui.md §1)
    float right_width = 0;
    float bottom_height = 0;
    bool left_open = true;
    bool right_open = true;
    bool bottom_open = true;
    bool map_only = false;
};

} // namespace antardesa::ui
