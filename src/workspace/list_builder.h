#pragma once

#include "workspace/view_context.h"

#include <variant>

namespace antardesa::workspace {

/// What a column is sorted by: numbers as numbers, also within texts; these without case.
using SortKey = std::variant<double, std::string>;

/// A row under construction: cells with their keys.
struct SortableRow {
    ListRow row;
    std::vector<SortKey> keys;
    std::string searched; ///< lower case; what the search looks in

    /// Sorted by the text itself; also searched.
    void text(std::string text);
    /// Shown as `text`, sorted by `value`.
    void figure(std::string text, double value);
    void tag(Tag tag, double rank);
    void with_icon(const Words::Icon& icon, std::string text);
};

/// The parts of a list that its kind decides.
struct ListContent {
    std::vector<ListColumn> columns;
    std::vector<SortableRow> rows; ///< those that pass the filter
    std::size_t total = 0;         ///< with those that do not
    std::string empty_key;         ///< what to say when there is nothing at all
    std::size_t name_column = 1;   ///< as `ListView::name_column`
};

ListContent village_rows(const ViewContext& context);
ListContent agreement_rows(const ViewContext& context);
ListContent dispute_rows(const ViewContext& context);
ListContent asset_rows(const ViewContext& context);
ListContent segment_rows(const ViewContext& context);
/// Areas claimed by several or by nobody.
ListContent claim_rows(const ViewContext& context);
ListContent point_rows(const ViewContext& context);
/// Findings to settle, or exceptions, by the context's choice.
ListContent finding_rows(const ViewContext& context);

/// What the law asks for and the records lack; where cooperation may be missing. Both empty until a
/// job has reviewed the snapshot.
ListContent compliance_rows(const ViewContext& context);
ListContent suggestion_rows(const ViewContext& context);
/// What each kecamatan has of the agreements that pass.
ListContent district_rows(const ViewContext& context);
/// Found by what their files say, too. A click opens the form of one.
ListContent document_rows(const ViewContext& context);

/// A column title "workspace.column.<name>".
ListColumn column(const Words& words, std::string_view name, float weight, float least_width,
                  bool right_aligned = false);
double sort_value(const std::optional<Date>& date);

} // namespace antardesa::workspace
