#include "workspace/office_columns.h"

#include "base/text.h"
#include "workspace/office_titles.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace antardesa::workspace {

namespace {

struct KindName {
    OfficeKind kind;
    std::string_view name;
};
constexpr std::array<KindName, 5> kind_names{{{OfficeKind::agreements, "kerja_sama"},
                                              {OfficeKind::assets, "aset_bersama"},
                                              {OfficeKind::bodies, "bkad"},
                                              {OfficeKind::members, "bkad_anggota"},
                                              {OfficeKind::enterprises, "bum_desa_bersama"}}};

bool may_repeat(std::string_view field) {
    return field == "desa" || field == "pihak_ketiga" || field == "-" || field.empty();
}

/// " nama kegiatan ": words between single blanks.
std::string padded(const std::string& title) {
    std::string text = " ";
    for (const char letter : lower_case(title)) {
        const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (kept)
            text += letter;
        else if (text.back() != ' ')
            text += ' ';
    }
    return text.back() == ' ' ? text : text + ' ';
}

bool names(const std::string& padded_text, std::string_view words) {
    return padded_text.find(" " + std::string(words) + " ") != std::string::npos;
}

std::string guessed_by(OfficeKind kind, std::string_view title) {
    const std::string text = padded(std::string(title));
    const OfficeTitle* best = nullptr;
    for (const OfficeTitle& known : office_titles(kind))
        if (names(text, known.words) && (!best || known.words.size() > best->words.size()))
            best = &known;
    return best ? std::string(best->field) : std::string();
}

/// Of "JANGKA WAKTU / Mulai", as a workbook's title over several columns comes, the narrower title
/// tells first.
std::string guessed(OfficeKind kind, const std::string& title) {
    const std::size_t at = title.rfind(" / ");
    if (at != std::string::npos)
        if (std::string field = guessed_by(kind, std::string_view(title).substr(at));
            !field.empty())
            return field;
    return guessed_by(kind, title);
}

std::string first_value(const io::Table& table, std::size_t column) {
    for (const io::Table::Row& row : table.rows)
        if (const std::string value = trimmed(row.cells[column]); !value.empty())
            return shown_on_one_line(value);
    return {};
}

bool is_field(OfficeKind kind, const std::string& field) {
    const auto& fields = office_fields(kind);
    return field == "-" || std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// What a person said of the title, now or before; of another kind of list it says nothing.
std::optional<std::string> decided(const model::Atlas& atlas, const OfficeChoices& choices,
                                   OfficeKind kind, const std::string& title) {
    if (const auto chosen = choices.columns.find(title);
        chosen != choices.columns.end() && is_field(kind, chosen->second))
        return chosen->second;
    for (const model::ColumnMeaning& meaning : atlas.table<model::ColumnMeaning>()) {
        if (meaning.column != title)
            continue;
        const std::size_t point = meaning.field.find('.');
        const std::string field =
            point == std::string::npos ? meaning.field : meaning.field.substr(point + 1);
        if (remembered_field(kind, field) == meaning.field && is_field(kind, field))
            return field;
    }
    return std::nullopt;
}

bool has_title(const io::Table& table, std::string_view words) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const std::string& title) { return names(padded(title), words); });
}

/// How much tells of the kind: words in the titles and, more of them, in the file's name.
std::size_t telling(const io::Table& table, OfficeKind kind) {
    constexpr std::size_t of_title = 2;
    constexpr std::size_t of_name = 3;
    // People with an office are members, whatever their body is called.
    if ((kind == OfficeKind::bodies || kind == OfficeKind::enterprises) &&
        has_title(table, "jabatan"))
        return 0;
    const std::string name = padded(std::filesystem::path(table.source).filename().string());
    std::size_t count = 0;
    for (const std::string_view words : telling_words(kind)) {
        count += names(name, words) ? of_name : 0;
        for (const std::string& title : table.columns)
            count += names(padded(title), words) ? of_title : 0;
    }
    return count;
}

} // namespace

const std::vector<OfficeKind>& office_kinds() {
    static const std::vector<OfficeKind> kinds = [] {
        std::vector<OfficeKind> all;
        all.reserve(kind_names.size());
        for (const KindName& one : kind_names)
            all.push_back(one.kind);
        return all;
    }();
    return kinds;
}

std::string_view name_of(OfficeKind kind) {
    for (const KindName& one : kind_names)
        if (one.kind == kind)
            return one.name;
    return "-";
}

std::optional<OfficeKind> office_kind(std::string_view name) {
    for (const KindName& one : kind_names)
        if (one.name == name)
            return one.kind;
    return name == "-" ? std::optional(OfficeKind::none) : std::nullopt;
}

std::string remembered_field(OfficeKind kind, const std::string& field) {
    return kind == OfficeKind::agreements ? field : std::string(name_of(kind)) + "." + field;
}

std::vector<OfficeColumn> office_columns(const model::Atlas& atlas, const io::Table& table,
                                         const OfficeChoices& choices, OfficeKind kind) {
    std::vector<OfficeColumn> columns;
    const auto is_taken = [&](const std::string& field) {
        return !may_repeat(field) &&
               std::any_of(columns.begin(), columns.end(),
                           [&](const OfficeColumn& other) { return other.field == field; });
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.push_back({table.columns[i],
                           decided(atlas, choices, kind, table.columns[i]).value_or(std::string()),
                           first_value(table, i)});
    for (OfficeColumn& column : columns) {
        if (column.field == "-") {
            column.field.clear();
        } else if (column.field.empty() && !decided(atlas, choices, kind, column.title)) {
            std::string field = guessed(kind, column.title);
            if (!is_taken(field))
                column.field = std::move(field);
        }
    }
    return columns;
}

std::vector<std::string> missing_fields(OfficeKind kind, const std::vector<OfficeColumn>& columns) {
    const auto has = [&](std::string_view field) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const OfficeColumn& column) { return column.field == field; });
    };
    std::vector<std::string> missing;
    if (kind == OfficeKind::agreements) {
        if (!has("judul") && !has("nomor"))
            missing.emplace_back("judul");
        if (!has("desa"))
            missing.emplace_back("desa");
    } else if (kind != OfficeKind::none) {
        if (!has("nama"))
            missing.emplace_back("nama");
        if (kind == OfficeKind::members && !has("badan"))
            missing.emplace_back("badan");
    }
    return missing;
}

OfficeKind kind_of_list(const model::Atlas& atlas, const io::Table& table,
                        const OfficeChoices& choices) {
    const std::string name = std::filesystem::path(table.source).filename().string();
    for (const std::string& key : {name, std::string()})
        if (const auto chosen = choices.lists.find(key); chosen != choices.lists.end())
            return office_kind(chosen->second).value_or(OfficeKind::none);
    OfficeKind best = OfficeKind::none;
    std::size_t most = 0;
    for (const OfficeKind kind : office_kinds()) {
        if (!missing_fields(kind, office_columns(atlas, table, choices, kind)).empty())
            continue;
        // A list with titles and villages is one of agreements, unless something tells more.
        const std::size_t tells = telling(table, kind) + (kind == OfficeKind::agreements ? 1 : 0);
        if (tells > most) {
            most = tells;
            best = kind;
        }
    }
    return best;
}

} // namespace antardesa::workspace
