#include "workspace/list_builder.h"

#include "base/text.h"
#include "cartography/district_link.h"
#include "workspace/standing_areas.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Numbers within the text by their value, as people count: 2 before 10. A run of digits is told
/// by how long it is, then by itself.
std::string natural_key(const std::string& text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            key += text[at++];
            continue;
        }
        while (at + 1 < text.size() && text[at] == '0' && is_digit(text[at + 1]))
            ++at;
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        constexpr std::size_t longest = 200;
        key += '0';
        key += static_cast<char>(std::min(longest, end - at));
        key.append(text, at, end - at);
        at = end;
    }
    return key;
}

} // namespace

void SortableRow::text(std::string text) {
    const std::string lower = lower_case(text);
    searched += lower;
    searched += '\n';
    keys.emplace_back(natural_key(lower));
    row.cells.push_back({text.empty() ? "—" : std::move(text), {}, 0, {}});
}

void SortableRow::figure(std::string text, double value) {
    keys.emplace_back(value);
    row.cells.push_back({text.empty() ? "—" : std::move(text), {}, 0, {}});
}

void SortableRow::tag(Tag tag, double rank) {
    searched += lower_case(tag.text);
    searched += '\n';
    keys.emplace_back(rank);
    row.cells.push_back({tag.text.empty() ? "—" : "", std::move(tag), 0, {}});
}

void SortableRow::with_icon(const Words::Icon& icon, std::string content) {
    text(std::move(content));
    row.cells.back().icon = icon.code;
    row.cells.back().icon_colour = icon.colour;
}

ListColumn column(const Words& words, std::string_view name, float weight, float least_width,
                  bool right_aligned) {
    return {words.say("workspace.column." + std::string(name)), weight, least_width, right_aligned};
}

double sort_value(const std::optional<Date>& date) {
    return date ? std::chrono::sys_days(*date).time_since_epoch().count() : 1e9;
}

namespace {

ListContent rows_of(const ViewContext& context, ListKind kind) {
    switch (kind) {
    case ListKind::villages:
        return village_rows(context);
    case ListKind::agreements:
        return agreement_rows(context);
    case ListKind::disputes:
        return dispute_rows(context);
    case ListKind::assets:
        return asset_rows(context);
    case ListKind::findings:
        return finding_rows(context);
    case ListKind::points:
        return point_rows(context);
    case ListKind::compliance:
        return compliance_rows(context);
    case ListKind::suggestions:
        return suggestion_rows(context);
    case ListKind::claims:
        return claim_rows(context);
    case ListKind::districts:
        return district_rows(context);
    case ListKind::documents:
        return document_rows(context);
    case ListKind::segments:
        break;
    }
    return segment_rows(context);
}

std::string list_name(ListKind kind) {
    switch (kind) {
    case ListKind::villages:
        return "villages";
    case ListKind::agreements:
        return "agreements";
    case ListKind::disputes:
        return "disputes";
    case ListKind::assets:
        return "assets";
    case ListKind::findings:
        return "findings";
    case ListKind::points:
        return "points";
    case ListKind::compliance:
        return "compliance";
    case ListKind::suggestions:
        return "suggestions";
    case ListKind::claims:
        return "claims";
    case ListKind::districts:
        return "districts";
    case ListKind::documents:
        return "documents";
    case ListKind::segments:
        break;
    }
    return "segments";
}

void sort_rows(std::vector<SortableRow>& rows, ListOrder order) {
    const auto column = static_cast<std::size_t>(order.column);
    const auto less = [column](const SortableRow& a, const SortableRow& b) {
        return a.keys[column] < b.keys[column];
    };
    if (order.descending)
        std::stable_sort(rows.begin(), rows.end(),
                         [&](const auto& a, const auto& b) { return less(b, a); });
    else
        std::stable_sort(rows.begin(), rows.end(), less);
    // What says nothing comes last either way: the first screen shows what there is.
    std::stable_partition(rows.begin(), rows.end(), [column](const SortableRow& row) {
        const ListCell& cell = row.row.cells[column];
        return !cell.tag.text.empty() || !(cell.text.empty() || cell.text == "—");
    });
}

std::size_t standing_areas(const model::Atlas& atlas) {
    const auto counted = [](const auto& rows) {
        return static_cast<std::size_t>(std::count_if(
            rows.begin(), rows.end(), [](const auto& row) { return is_standing(row); }));
    };
    return counted(atlas.table<model::BoundaryException>()) +
           counted(atlas.table<model::SpecialArea>());
}

/// The lists that a job works with (ui.md §1: changing the job changes the table below).
std::vector<ListKind> lists_of(Job job) {
    using enum ListKind;
    switch (job) {
    case Job::boundaries:
        return {segments, points, findings, claims, disputes, villages, compliance};
    case Job::assets:
        return {assets, agreements, villages, compliance, suggestions};
    case Job::cooperation:
    case Job::sheet:
        break;
    }
    return {agreements, districts, villages, compliance, suggestions, documents, assets, disputes};
}

std::size_t count_of(const ViewContext& context, ListKind kind) {
    const model::Atlas& atlas = context.atlas();
    const auto& review = context.shown.cooperation;
    switch (kind) {
    case ListKind::agreements:
        return atlas.agreements().size();
    case ListKind::villages:
        return atlas.villages().size();
    case ListKind::points:
        return atlas.table<model::TurningPoint>().size();
    case ListKind::findings:
        return atlas.table<model::BoundaryFinding>().size();
    case ListKind::disputes:
        return atlas.disputes().size();
    case ListKind::assets:
        return atlas.assets().size();
    case ListKind::compliance:
        return review ? review->compliance.size() : 0;
    case ListKind::suggestions:
        return review ? review->suggestions.size() : 0;
    case ListKind::claims:
        return standing_areas(atlas);
    case ListKind::districts:
        return atlas.districts().size();
    case ListKind::documents:
        return atlas.table<model::Document>().size();
    case ListKind::segments:
        break;
    }
    return atlas.segments().size();
}

/// Those of the job, and the one on display.
std::vector<ListTab> tabs(const ViewContext& context, ListKind on_display) {
    std::vector<ListKind> kinds = lists_of(context.job);
    if (std::find(kinds.begin(), kinds.end(), on_display) == kinds.end())
        kinds.push_back(on_display);
    std::vector<ListTab> tabs;
    tabs.reserve(kinds.size());
    for (const ListKind kind : kinds)
        tabs.push_back({kind, context.words.say("workspace.list." + list_name(kind)),
                        context.words.number(static_cast<double>(count_of(context, kind)))});
    return tabs;
}

void add_choices(ListView& view, const ViewContext& context) {
    const model::Atlas& atlas = context.atlas();
    const auto choice = [&](FindingChoice which, const char* key, std::size_t count) {
        view.choices.emplace_back(
            which, context.words.say(key, {context.words.number(static_cast<double>(count))}));
    };
    choice(FindingChoice::open, "workspace.findings.open",
           atlas.table<model::BoundaryFinding>().size());
    choice(FindingChoice::allowed, "workspace.findings.allowed",
           atlas.table<model::BoundaryException>().size());
    view.choice = context.findings;
}

/// Both kecamatan of a link that is selected are.
bool is_selected(const ViewContext& context, Subject subject) {
    return std::any_of(
        context.selection.begin(), context.selection.end(), [subject](Subject chosen) {
            if (chosen.kind != SubjectKind::district_link || subject.kind != SubjectKind::district)
                return chosen == subject;
            const auto [one, other] = cartography::linked_districts(chosen);
            return one.value == subject.id || other.value == subject.id;
        });
}

void fill_empty_text(ListView& view, const ViewContext& context, const ListContent& content,
                     const std::string& search) {
    if (!view.rows.empty())
        return;
    view.empty_by_filter = content.total > 0;
    if (!view.empty_by_filter)
        view.empty_text = context.words.say(content.empty_key);
    else if (!search.empty())
        view.empty_text = context.words.say("workspace.list.nothing_found", {search});
    else
        view.empty_text = context.words.say(
            "workspace.list.all_filtered",
            {context.words.number(static_cast<double>(content.total)), lower_case(view.title)});
}

} // namespace

ListView make_list(const ViewContext& context, ListKind kind, ListOrder order,
                   const std::string& search) {
    ListView view;
    view.kind = kind;
    view.title = context.words.say("workspace.list." + list_name(kind));
    if (!context.shown)
        return view;
    view.tabs = tabs(context, kind);
    if (kind == ListKind::findings)
        add_choices(view, context);
    ListContent content = rows_of(context, kind);
    const std::string wanted = lower_case(trimmed(search));
    // Every word somewhere in the row, as the shell looks for documents.
    const std::vector<std::string> words = split(wanted, ' ');
    std::erase_if(content.rows, [&](const SortableRow& row) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return row.searched.find(word) == std::string::npos;
        });
    });
    if (order.column < 0 || order.column >= static_cast<int>(content.columns.size()))
        order.column = 0;
    sort_rows(content.rows, order);
    view.sort_column = order.column;
    view.descending = order.descending;
    view.columns = std::move(content.columns);
    view.name_column = content.name_column;
    for (SortableRow& row : content.rows) {
        row.row.selected = is_selected(context, row.row.subject);
        view.rows.push_back(std::move(row.row));
    }
    const auto shown = context.words.number(static_cast<double>(view.rows.size()));
    const auto total = context.words.number(static_cast<double>(content.total));
    const bool all = view.rows.size() == content.total;
    view.subtitle = all ? total : context.words.say("workspace.list.some", {shown, total});
    const std::string some = shown + "/" + total;
    for (ListTab& tab : view.tabs)
        if (tab.kind == kind && !all)
            tab.count = some;
    fill_empty_text(view, context, content, wanted);
    return view;
}

} // namespace antardesa::workspace
