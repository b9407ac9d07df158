#include "workspace/office_list.h"

#include "base/text.h"
#include "workspace/office_columns.h"
#include "workspace/record_fields.h"
#include "workspace/register_export.h"
#include "workspace/register_reference.h"
#include "workspace/register_row.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace antardesa::workspace {

namespace {

io::Table empty_register(const std::string& source, std::string_view name,
                         std::vector<std::string> columns) {
    io::Table table;
    // The file and then the register, as a workbook's sheets are named.
    table.source = (std::filesystem::path(source).parent_path() / name).string();
    table.columns = std::move(columns);
    return table;
}

/// "Mekarsari, Sukamaju dan Sukasari" → three names.
std::vector<std::string> parts_of(std::string text) {
    for (const std::string_view word : {" dan ", " dengan ", " serta ", "&", ",", "/", "\n", "\r"})
        for (std::size_t at = lower_case(text).find(word); at != std::string::npos;
             at = lower_case(text).find(word, at))
            text.replace(at, word.size(), ";");
    std::vector<std::string> parts;
    for (const std::string& part : split(text, ';'))
        if (!trimmed(part).empty())
            parts.push_back(trimmed(part));
    return parts;
}

std::string two_digits(const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
}

/// "12 November 2025", "Nov 2025" has no day; a workbook's day is a count of days.
std::optional<std::string> day_of(const std::string& written) {
    if (auto typed = stored_from_typed(FieldKind::date, "tanggal", written))
        return typed.value();
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "mei", "jun",
                                                      "jul", "agu", "sep", "okt", "nov", "des"};
    std::vector<std::string> words;
    for (const std::string& word : split(lower_case(written), ' '))
        if (!word.empty())
            words.push_back(word);
    if (words.size() == 3)
        for (std::size_t month = 0; month < months.size(); ++month)
            if (words[1].starts_with(months[month]))
                if (auto typed = stored_from_typed(FieldKind::date, "tanggal",
                                                   two_digits(words[0]) + "-" +
                                                       two_digits(std::to_string(month + 1)) + "-" +
                                                       words[2]))
                    return typed.value();
    const auto serial = parse_integer(written);
    constexpr std::int64_t year_1955 = 20000;
    constexpr std::int64_t year_2119 = 80000;
    if (serial && *serial > year_1955 && *serial < year_2119)
        return iso_text(Date(std::chrono::sys_days(std::chrono::year{1899} / 12 / 30) +
                             std::chrono::days(*serial)));
    return std::nullopt;
}

std::optional<std::string> sum_of(std::string written) {
    if (written.ends_with(",-"))
        written.resize(written.size() - 2);
    if (lower_case(written).starts_with("rp."))
        written = trimmed(written.substr(3));
    auto typed = stored_from_typed(FieldKind::number, "nilai", written);
    return typed ? std::optional(typed.value()) : std::nullopt;
}

/// Reads the rows one after the other.
class OfficeReader {
  public:
    OfficeReader(const model::Atlas& atlas, const io::Table& table, const OfficeChoices& choices)
        : atlas_(atlas), table_(table), choices_(choices), sheets_(register_sheets(atlas)),
          names_(atlas) {
        list_.source = table.source;
        prefix_ = std::filesystem::path(table.source).filename().string() + "-";
        list_.columns = office_columns(atlas, table, choices);
        agreements_ = register_like(Register::agreement);
        parties_ = register_like(Register::agreement_party);
        thirds_ = empty_register(table.source, "pihak_ketiga", {"id", "nama"});
    }

    bool is_office_list() const {
        return column_of("desa") && (column_of("judul") || column_of("nomor"));
    }

    OfficeList read() {
        for (const io::Table::Row& row : table_.rows)
            read_row(row);
        end_agreement();
        list_.agreements = agreements_.rows.size();
        tell_columns();
        std::stable_sort(
            list_.names.begin(), list_.names.end(), [](const OfficeName& a, const OfficeName& b) {
                return a.match.band == MatchBand::look && b.match.band != MatchBand::look;
            });
        list_.registers = {agreements_, parties_, thirds_};
        remember();
        return std::move(list_);
    }

  private:
    std::optional<std::size_t> column_of(std::string_view field) const {
        for (std::size_t i = 0; i < list_.columns.size(); ++i)
            if (list_.columns[i].field == field)
                return i;
        return std::nullopt;
    }
    /// All columns that hold the field, joined by "; ".
    std::string value(const io::Table::Row& row, std::string_view field) const {
        std::string text;
        for (std::size_t i = 0; i < list_.columns.size(); ++i)
            if (list_.columns[i].field == field)
                if (const std::string cell = trimmed(row.cells[i]); !cell.empty())
                    text += (text.empty() ? "" : "; ") + cell;
        return text;
    }
    std::string& cell(const char* column) {
        return agreements_.rows.back().cells[*agreements_.column_index(column)];
    }
    io::Table register_like(Register kind) const {
        std::vector<std::string> columns;
        for (const io::SheetColumn& column : sheet_of(sheets_, kind)->columns)
            columns.push_back(column.title);
        return empty_register(table_.source, name_of(kind), std::move(columns));
    }
    /// As a register's row has it; rows of other registers as "#12".
    std::vector<std::string> stored_cells(Register kind, std::size_t index) const {
        const io::WrittenSheet& sheet = *sheet_of(sheets_, kind);
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            std::string text = stored_text(sheet.rows[index][i]);
            const bool refers = sheet.columns[i].title.ends_with("_id") && !text.empty();
            cells.push_back(refers ? "#" + text : std::move(text));
        }
        return cells;
    }

    void read_row(const io::Table::Row& row) {
        const std::string number = value(row, "nomor");
        const std::string title = value(row, "judul");
        const bool goes_on = !agreements_.rows.empty() && ((number.empty() && title.empty()) ||
                                                           (number == number_ && title == title_));
        if (!goes_on) {
            end_agreement();
            begin_agreement(row, number, title);
        }
        read_villages(row);
        for (const std::string& third : parts_of(value(row, "pihak_ketiga")))
            add_third(row, third);
    }

    void begin_agreement(const io::Table::Row& row, const std::string& number,
                         const std::string& title) {
        number_ = number;
        title_ = title;
        remark_ = value(row, "keterangan");
        // A list without titles is one of numbers.
        const std::string called = title.empty() ? number : title;
        agreements_.rows.push_back(
            {row.line, std::vector<std::string>(agreements_.columns.size())});
        const std::string id = prefix_ + std::to_string(agreements_.rows.size());
        if (!begin_with_known(number, called, id))
            cell("cabang") = "antar_desa";
        cell("id") = id;
        cell("nomor") = number;
        cell("judul") = called;
        for (const char* field : {"bidang", "jenis", "tahap"})
            read_value(row, field,
                       [field](const std::string& written) { return office_code(field, written); });
        for (const char* field : {"tanggal", "mulai", "berakhir"})
            read_value(row, field, day_of);
        read_value(row, "nilai", sum_of);
    }

    /// What the project knows of the agreement already, and of its parties, stays where the list
    /// says nothing else.
    bool begin_with_known(const std::string& number, const std::string& title,
                          const std::string& id) {
        const auto& known = atlas_.agreements();
        const auto at = std::find_if(known.begin(), known.end(), [&](const auto& agreement) {
            return agreement.number == number && agreement.title == title;
        });
        if (at == known.end())
            return false;
        agreements_.rows.back().cells =
            stored_cells(Register::agreement, static_cast<std::size_t>(at - known.begin()));
        if (remark_.empty())
            remark_ = at->remark;
        const auto& parties = atlas_.table<model::AgreementParty>();
        for (std::size_t i = 0; i < parties.size(); ++i)
            if (parties[i].agreement == at->id) {
                auto cells = stored_cells(Register::agreement_party, i);
                cells[*parties_.column_index("kerja_sama_id")] = id;
                parties_.rows.push_back({agreements_.rows.back().line, std::move(cells)});
            }
        return true;
    }

    template<class AsStored>
    void read_value(const io::Table::Row& row, const char* field, AsStored as_stored) {
        const std::string written = value(row, field);
        if (written.empty())
            return;
        if (const auto stored = as_stored(written)) {
            cell(field) = *stored;
            return;
        }
        note(field, written);
        say(Severity::warning, "office_value", row, {field, written});
    }

    /// What has no place of its own is not lost.
    void note(const std::string& label, const std::string& written) {
        if (!remark_.empty())
            remark_ += "; ";
        remark_.append(label).append(": ").append(written);
    }

    void read_villages(const io::Table::Row& row) {
        const std::string district = value(row, "kecamatan");
        for (const std::string& written : parts_of(value(row, "desa"))) {
            const OfficeName& name = known_name(written, district);
            if (name.match.village) {
                const model::Village* village = atlas_.find(name.match.village);
                add_party("kode_desa", reference_text(atlas_, *village), row.line);
                continue;
            }
            std::string told = written;
            if (!district.empty())
                told.append(" (").append(district).append(")");
            note("desa", told);
            const bool left = name.decided || choices_.leave_unknown;
            say(left ? Severity::warning : Severity::error,
                left ? "office_name_left" : "office_name_open", row,
                {written, candidates_of(name)});
        }
    }

    const OfficeName& known_name(const std::string& written, const std::string& district) {
        for (const OfficeName& name : list_.names)
            if (name.written == written && name.district == district)
                return name;
        OfficeName name{written, district, names_.match(written, district), false};
        if (const auto chosen = choices_.names.find(written); chosen != choices_.names.end()) {
            name.decided = true;
            name.match.village = village_of(chosen->second);
        }
        if (!name.match.village && !name.decided && !choices_.leave_unknown)
            ++list_.open_names;
        return list_.names.emplace_back(std::move(name));
    }

    Id<model::Village> village_of(const std::string& chosen) const {
        for (const model::Village& village : atlas_.villages())
            if (village.code == chosen || reference_text(atlas_, village) == chosen ||
                "#" + std::to_string(village.id.value) == chosen)
                return village.id;
        return {};
    }

    std::string candidates_of(const OfficeName& name) const {
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

    void add_third(const io::Table::Row& row, const std::string& name) {
        cell("cabang") = "pihak_ketiga";
        for (const model::ThirdParty& known : atlas_.table<model::ThirdParty>())
            if (known.name == name)
                return add_party("pihak_ketiga_id", "#" + std::to_string(known.id.value), row.line);
        auto known = std::find_if(thirds_.rows.begin(), thirds_.rows.end(),
                                  [&](const auto& third) { return third.cells[1] == name; });
        if (known == thirds_.rows.end())
            known = thirds_.rows.insert(
                thirds_.rows.end(),
                {row.line, {prefix_ + std::to_string(thirds_.rows.size() + 1), name}});
        add_party("pihak_ketiga_id", known->cells[0], row.line);
    }

    /// A party that a second row names again, or that the project has, is one.
    void add_party(const char* column, const std::string& who, std::int64_t line) {
        const std::size_t owner = *parties_.column_index("kerja_sama_id");
        const std::size_t at = *parties_.column_index(column);
        for (const io::Table::Row& row : parties_.rows)
            if (row.cells[owner] == cell("id") && row.cells[at] == who)
                return;
        parties_.rows.push_back({line, std::vector<std::string>(parties_.columns.size())});
        parties_.rows.back().cells[owner] = cell("id");
        parties_.rows.back().cells[at] = who;
    }

    void end_agreement() {
        if (!agreements_.rows.empty())
            cell("keterangan") = remark_;
    }

    void tell_columns() {
        std::string taken;
        std::string left;
        for (const OfficeColumn& column : list_.columns) {
            std::string& to = column.field.empty() ? left : taken;
            if (!column.field.empty() || !column.sample.empty())
                to += (to.empty() ? "" : ", ") + shown_on_one_line(column.title) +
                      (column.field.empty() ? "" : " → " + column.field);
        }
        list_.findings.insert(list_.findings.begin(),
                              finding(Severity::information, "office_list", {taken}));
        if (!left.empty())
            list_.findings.insert(list_.findings.begin() + 1,
                                  finding(Severity::warning, "office_columns_left", {left}));
    }

    /// What a person decided is known the next time.
    void remember() {
        io::Table names = empty_register(table_.source, "nama_lain", {"kode_desa", "nama"});
        for (const OfficeName& name : list_.names)
            if (const model::Village* village =
                    name.decided ? atlas_.find(name.match.village) : nullptr)
                names.rows.push_back({1, {reference_text(atlas_, *village), name.written}});
        io::Table meanings = empty_register(table_.source, "arti_kolom", {"kolom", "ruas"});
        for (const auto& [title, field] : choices_.columns)
            if (table_.column_index(title))
                meanings.rows.push_back({1, {title, field}});
        for (io::Table* table : {&names, &meanings})
            if (!table->rows.empty())
                list_.registers.push_back(std::move(*table));
    }

    std::string file() const { return std::filesystem::path(table_.source).filename().string(); }
    Finding finding(Severity severity, const std::string& code,
                    std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), file());
        return {severity, code, file(), std::nullopt, {"workspace." + code, std::move(arguments)}};
    }
    void say(Severity severity, const std::string& code, const io::Table::Row& row,
             std::vector<std::string> arguments) {
        const std::string line = std::to_string(row.line);
        arguments.insert(arguments.begin(), line);
        Finding one = finding(severity, code, std::move(arguments));
        one.subject += ":" + line;
        list_.findings.push_back(std::move(one));
    }

    const model::Atlas& atlas_;
    const io::Table& table_;
    const OfficeChoices& choices_;
    const std::vector<io::WrittenSheet> sheets_;
    std::string prefix_; ///< so that ids of several sheets differ
    VillageNames names_;
    OfficeList list_;
    io::Table agreements_;
    io::Table parties_;
    io::Table thirds_;
    std::string number_;
    std::string title_;
    std::string remark_;
};

} // namespace

std::optional<OfficeList> read_office_list(const model::Atlas& atlas, const io::Table& table,
                                           const OfficeChoices& choices) {
    OfficeReader reader(atlas, table, choices);
    if (!reader.is_office_list())
        return std::nullopt;
    return reader.read();
}

} // namespace antardesa::workspace
