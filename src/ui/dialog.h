#pragma once

#include "ui/frame.h"
#include "ui/ui_state.h"
#include "ui/widgets.h"

#include <functional>

namespace antardesa::ui {

/// A dialog's frame: a question as title, a curtain of 40 % black, buttons at the right of the
/// foot; Enter is the primary button, Esc the way out (ui.md §7).
struct DialogFrame {
    const char* id = "";
    std::string title;
    float width = 480;
    float height = 0; ///< of the body, at 100 %
    std::string primary;
    bool primary_enabled = true;
    std::string cancel = {}; ///< empty: only the primary button
    std::string extra = {};  ///< at the left of the foot; empty: none
    bool extra_destroys = false;
    bool extra_closes = false;
    bool enter_confirms = true;
    bool waits = false; ///< confirming leaves it open until it is drawn with `done`
    bool done = false;
};
enum class Answer { open, confirmed, cancelled, extra };

/// Draws the frame, calls `body` with the room inside, and says how it was answered.
Answer draw_dialog(Scope& scope, const DialogFrame& frame, const std::function<void(Rect)>& body);
/// The buttons alone, for a panel that is sometimes a dialog. `foot` is 56 high.
Answer draw_dialog_foot(Scope& scope, const DialogFrame& frame, Rect foot);
/// What to send a form with: the number its answer will have. The form waits from now on.
std::uint64_t send_form(UiState& state);
/// Whether the form that waits was done and may close; a refusal is kept in `state.sent`.
bool form_is_done(const FrameViews& views, UiState& state);
/// Under a form: what it still lacks, else why it was refused. Takes a line at least.
void draw_refusal(Scope& scope, const std::string& lacking, const std::string& refusal);

} // namespace antardesa::ui
