#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>
#include <array>
#include <span>

namespace antardesa::ui {

namespace {

constexpr std::array<int, 7> scales{100, 125, 150, 175, 200, 225, 250};

void draw_scale_choice(Scope& scope, int percent) {
    form_label(scope, scope.text("ui.settings.scale"));
    std::vector<std::string> words;
    int chosen = -1;
    for (std::size_t i = 0; i < scales.size(); ++i) {
        words.push_back(scope.language.percent(scales[i] / 100.0));
        if (scales[i] == percent)
            chosen = static_cast<int>(i);
    }
    const int pressed = segmented(scope, "skala", take(scope.px(32)), words, chosen);
    if (pressed >= 0)
        scope.ask(workspace::SetUiScale{scales[static_cast<std::size_t>(pressed)]});
    take(scope.px(12));
}

/// Which rules records are held against, and the way to others.
void draw_rules_choice(Scope& scope, const FrameViews& views, UiState& state) {
    form_label(scope, scope.text("ui.settings.rules"));
    const Rect row = take(scope.px(32));
    const bool lost = !views.lost_rules_name.empty();
    const bool own = !views.rules_name.empty();
    const std::string choose_words = scope.text("ui.settings.rules_choose");
    const std::string shipped_words = scope.text("ui.settings.rules_shipped");
    const Button choose{.id = "pilih-aturan", .text = choose_words};
    const Button shipped{.id = "aturan-bawaan", .text = shipped_words};
    float right = row.max.x - button_width(scope, choose);
    if (button(scope, {{right, row.min.y}, row.max}, choose)) {
        open_files(state, FilePurpose::rules);
        state.files.back_to = Dialog::settings;
    }
    right -= scope.px(8);
    if (own || lost) {
        const float left = right - button_width(scope, shipped);
        if (button(scope, {{left, row.min.y}, {right, row.max.y}}, shipped))
            scope.ask(workspace::UseRules{});
        right = left - scope.px(8);
    }
    put_elided(scope, {row.min, {right, row.max.y}},
               lost  ? scope.text("ui.settings.rules_lost", {views.lost_rules_name})
               : own ? views.rules_name
                     : scope.text("ui.settings.rules_of_program"),
               Role::body, lost ? scope.tokens.amb : scope.tokens.fg);
    take(scope.px(12));
}

} // namespace

void draw_settings(Scope& scope, const FrameViews& views, UiState& state) {
    const DialogFrame frame{.id = "##setelan",
                            .title = scope.text("ui.settings.title"),
                            .width = 480,
                            .height = 286,
                            .primary = scope.text("ui.done")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_scale_choice(scope, views.scale_percent);
        form_label(scope, scope.text("ui.settings.theme"));
        const int theme =
            segmented(scope, "tema", take(scope.px(32)),
                      {scope.text("ui.settings.light"), scope.text("ui.settings.dark"),
                       scope.text("ui.settings.contrast")},
                      static_cast<int>(views.theme));
        if (theme >= 0)
            scope.ask(workspace::SetUiTheme{static_cast<workspace::UiTheme>(theme)});
        take(scope.px(12));
        form_label(scope, scope.text("ui.settings.language"));
        const bool english = scope.language.language() == i18n::Language::english;
        const int language =
            segmented(scope, "bahasa", take(scope.px(32)),
                      {scope.text("ui.language.indonesian"), scope.text("ui.language.english")},
                      english ? 1 : 0);
        if (language >= 0)
            scope.ask(workspace::SetLanguage{language == 1 ? i18n::Language::english
                                                           : i18n::Language::indonesian});
        take(scope.px(12));
        draw_rules_choice(scope, views, state);
        ImGui::EndChild();
    });
    if (answer != Answer::open && state.dialog == Dialog::settings)
        state.dialog = Dialog::none;
}

namespace {

struct Shortcut {
    const char* keys;
    const char* what;
};
constexpr std::array<Shortcut, 20> map_keys{{{"ui.keys.arrows", "ui.shortcut.pan"},
                                             {"ui.keys.zoom", "ui.shortcut.zoom"},
                                             {"ui.keys.fit", "ui.shortcut.fit"},
                                             {"ui.keys.tab", "ui.shortcut.next"},
                                             {"ui.keys.enter", "ui.shortcut.card"},
                                             {"ui.keys.f2", "ui.shortcut.change"},
                                             {"ui.keys.escape", "ui.shortcut.clear"},
                                             {"ui.keys.click", "ui.shortcut.add"},
                                             {"ui.keys.k", "ui.shortcut.agreement"},
                                             {"ui.keys.b", "ui.shortcut.boundaries"},
                                             {"ui.keys.s", "ui.shortcut.dispute"},
                                             {"ui.keys.e", "ui.shortcut.segment_state"},
                                             {"ui.keys.t", "ui.shortcut.point"},
                                             {"ui.keys.brackets", "ui.shortcut.next_point"},
                                             {"ui.keys.point_arrows", "ui.shortcut.nudge_point"},
                                             {"ui.keys.delete", "ui.shortcut.delete_point"},
                                             {"ui.keys.n", "ui.shortcut.next_finding"},
                                             {"ui.keys.l", "ui.shortcut.around"},
                                             {"ui.keys.years", "ui.shortcut.years"},
                                             {"ui.keys.c", "ui.shortcut.by_district"}}};
constexpr std::array<Shortcut, 12> general_keys{{{"ui.key.search", "ui.shortcut.search"},
                                                 {"ui.key.open", "ui.shortcut.open"},
                                                 {"ui.keys.undo", "ui.shortcut.undo"},
                                                 {"ui.keys.jobs", "ui.shortcut.jobs"},
                                                 {"ui.keys.sheet", "ui.shortcut.sheet"},
                                                 {"ui.keys.f6", "ui.shortcut.left"},
                                                 {"ui.keys.f7", "ui.shortcut.right"},
                                                 {"ui.keys.f8", "ui.shortcut.bottom"},
                                                 {"ui.keys.f9", "ui.shortcut.map_only"},
                                                 {"ui.keys.f11", "ui.shortcut.full_screen"},
                                                 {"ui.keys.names", "ui.shortcut.names"},
                                                 {"ui.keys.help", "ui.shortcut.help"}}};

void draw_column(Scope& scope, Rect room, std::string_view title, std::span<const Shortcut> keys) {
    const Tokens& t = scope.tokens;
    float y = room.min.y + scope.px(12);
    put_text(scope, {room.min.x, y}, title, Role::small_strong, t.mut);
    // Of a meeting's letters in a low window all rows have to find room too.
    const float step = std::min(scope.px(28), (room.height() - scope.px(12)) /
                                                  static_cast<float>(map_keys.size() + 1));
    for (const Shortcut& shortcut : keys) {
        y += step;
        const std::string key = scope.text(shortcut.keys);
        const float width = text_width(Role::small, key) + scope.px(14);
        const Rect cap{{room.min.x, y - scope.px(11)}, {room.min.x + width, y + scope.px(11)}};
        fill(cap, t.chip, scope.px(4));
        outline(cap, t.line, scope.px(4));
        put_text_centred(scope, cap, key, Role::small, t.fg);
        const float left = std::max(cap.max.x + scope.px(8), room.min.x + scope.px(116));
        put_elided(scope, {{left, cap.min.y}, {room.max.x, cap.max.y}}, scope.text(shortcut.what),
                   Role::body, t.fg);
    }
}

} // namespace

void draw_shortcuts(Scope& scope, UiState& state) {
    const DialogFrame frame{.id = "##pintasan",
                            .title = scope.text("ui.shortcuts.title"),
                            .width = 720,
                            .height = 596,
                            .primary = scope.text("ui.done")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        const float half = room.width() / 2 - scope.px(12);
        draw_column(scope, room.left(half), scope.text("ui.shortcuts.map"), map_keys);
        draw_column(scope, room.right(half), scope.text("ui.shortcuts.general"), general_keys);
    });
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
