#include "ui/office_form.h"

#include "ui/draw.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

using workspace::ImportView;
using workspace::OfficeListView;
using workspace::OfficeNameView;

constexpr float row_height = 36;
constexpr float heading_height = 32;

std::vector<std::string> names_of(const std::vector<std::pair<std::string, std::string>>& choices) {
    std::vector<std::string> names;
    names.reserve(choices.size());
    for (const auto& [value, name] : choices)
        names.push_back(name);
    return names;
}

/// The number of the value among the choices; `otherwise` when it is not decided.
int decided(const std::map<std::string, std::string>& choices, const std::string& key,
            const std::vector<std::pair<std::string, std::string>>& offered, int otherwise) {
    const auto at = choices.find(key);
    if (at == choices.end())
        return otherwise;
    for (std::size_t i = 0; i < offered.size(); ++i)
        if (offered[i].first == at->second)
            return static_cast<int>(i);
    return otherwise;
}

/// What was written at the left, what it shall be at the right.
Rect draw_written(Scope& scope, Rect row, const std::string& text, const std::string& detail,
                  bool open) {
    const float half = std::floor(row.width() / 2);
    const Rect left = row.left(half - scope.px(8));
    const Tokens& t = scope.tokens;
    put_elided(scope, left.top(scope.px(20)), text, Role::medium, open ? t.amb : t.fg);
    put_elided(scope, {{left.min.x, left.min.y + scope.px(18)}, left.max}, detail, Role::small,
               t.mut);
    return row.right(half).inset(0, scope.px(2));
}

void draw_columns(Scope& scope, const OfficeListView& list, OfficeForm& form) {
    form_label(scope, scope.text("ui.office.columns", {list.source}));
    const std::vector<std::string> fields = names_of(list.fields);
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        const auto& column = list.columns[i];
        const Rect row = take(scope.px(row_height));
        const Rect place = draw_written(scope, row, column.title, column.sample, false);
        const int chosen = decided(form.choices.columns, column.title, list.fields, column.field);
        ImGui::PushID(static_cast<int>(i));
        const int pressed = combo(scope, "ruas", place, fields, chosen);
        ImGui::PopID();
        if (pressed < 0 || pressed == chosen)
            continue;
        form.choices.columns[column.title] = list.fields[static_cast<std::size_t>(pressed)].first;
        form.changed = true;
    }
}

void draw_name(Scope& scope, const OfficeNameView& name, OfficeForm& form) {
    const Rect row = take(scope.px(row_height));
    const Rect place = draw_written(scope, row, name.written, name.district, name.open);
    std::vector<std::string> names = names_of(name.choices);
    // The first says that nothing is decided.
    names.insert(names.begin(), scope.text("ui.office.choose"));
    const int chosen = decided(form.choices.names, name.written, name.choices, name.chosen) + 1;
    const int pressed = combo(scope, "desa", place, names, chosen);
    if (pressed < 0 || pressed == chosen)
        return;
    form.changed = true;
    if (pressed == 0)
        form.choices.names.erase(name.written);
    else
        form.choices.names[name.written] =
            name.choices[static_cast<std::size_t>(pressed) - 1].first;
}

void draw_names(Scope& scope, const OfficeListView& list, OfficeForm& form) {
    if (list.names.empty())
        return;
    form_label(scope, scope.text("ui.office.names",
                                 {std::to_string(list.names.size()), std::to_string(list.sure)}));
    for (std::size_t i = 0; i < list.names.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_name(scope, list.names[i], form);
        ImGui::PopID();
    }
}

} // namespace

float office_height(const ImportView& view) {
    float height = 0;
    for (const OfficeListView& list : view.office) {
        height += heading_height + row_height * static_cast<float>(list.columns.size());
        if (!list.names.empty())
            height += heading_height + row_height * static_cast<float>(list.names.size() + 1);
    }
    return height;
}

void draw_office(Scope& scope, const ImportView& view, UiState& state) {
    OfficeForm& form = state.office;
    if (form.number != view.number) {
        // The plan was made anew with what was decided; a new file begins with nothing.
        if (!form.applied)
            form.choices = {};
        form.number = view.number;
        form.changed = form.applied = false;
    }
    for (std::size_t i = 0; i < view.office.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_names(scope, view.office[i], form);
        draw_columns(scope, view.office[i], form);
        ImGui::PopID();
    }
    if (view.open_names == 0 && !form.choices.leave_unknown)
        return;
    const Rect row = take(scope.px(row_height));
    const Rect area{{row.min.x, row.min.y + scope.px(4)}, {row.max.x, row.max.y - scope.px(4)}};
    if (chip(scope, area,
             {.id = "tinggalkan",
              .text = scope.text("ui.office.leave_all"),
              .on = form.choices.leave_unknown})) {
        form.choices.leave_unknown = !form.choices.leave_unknown;
        form.changed = true;
    }
}

bool has_office_choices(const ImportView& view, const UiState& state) {
    return !view.office.empty() && state.office.number == view.number && state.office.changed;
}

} // namespace antardesa::ui
