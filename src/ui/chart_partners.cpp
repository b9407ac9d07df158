#include "ui/draw.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ChartsView;

constexpr float row_height = 24;
constexpr float column_width = 26;
constexpr float names_width = 320; ///< of a village's name, its bar and figure

/// The sets on display: so many as fit, from the page on.
struct Page {
    std::size_t first = 0;
    std::size_t count = 0;
    int pages = 1;
};

Page page_of(Scope& scope, ChartsForm& form, float width) {
    const auto fit = static_cast<std::size_t>(
        std::max(1.0F, (width - scope.px(names_width + 12)) / scope.px(column_width)));
    const std::size_t all = form.view.partners.size();
    Page page;
    page.pages = static_cast<int>(std::max<std::size_t>(1, (all + fit - 1) / fit));
    form.page = std::clamp(form.page, 0, page.pages - 1);
    page.first = static_cast<std::size_t>(form.page) * fit;
    page.count = std::min(fit, all - std::min(all, page.first));
    return page;
}

int size_of(const ChartsForm& form, const ChartsView::Partners& set) {
    return form.at_least ? set.at_least : static_cast<int>(set.agreements.size());
}

/// Exactly these villages, or these and whoever else; which page of the sets.
void draw_choices(Scope& scope, ChartsForm& form, const Page& page) {
    const Rect row = take(scope.px(32));
    const int pressed = segmented(
        scope, "himpunan", row.left(scope.px(360)),
        {scope.text("ui.charts.exactly"), scope.text("ui.charts.at_least")}, form.at_least ? 1 : 0);
    if (pressed >= 0)
        form.at_least = pressed == 1;
    if (page.pages > 1) {
        const Rect next = row.right(scope.px(104));
        if (button(scope, next,
                   {.id = "berikut",
                    .text = scope.text("ui.charts.next"),
                    .enabled = form.page + 1 < page.pages}))
            ++form.page;
        const Rect before{{next.min.x - scope.px(112), row.min.y},
                          {next.min.x - scope.px(8), row.max.y}};
        if (button(scope, before,
                   {.id = "sebelum",
                    .text = scope.text("ui.charts.previous"),
                    .enabled = form.page > 0}))
            --form.page;
    }
    const auto number = [&](std::size_t value) {
        return scope.language.number(static_cast<double>(value));
    };
    const std::string told =
        scope.text(form.at_least ? "ui.charts.at_least_means" : "ui.charts.exactly_means",
                   {number(page.first + 1), number(page.first + page.count),
                    number(form.view.partners.size())});
    put_elided(scope, take(scope.px(26)), told, Role::small, scope.tokens.mut);
}

/// The villages of the sets on display, in their order.
std::vector<std::size_t> rows_of(const ChartsView& view, const Page& page) {
    std::vector<std::size_t> rows;
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        rows.insert(rows.end(), view.partners[i].members.begin(), view.partners[i].members.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void ask_for(analysis::Filter& filter, const ChartsForm& form, const ChartsView::Partners& set) {
    filter.partners.clear();
    for (const std::size_t member : set.members)
        filter.partners.push_back(form.view.villages[member].village);
    std::sort(filter.partners.begin(), filter.partners.end());
    filter.partners_alone = !form.at_least;
}

/// The columns: how large each set is above, then its dots among the rows.
struct Matrix {
    Scope& scope;
    ChartsForm& form;
    analysis::Filter& filter;
    Page page;
    std::vector<std::size_t> rows;
    float left = 0;

    float x(std::size_t column) const {
        return left + scope.px(column_width) * (static_cast<float>(column) + 0.5F);
    }

    void draw_bars(Rect area) {
        int most = 1;
        for (const ChartsView::Partners& set : form.view.partners)
            most = std::max(most, size_of(form, set));
        for (std::size_t i = 0; i < page.count; ++i) {
            const ChartsView::Partners& set = form.view.partners[page.first + i];
            const float height = (area.height() - scope.px(20)) *
                                 static_cast<float>(size_of(form, set)) / static_cast<float>(most);
            fill({{x(i) - scope.px(8), area.max.y - height}, {x(i) + scope.px(8), area.max.y}},
                 scope.tokens.acc, scope.px(2));
            const float middle = area.max.y - height - scope.px(9);
            put_text_centred(scope,
                             {{x(i) - scope.px(13), middle - scope.px(8)},
                              {x(i) + scope.px(13), middle + scope.px(8)}},
                             std::to_string(size_of(form, set)), Role::small, scope.tokens.fg);
        }
        horizontal_line(left, x(page.count), area.max.y, scope.tokens.line);
        put_text_right(scope, {left - scope.px(12), area.max.y - scope.px(10)},
                       scope.text("ui.charts.set_size"), Role::small, scope.tokens.mut);
    }

    void draw_row(std::size_t village, Rect area, int number, int most) {
        const Tokens& t = scope.tokens;
        const ChartsView::Partner& row = form.view.villages[village];
        if (number % 2 == 0)
            fill(area, t.panel2);
        ImGui::PushID(static_cast<int>(row.village.value));
        const Touch touched = touch(scope, "desa", area.left(scope.px(names_width)), row.name);
        ImGui::PopID();
        const Rect name{{area.min.x + scope.px(170), area.min.y},
                        {left - scope.px(10), area.max.y}};
        put_elided(scope, name, row.name, Role::body, touched.hovered ? t.acc : t.fg);
        const float end = area.min.x + scope.px(160);
        const float width =
            scope.px(124) * static_cast<float>(row.agreements) / static_cast<float>(most);
        fill({{end - width, area.min.y + scope.px(6)}, {end, area.max.y - scope.px(6)}},
             with_alpha(t.acc, 0.55F), scope.px(2));
        put_text_right(scope, {end - width - scope.px(5), area.centre().y},
                       std::to_string(row.agreements), Role::small, t.fg);
        for (std::size_t i = 0; i < page.count; ++i)
            ImGui::GetWindowDrawList()->AddCircle({x(i), area.centre().y}, scope.px(4), t.line, 16);
        if (!touched.clicked)
            return;
        filter.partners = {row.village};
        filter.partners_alone = false;
    }

    /// Dots of the members, joined; the whole column is pressed as one.
    void draw_set(std::size_t column, Rect body, float top) {
        const ChartsView::Partners& set = form.view.partners[page.first + column];
        const Rect whole{{x(column) - scope.px(13), top}, {x(column) + scope.px(13), body.max.y}};
        ImGui::PushID(static_cast<int>(page.first + column));
        const Touch touched = touch(scope, "himpunan", whole, set.names);
        ImGui::PopID();
        const ImU32 colour = touched.hovered ? scope.tokens.acc : scope.tokens.fg;
        const auto y = [&](std::size_t member) {
            const auto at = std::lower_bound(rows.begin(), rows.end(), member) - rows.begin();
            return body.min.y + scope.px(row_height) * (static_cast<float>(at) + 0.5F);
        };
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddLine({x(column), y(set.members.front())}, {x(column), y(set.members.back())},
                     colour, scope.px(2));
        for (const std::size_t member : set.members)
            list.AddCircleFilled({x(column), y(member)}, scope.px(5), colour, 16);
        tooltip_when(scope, touched.hovered,
                     set.names + " · " +
                         scope.text(form.at_least ? "ui.charts.at_least" : "ui.charts.exactly") +
                         ": " + std::to_string(size_of(form, set)));
        if (touched.clicked)
            ask_for(filter, form, set);
    }
};

} // namespace

/// A. Lex et al., "UpSet: visualization of intersecting sets", IEEE TVCG 20 (2014).
void draw_partners(Scope& scope, ChartsForm& form, analysis::Filter& filter) {
    if (form.view.partners.empty()) {
        put_elided(scope, take(scope.px(40)), scope.text("ui.charts.no_partners"), Role::body,
                   scope.tokens.mut);
        return;
    }
    const Page page = page_of(scope, form, ImGui::GetContentRegionAvail().x);
    draw_choices(scope, form, page);
    Matrix matrix{scope, form, filter, page, rows_of(form.view, page), 0};
    const Rect bars = take(scope.px(96));
    matrix.left = bars.min.x + scope.px(names_width);
    matrix.draw_bars(bars);
    put_elided(scope, {{bars.min.x, bars.max.y - scope.px(22)}, {matrix.left, bars.max.y}},
               scope.text("ui.charts.village_size"), Role::small, scope.tokens.mut);
    int most = 1;
    for (const ChartsView::Partner& village : form.view.villages)
        most = std::max(most, village.agreements);
    Rect body{{bars.min.x, bars.max.y}, {bars.max.x, bars.max.y}};
    int number = 0;
    for (const std::size_t village : matrix.rows) {
        const Rect row = take(scope.px(row_height));
        if (number == 0)
            body.min.y = row.min.y;
        body.max.y = row.max.y;
        matrix.draw_row(village, row, number++, most);
    }
    for (std::size_t column = 0; column < page.count; ++column)
        matrix.draw_set(column, body, bars.min.y);
}

} // namespace antardesa::ui
