#include "ui/import_choices.h"

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ImportSourceView;
using workspace::ImportView;

constexpr float row_height = 36;
constexpr float label_share = 0.4F;

bool asks_for_columns(const ImportView& view) {
    return view.stage == workspace::ImportStage::choose_columns;
}

bool shows_columns(const ImportView& view, const UiState& state) {
    return asks_for_columns(view) || (state.importing.number == view.number &&
                                      state.importing.opened && !view.source.fields.empty());
}

void ask(Scope& scope, workspace::ImportChoices choices) {
    scope.ask(workspace::ImportInto{{}, 0, false, {}, std::move(choices)});
}

/// The label left, a list right; returns what was chosen now, else -1.
int choice_row(Scope& scope, const char* id, const std::string& label,
               const std::vector<std::string>& words, int chosen) {
    const Rect row = take(scope.px(row_height)).inset(0, scope.px(2));
    const float left = std::round(row.width() * label_share);
    put_elided(scope, {{row.min.x + scope.px(28), row.min.y}, {row.min.x + left, row.max.y}}, label,
               Role::body, scope.tokens.fg);
    const int pressed =
        combo(scope, id, {{row.min.x + left, row.min.y}, {row.max.x - scope.px(16), row.max.y}},
              words, chosen);
    return pressed == chosen ? -1 : pressed;
}

void draw_layers(Scope& scope, const ImportSourceView& source) {
    if (source.layers.size() < 2)
        return;
    const auto at = std::find(source.layers.begin(), source.layers.end(), source.layer);
    const int chosen =
        at == source.layers.end() ? -1 : static_cast<int>(at - source.layers.begin());
    const int pressed =
        choice_row(scope, "lapisan", scope.text("ui.import.layer"), source.layers, chosen);
    if (pressed >= 0) // its columns are others
        ask(scope, {source.layers[static_cast<std::size_t>(pressed)], {}});
}

/// All that stands there, so that what was recognised stays as it is.
workspace::ImportChoices choices_of(const ImportSourceView& source) {
    workspace::ImportChoices choices;
    choices.layer = source.layers.empty() ? std::string() : source.layer;
    for (const ImportSourceView::Field& field : source.fields)
        choices.columns[field.value] = field.column;
    return choices;
}

void draw_fields(Scope& scope, const ImportSourceView& source) {
    std::vector<std::string> words{scope.text("ui.import.no_column")};
    words.insert(words.end(), source.columns.begin(), source.columns.end());
    for (std::size_t i = 0; i < source.fields.size(); ++i) {
        const ImportSourceView::Field& field = source.fields[i];
        const auto at = std::find(source.columns.begin(), source.columns.end(), field.column);
        const int chosen =
            at == source.columns.end() ? 0 : static_cast<int>(at - source.columns.begin()) + 1;
        ImGui::PushID(static_cast<int>(i));
        const int pressed = choice_row(scope, "kolom", field.name, words, chosen);
        ImGui::PopID();
        if (pressed < 0)
            continue;
        workspace::ImportChoices choices = choices_of(source);
        choices.columns[field.value] =
            pressed == 0 ? std::string() : source.columns[static_cast<std::size_t>(pressed) - 1];
        ask(scope, std::move(choices));
    }
}

} // namespace

void draw_import_choices(Scope& scope, const ImportView& view, UiState& state) {
    ImportForm& form = state.importing;
    if (form.number != view.number)
        form.number = view.number; // read again by a choice, it stays open
    draw_layers(scope, view.source);
    if (view.source.fields.empty())
        return;
    if (!asks_for_columns(view)) {
        const Rect row = take(scope.px(row_height));
        const Rect area{{row.min.x + scope.px(28), row.min.y + scope.px(4)},
                        {row.max.x - scope.px(16), row.max.y - scope.px(4)}};
        if (chip(
                scope, area,
                {.id = "kolom-berkas", .text = scope.text("ui.import.columns"), .on = form.opened}))
            form.opened = !form.opened;
    }
    if (shows_columns(view, state))
        draw_fields(scope, view.source);
}

float import_choices_height(const ImportView& view, const UiState& state) {
    float rows = view.source.layers.size() > 1 ? 1 : 0;
    if (!view.source.fields.empty() && !asks_for_columns(view))
        rows += 1;
    if (shows_columns(view, state))
        rows += static_cast<float>(view.source.fields.size());
    return rows * row_height;
}

} // namespace antardesa::ui
