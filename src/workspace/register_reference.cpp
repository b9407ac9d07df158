#include "workspace/register_reference.h"

#include "workspace/record_row_type.h"
#include "workspace/register_row.h"

namespace antardesa::workspace {

namespace {

bool is_called(const model::Document& row, const std::string& text) {
    return row.number == text;
}
bool is_called(const model::Agreement& row, const std::string& text) {
    return row.number == text || row.title == text;
}
bool is_called(const model::BoundaryDispute& row, const std::string& text) {
    return row.number == text;
}
bool is_called(const model::SharedAsset& row, const std::string& text) {
    return row.name == text || row.code == text;
}
template<class Row>
bool is_called(const Row& row, const std::string& text) {
    if constexpr (requires { row.name; })
        return row.name == text;
    else
        return false;
}

/// The row of the draft that the text means; zero when there is none, or more than one.
std::int64_t row_called(const ImportDraft& draft, Register kind, const std::string& text) {
    return with_row_type(kind, [&](const auto& type) -> std::int64_t {
        using Row = std::decay_t<decltype(type)>;
        const model::Table<Row>& table = draft.table<Row>();
        if (text.starts_with('#')) {
            const auto id = parse_integer(text.substr(1));
            return id && table.find(Id<Row>{*id}) ? *id : 0;
        }
        // "3" would be an id of a file that is not there.
        if (parse_integer(text))
            return 0;
        std::int64_t found = 0;
        for (const Row& row : table) {
            if (!is_called(row, text))
                continue;
            if (found != 0)
                return 0;
            found = row.id.value;
        }
        return found;
    });
}

} // namespace

std::string reference_text(const model::Atlas& atlas, const model::Village& village) {
    return atlas.village_by_code(village.code) == &village
               ? village.code
               : "#" + std::to_string(village.id.value) + " " + village.name;
}

std::string reference_text(const model::District& district) {
    return district.code.empty() ? "#" + std::to_string(district.id.value) + " " + district.name
                                 : district.code;
}

std::int64_t RegisterRow::find(std::string_view column, Register to, bool needed) {
    const std::string written = text(column);
    if (!written.empty()) {
        // "#12" is how a register that is exported alone names the rows of another.
        const auto at = context_.laid.find({to, written.substr(written.starts_with('#'))});
        if (at != context_.laid.end())
            return at->second;
        if (!context_.only && (written.starts_with('#') || !context_.along.contains(to)))
            if (const std::int64_t id = row_called(context_.draft, to, written); id != 0)
                return id;
    }
    if (needed) {
        if (context_.along.contains(to))
            refuse("workspace.register.unknown_reference", "register_unknown_reference", column);
        else
            refuse("workspace.register.unnamed_reference", "register_unnamed_reference", column);
    } else if (!written.empty()) {
        lost_.emplace_back(column);
    }
    return 0;
}

} // namespace antardesa::workspace
