#include "ui/record_notes.h"

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

constexpr float indent = 20;
constexpr float line = 16;

float words_height(const Scope& scope, const std::string& text, float width) {
    return text.empty()
               ? 0
               : wrapped_height(Role::small, width - scope.px(indent), scope.px(line), text);
}

} // namespace

float record_notes_height(const Scope& scope, const std::vector<workspace::RecordNote>& notes,
                          float width) {
    float height = 0;
    for (const workspace::RecordNote& note : notes)
        height += words_height(scope, note.text, width) + words_height(scope, note.basis, width) +
                  scope.px(6);
    return height;
}

void draw_record_notes(Scope& scope, Rect place, const std::vector<workspace::RecordNote>& notes) {
    const Tokens& t = scope.tokens;
    float y = place.min.y + scope.px(2);
    const float x = place.min.x + scope.px(indent);
    const float width = place.width() - scope.px(indent);
    for (const workspace::RecordNote& note : notes) {
        const bool grave = note.severity == Severity::error;
        put_icon(scope, {place.min.x + scope.px(8), y + scope.px(line / 2)},
                 grave ? icon::error : icon::warning, Role::icon14, grave ? t.red : t.amb);
        put_wrapped(scope, {x, y}, width, scope.px(line), note.text, Role::small,
                    grave ? t.red : t.amb);
        y += words_height(scope, note.text, place.width());
        put_wrapped(scope, {x, y}, width, scope.px(line), note.basis, Role::small, t.mut);
        y += words_height(scope, note.basis, place.width()) + scope.px(6);
    }
}

} // namespace antardesa::ui
