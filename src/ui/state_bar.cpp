#include "ui/state_bar.h"

#include <algorithm>

namespace antardesa::ui {

void state_bar(Scope& scope, Rect bar, const std::vector<workspace::StateShare>& states) {
    float x = bar.min.x;
    double sum = 0;
    for (const auto& state : states)
        sum += state.share;
    for (const auto& state : states) {
        const float width = sum > 0 ? bar.width() * static_cast<float>(state.share / sum) : 0;
        if (width >= 1)
            fill({{std::round(x), bar.min.y},
                  {std::max(std::round(x) + 1, std::round(x + width) - scope.px(2)), bar.max.y}},
                 segment_colour(scope.tokens, state.group));
        x += width;
    }
}

void state_words(Scope& scope, const std::vector<workspace::StateShare>& states, float edge) {
    Rect row;
    float x = 0;
    for (const auto& state : states) {
        const float wanted = scope.px(18) + text_width(Role::small, state.text);
        if (x == 0 || x + wanted > row.max.x) {
            row = take(scope.px(20)).inset(edge, 0);
            x = row.min.x;
        }
        const float y = row.centre().y;
        fill({{x, y - scope.px(5)}, {x + scope.px(10), y + scope.px(5)}},
             segment_colour(scope.tokens, state.group), scope.px(2));
        put_elided(scope, {{x + scope.px(18), row.min.y}, row.max}, state.text, Role::small,
                   scope.tokens.fg);
        x += wanted + scope.px(14);
    }
}

} // namespace antardesa::ui
