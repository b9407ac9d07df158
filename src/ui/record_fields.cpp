#include "ui/record_fields.h"

#include "base/text.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/record_look.h"
#include "ui/record_notes.h"
#include "ui/text_area.h"
#include "workspace/typed_value.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::FieldKind;
using workspace::RecordChoice;
using workspace::RecordField;

constexpr std::size_t matches_shown = 4;
/// Of a field for several lines: five of them.
constexpr float lines_height = 104;

void draw_listed(Scope& scope, Rect area, const RecordField& field, std::string& value) {
    std::vector<std::string> names{scope.text("ui.record.nothing")};
    int chosen = 0;
    for (const RecordChoice& choice : field.choices) {
        names.push_back(choice.name);
        if (choice.value == value)
            chosen = static_cast<int>(names.size()) - 1;
    }
    const int pressed = combo(scope, field.column.c_str(), area, names, chosen);
    if (pressed == 0)
        value.clear();
    else if (pressed > 0)
        value = field.choices[static_cast<std::size_t>(pressed) - 1].value;
}

/// Names that hold the words, below the field while it says something else than what is chosen.
void draw_matches(Scope& scope, const RecordField& field, std::string& value, std::string& words) {
    if (words.empty() || words == name_of(field, value))
        return;
    const std::string wanted = lower_case(words);
    std::size_t shown = 0;
    for (const RecordChoice& choice : field.choices) {
        if (lower_case(choice.name).find(wanted) == std::string::npos)
            continue;
        if (++shown > matches_shown)
            return;
        const Rect row = take(scope.px(28));
        ImGui::PushID(static_cast<int>(shown));
        const Touch touched = touch(scope, "cocok", row, choice.name);
        ImGui::PopID();
        if (touched.hovered)
            fill(row, scope.tokens.acc_bg, scope.px(4));
        put_elided(scope, row.inset(scope.px(12), 0), choice.name, Role::body, scope.tokens.fg);
        if (touched.clicked) {
            value = choice.value;
            words = choice.name;
            return;
        }
    }
}

void draw_marks(Scope& scope, const RecordField& field, std::string& value) {
    std::string kept;
    for (const RecordChoice& choice : field.choices) {
        const Rect row = take(scope.px(28));
        const std::string sought = ";" + value + ";";
        bool on = sought.find(";" + choice.value + ";") != std::string::npos;
        const Rect area{{row.min.x, row.min.y + scope.px(2)}, {row.max.x, row.max.y - scope.px(2)}};
        if (chip(scope, area, {.id = choice.value.c_str(), .text = choice.name, .on = on}))
            on = !on;
        if (on)
            kept += (kept.empty() ? "" : ";") + choice.value;
    }
    value = kept;
}

const char* hint_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::date:
        return "ui.record.date_hint";
    case FieldKind::place:
        return "ui.record.place_hint";
    default:
        return "ui.record.text_hint";
    }
}

Typed draw_control(Scope& scope, Rect area, const RecordField& field, RecordFormState& state,
                   std::size_t index) {
    std::string& value = state.typed[index];
    const bool focus = state.focus == index;
    if (focus)
        state.focus.reset();
    const char* id = field.column.c_str();
    if (is_long_list(field))
        return text_field(scope, area, state.words[index],
                          {id, scope.text("ui.record.search_hint"), focus, icon::search});
    if (has_lines(field))
        return text_area(scope, area, value, {id, {}, focus});
    if (field.kind != FieldKind::choice)
        return text_field(scope, area, value, {id, scope.text(hint_of(field.kind)), focus});
    draw_listed(scope, area, field, value);
    return {};
}

/// What is typed is not told to be wrong before it is whole, nor what is empty before one saves.
std::optional<Message> refusal_shown(const Scope& scope, const RecordFormState& state,
                                     std::size_t index) {
    const bool by_words = is_long_list(state.form->fields[index]);
    const std::string& said = by_words ? state.words[index] : state.typed[index];
    if (state.active == index || (!state.tried && said.empty()))
        return std::nullopt;
    return refusal_of(scope, state, index);
}

void draw_field(Scope& scope, Rect column, RecordFormState& state, std::size_t index) {
    const RecordField& field = state.form->fields[index];
    const Rect label{column.min, {column.max.x, column.min.y + scope.px(20)}};
    put_elided(scope, label, field.label, Role::small, scope.tokens.mut);
    const float height = scope.px(has_lines(field) ? lines_height : 32);
    const Rect area{{column.min.x, label.max.y}, {column.max.x, label.max.y + height}};
    const bool refused = refusal_shown(scope, state, index).has_value();
    if (draw_control(scope, area, field, state, index).active)
        state.active = index;
    else if (state.active == index)
        state.active.reset();
    if (refused)
        outline(area, scope.tokens.red, scope.px(6), scope.px(2));
}

void draw_wide(Scope& scope, RecordFormState& state, std::size_t index) {
    const RecordField& field = state.form->fields[index];
    if (field.kind == FieldKind::marks) {
        form_label(scope, field.label);
        draw_marks(scope, field, state.typed[index]);
        return;
    }
    draw_field(scope, take(scope.px(has_lines(field) ? lines_height + 24 : 56)), state, index);
    if (is_long_list(field)) {
        if (state.words[index].empty())
            state.typed[index].clear();
        draw_matches(scope, field, state.typed[index], state.words[index]);
    }
}

/// Of the value as it is typed, then of what the law asks for.
std::vector<workspace::RecordNote> notes_of(const Scope& scope, const RecordFormState& state,
                                            std::size_t index) {
    std::vector<workspace::RecordNote> notes;
    if (const auto why = refusal_shown(scope, state, index))
        notes.push_back({Severity::error, scope.language.text(*why), {}});
    const auto& lawful = state.form->fields[index].notes;
    notes.insert(notes.end(), lawful.begin(), lawful.end());
    return notes;
}

/// Under the fields of one row of the form, each in its own column.
void draw_notes(Scope& scope, const RecordFormState& state, const std::vector<std::size_t>& fields,
                float width) {
    std::vector<std::vector<workspace::RecordNote>> notes;
    float height = 0;
    for (const std::size_t field : fields) {
        notes.push_back(notes_of(scope, state, field));
        height = std::max(height, record_notes_height(scope, notes.back(), width));
    }
    if (height == 0)
        return;
    const Rect row = take(height + scope.px(4));
    for (std::size_t i = 0; i < notes.size(); ++i)
        draw_record_notes(scope, i == 0 ? row.left(width) : row.right(width), notes[i]);
}

/// A point, a line or an area, to be shown on the map.
std::optional<PlaceShape> draw_place_ways(Scope& scope) {
    const Rect row = take(scope.px(36)).bottom(scope.px(32));
    std::optional<PlaceShape> chosen;
    float x = row.min.x;
    const auto way = [&](const char* id, const char* key, PlaceShape shape) {
        const std::string text = scope.text(key);
        const Button what{.id = id, .text = text, .icon = icon::map};
        const float width = button_width(scope, what);
        if (button(scope, {{x, row.min.y}, {x + width, row.max.y}}, what))
            chosen = shape;
        x += width + scope.px(8);
    };
    way("titik-peta", "ui.place.as_point", PlaceShape::point);
    way("garis-peta", "ui.place.as_line", PlaceShape::line);
    way("bidang-peta", "ui.place.as_area", PlaceShape::area);
    return chosen;
}

} // namespace

bool is_drawn(const RecordField& field, const RecordFormState& state, std::size_t index,
              const i18n::Catalogue& language) {
    return field.kind == FieldKind::place && !state.drawn.empty() &&
           state.typed[index] == workspace::shown_value(field.kind, state.drawn, language);
}

std::optional<Message> refusal_of(const Scope& scope, const RecordFormState& state,
                                  std::size_t index) {
    const RecordField& field = state.form->fields[index];
    if (is_drawn(field, state, index, scope.language))
        return std::nullopt;
    return refused_value(field, state.typed[index], state.words[index], scope.language);
}

std::optional<PlaceWish> draw_record_fields(Scope& scope, RecordFormState& state, bool has_map) {
    const auto& fields = state.form->fields;
    std::optional<PlaceWish> wish;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (is_wide(fields[i]) || is_long_list(fields[i])) {
            draw_wide(scope, state, i);
            if (fields[i].kind == FieldKind::place && has_map)
                if (const auto shape = draw_place_ways(scope))
                    wish = PlaceWish{i, *shape};
            draw_notes(scope, state, {i}, ImGui::GetContentRegionAvail().x);
        } else {
            const Rect row = take(scope.px(56));
            const float half = std::floor((row.width() - scope.px(12)) / 2);
            std::vector<std::size_t> drawn{i};
            draw_field(scope, row.left(half), state, i);
            if (i + 1 < fields.size() && !is_wide(fields[i + 1]) && !is_long_list(fields[i + 1])) {
                ImGui::PushID("kanan");
                draw_field(scope, row.right(half), state, ++i);
                drawn.push_back(i);
                ImGui::PopID();
            }
            draw_notes(scope, state, drawn, half);
        }
        ImGui::PopID();
    }
    return wish;
}

} // namespace antardesa::ui
