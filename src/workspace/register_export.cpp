#include "workspace/register_export.h"

#include "base/text.h"
#include "base/whole_file.h"
#include "io/csv_writer.h"
#include "model/reach.h"
#include "workspace/layer_sheet.h"
#include "workspace/output_gate.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using io::SheetValue;
using io::WrittenSheet;

constexpr const char* summary_name = "Ringkasan";

std::string names_of(const model::Atlas& atlas, const model::Agreement& agreement, bool villages) {
    std::string names;
    for (const model::AgreementParty* party : atlas.parties(agreement.id)) {
        const model::ThirdParty* third = atlas.find(party->third_party);
        const std::string name = party->village ? village_name(atlas, party->village)
                                 : third        ? third->name
                                                : party->outside_village;
        if ((third != nullptr) != villages)
            names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

SheetValue value_of(const std::optional<Date>& day) {
    return day ? SheetValue(*day) : SheetValue();
}
SheetValue value_of(const std::optional<double>& number) {
    return number ? SheetValue(*number) : SheetValue();
}

/// A register by itself names the rows of others as the project has them
/// (`RegisterContext::along`).
WrittenSheet alone(WrittenSheet sheet) {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (!sheet.columns[i].title.ends_with("_id"))
            continue;
        for (auto& row : sheet.rows)
            if (const auto* id = std::get_if<double>(&row[i]))
                row[i] = SheetValue("#" + std::to_string(static_cast<std::int64_t>(*id)));
    }
    return sheet;
}

/// The sheet called `name`; what there is instead stands in the message.
WrittenSheet sheet_named(std::vector<WrittenSheet> sheets, const std::string& name) {
    std::string names;
    for (WrittenSheet& sheet : sheets) {
        if (sheet.name == name)
            return std::move(sheet);
        names += (names.empty() ? "" : ", ") + sheet.name;
    }
    throw Error({"workspace.register.unknown_name", {name, names}});
}

} // namespace

bool is_summary_sheet(const io::Table& table) {
    return table.separator == '\0' &&
           std::filesystem::path(table.source).filename() == summary_name;
}

WrittenSheet summary_sheet(const model::Atlas& atlas, Date today, const i18n::Catalogue& language) {
    using enum io::SheetStyle;
    const auto title = [&](const char* key) {
        return language.text("workspace.register.column." + std::string(key));
    };
    const auto name = [&](const char* list, std::string_view code) {
        return code.empty() ? std::string()
                            : language.text("code." + std::string(list) + "." + std::string(code));
    };
    WrittenSheet sheet{summary_name,
                       {{title("row"), 6, number},
                        {title("number"), 16, text},
                        {title("title"), 44, text},
                        {title("branch"), 14, text},
                        {title("kind"), 26, text},
                        {title("reach"), 22, text},
                        {title("field"), 26, text},
                        {title("current_field"), 26, text},
                        {title("stage"), 18, text},
                        {title("villages"), 44, text},
                        {title("third_parties"), 28, text},
                        {title("starts"), 12, date},
                        {title("ends"), 12, date},
                        {title("days_left"), 10, number},
                        {title("value"), 18, rupiah},
                        {title("body"), 28, text}},
                       {}};
    double row = 0;
    for (const model::Agreement& agreement : atlas.agreements()) {
        const auto* body = atlas.find(agreement.body);
        sheet.rows.push_back({++row, agreement.number, agreement.title,
                              name("branch", model::code_of(agreement.branch)),
                              name("cooperation_kind", model::code_of(agreement.kind)),
                              name("reach", model::code_of(model::reach_of(atlas, agreement.id))),
                              name("field", model::code_of(agreement.field)),
                              name("current_field", model::code_of(agreement.current_field)),
                              name("stage", model::code_of(agreement.stage)),
                              names_of(atlas, agreement, true), names_of(atlas, agreement, false),
                              value_of(agreement.starts), value_of(agreement.ends),
                              agreement.ends
                                  ? SheetValue(double(days_between(today, *agreement.ends)))
                                  : SheetValue(),
                              value_of(agreement.value_rupiah), body ? body->name : std::string()});
    }
    return sheet;
}

void export_register(const model::Atlas& atlas, const std::filesystem::path& output,
                     const std::string& name, Date today, const i18n::Catalogue& language) {
    const std::string ending = lower_case(output.extension().string());
    if (ending != ".xlsx" && ending != ".csv")
        throw Error({"workspace.register.ending", {output.string()}});
    require_place({output});
    std::vector<WrittenSheet> sheets = register_sheets(atlas);
    if (ending == ".csv")
        return write_whole_file(
            output,
            csv_text(alone(sheet_named(std::move(sheets), name.empty() ? "kerja_sama" : name))));
    if (!name.empty())
        return write_whole_file(
            output, io::workbook_bytes({alone(sheet_named(std::move(sheets), name))}, today));
    sheets.insert(sheets.begin(), summary_sheet(atlas, today, language));
    write_whole_file(output, io::workbook_bytes(sheets, today));
}

} // namespace antardesa::workspace
