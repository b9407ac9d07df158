#pragma once

#include "ui/frame.h"
#include "ui/widgets.h"

namespace antardesa::ui {

inline constexpr float finding_row_height = 28;
inline constexpr float finding_detail_height = 84;

struct SeverityLook {
    char32_t icon = 0;
    ImU32 colour = 0;
};
/// Of a finding; information is muted.
SeverityLook finding_look(const Tokens& tokens, Severity severity);
/// Of a file: information means that all of it came in, which is green.
SeverityLook file_look(const Tokens& tokens, Severity severity);

/// The findings of `views.import`: chips that filter by severity, kinds that open, and below
/// them the whole sentence of the chosen one. Only rows in sight are put into words.
void draw_findings(Scope& scope, const FrameViews& views, UiState& state, Rect place);

} // namespace antardesa::ui
