#include "io/detail/dbf_table.h"

#include "base/result.h"
#include "io/detail/dbf.h"
#include "io/detail/text_encoding.h"

namespace antardesa::io::detail {

Table read_dbf(const Inputs& inputs) {
    const std::string_view bytes = inputs.bytes();
    const DbfShape shape = dbf_shape(bytes);
    if (!shape.usable)
        throw Error({"io.unreadable", {inputs.shown(), "DBF"}});
    FeatureTable features;
    features.layer = inputs.shown();
    FindingList findings(features.findings);
    std::vector<std::uint64_t> kept;
    for (std::uint64_t row = 0; row < row_count(shape); ++row)
        if (!is_deleted(shape, bytes, row))
            kept.push_back(row);
    features.columns = read_columns(shape, bytes, kept, inputs.shown(), findings);
    findings.add(Severity::warning, "table_without_outlines", inputs.shown(), {inputs.shown()});
    if (kept.size() != row_count(shape))
        findings.add(Severity::warning, "deleted_rows", inputs.shown(),
                     {inputs.shown(), std::to_string(kept.size()), std::to_string(row_count(shape)),
                      std::to_string(row_count(shape) - kept.size())});
    if (const std::uint64_t odd = odd_marks(shape, bytes); odd > 0)
        findings.add(Severity::warning, "row_marks_odd", inputs.shown(),
                     {inputs.shown(), std::to_string(odd)});
    findings.finish();
    decode_texts(features, encoding_by_language_driver(shape.language));
    Table table;
    table.source = inputs.shown();
    table.findings = std::move(features.findings);
    for (const Column& column : features.columns)
        table.columns.push_back(column.name());
    for (std::size_t row = 0; row < kept.size(); ++row) {
        Table::Row& target = table.rows.emplace_back();
        target.line = static_cast<std::int64_t>(kept[row]) + 1;
        for (const Column& column : features.columns)
            target.cells.push_back(column.text(row));
    }
    return table;
}

} // namespace antardesa::io::detail
