#pragma once

#include "ui/draw.h"

namespace antardesa::ui {

/// What the pointer does to a place.
struct Touch {
    bool clicked = false;
    bool hovered = false;
    bool held = false;
};
/// Makes a rectangle clickable. `id` tells it from its siblings; `name` is what tests look for.
/// Where `scope.tab_stops` is set Tab goes to it, and then Enter and Space are clicks.
/// Leaves the cursor where it was.
Touch touch(Scope& scope, const char* id, Rect area, std::string_view name = {});

enum class ButtonKind { primary, plain, danger, quiet };
struct Button {
    const char* id = "";
    std::string_view text;
    char32_t icon = 0;
    ButtonKind kind = ButtonKind::plain;
    bool enabled = true;
    bool large = false; ///< for a room
};
/// Height 32, corners 6. Returns whether it was pressed.
bool button(Scope& scope, Rect area, const Button& what);
/// The width a button wants.
float button_width(const Scope& scope, const Button& what);

struct IconButton {
    const char* id = "";
    char32_t icon = 0;
    std::string_view tip;
    bool enabled = true;
    Role size = Role::icon18;
    ImU32 colour = 0; ///< 0: the theme's text
};
bool icon_button(Scope& scope, Rect area, const IconButton& what);

/// A word that acts, in the accent colour.
bool link(Scope& scope, const char* id, ImVec2 left_middle, std::string_view text);

struct Chip {
    const char* id = "";
    std::string_view text;
    char32_t icon = 0;
    ImU32 icon_colour = 0;
    bool on = true;
    bool round = false;  ///< stages; fields are square
    bool filled = false; ///< on without an outline (fields)
};
/// Height 24. Returns whether it was pressed.
bool chip(Scope& scope, Rect area, const Chip& what);
float chip_width(const Scope& scope, std::string_view text);

/// Height 20, not clickable; its right end at `right_middle`. Returns its width.
float tag_right(Scope& scope, ImVec2 right_middle, const workspace::Tag& tag);
float tag_left(Scope& scope, ImVec2 left_middle, const workspace::Tag& tag);
float tag_width(const Scope& scope, const workspace::Tag& tag);

/// Several words of which one holds. Returns the index pressed, else -1.
int segmented(Scope& scope, const char* id, Rect area, const std::vector<std::string>& words,
              int chosen);

/// A positive number up to `most` with its label and unit, 32 high, edge to edge of the panel;
/// framed in amber while it is none. Returns whether what was typed is to be taken.
bool number_row(Scope& scope, int number, const std::string& label, const std::string& unit,
                std::string& text, std::string_view hint, double most);

/// A field that opens a list. Returns the index chosen now, else -1.
int combo(Scope& scope, const char* id, Rect area, const std::vector<std::string>& words,
          int chosen);

struct Field {
    const char* id = "";
    std::string_view hint;
    bool focus = false; ///< take the keyboard now
    char32_t icon = 0;
    bool large = false; ///< for a room
};
struct Typed {
    bool changed = false;
    bool entered = false; ///< Enter
    bool left = false;    ///< the keyboard went elsewhere after a change
    bool active = false;
};
Typed text_field(Scope& scope, Rect area, std::string& text, const Field& what);
/// The hint of an empty field; in brackets where muted text is as strong as a value.
std::string hint_text(const Tokens& tokens, std::string_view hint);

/// A panel's section: title at left, count at right. Height 32.
void section_head(Scope& scope, Rect row, std::string_view title, std::string_view count,
                  Role role = Role::small_strong);
/// A bar 6 high; a negative share runs to and fro.
void progress_bar(Scope& scope, Rect area, double share);
/// A label of a form, 12 px, muted.
void form_label(Scope& scope, std::string_view text);
/// Icon, one sentence and up to one button in the middle of an area (ui.md §7, empty states).
bool empty_state(Scope& scope, Rect area, char32_t icon, std::string_view sentence,
                 std::string_view action = {});

} // namespace antardesa::ui
