#include "workspace/layer_sheet.h"

#include "base/text.h"
#include "base/whole_file.h"
#include "workspace/register_export.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using io::SheetValue;

std::optional<Date> day_in(const std::string& text) {
    constexpr std::size_t of_a_day = 10;
    return text.size() == of_a_day ? parse_date(text) : std::nullopt;
}

SheetValue sheet_value(const io::AttributeValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    const auto* text = std::get_if<std::string>(&value);
    if (!text || text->empty())
        return {};
    if (const auto day = day_in(*text))
        return *day;
    return *text;
}

/// A column of days only, but for empty cells.
bool has_days(const io::WrittenSheet& sheet, std::size_t column) {
    bool any = false;
    for (const auto& row : sheet.rows) {
        if (std::holds_alternative<std::monostate>(row[column]))
            continue;
        if (!std::holds_alternative<Date>(row[column]))
            return false;
        any = true;
    }
    return any;
}

void add_places(const io::VectorFile& layer, io::WrittenSheet& sheet) {
    const auto point_of = [](const geo::Geometry& geometry) -> const geo::Point* {
        const auto* points = std::get_if<geo::PointSet>(&geometry);
        return points && points->points.size() == 1 ? &points->points.front() : nullptr;
    };
    if (std::none_of(layer.rows.begin(), layer.rows.end(),
                     [&](const auto& row) { return point_of(row.geometry); }))
        return;
    for (const char* title : {"bujur", "lintang"})
        sheet.columns.push_back({title, 14, io::SheetStyle::number});
    for (std::size_t i = 0; i < layer.rows.size(); ++i) {
        const geo::Point* point = point_of(layer.rows[i].geometry);
        sheet.rows[i].push_back(point ? SheetValue(point->x) : SheetValue());
        sheet.rows[i].push_back(point ? SheetValue(point->y) : SheetValue());
    }
}

} // namespace

std::string csv_text(const io::WrittenSheet& sheet) {
    std::vector<io::CsvCell> titles;
    for (const io::SheetColumn& column : sheet.columns)
        titles.emplace_back(column.title);
    std::string text = io::csv_line(titles);
    for (const auto& row : sheet.rows) {
        std::vector<io::CsvCell> cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), csv_cell);
        text += io::csv_line(cells);
    }
    return text;
}

bool is_sheet_file(const std::filesystem::path& path) {
    const std::string ending = lower_case(path.extension().string());
    return ending == ".xlsx" || ending == ".csv";
}

io::WrittenSheet layer_sheet(const io::VectorFile& layer) {
    constexpr double widest = 44;
    io::WrittenSheet sheet;
    sheet.name = layer.layer;
    for (const io::VectorFile::Row& row : layer.rows) {
        auto& cells = sheet.rows.emplace_back();
        std::transform(row.values.begin(), row.values.end(), std::back_inserter(cells),
                       sheet_value);
    }
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        double width = static_cast<double>(layer.fields[i].name.size()) + 4;
        for (const auto& row : sheet.rows)
            if (const auto* text = std::get_if<std::string>(&row[i]))
                width = std::max(width, static_cast<double>(text->size()) + 2);
        const bool number = layer.fields[i].type != io::FieldType::text;
        sheet.columns.push_back({layer.fields[i].name, std::min(std::max(width, 10.0), widest),
                                 number               ? io::SheetStyle::number
                                 : has_days(sheet, i) ? io::SheetStyle::date
                                                      : io::SheetStyle::text});
    }
    // A text that only looks like a day stays one beside others.
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].style == io::SheetStyle::text)
            for (auto& row : sheet.rows)
                if (const auto* day = std::get_if<Date>(&row[i]))
                    row[i] = iso_text(*day);
    add_places(layer, sheet);
    return sheet;
}

void write_layer_sheet(const io::VectorFile& layer, const std::filesystem::path& output,
                       Date created) {
    const io::WrittenSheet sheet = layer_sheet(layer);
    write_whole_file(output, lower_case(output.extension().string()) == ".csv"
                                 ? csv_text(sheet)
                                 : io::workbook_bytes({sheet}, created));
}

} // namespace antardesa::workspace
