#include "workspace/charts_view.h"

#include "analysis/cooperation_charts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace antardesa::workspace {

namespace {

constexpr double days_a_year = 365.2425;

/// 2026.5 is the middle of the year 2026.
double in_years(Date day) {
    const Date first{day.year(), std::chrono::January, std::chrono::day{1}};
    return static_cast<int>(day.year()) + days_between(first, day) / days_a_year;
}

void add_matrix(ChartsView& view, const model::Atlas& atlas, const analysis::Filter& filter,
                const Words& words) {
    const analysis::FieldMatrix matrix = analysis::field_matrix(atlas, filter, words.today());
    for (const auto& [field, code] : model::Codes<model::Field>::list) {
        const Words::Icon icon = words.field_icon(field);
        view.fields.push_back({words.name("field", field), icon.code, icon.colour});
    }
    for (const analysis::FieldMatrix::Row& row : matrix.rows)
        view.rows.push_back(
            {row.district, atlas.find(row.district)->name, row.by_field, row.agreements});
    view.totals = matrix.by_field;
    view.most = matrix.most;
}

ChartsView::Bar bar_of(const model::Atlas& atlas, const analysis::Validity& one,
                       const Words& words) {
    ChartsView::Bar bar;
    bar.agreement = one.agreement.value;
    bar.title = atlas.find(one.agreement)->title;
    bar.open = !one.ends;
    bar.when = words.date(one.starts) + " – " + (one.ends ? words.date(one.ends) : "…");
    bar.from = in_years(one.starts.value_or(one.ends.value_or(words.today())));
    bar.to = one.ends ? in_years(*one.ends) : 0;
    bar.days_left = one.days_left;
    // The end of a draft is a plan, and what was broken off early has ended.
    if (one.group == model::StageGroup::draft)
        bar.days_left = std::max(0, one.days_left);
    else if (one.group == model::StageGroup::ended)
        bar.days_left = std::min(-1, one.days_left);
    else if (one.ends)
        bar.left = one.days_left == 0 ? words.say("workspace.charts.left_today")
                                      : words.count("workspace.charts.left", one.days_left);
    return bar;
}

void add_bars(ChartsView& view, const model::Atlas& atlas, const analysis::Filter& filter,
              const Words& words) {
    const auto all = analysis::validities(atlas, filter, words.today());
    view.today = in_years(words.today());
    view.first_year = view.today;
    view.last_year = view.today;
    for (const analysis::Validity& one : all) {
        if (!one.starts && !one.ends)
            continue;
        view.bars.push_back(bar_of(atlas, one, words));
        view.first_year = std::min(view.first_year, view.bars.back().from);
        view.last_year = std::max(view.last_year, view.bars.back().to);
    }
    view.first_year = std::floor(view.first_year);
    view.last_year = std::ceil(view.last_year);
    // What has ended is of the past: it stands below.
    std::stable_partition(view.bars.begin(), view.bars.end(), [](const ChartsView::Bar& bar) {
        return bar.open || bar.days_left >= 0;
    });
    const auto ending = analysis::ending_within(all);
    constexpr std::array<int, 3> days{30, 90, 180};
    for (std::size_t i = 0; i < days.size(); ++i)
        view.endings.push_back(
            {days[i], words.say("workspace.charts.ending",
                                {std::to_string(days[i]), words.number(ending[i])})});
}

void add_partners(ChartsView& view, const model::Atlas& atlas, const analysis::Filter& filter,
                  const Words& words) {
    const auto sets = analysis::partner_sets(atlas, filter, words.today());
    std::map<Id<model::Village>, std::size_t> row_of;
    for (const analysis::PartnerVillage& one : analysis::partner_villages(sets)) {
        row_of[one.village] = view.villages.size();
        view.villages.push_back({one.village, village_name(atlas, one.village), one.agreements});
    }
    for (const analysis::PartnerSet& set : sets) {
        ChartsView::Partners& column = view.partners.emplace_back();
        column.at_least = set.at_least;
        for (const Id<model::Village> village : set.villages) {
            column.names += (column.names.empty() ? "" : ", ") + village_name(atlas, village);
            column.members.push_back(row_of.at(village));
        }
        std::sort(column.members.begin(), column.members.end());
        for (const Id<model::Agreement> agreement : set.agreements)
            column.agreements.push_back(agreement.value);
    }
}

} // namespace

ChartsView charts_view(const model::Atlas& atlas, const analysis::Filter& filter,
                       const Words& words) {
    ChartsView view;
    add_matrix(view, atlas, filter, words);
    add_bars(view, atlas, filter, words);
    add_partners(view, atlas, filter, words);
    return view;
}

} // namespace antardesa::workspace
