#include "workspace/plain_register_layer.h"

#include "workspace/record_row_type.h"
#include "workspace/register_export.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

std::vector<std::int64_t> ids_of(const model::Atlas& atlas, Register kind) {
    return with_row_type(kind, [&](const auto& type) {
        std::vector<std::int64_t> ids;
        for (const auto& row : atlas.table<std::decay_t<decltype(type)>>())
            ids.push_back(row.id.value);
        return ids;
    });
}

} // namespace

std::optional<io::VectorFile> plain_register_layer(const model::Atlas& atlas,
                                                   std::string_view name) {
    const auto& known = plain_register_layers;
    const auto kind = register_of(name);
    if (!kind || std::find(known.begin(), known.end(), name) == known.end())
        return std::nullopt;
    const auto sheets = register_sheets(atlas);
    const auto sheet = std::find_if(sheets.begin(), sheets.end(),
                                    [&](const auto& one) { return one.name == name; });
    const std::vector<std::int64_t> ids = ids_of(atlas, *kind);
    io::VectorFile file;
    file.layer = std::string(name);
    file.fields = {{"id", io::FieldType::integer}};
    for (const io::SheetColumn& column : sheet->columns)
        if (column.title != "id")
            file.fields.push_back({column.title, io::FieldType::text});
    for (std::size_t i = 0; i < sheet->rows.size(); ++i) {
        io::VectorFile::Row& row = file.rows.emplace_back();
        row.values.emplace_back(ids[i]);
        for (std::size_t k = 0; k < sheet->rows[i].size(); ++k)
            if (sheet->columns[k].title != "id")
                row.values.emplace_back(csv_cell(sheet->rows[i][k]).text);
    }
    return file;
}

} // namespace antardesa::workspace
