#include "workspace/office_list.h"

#include "base/text.h"
#include "workspace/office_rows.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Whether its first line tells what each column holds.
bool has_titles(const model::Atlas& atlas, const io::Table& table, const OfficeChoices& choices) {
    const auto titles = std::count_if(table.columns.begin(), table.columns.end(),
                                      [](const std::string& title) { return !title.empty(); });
    const OfficeKind kind = kind_of_list(atlas, table, choices);
    return titles > 1 && kind != OfficeKind::none &&
           missing_fields(kind, office_columns(atlas, table, choices, kind)).empty();
}

/// A CSV with lines above its titles: the first line that tells becomes the titles. The table
/// itself when it needs none, or has none.
io::Table with_titles(const model::Atlas& atlas, const io::Table& table,
                      const OfficeChoices& choices) {
    constexpr std::size_t most_lines_above = 8;
    if (has_titles(atlas, table, choices))
        return table;
    for (std::size_t i = 0; i < std::min(most_lines_above, table.rows.size()); ++i) {
        io::Table below = table;
        below.columns = table.rows[i].cells;
        for (std::string& title : below.columns)
            title = trimmed(title);
        below.rows.erase(below.rows.begin(),
                         below.rows.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        if (has_titles(atlas, below, choices))
            return below;
    }
    return table;
}

std::size_t read_rows(OfficeRows& list, OfficeKind kind) {
    switch (kind) {
    case OfficeKind::agreements:
        return read_office_agreements(list);
    case OfficeKind::assets:
        return read_office_assets(list);
    case OfficeKind::bodies:
        return read_office_bodies(list);
    case OfficeKind::members:
        return read_office_members(list);
    case OfficeKind::enterprises:
        return read_office_enterprises(list);
    case OfficeKind::none:
        break;
    }
    return 0;
}

} // namespace

OfficeKind kind_of_table(const model::Atlas& atlas, const io::Table& table,
                         const OfficeChoices& choices) {
    return kind_of_list(atlas, with_titles(atlas, table, choices), choices);
}

OfficeList read_office_list(const model::Atlas& atlas, const io::Table& table,
                            const OfficeChoices& choices) {
    return read_office_list(atlas, table, choices, {});
}

OfficeList read_office_list(const model::Atlas& atlas, const io::Table& table,
                            const OfficeChoices& choices, std::vector<io::Table> made) {
    const io::Table titled = with_titles(atlas, table, choices);
    const OfficeKind kind = kind_of_list(atlas, titled, choices);
    if (kind == OfficeKind::none) {
        OfficeList nothing;
        nothing.source = table.source;
        nothing.registers = std::move(made);
        return nothing;
    }
    OfficeRows list(atlas, titled, choices, kind, std::move(made));
    // Of a list that names nothing no row says what it is about.
    const bool complete =
        missing_fields(kind, office_columns(atlas, titled, choices, kind)).empty();
    return list.finish(complete ? read_rows(list, kind) : 0);
}

} // namespace antardesa::workspace
