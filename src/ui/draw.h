#pragma once

#include "ui/fonts.h"
#include "ui/scope.h"

namespace antardesa::ui {

/// Everything below draws a text as `shown_on_one_line` writes it and never as a format.

std::string utf8(char32_t code);
float text_width(Role role, std::string_view text);
/// The text cut to `width` with "…"; whole when it fits.
/// With a capital in front: a title of what is said in the middle of sentences besides.
std::string sentence_case(std::string text);
std::string elided(Role role, std::string_view text, float width);
/// Only digits and what stands between them: dates, counts, registers.
bool is_figures(std::string_view text);

/// Draws one line whose middle is at `middle`; returns its width. Nothing is cut here.
float put_text(Scope& scope, ImVec2 left_middle, std::string_view text, Role role, ImU32 colour);
/// The same, ending at `right_middle`.
float put_text_right(Scope& scope, ImVec2 right_middle, std::string_view text, Role role,
                     ImU32 colour);
/// Centred in the rectangle; cut when it does not fit.
void put_text_centred(Scope& scope, Rect area, std::string_view text, Role role, ImU32 colour);
/// Left in the rectangle, cut with "…" and the whole text as tooltip when it does not fit.
/// Returns the width drawn.
float put_elided(Scope& scope, Rect area, std::string_view text, Role role, ImU32 colour);
/// Figures with every digit as wide as "0", so that columns stand; never cut.
float put_tabular(Scope& scope, ImVec2 left_middle, std::string_view text, Role role, ImU32 colour);
float tabular_width(Role role, std::string_view text);
/// Breaks at spaces; returns the height used. `line` is the distance of lines in pixels.
float put_wrapped(Scope& scope, ImVec2 top_left, float width, float line, std::string_view text,
                  Role role, ImU32 colour);
float wrapped_height(Role role, float width, float line, std::string_view text);
/// An icon centred at a place. Draws nothing without the icon font.
void put_icon(Scope& scope, ImVec2 centre, char32_t code, Role size, ImU32 colour);

void fill(Rect area, ImU32 colour, float rounding = 0);
void outline(Rect area, ImU32 colour, float rounding = 0, float thickness = 1);
void horizontal_line(float x0, float x1, float y, ImU32 colour);
void vertical_line(float x, float y0, float y1, ImU32 colour);
/// A tooltip of the theme for what was just submitted, after a short wait.
void tooltip_when(Scope& scope, bool hovered, std::string_view text);
void show_tooltip(Scope& scope, std::string_view title, std::string_view detail = {});

} // namespace antardesa::ui
