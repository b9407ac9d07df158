#pragma once

#include "workspace/action.h"
#include "workspace/views.h"

#include <imgui.h>

#include <array>

namespace antardesa::ui {

/// The colours of one theme (ui.md §3), ready for ImGui. `chip_line` is the outline that high
/// contrast puts where other themes have a fill.
struct Tokens {
    ImU32 top, top_fg, top_mut, top_field;
    ImU32 bg, panel, panel2, rail, line;
    ImU32 fg, mut, chip, chip_line;
    ImU32 acc, acc_bg, acc_fg;
    ImU32 red, red_bg, amb, amb_bg, grn, grn_bg, blu, blu_bg;
    std::array<ImU32, 10> fields; ///< by model::Field (ui.md §4)
    bool dark = false;
};

const Tokens& tokens_of(workspace::UiTheme theme);

/// Text and ground of a tag.
struct TonePair {
    ImU32 text;
    ImU32 ground;
};
TonePair tone_pair(const Tokens& tokens, workspace::Tone tone);
/// The colour a segment state has everywhere (ui.md §4).
ImU32 segment_colour(const Tokens& tokens, model::SegmentGroup group);

ImU32 to_u32(style::Colour colour);
/// A colour from the data, lifted when it was made for paper and the theme is dark.
ImU32 icon_colour(const Tokens& tokens, style::Colour colour);
ImU32 with_alpha(ImU32 colour, float opacity);
/// The opaque colour that `colour` gives over `ground` when it covers this share.
ImU32 mixed(ImU32 colour, ImU32 ground, float share);
/// WCAG 2 contrast of two opaque colours, 1 … 21.
float contrast(ImU32 one, ImU32 other);
/// Black or white, whichever is read better on the ground: never below 4.5.
ImU32 readable_on(ImU32 ground);

} // namespace antardesa::ui
