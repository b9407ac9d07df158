#include "workspace/office_values.h"

#include "base/text.h"
#include "io/csv_writer.h"
#include "model/proceeding_codes.h"
#include "workspace/name_match.h"
#include "workspace/record_fields.h"
#include "workspace/typed_value.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

struct Word {
    std::string_view words;
    std::string_view code;
};

/// "Bidang Ekonomi:" → "bidang ekonomi".
std::string plain(const std::string& written) {
    std::string text;
    for (const char letter : lower_case(written)) {
        const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (kept)
            text += letter;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    return trimmed(text);
}

bool names(const std::string& text, std::string_view words) {
    return (" " + text + " ").find(" " + std::string(words) + " ") != std::string::npos;
}

template<class Enum>
std::optional<std::string> nearest(const std::string& written) {
    constexpr double close = 0.8;
    std::string_view best;
    double score = close;
    for (const auto& entry : model::Codes<Enum>::list) {
        std::string code(entry.code);
        std::replace(code.begin(), code.end(), '_', ' ');
        const bool is_named = !code.empty() && names(written, code);
        if (const double is = is_named ? 1 : similarity(written, code); is >= score) {
            score = is;
            best = entry.code;
        }
    }
    return best.empty() ? std::nullopt : std::optional(std::string(best));
}

/// What an office calls it, where that is not its code; `whole`: the text is that and no more.
template<class Enum, std::size_t size>
std::optional<std::string> known(const std::string& text, const std::array<Word, size>& words,
                                 bool whole = false) {
    for (const Word& word : words)
        if (whole ? text == word.words : names(text, word.words))
            return std::string(word.code);
    return nearest<Enum>(text);
}

constexpr std::array<Word, 16> field_words{{{"keamanan", "tramtib"},
                                            {"sda", "sda_ttg"},
                                            {"ttg", "sda_ttg"},
                                            {"pu", "pekerjaan_umum"},
                                            {"pupr", "pekerjaan_umum"},
                                            {"pek umum", "pekerjaan_umum"},
                                            {"sosbud", "sosial_budaya"},
                                            {"naker", "tenaga_kerja"},
                                            {"ketertiban", "tramtib"},
                                            {"sosial", "sosial_budaya"},
                                            {"budaya", "sosial_budaya"},
                                            {"lingkungan", "sda_ttg"},
                                            {"sumber daya alam", "sda_ttg"},
                                            {"teknologi tepat guna", "sda_ttg"},
                                            {"infrastruktur", "pekerjaan_umum"},
                                            {"usaha", "ekonomi"}}};
constexpr std::array<Word, 8> stage_words{{{"masih berlaku", "pelaksanaan"},
                                           {"berjalan", "pelaksanaan"},
                                           {"aktif", "pelaksanaan"},
                                           {"tidak aktif", "berakhir"},
                                           {"selesai", "berakhir"},
                                           {"rancangan", "penyusunan_rancangan"},
                                           {"draft", "penyusunan_rancangan"},
                                           {"ditandatangani", "penandatanganan"}}};
/// "Tanah pasar" is land: what stands on it comes after.
constexpr std::array<Word, 25> asset_words{{{"tanah", "tanah"},
                                            {"mata air", "mata_air"},
                                            {"sendang", "mata_air"},
                                            {"sumber air", "mata_air"},
                                            {"embung", "irigasi"},
                                            {"saluran", "irigasi"},
                                            {"pasar", "pasar"},
                                            {"kios", "pasar"},
                                            {"jembatan", "jembatan"},
                                            {"jalan", "jalan"},
                                            {"tpa", "tpa"},
                                            {"tps3r", "tpa"},
                                            {"tps", "tpa"},
                                            {"sampah", "tpa"},
                                            {"sekolah", "sekolah"},
                                            {"paud", "sekolah"},
                                            {"polindes", "puskesmas"},
                                            {"poskesdes", "puskesmas"},
                                            {"posyandu", "puskesmas"},
                                            {"wisata", "wisata"},
                                            {"masjid", "masjid"},
                                            {"mesin", "peralatan"},
                                            {"kendaraan", "peralatan"},
                                            {"gedung", "bangunan"},
                                            {"balai", "bangunan"}}};
/// Of the inventory cards (KIB) too: B, KB, RR, RB.
constexpr std::array<Word, 7> condition_words{{{"b", "baik"},
                                               {"bagus", "baik"},
                                               {"kb", "rusak_ringan"},
                                               {"kurang baik", "rusak_ringan"},
                                               {"rr", "rusak_ringan"},
                                               {"rb", "rusak_berat"},
                                               {"tidak diketahui", "tidak_diketahui"}}};
constexpr std::array<Word, 4> use_words{{{"sewa", "sewa"},
                                         {"disewakan", "sewa"},
                                         {"ksp", "kerja_sama_pemanfaatan"},
                                         {"pinjam", "pinjam_pakai"}}};
constexpr std::array<Word, 21> element_words{{{"bpd", "bpd"},
                                              {"permusyawaratan", "bpd"},
                                              {"lembaga kemasyarakatan", "lembaga_kemasyarakatan"},
                                              {"lkd", "lembaga_kemasyarakatan"},
                                              {"lpm", "lembaga_kemasyarakatan"},
                                              {"lpmd", "lembaga_kemasyarakatan"},
                                              {"pkk", "lembaga_kemasyarakatan"},
                                              {"posyandu", "lembaga_kemasyarakatan"},
                                              {"karang taruna", "lembaga_kemasyarakatan"},
                                              {"rt", "lembaga_kemasyarakatan"},
                                              {"rw", "lembaga_kemasyarakatan"},
                                              {"lembaga", "lembaga_lainnya"},
                                              {"tokoh", "tokoh_masyarakat"},
                                              {"kepala desa", "pemerintah_desa"},
                                              {"kades", "pemerintah_desa"},
                                              {"sekdes", "pemerintah_desa"},
                                              {"sekretaris desa", "pemerintah_desa"},
                                              {"perangkat", "pemerintah_desa"},
                                              {"perangkat desa", "pemerintah_desa"},
                                              {"pemdes", "pemerintah_desa"},
                                              {"pemerintah", "pemerintah_desa"}}};
constexpr std::array<Word, 7> gender_words{{{"l", "laki_laki"},
                                            {"lk", "laki_laki"},
                                            {"pria", "laki_laki"},
                                            {"laki", "laki_laki"},
                                            {"p", "perempuan"},
                                            {"pr", "perempuan"},
                                            {"wanita", "perempuan"}}};
constexpr std::array<Word, 7> state_words{{{"tidak aktif", "nonaktif"},
                                           {"non aktif", "nonaktif"},
                                           {"badan hukum", "berbadan_hukum"},
                                           {"berbadan hukum", "berbadan_hukum"},
                                           {"terverifikasi", "terdaftar_nama"},
                                           {"terdaftar", "terdaftar_nama"},
                                           {"belum", "rencana"}}};
constexpr std::array<Word, 3> source_words{
    {{"apb desa", "desa"}, {"apbdes", "desa"}, {"penyertaan desa", "desa"}}};

std::string two_digits(const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
}

/// As offices and both languages of Excel shorten them: "17 Agustus 2026", "17-Agt-2026",
/// "5 Nop 2026", "17-Aug-2026".
struct Month {
    std::string_view beginning;
    int number;
};
constexpr std::array<Month, 20> months{
    {{"jan", 1},  {"feb", 2},  {"peb", 2},  {"mar", 3},  {"apr", 4},  {"mei", 5}, {"may", 5},
     {"jun", 6},  {"jul", 7},  {"agu", 8},  {"agt", 8},  {"ags", 8},  {"aug", 8}, {"sep", 9},
     {"okt", 10}, {"oct", 10}, {"nov", 11}, {"nop", 11}, {"des", 12}, {"dec", 12}}};

std::optional<std::string> day_in_words(const std::string& written) {
    std::string parted = lower_case(written);
    for (char& letter : parted)
        if (letter == '-' || letter == '/' || letter == '.')
            letter = ' ';
    std::vector<std::string> words;
    for (const std::string& word : split(parted, ' '))
        if (!word.empty())
            words.push_back(word);
    if (words.size() != 3)
        return std::nullopt;
    for (const Month& month : months)
        if (words[1].starts_with(month.beginning))
            if (auto typed =
                    stored_value(FieldKind::date, "tanggal",
                                 two_digits(words[0]) + "-" +
                                     two_digits(std::to_string(month.number)) + "-" + words[2]))
                return typed.value();
    return std::nullopt;
}

bool is_year(const std::string& text) {
    const auto year = parse_integer(text);
    return text.size() == 4 && year && *year >= 1900 && *year <= 2200;
}

/// Every place where the separator stands.
std::vector<std::size_t> places_of(const std::string& text, std::string_view separator) {
    std::vector<std::size_t> places;
    for (std::size_t at = text.find(separator); at != std::string::npos;
         at = text.find(separator, at + 1))
        places.push_back(at);
    return places;
}

std::string day_or_year(const std::string& written, const char* day_of_year) {
    const std::string text = trimmed(written);
    return is_year(text) ? text + day_of_year : office_day(text).value_or(std::string());
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

std::vector<std::string> parted(std::string text) {
    std::vector<std::string> parts;
    for (const std::string& part : split(text, ';'))
        if (!trimmed(part).empty())
            parts.push_back(trimmed(part));
    return parts;
}

std::string without_separators(std::string text, bool commas) {
    for (std::size_t at = 0; commas && at < text.size(); ++at) {
        const bool in_figure =
            at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
        if (text[at] == ',' && !in_figure)
            text[at] = ';';
    }
    for (const std::string_view word : {" dan ", " dengan ", " serta ", "&", "/", "\n", "\r"})
        for (std::size_t at = lower_case(text).find(word); at != std::string::npos;
             at = lower_case(text).find(word, at))
            text.replace(at, word.size(), ";");
    return text;
}

} // namespace

std::optional<std::string> office_code(std::string_view list, const std::string& written) {
    using namespace model;
    const std::string text = plain(written);
    if (list == "bidang")
        return known<Field>(text, field_words);
    if (list == "jenis")
        return nearest<CooperationKind>(text);
    if (list == "tahap")
        return known<Stage>(text, stage_words, true);
    if (list == "jenis_aset")
        return known<AssetKind>(text, asset_words);
    if (list == "kondisi")
        return known<AssetCondition>(text, condition_words, true);
    if (list == "pemanfaatan")
        return known<AssetUse>(text, use_words);
    if (list == "unsur")
        return known<BodyElement>(text, element_words);
    if (list == "kelamin")
        return known<Gender>(text, gender_words, true);
    if (list == "keadaan")
        return known<EnterpriseState>(text, state_words);
    if (list == "asal")
        return known<CapitalSource>(text, source_words);
    return std::nullopt;
}

std::optional<std::string> office_day(const std::string& written) {
    if (auto typed = stored_value(FieldKind::date, "tanggal", written))
        return typed.value();
    if (auto day = day_in_words(written))
        return day;
    const auto serial = parse_integer(written);
    constexpr std::int64_t year_1955 = 20000;
    constexpr std::int64_t year_2119 = 80000;
    if (serial && *serial > year_1955 && *serial < year_2119)
        return iso_text(Date(std::chrono::sys_days(std::chrono::year{1899} / 12 / 30) +
                             std::chrono::days(*serial)));
    return std::nullopt;
}

std::optional<std::string> office_sum(std::string written) {
    if (written.ends_with(",-"))
        written.resize(written.size() - 2);
    if (lower_case(written).starts_with("rp"))
        written = trimmed(written.substr(written.size() > 2 && written[2] == '.' ? 3 : 2));
    double times = 1;
    constexpr std::array<std::pair<std::string_view, double>, 3> scales{
        {{"juta", 1e6}, {"miliar", 1e9}, {"milyar", 1e9}}};
    for (const auto& [word, scale] : scales)
        if (lower_case(written).ends_with(word)) {
            times = scale;
            written = trimmed(written.substr(0, written.size() - word.size()));
        }
    auto typed = stored_value(FieldKind::money, "nilai", written);
    if (!typed || times == 1)
        return typed ? std::optional(typed.value()) : std::nullopt;
    const auto number = parse_number(typed.value());
    return number ? std::optional(io::exact_text(*number * times)) : std::nullopt;
}

std::optional<std::string> office_percent(std::string written) {
    if (const std::size_t sign = written.find('%'); sign != std::string::npos)
        written.resize(sign);
    auto typed = stored_value(FieldKind::number, "persen", trimmed(written));
    const auto number = typed ? parse_number(typed.value()) : std::nullopt;
    if (!number || *number < 0 || *number > 100)
        return std::nullopt;
    return typed.value();
}

std::optional<std::string> office_year(const std::string& written) {
    if (is_year(trimmed(written)))
        return trimmed(written);
    const auto day = office_day(written);
    return day ? std::optional(day->substr(0, 4)) : std::nullopt;
}

std::optional<OfficeTerm> office_term(const std::string& written) {
    const std::string text = lower_case(written);
    for (const std::string_view separator :
         {" sampai dengan ", " sampai ", " s.d. ", " s.d ", " s/d ", " sd ", " hingga ", " – ",
          " - ", "–", "s/d", "s.d.", "-", "/"})
        for (const std::size_t at : places_of(text, separator)) {
            OfficeTerm term{day_or_year(text.substr(0, at), "-01-01"),
                            day_or_year(text.substr(at + separator.size()), "-12-31")};
            if (!term.from.empty() && !term.to.empty() && term.from <= term.to)
                return term;
        }
    return std::nullopt;
}

std::vector<std::string> office_parts(std::string text) {
    return parted(without_separators(std::move(text), true));
}

NameWithFigure name_with_figure(const std::string& part) {
    const auto halves = [&](std::size_t at, std::size_t from) {
        return NameWithFigure{trimmed(part.substr(0, at)), trimmed(part.substr(from))};
    };
    if (part.ends_with(')'))
        if (const std::size_t open = part.rfind('(');
            open != std::string::npos && has_digit(part.substr(open))) {
            NameWithFigure both = halves(open, open + 1);
            both.figure.pop_back();
            return both;
        }
    for (const char* sign : {":", "="})
        if (const std::size_t at = part.rfind(sign);
            at != std::string::npos && has_digit(part.substr(at)))
            return halves(at, at + 1);
    if (const std::size_t at = lower_case(part).rfind(" rp");
        at != std::string::npos && has_digit(part.substr(at)))
        return halves(at, at + 1);
    if (part.ends_with('%')) {
        std::size_t at = part.size() - 1;
        while (at > 0 && (is_digit(part[at - 1]) || part[at - 1] == ' ' || part[at - 1] == ',' ||
                          part[at - 1] == '.'))
            --at;
        return halves(at, at);
    }
    return {part, {}};
}

std::vector<std::string> office_figures(const std::string& text) {
    std::string whole = without_separators(text, true);
    std::replace(whole.begin(), whole.end(), ':', ';');
    return parted(std::move(whole));
}

} // namespace antardesa::workspace
