#pragma once

#include "i18n/catalogue.h"
#include "ui/tokens.h"
#include "workspace/action.h"

#include <imgui.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::ui {

/// A rectangle on the glass in pixels, y downwards.
struct Rect {
    ImVec2 min;
    ImVec2 max;

    float width() const { return max.x - min.x; }
    float height() const { return max.y - min.y; }
    ImVec2 size() const { return {width(), height()}; }
    ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
    bool contains(ImVec2 p) const {
        return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y;
    }
    Rect inset(float x, float y) const { return {{min.x + x, min.y + y}, {max.x - x, max.y - y}}; }
    /// A strip of this height or width from one side.
    Rect top(float h) const { return {min, {max.x, min.y + h}}; }
    Rect bottom(float h) const { return {{min.x, max.y - h}, max}; }
    Rect left(float w) const { return {min, {min.x + w, max.y}}; }
    Rect right(float w) const { return {{max.x - w, min.y}, max}; }
};

/// What stands on the glass, for tests: every text with where it lies and what cuts it off, and
/// everything that takes a click.
struct Witness {
    struct Item {
        std::string text; ///< shown text, or the name of a thing to click
        Rect rect;
        Rect clip;
        std::string window;
        bool clickable = false;
    };
    std::vector<Item> items;
};

/// What every panel is given: words, colours, measures, and where to put what the person asked
/// for. Lives for one frame.
struct Scope {
    const i18n::Catalogue& language;
    const Tokens& tokens;
    float scale = 1;
    std::vector<workspace::Action>& actions;
    bool can_edit = false;
    Witness* witness = nullptr;
    bool tab_stops = false; ///< in a dialog: Tab reaches everything that takes a click
    bool keys_lead = false; ///< the person goes there by keys: what has them is outlined
    bool begins = false;    ///< a dialog that just opened: its first field takes the keys
    bool key_taken = false; ///< Enter or Space went to what has the keys, not to the dialog

    float px(float value) const { return std::round(value * scale); }
    std::string text(std::string_view key) const { return language.text(key); }
    std::string text(std::string_view key, std::vector<std::string> arguments) const {
        return language.text(Message{std::string(key), std::move(arguments)});
    }
    void ask(workspace::Action action) { actions.push_back(std::move(action)); }
};

/// Whether the key went down in this frame.
bool enter_pressed();
bool escape_pressed();
bool space_pressed();
/// Starts a panel's window at a place: no title, no frame, nothing to move. Ends with
/// `end_panel`.
void begin_panel(const char* id, Rect place, ImU32 ground, int extra_flags = 0);
void end_panel();
/// A part of the panel that scrolls when its content is higher. Ends with ImGui::EndChild.
void begin_scroll(const char* id, Rect place);
/// The next `height` pixels over the whole width of the current window or child.
Rect take(float height);

} // namespace antardesa::ui
