#pragma once

#include "workspace/register_export.h"
#include "workspace/register_reference.h"

#include <algorithm>

/// How the sheets of `register_sheets` are filled.
namespace antardesa::workspace {

/// One register being filled: a row is begun, then takes its values by the order of the columns.
class RegisterSheet {
  public:
    RegisterSheet(const model::Atlas& atlas, const char* name, std::vector<io::SheetColumn> columns)
        : atlas_(atlas), sheet_{name, std::move(columns), {}} {}

    RegisterSheet& row() {
        sheet_.rows.emplace_back();
        return *this;
    }
    RegisterSheet& add(io::SheetValue value) {
        sheet_.rows.back().push_back(std::move(value));
        return *this;
    }
    RegisterSheet& add(const std::optional<Date>& day) {
        return add(day ? io::SheetValue(*day) : io::SheetValue());
    }
    RegisterSheet& add(const std::optional<double>& number) {
        return add(number ? io::SheetValue(*number) : io::SheetValue());
    }
    RegisterSheet& add(const char* text) { return add(io::SheetValue(std::string(text))); }
    RegisterSheet& yes(bool value) { return add(value ? "ya" : ""); }
    template<class Enum>
    RegisterSheet& code(Enum value) {
        return add(io::SheetValue(std::string(model::code_of(value))));
    }
    template<class Row>
    RegisterSheet& id(Id<Row> id) {
        return add(id ? io::SheetValue(static_cast<double>(id.value)) : io::SheetValue());
    }
    RegisterSheet& number(std::optional<int> value) {
        return add(value ? io::SheetValue(static_cast<double>(*value)) : io::SheetValue());
    }
    RegisterSheet& village(Id<model::Village> id) {
        const model::Village* village = atlas_.find(id);
        return add(village ? io::SheetValue(reference_text(atlas_, *village)) : io::SheetValue());
    }
    /// "99.01.01.2001;99.01.01.2002".
    RegisterSheet& villages(const std::vector<Id<model::Village>>& ids) {
        std::string text;
        for (const Id<model::Village> id : ids)
            if (const model::Village* village = atlas_.find(id))
                text += (text.empty() ? "" : ";") + reference_text(atlas_, *village);
        return add(io::SheetValue(text));
    }
    /// The last column, which goes on in as many more as the longest of its texts needs.
    RegisterSheet& last(const std::string& text) {
        std::size_t parts = 0;
        for (std::size_t at = 0; at < text.size() || parts == 0;
             at += io::longest_cell_text, ++parts) {
            add(io::SheetValue(text.substr(at, io::longest_cell_text)));
            more_ = std::max(more_, parts);
        }
        return *this;
    }

    io::WrittenSheet finish() {
        const std::string last = sheet_.columns.back().title;
        for (std::size_t part = 0; part < more_; ++part)
            sheet_.columns.push_back({continued(last, static_cast<int>(part) + 2)});
        for (auto& row : sheet_.rows)
            row.resize(sheet_.columns.size());
        return std::move(sheet_);
    }

  private:
    const model::Atlas& atlas_;
    io::WrittenSheet sheet_;
    std::size_t more_ = 0;
};

inline io::SheetColumn number_column(const char* title) {
    return {title, 10, io::SheetStyle::number};
}
inline io::SheetColumn rupiah_column(const char* title) {
    return {title, 18, io::SheetStyle::rupiah};
}
inline io::SheetColumn date_column(const char* title) {
    return {title, 12, io::SheetStyle::date};
}
inline io::SheetColumn text_column(const char* title, double width = 16) {
    return {title, width, io::SheetStyle::text};
}

/// The registers of what is done about agreements, bodies, assets and cases.
std::vector<io::WrittenSheet> proceeding_sheets(const model::Atlas& atlas);
/// Those of cases and of the files that belong to documents; the last of `proceeding_sheets`.
std::vector<io::WrittenSheet> casework_sheets(const model::Atlas& atlas);

} // namespace antardesa::workspace
