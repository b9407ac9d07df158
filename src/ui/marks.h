#pragma once

#include "ui/scope.h"

namespace antardesa::ui {

/// Draws a legend or layer sample: marks in millimetres with their origin at `lower_left`,
/// `pixels_per_millimetre` large. Rings are taken as convex; dashes come expanded.
void draw_marks(Scope& scope, const std::vector<cartography::Mark>& marks, ImVec2 lower_left,
                float pixels_per_millimetre);

} // namespace antardesa::ui
