#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace antardesa::ui {

namespace {

enum class Deed { check, repair, save };
constexpr float gap = 8;
/// Of a button that shows its words when the mouse rests on it.
constexpr float icon_width = 32;

/// Right to left.
struct Entry {
    Deed deed;
    const char* id;
    const char* key;
    char32_t icon;
    bool offered;
};

Button button_of(const Entry& entry, const std::string& text) {
    return {.id = entry.id, .text = text, .icon = entry.icon, .kind = ButtonKind::quiet};
}

/// How many of the entries can say their words, so that none is left out: those at the right.
std::size_t spoken(const Scope& scope, std::span<const Entry> entries, float room) {
    for (const Entry& entry : entries)
        room -= entry.offered ? scope.px(icon_width) : 0;
    std::size_t count = 0;
    for (; count < entries.size(); ++count) {
        const Entry& entry = entries[count];
        if (entry.offered)
            room -=
                button_width(scope, button_of(entry, scope.text(entry.key))) - scope.px(icon_width);
        if (room < 0)
            break;
    }
    return count;
}

/// Returns the left end of the buttons, and what was pressed.
std::pair<float, std::optional<Deed>> draw_deeds(Scope& scope, std::span<const Entry> entries,
                                                 Rect bar, float left) {
    std::optional<Deed> pressed;
    float right = bar.max.x - scope.px(gap);
    const std::size_t in_words = spoken(scope, entries, right - left);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (!entry.offered)
            continue;
        const std::string text = scope.text(entry.key);
        const Button what = button_of(entry, text);
        const float width = i < in_words ? button_width(scope, what) : scope.px(icon_width);
        const Rect area{{right - width, bar.min.y + scope.px(2)}, {right, bar.max.y - scope.px(2)}};
        if (i < in_words ? button(scope, area, what)
                         : icon_button(scope, area, {entry.id, entry.icon, text}))
            pressed = entry.deed;
        right -= width;
    }
    return {right, pressed};
}

float words_width(const std::vector<std::string>& words, const Scope& scope) {
    float widest = 0;
    for (const std::string& word : words)
        widest = std::max(widest, text_width(Role::body, word) + scope.px(20));
    return widest * static_cast<float>(words.size());
}

void act(Scope& scope, UiState& state, const workspace::ListView& list, Deed deed) {
    switch (deed) {
    case Deed::check:
        scope.ask(check_of(state.check));
        return;
    case Deed::repair:
        start_repair(state);
        return;
    case Deed::save:
        break;
    }
    const bool open = list.choice == workspace::FindingChoice::open;
    open_files(state, FilePurpose::export_findings,
               scope.text(open ? "ui.finding.file" : "ui.finding.file_allowed"));
}

} // namespace

Rect draw_finding_bar(Scope& scope, const workspace::ListView& list, UiState& state, Rect body) {
    const Rect bar{body.min, {body.max.x, body.min.y + scope.px(32)}};
    std::vector<std::string> words;
    int chosen = 0;
    for (std::size_t i = 0; i < list.choices.size(); ++i) {
        words.push_back(list.choices[i].second);
        if (list.choices[i].first == list.choice)
            chosen = static_cast<int>(i);
    }
    const float left = bar.min.x + scope.px(gap);
    const float wanted = words_width(words, scope);
    const std::array entries{
        Entry{Deed::check, "periksa", "ui.finding.check", icon::check_circle, true},
        Entry{Deed::repair, "teknis", "ui.finding.repair_technical", icon::build, scope.can_edit},
        Entry{Deed::save, "ekspor", "ui.finding.export", icon::file, !list.rows.empty()}};
    const auto [right, deed] = draw_deeds(scope, entries, bar, left + wanted + scope.px(gap));
    const float all = std::min(right - scope.px(gap) - left, wanted);
    const int pressed = segmented(
        scope, "macam", {{left, bar.min.y + scope.px(4)}, {left + all, bar.max.y - scope.px(4)}},
        words, chosen);
    if (pressed >= 0)
        scope.ask(workspace::ChooseFindings{list.choices[static_cast<std::size_t>(pressed)].first});
    if (deed)
        act(scope, state, list, *deed);
    return {{body.min.x, bar.max.y}, body.max};
}

} // namespace antardesa::ui
