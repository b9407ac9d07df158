#include "workspace/office_rows.h"

#include "base/text.h"
#include "workspace/office_values.h"
#include "workspace/record_fields.h"
#include "workspace/register_row.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>

namespace antardesa::workspace {

namespace {

constexpr std::ptrdiff_t most_signed = 2; ///< cells of a row in which one signs

std::ptrdiff_t filled_cells(const io::Table::Row& row) {
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [](const std::string& cell) { return !trimmed(cell).empty(); });
}

} // namespace

MadeRegister::MadeRegister(Register kind, const std::string& source,
                           std::vector<std::string> columns) {
    // The file and then the register, as a workbook's sheets are named.
    table_.source = (std::filesystem::path(source).parent_path() / name_of(kind)).string();
    table_.columns = std::move(columns);
}

void MadeRegister::begin(std::int64_t line) {
    begin(line, std::vector<std::string>(table_.columns.size()));
}
void MadeRegister::begin(std::int64_t line, std::vector<std::string> cells) {
    table_.rows.push_back({line, std::move(cells)});
}

std::string& MadeRegister::cell(std::string_view column) {
    return cell(table_.rows.size() - 1, column);
}
std::string& MadeRegister::cell(std::size_t row, std::string_view column) {
    return table_.rows[row].cells[*table_.column_index(column)];
}

std::optional<std::size_t> MadeRegister::row_with(
    std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
        if (std::all_of(values.begin(), values.end(), [&](const auto& value) {
                return table_.cell(table_.rows[i], value.first) == value.second;
            }))
            return i;
    return std::nullopt;
}

std::optional<std::size_t> MadeRegister::row_called(std::string_view column,
                                                    const std::string& name) const {
    const std::string wanted = lower_case(trimmed(name));
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
        if (lower_case(trimmed(table_.cell(table_.rows[i], column))) == wanted)
            return i;
    return std::nullopt;
}

OfficeRows::OfficeRows(const model::Atlas& atlas, const io::Table& table,
                       const OfficeChoices& choices, OfficeKind kind, std::vector<io::Table> made)
    : atlas_(atlas), table_(table), choices_(choices), sheets_(register_sheets(atlas)),
      names_(atlas) {
    list_.source = table.source;
    list_.kind = kind;
    prefix_ = file() + "-";
    for (io::Table& one : made)
        if (const auto of = register_of(one.source))
            made_.emplace(*of, MadeRegister(std::move(one)));
    list_.columns = office_columns(atlas, table, choices, kind);
    list_.missing = missing_fields(kind, list_.columns);
    list_rows_ = rows_of_list();
}

bool OfficeRows::has(std::string_view field) const {
    return std::any_of(list_.columns.begin(), list_.columns.end(),
                       [&](const OfficeColumn& column) { return column.field == field; });
}

std::string OfficeRows::value(const io::Table::Row& row, std::string_view field) const {
    std::string text;
    for (std::size_t i = 0; i < list_.columns.size(); ++i)
        if (list_.columns[i].field == field)
            if (const std::string cell = trimmed(row.cells[i]); !cell.empty())
                text += (text.empty() ? "" : "; ") + cell;
    return text;
}

bool OfficeRows::counts_columns(const io::Table::Row& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        std::string cell = trimmed(row.cells[i]);
        if (cell.size() > 2 && cell.front() == '(' && cell.back() == ')')
            cell = cell.substr(1, cell.size() - 2);
        if (parse_integer(cell) != static_cast<long long>(i) + 1)
            return false;
    }
    return true;
}

bool OfficeRows::is_sum(const io::Table::Row& row) const {
    bool sums = false;
    for (const std::string& written : row.cells) {
        const std::string cell = lower_case(trimmed(written));
        if (cell == "jumlah" || cell == "total" || cell == "jumlah total")
            sums = true;
        else if (cell.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            return false;
    }
    return sums;
}

namespace {

/// "Tanjungasri, 12 Agustus 2026".
bool is_place_and_day(const std::string& cell) {
    const std::size_t comma = cell.rfind(',');
    if (comma == std::string::npos || comma == 0 || cell.find_first_of("0123456789") < comma)
        return false;
    const std::string day = trimmed(cell.substr(comma + 1));
    return !parse_integer(day) && office_day(day);
}

bool begins_with_one_of(const std::string& cell, std::span<const std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view one) { return cell.starts_with(one); });
}

/// "Mengetahui, Kepala Dinas PMD", "NIP 19650101…": whoever signs a list, not what stands in it.
/// "Plt. Ahmad" or a place and day stand in lists as well: they sign where nothing else is in the
/// row.
bool is_signing(const io::Table::Row& row) {
    constexpr auto always = std::to_array<std::string_view>(
        {"mengetahui", "mengesahkan", "menyetujui", "disahkan", "nip ", "nip."});
    constexpr auto alone =
        std::to_array<std::string_view>({"kepala dinas", "kepala bidang", "a.n. ", "an. ", "plt. ",
                                         "ttd.", "dibuat di", "pada tanggal"});
    bool signs = false;
    bool nothing_else = filled_cells(row) > 0;
    for (const std::string& written : row.cells) {
        const std::string cell = lower_case(trimmed(written));
        signs = signs || begins_with_one_of(cell, always);
        nothing_else = nothing_else && (cell.empty() || cell == "ttd" || is_place_and_day(cell) ||
                                        begins_with_one_of(cell, alone));
    }
    return signs || nothing_else;
}

} // namespace

/// Up to a row in which somebody signs, when nothing but a name or two follows in any row.
std::size_t OfficeRows::rows_of_list() const {
    const auto& all = table_.rows;
    std::size_t end = all.size();
    for (std::size_t i = all.size(); i > 0 && filled_cells(all[i - 1]) <= most_signed; --i)
        if (is_signing(all[i - 1]))
            end = i - 1;
    return end;
}

bool OfficeRows::is_no_entry(const io::Table::Row& row) {
    if (counts_columns(row)) {
        ++list_.passed_over;
        return true;
    }
    const bool below = static_cast<std::size_t>(&row - table_.rows.data()) >= list_rows_;
    if (below) {
        std::string told;
        for (const std::string& cell : row.cells)
            if (const std::string words = trimmed(cell); !words.empty())
                told += (told.empty() ? "" : " · ") + words;
        say(Severity::warning, "office_below", row, {shown_on_one_line(told)});
    } else if (is_sum(row)) {
        say(Severity::information, "office_sum", row, {});
    }
    list_.passed_over += below || is_sum(row) ? 1 : 0;
    return below || is_sum(row);
}

MadeRegister& OfficeRows::made(Register kind) {
    const auto known = made_.find(kind);
    if (known != made_.end())
        return known->second;
    std::vector<std::string> columns;
    for (const io::SheetColumn& column : sheet_of(sheets_, kind)->columns)
        columns.push_back(column.title);
    return made_.emplace(kind, MadeRegister(kind, table_.source, std::move(columns))).first->second;
}

std::string OfficeRows::fresh_id(Register kind) {
    return prefix_ + std::to_string(made(kind).size() + 1);
}

std::size_t OfficeRows::enter_enterprise(const io::Table::Row& row, const std::string& name) {
    MadeRegister& enterprises = made(Register::enterprise);
    if (const auto there = enterprises.row_called("nama", name))
        return *there;
    const std::string id = fresh_id(Register::enterprise);
    if (const auto* known = named(atlas_.table<model::JointEnterprise>(), name)) {
        begin_known(Register::enterprise, row.line, known->id);
        begin_known_children(Register::enterprise_capital, row.line, known->id,
                             &model::EnterpriseCapital::enterprise, "bum_desa_bersama_id", id);
    } else {
        enterprises.begin(row.line);
        enterprises.cell("nama") = name;
    }
    enterprises.cell("id") = id;
    return enterprises.size() - 1;
}

std::vector<std::string> OfficeRows::stored_cells(Register kind, std::size_t index) const {
    const io::WrittenSheet& sheet = *sheet_of(sheets_, kind);
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        std::string text = stored_text(sheet.rows[index][i]);
        const bool refers = sheet.columns[i].title.ends_with("_id") && !text.empty();
        cells.push_back(refers ? "#" + text : std::move(text));
    }
    return cells;
}

std::optional<std::string> OfficeRows::village(const io::Table::Row& row,
                                               const std::string& written,
                                               const std::string& district, bool kept_in_remark) {
    const OfficeName& name = known_name(written, district);
    if (const model::Village* village = atlas_.find(name.match.village))
        return reference_text(atlas_, *village);
    const auto chosen = choices_.names.find(written);
    if (!name.decided && chosen != choices_.names.end())
        say(Severity::error, "office_choice_unknown", row, {written, chosen->second});
    else if (!name.decided && !choices_.leave_unknown)
        say(Severity::error, "office_name_open", row, {written, candidates_of(name)});
    else
        say(Severity::warning, kept_in_remark ? "office_name_left" : "office_name_dropped", row,
            {written, candidates_of(name)});
    return std::nullopt;
}

const OfficeName& OfficeRows::known_name(const std::string& written, const std::string& district) {
    for (const OfficeName& name : list_.names)
        if (name.written == written && name.district == district)
            return name;
    OfficeName name{written, district, names_.match(written, district), false};
    const auto chosen = choices_.names.find(written);
    if (chosen != choices_.names.end()) {
        name.match.village = village_of(chosen->second);
        // A code that no village has decides nothing.
        name.decided = name.match.village || chosen->second == "-";
    }
    const bool waits = chosen != choices_.names.end() || !choices_.leave_unknown;
    if (!name.match.village && !name.decided && waits)
        ++list_.open_names;
    return list_.names.emplace_back(std::move(name));
}

Id<model::Village> OfficeRows::village_of(const std::string& chosen) const {
    for (const model::Village& village : atlas_.villages())
        if (village.code == chosen || reference_text(atlas_, village) == chosen ||
            "#" + std::to_string(village.id.value) == chosen)
            return village.id;
    return {};
}

std::string OfficeRows::candidates_of(const OfficeName& name) const {
    std::string text;
    for (const auto& [id, score] : name.match.candidates) {
        const model::Village* village = atlas_.find(id);
        const model::District* district = atlas_.find(village->district);
        text += (text.empty() ? "" : ", ") + village->name +
                (district ? " (" + district->name + ")" : std::string()) + " " +
                reference_text(atlas_, *village);
    }
    return text.empty() ? "–" : text;
}

std::string OfficeRows::founding_document(const io::Table::Row& row, const std::string& number,
                                          const std::string& about) {
    for (const model::Document& known : atlas_.table<model::Document>())
        if (known.number == number)
            return "#" + std::to_string(known.id.value);
    MadeRegister& documents = made(Register::document);
    if (const auto at = documents.row_with({{"nomor", number}}))
        return documents.cell(*at, "id");
    const std::string id = fresh_id(Register::document);
    documents.begin(row.line);
    documents.cell("id") = id;
    documents.cell("jenis") = "permakades";
    documents.cell("nomor") = number;
    documents.cell("judul") = about;
    return id;
}

std::string OfficeRows::file() const {
    return std::filesystem::path(table_.source).filename().string();
}

Finding OfficeRows::finding(Severity severity, const std::string& code,
                            std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), file());
    return {severity, code, file(), std::nullopt, {"workspace." + code, std::move(arguments)}};
}

void OfficeRows::say(Severity severity, const std::string& code, const io::Table::Row& row,
                     std::vector<std::string> arguments) {
    const std::string line = std::to_string(row.line);
    arguments.insert(arguments.begin(), line);
    Finding one = finding(severity, code, std::move(arguments));
    one.subject += ":" + line;
    list_.findings.push_back(std::move(one));
}

namespace {

/// A column that only counts the rows is no loss.
bool counts_rows(const std::string& title) {
    const std::string text = lower_case(trimmed(title));
    return text == "no" || text == "no." || text == "no urut" || text == "no. urut" ||
           text == "nomor urut";
}

} // namespace

void OfficeRows::tell_columns() {
    std::string taken;
    std::string left;
    for (const OfficeColumn& column : list_.columns) {
        std::string& to = column.field.empty() ? left : taken;
        const bool told = !column.sample.empty() && !counts_rows(column.title);
        if (!column.field.empty() || told)
            to += (to.empty() ? "" : ", ") + shown_on_one_line(column.title) +
                  (column.field.empty() ? "" : " → " + column.field);
    }
    Finding read = finding(Severity::information, "office_list", {taken});
    read.message.key += "." + std::string(name_of(list_.kind));
    list_.findings.insert(list_.findings.begin(), std::move(read));
    if (!left.empty())
        list_.findings.insert(list_.findings.begin() + 1,
                              finding(Severity::warning, "office_columns_left", {left}));
}

/// What a person decided is known the next time.
void OfficeRows::remember() {
    for (const OfficeName& name : list_.names)
        if (const model::Village* village =
                name.decided ? atlas_.find(name.match.village) : nullptr) {
            MadeRegister& aliases = made(Register::village_alias);
            const std::string code = reference_text(atlas_, *village);
            if (aliases.row_with({{"kode_desa", code}, {"nama", name.written}}))
                continue; // beside another kecamatan
            aliases.begin(1);
            aliases.cell("kode_desa") = code;
            aliases.cell("nama") = name.written;
        }
    for (const auto& choice : choices_.columns) {
        const auto& [title, field] = choice;
        const auto at =
            std::find_if(list_.columns.begin(), list_.columns.end(),
                         [&](const auto& column) { return column.title == choice.first; });
        // A choice that is about another list of the same workbook is no meaning here.
        if (at == list_.columns.end() || (field != "-" && at->field != field))
            continue;
        made(Register::column_meaning).begin(1);
        made(Register::column_meaning).cell("kolom") = title;
        made(Register::column_meaning).cell("ruas") = remembered_field(list_.kind, field);
    }
}

OfficeList OfficeRows::finish(std::size_t entries) {
    list_.entries = entries;
    tell_columns();
    if (list_.missing.empty())
        remember();
    for (auto& [kind, made] : made_)
        if (!made.empty())
            list_.registers.push_back(made.table());
    if (!list_.missing.empty()) {
        std::string fields;
        for (const std::string& field : list_.missing)
            fields += (fields.empty() ? "" : ", ") + field;
        list_.findings.push_back(finding(Severity::error, "office_missing", {fields}));
    }
    std::stable_sort(list_.names.begin(), list_.names.end(),
                     [](const OfficeName& a, const OfficeName& b) {
                         return a.match.band == MatchBand::look && b.match.band != MatchBand::look;
                     });
    return std::move(list_);
}

} // namespace antardesa::workspace
