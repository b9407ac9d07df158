#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// Rows looked at to find how wide figures and tags are.
constexpr std::size_t rows_measured = 160;
constexpr float cell_padding = 8;
/// Words may be cut down to this before the table scrolls sideways.
constexpr float least_words = 64;
/// The first column says which row it is: a number or a name.
constexpr float least_first = 90;
/// What the row is about has its words before those of any other column.
constexpr float name_words = 190;
/// A column that lacks no more is not cut for the sake of a longer name.
constexpr float syllable_words = 44;

struct Columns {
    std::vector<float> x;        ///< left edges, one more than columns
    std::vector<bool> icon_only; ///< by column: its words gave way to the name
    float width() const { return x.back() - x.front(); }
    Rect cell(std::size_t column, Rect row, float padding) const {
        return {{x[column] + padding, row.min.y}, {x[column + 1] - padding, row.max.y}};
    }
};

bool cuttable(const workspace::ListCell& cell) {
    return cell.tag.text.empty() && !is_figures(cell.text);
}

float cell_width(const Scope& scope, const workspace::ListCell& cell) {
    if (!cell.tag.text.empty())
        return tag_width(scope, cell.tag);
    const float words = is_figures(cell.text) ? tabular_width(Role::body, cell.text)
                                              : text_width(Role::medium, cell.text);
    return words + (cell.icon ? scope.px(18) : 0);
}

/// What a column needs so that neither its head nor any date, number or tag is cut, and what
/// would show all its words.
struct Need {
    float least = 0;
    float natural = 0;
    bool figures = true;
};
/// The sign of the order stands beside the title of one column alone.
float head_width(const Scope& scope, const workspace::ListView& list, std::size_t column) {
    const bool sorted = list.sort_column == static_cast<int>(column);
    return text_width(Role::small_strong, list.columns[column].title) + scope.px(sorted ? 18 : 2);
}

Need need_of(const Scope& scope, const workspace::ListView& list, std::size_t column) {
    Need need;
    need.least = head_width(scope, list, column);
    const std::size_t rows = std::min(rows_measured, list.rows.size());
    for (std::size_t i = 0; i < rows; ++i) {
        if (column >= list.rows[i].cells.size())
            continue;
        const workspace::ListCell& cell = list.rows[i].cells[column];
        const float width = cell_width(scope, cell) + 1;
        need.natural = std::max(need.natural, width);
        if (cuttable(cell) && !list.columns[column].right_aligned)
            need.figures = need.figures && cell.text == "—";
        else
            need.least = std::max(need.least, width);
    }
    // A list whose first column is its name says how much of that tells its rows apart.
    const float first = column == list.name_column
                            ? std::max(least_first, list.columns[column].least_width)
                            : least_first;
    if (!need.figures)
        need.least = std::max(need.least,
                              std::min(need.natural, scope.px(column == 0 ? first : least_words)));
    need.natural = std::max(need.natural, need.least);
    return need;
}

/// Each of its cells has an icon that says the same.
bool has_icons(const workspace::ListView& list, std::size_t column) {
    const std::size_t rows = std::min(rows_measured, list.rows.size());
    return rows > 0 &&
           std::all_of(list.rows.begin(), list.rows.begin() + static_cast<std::ptrdiff_t>(rows),
                       [column](const workspace::ListRow& row) {
                           return column < row.cells.size() && row.cells[column].icon &&
                                  !is_figures(row.cells[column].text);
                       });
}

struct Grant {
    float room = 0;     ///< for what all columns say
    float name = 0;     ///< wanted for the name
    float syllable = 0; ///< so little is given before that
};
/// What lacks a syllable at most, then the name. Then columns that lack little are given it whole,
/// the least first, as long as there is room: a long name loses a syllable rather than a short word
/// its end.
void grant_little(std::vector<Need>& needs, Need* name, const Grant& grant) {
    float room = grant.room;
    std::vector<Need*> order;
    for (Need& need : needs) {
        room -= need.least;
        order.push_back(&need);
    }
    const auto whole = [&room](Need& need) {
        room -= need.natural - need.least;
        need.least = need.natural;
    };
    for (Need* need : order)
        if (need != name && need->natural - need->least <= std::min(grant.syllable, room))
            whole(*need);
    if (name && room > 0) {
        const float more =
            std::clamp(std::min(name->natural, grant.name) - name->least, 0.0F, room);
        name->least += more;
        room -= more;
    }
    std::stable_sort(order.begin(), order.end(), [](const Need* a, const Need* b) {
        return a->natural - a->least < b->natural - b->least;
    });
    for (Need* need : order) {
        if (need->natural - need->least > room)
            return;
        whole(*need);
    }
}

/// What each column needs; where the name would be cut, columns whose icons say the same as their
/// words do without these.
std::vector<Need> needs_of(const Scope& scope, const workspace::ListView& list, Rect place,
                           Columns& columns) {
    columns.icon_only.assign(list.columns.size(), false);
    std::vector<Need> needs;
    for (const bool icons_alone : {false, true}) {
        needs.clear();
        for (std::size_t i = 0; i < list.columns.size(); ++i) {
            Need need = need_of(scope, list, i);
            columns.icon_only[i] = icons_alone && i != list.name_column && has_icons(list, i);
            if (columns.icon_only[i])
                need.least = need.natural = head_width(scope, list, i);
            needs.push_back(need);
        }
        Need* name = list.name_column < needs.size() ? &needs[list.name_column] : nullptr;
        grant_little(needs, name,
                     {place.width() - scope.px(16) -
                          scope.px(2 * cell_padding) * static_cast<float>(needs.size()),
                      scope.px(name_words), scope.px(syllable_words)});
        if (!name || name->least >= std::min(name->natural, scope.px(name_words)))
            break;
    }
    return needs;
}

/// All words where they fit; else what there is, shared by what each column still lacks.
Columns arrange(const Scope& scope, const workspace::ListView& list, Rect place) {
    Columns columns;
    const std::vector<Need> needs = needs_of(scope, list, place, columns);
    float least = 0;
    float natural = 0;
    float weights = 0;
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        least += needs[i].least + scope.px(2 * cell_padding);
        natural += needs[i].natural + scope.px(2 * cell_padding);
        weights += needs[i].figures ? 0.2F : list.columns[i].weight;
    }
    const float indent = scope.px(8);
    const float room = place.width() - 2 * indent;
    const float spare = std::max(0.0F, room - natural);
    const float lack = natural - least;
    const float share = lack > 0 ? std::clamp((room - least) / lack, 0.0F, 1.0F) : 1;
    columns.x.push_back(place.min.x + indent);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const float own = needs[i].least + (needs[i].natural - needs[i].least) * share;
        const float weight = needs[i].figures ? 0.2F : list.columns[i].weight;
        const float extra = weights > 0 ? spare * weight / weights : 0;
        columns.x.push_back(columns.x.back() +
                            std::floor(own + extra + scope.px(2 * cell_padding)));
    }
    return columns;
}

void draw_head(Scope& scope, const workspace::ListView& list, const Columns& columns, Rect row) {
    const Tokens& t = scope.tokens;
    fill(row, t.panel2);
    horizontal_line(row.min.x, row.max.x, row.min.y, t.line);
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        const Rect cell = columns.cell(i, row, scope.px(cell_padding));
        ImGui::PushID(static_cast<int>(i));
        const Touch state =
            touch(scope, "kolom", cell.inset(-scope.px(cell_padding), 0), list.columns[i].title);
        ImGui::PopID();
        const bool sorted = list.sort_column == static_cast<int>(i);
        const ImU32 colour = sorted || state.hovered ? t.fg : t.mut;
        const float width = text_width(Role::small_strong, list.columns[i].title);
        const bool right = list.columns[i].right_aligned;
        const float x = right ? cell.max.x - width : cell.min.x;
        put_elided(scope, {{x, cell.min.y}, {std::max(x + 1, cell.max.x), cell.max.y}},
                   list.columns[i].title, Role::small_strong, colour);
        if (sorted)
            put_icon(scope, {right ? x - scope.px(9) : x + width + scope.px(9), cell.centre().y},
                     list.descending ? icon::arrow_down : icon::arrow_up, Role::icon14, t.mut);
        if (state.clicked)
            scope.ask(workspace::SortList{list.kind, static_cast<int>(i),
                                          sorted ? !list.descending : false});
    }
}

struct CellLook {
    bool right = false;
    bool name = false;
    bool icon_only = false;
};

void draw_cell(Scope& scope, const workspace::ListCell& cell, Rect area, CellLook look) {
    const Tokens& t = scope.tokens;
    if (!cell.tag.text.empty()) {
        tag_left(scope, {area.min.x, area.centre().y}, cell.tag);
        return;
    }
    float x = area.min.x;
    if (cell.icon) {
        put_icon(scope, {x + scope.px(7), area.centre().y}, cell.icon, Role::icon14,
                 icon_colour(t, cell.icon_colour));
        x += scope.px(18);
        if (look.icon_only)
            return;
    }
    const std::string_view text = cell.text.empty() ? std::string_view("—") : cell.text;
    if (is_figures(text)) {
        const float width = tabular_width(Role::body, text);
        put_tabular(scope, {look.right ? area.max.x - width : x, area.centre().y}, text, Role::body,
                    t.fg);
    } else if (look.right) {
        put_text_right(scope, {area.max.x, area.centre().y},
                       elided(Role::body, text, area.max.x - x), Role::body, t.fg);
    } else {
        put_elided(scope, {{x, area.min.y}, area.max}, text, look.name ? Role::medium : Role::body,
                   text == "—" ? t.mut : t.fg);
    }
}

void select_row(Scope& scope, const workspace::ListRow& row) {
    scope.ask(workspace::Select{row.subject, ImGui::GetIO().KeyCtrl, true});
    for (const cartography::Subject& other : row.with)
        scope.ask(workspace::Select{other, true, false});
}

void answer_row(Scope& scope, const workspace::ListRow& row, const Touch& touched, UiState& state) {
    if (touched.hovered && state.hovered != row.subject) {
        state.hovered = row.subject;
        scope.ask(workspace::Hover{row.subject});
    }
    if (touched.hovered && ImGui::IsMouseDoubleClicked(0))
        scope.ask(workspace::ZoomTo{row.subject});
    else if (touched.clicked)
        select_row(scope, row);
}

/// At the end of a suggestion: begin the agreement that it speaks of.
bool draw_draft_button(Scope& scope, Rect row, int index) {
    ImGui::PushID(index);
    const Rect place{{row.max.x - scope.px(30), row.min.y}, {row.max.x - scope.px(2), row.max.y}};
    const bool pressed =
        icon_button(scope, place, {"rancang", icon::add, scope.text("ui.tip.draft")});
    ImGui::PopID();
    return pressed;
}

void draw_row(Scope& scope, const workspace::ListView& list, const Columns& columns, int index,
              UiState& state) {
    const workspace::ListRow& row = list.rows[static_cast<std::size_t>(index)];
    const Rect area = take(scope.px(28));
    // Where several rows are about one subject, each is told by its place.
    const bool of_subjects = list.kind != workspace::ListKind::compliance && !row.record &&
                             list.kind != workspace::ListKind::suggestions;
    ImGui::PushID(of_subjects ? static_cast<int>(row.subject.kind) : -1 - index);
    ImGui::PushID(reinterpret_cast<const void*>(static_cast<std::intptr_t>(row.subject.id)));
    const std::string_view name = row.cells.empty() ? std::string_view() : row.cells.front().text;
    const Rect text_area{area.min, {area.max.x - (row.draft ? scope.px(32) : 0), area.max.y}};
    const Touch touched = touch(scope, "baris", text_area, name);
    ImGui::PopID();
    ImGui::PopID();
    if (row.selected || touched.hovered)
        fill(area, row.selected ? scope.tokens.acc_bg : scope.tokens.panel2);
    const std::size_t count = std::min(row.cells.size(), list.columns.size());
    for (std::size_t i = 0; i < count; ++i)
        draw_cell(scope, row.cells[i],
                  columns.cell(i, i + 1 == count ? text_area : area, scope.px(cell_padding)),
                  {list.columns[i].right_aligned, i == list.name_column, columns.icon_only[i]});
    if (row.draft && draw_draft_button(scope, area, index))
        start_draft(state, *row.draft);
    if (row.record)
        state.record_due = touched.clicked ? row.record : state.record_due;
    else
        answer_row(scope, row, touched, state);
}

/// Brings a newly selected row into sight.
void follow_selection(Scope& scope, const workspace::ListView& list, UiState& state) {
    const auto selected = std::find_if(list.rows.begin(), list.rows.end(),
                                       [](const auto& row) { return row.selected; });
    const cartography::Subject now =
        selected == list.rows.end() ? cartography::Subject{} : selected->subject;
    if (now == state.last_selected)
        return;
    state.last_selected = now;
    if (selected == list.rows.end())
        return;
    const float top = scope.px(28) * static_cast<float>(selected - list.rows.begin());
    const float height = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY() || top + scope.px(28) > ImGui::GetScrollY() + height)
        ImGui::SetScrollY(std::max(0.0F, top - height / 2));
}

} // namespace

void draw_table(Scope& scope, const workspace::ListView& list, UiState& state, Rect place) {
    const Columns columns =
        arrange(scope, list, {place.min, {place.max.x - scope.px(8), place.max.y}});
    const bool wide = columns.width() + scope.px(24) > place.width();
    ImGui::SetCursorScreenPos(place.min);
    if (wide)
        ImGui::SetNextWindowContentSize({columns.width() + scope.px(24), 0});
    ImGui::BeginChild("tabel", place.size(), false,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                          (wide ? ImGuiWindowFlags_HorizontalScrollbar : 0));
    const float shift = ImGui::GetCursorScreenPos().x - place.min.x;
    Columns moved = columns;
    for (float& x : moved.x)
        x += shift;
    const Rect head = take(scope.px(24));
    draw_head(scope, list, moved, head);
    const float below = wide ? ImGui::GetStyle().ScrollbarSize : 0;
    ImGui::SetCursorScreenPos({head.min.x, head.max.y});
    ImGui::BeginChild("baris", {head.width(), place.height() - head.height() - below}, false,
                      ImGuiWindowFlags_NoNav);
    follow_selection(scope, list, state);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(list.rows.size()), scope.px(28));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(scope, list, moved, i, state);
    clipper.End();
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        state.hovered.kind != cartography::SubjectKind::none) {
        state.hovered = {};
        scope.ask(workspace::Hover{});
    }
    ImGui::EndChild();
    ImGui::EndChild();
}

} // namespace antardesa::ui
