#include "workspace/office_columns.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

struct Title {
    std::string_view words;
    std::string_view field;
};

/// In small letters; the longest that a title has counts.
constexpr std::array<Title, 47> titles{{{"nomor perjanjian", "nomor"},
                                        {"nomor peraturan", "nomor"},
                                        {"nomor dokumen", "nomor"},
                                        {"no perjanjian", "nomor"},
                                        {"no pks", "nomor"},
                                        {"no mou", "nomor"},
                                        {"nomor", "nomor"},
                                        {"judul", "judul"},
                                        {"nama kegiatan", "judul"},
                                        {"nama kerja sama", "judul"},
                                        {"nama kerjasama", "judul"},
                                        {"objek kerja sama", "judul"},
                                        {"objek kerjasama", "judul"},
                                        {"perihal", "judul"},
                                        {"tentang", "judul"},
                                        {"kegiatan", "judul"},
                                        {"kerja sama", "judul"},
                                        {"kerjasama", "judul"},
                                        {"tanggal mulai", "mulai"},
                                        {"mulai berlaku", "mulai"},
                                        {"berlaku sejak", "mulai"},
                                        {"mulai", "mulai"},
                                        {"tanggal berakhir", "berakhir"},
                                        {"berlaku sampai", "berakhir"},
                                        {"berakhir", "berakhir"},
                                        {"sampai", "berakhir"},
                                        {"tanggal", "tanggal"},
                                        {"tgl", "tanggal"},
                                        {"pihak ketiga", "pihak_ketiga"},
                                        {"mitra", "pihak_ketiga"},
                                        {"perusahaan", "pihak_ketiga"},
                                        {"lembaga", "pihak_ketiga"},
                                        {"kecamatan", "kecamatan"},
                                        {"kec", "kecamatan"},
                                        {"desa", "desa"},
                                        {"para pihak", "desa"},
                                        {"pihak", "desa"},
                                        {"jenis", "jenis"},
                                        {"bidang", "bidang"},
                                        {"nilai", "nilai"},
                                        {"anggaran", "nilai"},
                                        {"biaya", "nilai"},
                                        {"status", "tahap"},
                                        {"tahap", "tahap"},
                                        {"keterangan", "keterangan"},
                                        {"catatan", "keterangan"},
                                        {"ket", "keterangan"}}};

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

std::string guessed(const std::string& title) {
    const std::string text = padded(title);
    const Title* best = nullptr;
    for (const Title& known : titles)
        if (text.find(" " + std::string(known.words) + " ") != std::string::npos &&
            (!best || known.words.size() > best->words.size()))
            best = &known;
    return best ? std::string(best->field) : std::string();
}

std::string first_value(const io::Table& table, std::size_t column) {
    for (const io::Table::Row& row : table.rows)
        if (const std::string value = trimmed(row.cells[column]); !value.empty())
            return shown_on_one_line(value);
    return {};
}

template<class Enum>
std::optional<std::string> nearest(const std::string& written) {
    constexpr double close = 0.8;
    std::string_view best;
    double score = close;
    for (const auto& entry : model::Codes<Enum>::list) {
        std::string code(entry.code);
        std::replace(code.begin(), code.end(), '_', ' ');
        const bool is_named =
            !code.empty() && (" " + written + " ").find(" " + code + " ") != std::string::npos;
        if (const double is = is_named ? 1 : similarity(written, code); is >= score) {
            score = is;
            best = entry.code;
        }
    }
    return best.empty() ? std::nullopt : std::optional(std::string(best));
}

} // namespace

const std::vector<std::string>& office_fields() {
    static const std::vector<std::string> fields{
        "nomor", "judul", "tanggal",  "desa",  "kecamatan", "pihak_ketiga", "bidang",
        "jenis", "mulai", "berakhir", "nilai", "tahap",     "keterangan"};
    return fields;
}

std::vector<OfficeColumn> office_columns(const model::Atlas& atlas, const io::Table& table,
                                         const OfficeChoices& choices) {
    std::vector<OfficeColumn> columns;
    const auto is_taken = [&](const std::string& field) {
        return !may_repeat(field) &&
               std::any_of(columns.begin(), columns.end(),
                           [&](const OfficeColumn& other) { return other.field == field; });
    };
    const auto decided = [&](const std::string& title) -> std::optional<std::string> {
        if (const auto chosen = choices.columns.find(title); chosen != choices.columns.end())
            return chosen->second;
        for (const model::ColumnMeaning& meaning : atlas.table<model::ColumnMeaning>())
            if (meaning.column == title)
                return meaning.field;
        return std::nullopt;
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.push_back({table.columns[i], decided(table.columns[i]).value_or(std::string()),
                           first_value(table, i)});
    for (OfficeColumn& column : columns) {
        if (column.field == "-") {
            column.field.clear();
        } else if (column.field.empty() && !decided(column.title)) {
            std::string field = guessed(column.title);
            if (!is_taken(field))
                column.field = std::move(field);
        }
    }
    return columns;
}

std::optional<std::string> office_code(std::string_view field, const std::string& written) {
    const std::string text = trimmed(padded(written));
    if (field == "bidang") {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 9> words{
            {{"keamanan", "tramtib"},
             {"ketertiban", "tramtib"},
             {"sosial", "sosial_budaya"},
             {"budaya", "sosial_budaya"},
             {"lingkungan", "sda_ttg"},
             {"sumber daya alam", "sda_ttg"},
             {"teknologi tepat guna", "sda_ttg"},
             {"infrastruktur", "pekerjaan_umum"},
             {"usaha", "ekonomi"}}};
        for (const auto& [word, code] : words)
            if ((" " + text + " ").find(" " + std::string(word) + " ") != std::string::npos)
                return std::string(code);
        return nearest<model::Field>(text);
    }
    if (field == "jenis")
        return nearest<model::CooperationKind>(text);
    if (field != "tahap")
        return std::nullopt;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> stages{
        {{"masih berlaku", "pelaksanaan"},
         {"berjalan", "pelaksanaan"},
         {"aktif", "pelaksanaan"},
         {"tidak aktif", "berakhir"},
         {"selesai", "berakhir"},
         {"rancangan", "penyusunan_rancangan"},
         {"draft", "penyusunan_rancangan"},
         {"ditandatangani", "penandatanganan"}}};
    for (const auto& [words, code] : stages)
        if (text == words)
            return std::string(code);
    return nearest<model::Stage>(text);
}

} // namespace antardesa::workspace
