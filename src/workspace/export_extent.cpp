#include "workspace/export_extent.h"

#include "base/text.h"
#include "model/village_law.h"
#include "workspace/subject_box.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

Refusal refused(std::string key, std::vector<std::string> arguments) {
    return Refusal{{"workspace.extent." + std::move(key), std::move(arguments)}};
}

SheetExtent extent_of(const Shown& shown, Subject subject, const Words& words) {
    const SubjectText text = describe(*shown.atlas, subject, words);
    std::string subtitle = text.title;
    if (const auto* village = subject.kind == SubjectKind::village
                                  ? shown.atlas->find(Id<model::Village>{subject.id})
                                  : nullptr)
        subtitle =
            words.say(model::is_kelurahan(*village) ? "sheet.urban_village" : "sheet.village",
                      {model::name_without_kind(village->name)});
    return {subject_box(shown, subject), subject, std::move(subtitle)};
}

/// Rows whose code is the text, else rows whose name is; by a function on each row.
template<class Row>
std::vector<const Row*> named(const model::Table<Row>& table, const std::string& wanted) {
    std::vector<const Row*> found;
    for (const Row& row : table)
        if (!row.code.empty() && row.code == wanted)
            found.push_back(&row);
    if (!found.empty())
        return found;
    for (const Row& row : table)
        if (lower_case(row.name) == lower_case(wanted))
            found.push_back(&row);
    return found;
}

template<class Row>
Result<SheetExtent> by_name(const Shown& shown, const model::Table<Row>& table, SubjectKind kind,
                            const std::string& wanted, const Words& words) {
    const auto found = named(table, wanted);
    if (found.empty())
        return refused("not_found", {wanted});
    if (found.size() > 1) {
        std::string codes;
        for (const Row* row : found)
            codes += (codes.empty() ? "" : ", ") +
                     (row->code.empty() ? "#" + std::to_string(row->id.value) : row->code);
        return refused("contested", {wanted, codes});
    }
    return extent_of(shown, {kind, found.front()->id.value}, words);
}

template<class Row>
Result<SheetExtent> by_id(const Shown& shown, SubjectKind kind, const std::string& wanted,
                          const Words& words) {
    const auto id = parse_integer(wanted);
    if (!id || !shown.atlas->find(Id<Row>{*id}))
        return refused("not_found", {wanted});
    const SheetExtent extent = extent_of(shown, {kind, *id}, words);
    if (extent.box.empty())
        return refused("no_place", {extent.subtitle});
    return extent;
}

template<class Row>
void add_all(std::vector<SheetExtent>& extents, const Shown& shown, SubjectKind kind,
             const Words& words) {
    for (const Row& row : shown.atlas->table<Row>()) {
        SheetExtent extent = extent_of(shown, {kind, row.id.value}, words);
        if (!extent.box.empty())
            extents.push_back(std::move(extent));
    }
}

template<class Row>
void add_by_code(std::vector<SheetExtent>& extents, const Shown& shown, SubjectKind kind,
                 const Words& words) {
    std::vector<const Row*> rows;
    for (const Row& row : shown.atlas->table<Row>())
        rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row* a, const Row* b) { return a->code < b->code; });
    for (const Row* row : rows) {
        SheetExtent extent = extent_of(shown, {kind, row->id.value}, words);
        if (!extent.box.empty())
            extents.push_back(std::move(extent));
    }
}

} // namespace

Result<SheetExtent> resolve_extent(const Shown& shown, const std::string& text,
                                   const Words& words) {
    if (text.empty() || text == "kabupaten")
        return SheetExtent{};
    const auto equals = text.find('=');
    const std::string kind = text.substr(0, equals);
    const std::string wanted =
        equals == std::string::npos ? std::string() : trimmed(text.substr(equals + 1));
    if (kind == "kecamatan")
        return by_name(shown, shown.atlas->districts(), SubjectKind::district, wanted, words);
    if (kind == "village")
        return by_name(shown, shown.atlas->villages(), SubjectKind::village, wanted, words);
    if (kind == "segment")
        return by_id<model::BoundarySegment>(shown, SubjectKind::segment, wanted, words);
    if (kind == "agreement")
        return by_id<model::Agreement>(shown, SubjectKind::agreement, wanted, words);
    if (kind == "dispute")
        return by_id<model::BoundaryDispute>(shown, SubjectKind::dispute, wanted, words);
    return refused("unknown_kind", {text});
}

Result<std::vector<SheetExtent>> resolve_series(const Shown& shown, const std::string& series,
                                                const Words& words) {
    std::vector<SheetExtent> extents;
    if (series == "kecamatan")
        add_by_code<model::District>(extents, shown, SubjectKind::district, words);
    else if (series == "village")
        add_by_code<model::Village>(extents, shown, SubjectKind::village, words);
    else if (series == "agreement")
        add_all<model::Agreement>(extents, shown, SubjectKind::agreement, words);
    else if (series == "segment")
        add_all<model::BoundarySegment>(extents, shown, SubjectKind::segment, words);
    else if (series == "dispute")
        add_all<model::BoundaryDispute>(extents, shown, SubjectKind::dispute, words);
    else
        return Refusal{{"workspace.unknown_series", {series}}};
    return extents;
}

} // namespace antardesa::workspace
