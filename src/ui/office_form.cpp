#include "ui/office_form.h"

#include "ui/draw.h"
#include "ui/village_search.h"
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

/// What the list is about: guessed, and a person's to change.
void draw_kind(Scope& scope, const OfficeListView& list, OfficeForm& form) {
    const Rect row = take(scope.px(row_height));
    const Rect place = draw_written(
        scope, row, scope.text("ui.office.list", {list.source}),
        list.missing.empty() ? std::string() : scope.text("ui.office.missing", {list.missing}),
        !list.missing.empty());
    const int chosen = decided(form.choices.lists, list.source, list.kinds, list.kind);
    const int pressed = combo(scope, "jenis", place, names_of(list.kinds), chosen);
    if (pressed < 0 || pressed == chosen)
        return;
    form.choices.lists[list.source] = list.kinds[static_cast<std::size_t>(pressed)].first;
    form.changed = true;
}

void draw_columns(Scope& scope, const OfficeListView& list, OfficeForm& form) {
    if (list.columns.empty())
        return;
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

void draw_search(Scope& scope, const FrameViews& views, const std::string& written,
                 OfficeForm& form) {
    constexpr std::size_t most = 6;
    const auto taken =
        draw_village_search(scope, views, form.search,
                            {"cari-desa", scope.text("ui.office.search_hint", {written}), most});
    take(scope.px(4));
    if (!taken)
        return;
    form.choices.names[written] = "#" + std::to_string(taken->village.id.value);
    form.picked[written] = taken->village.name + " · " + taken->detail;
    form.searching.clear();
    form.changed = true;
}

void draw_name(Scope& scope, const FrameViews& views, const OfficeNameView& name,
               OfficeForm& form) {
    const Rect row = take(scope.px(row_height));
    const Rect place = draw_written(scope, row, name.written, name.district, name.open);
    std::vector<std::pair<std::string, std::string>> choices = name.choices;
    const auto value = form.choices.names.find(name.written);
    if (value != form.choices.names.end() && form.picked.count(name.written) > 0 &&
        value->second.starts_with('#'))
        choices.emplace_back(value->second, form.picked.at(name.written));
    std::vector<std::string> names = names_of(choices);
    // The first says that nothing is decided, the last that it is none of these.
    names.insert(names.begin(), scope.text("ui.office.choose"));
    names.push_back(scope.text("ui.office.search"));
    const int chosen = decided(form.choices.names, name.written, choices, name.chosen) + 1;
    const int pressed = combo(scope, "desa", place, names, chosen);
    if (form.searching == name.written)
        draw_search(scope, views, name.written, form);
    if (pressed < 0 || pressed == chosen)
        return;
    if (pressed + 1 == static_cast<int>(names.size())) {
        form.searching = name.written;
        form.search = {};
        form.search.focus = true;
        return;
    }
    form.changed = true;
    if (pressed == 0)
        form.choices.names.erase(name.written);
    else
        form.choices.names[name.written] = choices[static_cast<std::size_t>(pressed) - 1].first;
}

void draw_names(Scope& scope, const FrameViews& views, const OfficeListView& list,
                OfficeForm& form) {
    if (list.names.empty())
        return;
    form_label(scope, scope.text("ui.office.names",
                                 {std::to_string(list.names.size()), std::to_string(list.sure)}));
    for (std::size_t i = 0; i < list.names.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_name(scope, views, list.names[i], form);
        ImGui::PopID();
    }
}

} // namespace

float office_height(const ImportView& view) {
    float height = 0;
    for (const OfficeListView& list : view.office) {
        height += row_height;
        if (!list.columns.empty())
            height += heading_height + row_height * static_cast<float>(list.columns.size());
        if (!list.names.empty())
            height += heading_height + row_height * static_cast<float>(list.names.size());
    }
    return height;
}

void draw_office(Scope& scope, const FrameViews& views, const ImportView& view, UiState& state) {
    OfficeForm& form = state.office;
    if (form.number != view.number) {
        // The plan was made anew with what was decided; a new file begins with nothing.
        if (!form.applied) {
            form.choices = {};
            form.picked.clear();
        }
        form.searching.clear();
        form.number = view.number;
        form.changed = form.applied = false;
    }
    for (std::size_t i = 0; i < view.office.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_kind(scope, view.office[i], form);
        draw_names(scope, views, view.office[i], form);
        draw_columns(scope, view.office[i], form);
        ImGui::PopID();
    }
}

float undecided_height(const ImportView& view, const UiState& state) {
    const bool leaves = !view.office.empty() && state.office.choices.leave_unknown;
    return view.open_names > 0 || leaves ? row_height : 0;
}

void draw_undecided(Scope& scope, const ImportView& view, UiState& state, Rect row) {
    OfficeForm& form = state.office;
    const std::string text = scope.text("ui.office.leave_all");
    const Rect place = row.inset(0, scope.px(6)).right(chip_width(scope, text) + scope.px(8));
    if (view.open_names > 0)
        put_elided(
            scope, {row.min, {place.min.x - scope.px(12), row.max.y}},
            scope.language.plural("ui.office.undecided", static_cast<long long>(view.open_names)),
            Role::body, scope.tokens.amb);
    if (chip(scope, place, {.id = "tinggalkan", .text = text, .on = form.choices.leave_unknown})) {
        form.choices.leave_unknown = !form.choices.leave_unknown;
        form.changed = true;
    }
}

bool has_office_choices(const ImportView& view, const UiState& state) {
    return !view.office.empty() && state.office.number == view.number && state.office.changed;
}

} // namespace antardesa::ui
