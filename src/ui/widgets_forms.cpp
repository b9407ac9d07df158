#include "ui/icons.h"
#include "ui/menu.h"
#include "ui/typed.h"
#include "ui/widgets.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

namespace antardesa::ui {

namespace {

/// As many rows as stand in a list before it scrolls.
constexpr float rows_shown = 9;

/// The next of the words that begins with a letter typed now, going round; else -1.
int begins_with_typed(const std::vector<std::string>& words, int after) {
    const ImVector<ImWchar>& typed = ImGui::GetIO().InputQueueCharacters;
    if (typed.empty())
        return -1;
    const auto lower = [](unsigned letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    };
    const int count = static_cast<int>(words.size());
    for (int step = 1; step <= count; ++step) {
        const int i = (after + step) % count;
        const std::string& word = words[static_cast<std::size_t>(i)];
        if (!word.empty() && lower(static_cast<unsigned char>(word[0])) == lower(typed.back()))
            return i;
    }
    return -1;
}

/// Arrows and letters move the mark in the open list. Returns whether it moved.
bool move_in(int& mark, const std::vector<std::string>& words) {
    const int before = mark;
    if (const int typed = begins_with_typed(words, std::max(0, mark)); typed >= 0)
        mark = typed;
    move_mark(mark, static_cast<int>(words.size()));
    return mark != before;
}

bool choice_row(Scope& scope, int index, std::string_view text, bool chosen) {
    const Rect row = take(scope.px(28));
    ImGui::PushID(index);
    const Touch state = touch(scope, "pilihan", row, text);
    ImGui::PopID();
    if (chosen || state.hovered)
        fill(row, chosen ? scope.tokens.acc_bg : scope.tokens.panel2);
    put_elided(scope, row.inset(scope.px(12), 0), text, Role::body, scope.tokens.fg);
    return state.clicked;
}

int open_list(Scope& scope, Rect field, const std::vector<std::string>& words, int chosen) {
    int pressed = -1;
    const float rows = std::min(rows_shown, static_cast<float>(words.size()));
    const float height = rows * scope.px(28) + scope.px(8);
    const float below = ImGui::GetIO().DisplaySize.y - field.max.y;
    const bool above = below < height + scope.px(8) && field.min.y > height;
    ImGui::SetNextWindowPos({field.min.x, above ? field.min.y - height - 2 : field.max.y + 2});
    ImGui::SetNextWindowSize({field.width(), height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, scope.px(4)});
    if (ImGui::BeginPopup("daftar", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav)) {
        ImGuiStorage& memory = *ImGui::GetStateStorage();
        const ImGuiID memory_of_mark = ImGui::GetID("tanda");
        // The key that opened it is not meant for it.
        const bool opens = ImGui::IsWindowAppearing();
        int mark = opens ? chosen : memory.GetInt(memory_of_mark, chosen);
        const bool moved = !opens && move_in(mark, words);
        memory.SetInt(memory_of_mark, mark);
        for (int i = 0; i < static_cast<int>(words.size()); ++i) {
            if (choice_row(scope, i, words[static_cast<std::size_t>(i)], i == mark))
                pressed = i;
            if (i == mark && (moved || opens))
                ImGui::SetScrollHereY();
        }
        if (!opens && mark >= 0 && (enter_pressed() || space_pressed()))
            pressed = mark;
        if (pressed >= 0 || (!opens && escape_pressed()))
            ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    return pressed;
}

} // namespace

int combo(Scope& scope, const char* id, Rect area, const std::vector<std::string>& words,
          int chosen) {
    const Tokens& t = scope.tokens;
    ImGui::PushID(id);
    const std::string shown = chosen >= 0 && chosen < static_cast<int>(words.size())
                                  ? words[static_cast<std::size_t>(chosen)]
                                  : std::string();
    const Touch state = touch(scope, "kotak", area, shown.empty() ? id : std::string_view(shown));
    fill(area, t.panel, scope.px(6));
    outline(area, state.hovered ? t.mut : t.line, scope.px(6));
    const Rect text{{area.min.x + scope.px(12), area.min.y},
                    {area.max.x - scope.px(28), area.max.y}};
    put_elided(scope, text, shown, Role::body, t.fg);
    put_icon(scope, {area.max.x - scope.px(16), area.centre().y}, icon::expand_more, Role::icon18,
             t.mut);
    if (state.clicked)
        ImGui::OpenPopup("daftar");
    const int pressed = open_list(scope, area, words, chosen);
    ImGui::PopID();
    return pressed;
}

std::string hint_text(const Tokens& tokens, std::string_view hint) {
    return tokens.mut != tokens.fg || hint.empty() ? std::string(hint)
                                                   : "(" + std::string(hint) + ")";
}

Typed text_field(Scope& scope, Rect area, std::string& text, const Field& what) {
    const Tokens& t = scope.tokens;
    fill(area, t.panel, scope.px(6));
    // The field itself begins beside the icon: a long text is moved under its left edge.
    const bool icon = what.icon && has_icons();
    const float beside = icon ? scope.px(26) : 0;
    const float indent = icon ? scope.px(6) : scope.px(12);
    ImFont* font = font_of(what.large ? Role::large : Role::body);
    const float pad = std::floor((area.height() - font->FontSize) / 2);
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    ImGui::PushFont(font);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {indent, pad});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
    ImGui::SetCursorScreenPos({area.min.x + beside, area.min.y});
    ImGui::SetNextItemWidth(area.width() - beside);
    if (std::exchange(scope.begins, false) || what.focus)
        ImGui::SetKeyboardFocusHere();
    Typed typed;
    ImGui::PushID(what.id);
    const std::string hint = hint_text(t, what.hint);
    typed.entered = ImGui::InputTextWithHint("##isi", hint.c_str(), &text,
                                             ImGuiInputTextFlags_EnterReturnsTrue);
    typed.changed = ImGui::IsItemEdited();
    typed.left = ImGui::IsItemDeactivatedAfterEdit();
    typed.active = ImGui::IsItemActive();
    ImGui::PopID();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    ImGui::SetCursorScreenPos(cursor);
    outline(area, typed.active ? t.acc : t.line, scope.px(6), typed.active ? scope.px(2) : 1);
    if (what.icon)
        put_icon(scope, {area.min.x + scope.px(16), area.centre().y}, what.icon, Role::icon18,
                 t.mut);
    return typed;
}

bool number_row(Scope& scope, int number, const std::string& label, const std::string& unit,
                std::string& text, std::string_view hint, double most) {
    const Rect row = take(scope.px(32)).inset(scope.px(16), scope.px(2));
    const float left = std::round(row.width() * 0.48F);
    put_elided(scope, row.left(left), label, Role::body, scope.tokens.fg);
    put_text(scope, {row.max.x - scope.px(24), row.centre().y}, unit, Role::small,
             scope.tokens.mut);
    const Rect field{{row.min.x + left, row.min.y}, {row.max.x - scope.px(30), row.max.y}};
    ImGui::PushID(number);
    const Typed typed = text_field(scope, field, text, {"batas", hint});
    ImGui::PopID();
    if (!text.empty() && !typed_number(text, most))
        outline(field, scope.tokens.amb, scope.px(6), scope.px(2));
    return typed.entered || typed.left;
}

void section_head(Scope& scope, Rect row, std::string_view title, std::string_view count,
                  Role role) {
    const float right =
        put_text_right(scope, {row.max.x, row.centre().y}, count, Role::small, scope.tokens.mut);
    const Rect room{row.min, {row.max.x - right - scope.px(8), row.max.y}};
    put_elided(scope, room, title, role, scope.tokens.fg);
}

void progress_bar(Scope& scope, Rect area, double share) {
    fill(area, scope.tokens.line, area.height() / 2);
    Rect done = area;
    if (share < 0) {
        const auto phase = static_cast<float>(std::fmod(ImGui::GetTime() * 0.8, 1.0));
        const float width = area.width() * 0.3F;
        done.min.x = area.min.x + (area.width() - width) * std::abs(1 - 2 * phase);
        done.max.x = done.min.x + width;
    } else {
        const auto clamped = static_cast<float>(std::clamp(share, 0.0, 1.0));
        done.max.x = area.min.x + std::max(area.height(), area.width() * clamped);
    }
    fill(done, scope.tokens.acc, area.height() / 2);
}

void form_label(Scope& scope, std::string_view text) {
    const Rect row = take(scope.px(24));
    put_elided(scope, row, text, Role::small_strong, scope.tokens.mut);
}

bool empty_state(Scope& scope, Rect area, char32_t icon, std::string_view sentence,
                 std::string_view action) {
    const Tokens& t = scope.tokens;
    const float width = std::min(area.width() - scope.px(32), scope.px(360));
    const float line = scope.px(18);
    const float text_height = wrapped_height(Role::body, width, line, sentence);
    const float height = scope.px(36) + text_height + (action.empty() ? 0 : scope.px(44));
    float y = std::max(area.min.y + scope.px(4), area.centre().y - height / 2);
    put_icon(scope, {area.centre().x, y + scope.px(14)}, icon, Role::icon24, t.mut);
    y += scope.px(36);
    const bool single = text_height <= line;
    const float drawn = single ? text_width(Role::body, sentence) : width;
    put_wrapped(scope, {std::round(area.centre().x - drawn / 2), y}, width, line, sentence,
                Role::body, t.mut);
    if (action.empty())
        return false;
    const Button what{.id = "tindakan", .text = action};
    const float wide = button_width(scope, what);
    y += text_height + scope.px(12);
    return button(scope,
                  {{std::round(area.centre().x - wide / 2), y},
                   {std::round(area.centre().x + wide / 2), y + scope.px(32)}},
                  what);
}

} // namespace antardesa::ui
