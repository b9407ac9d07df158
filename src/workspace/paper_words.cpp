#include "workspace/paper_words.h"

#include "model/state_papers.h"
#include "model/village_law.h"
#include "workspace/code_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace antardesa::workspace {

namespace {

constexpr std::array<const char*, 12> small_numbers{"nol",     "satu",     "dua",     "tiga",
                                                    "empat",   "lima",     "enam",    "tujuh",
                                                    "delapan", "sembilan", "sepuluh", "sebelas"};

std::string small_number(int number) {
    return small_numbers.at(static_cast<std::size_t>(number));
}

/// "dua puluh" and what is left over; nothing is said of a rest of zero.
std::string with_rest(const std::string& begun, int rest) {
    return rest == 0 ? begun : begun + " " + number_in_words(rest);
}

/// "berita_acara" → "Berita Acara".
std::string document_kind(const std::string& kind) {
    if (kind == "perbup")
        return "Peraturan Bupati";
    if (kind == "perwali")
        return "Peraturan Wali Kota";
    if (kind == "permakades")
        return "Peraturan Bersama Kepala Desa";
    if (kind == "sk")
        return "Surat Keputusan";
    std::string name;
    bool begins = true;
    for (const char letter : kind) {
        const char shown = letter == '_' ? ' ' : letter;
        name +=
            begins && shown >= 'a' && shown <= 'z' ? static_cast<char>(shown - 'a' + 'A') : shown;
        begins = shown == ' ';
    }
    return name.empty() ? "Dokumen" : name;
}

std::string bare_name(const model::Village& village) {
    return text_or_blank(model::name_without_kind(village.name));
}

} // namespace

std::string number_in_words(int number) {
    if (number < 12)
        return small_number(number);
    if (number < 20)
        return small_number(number - 10) + " belas";
    if (number < 100)
        return with_rest(small_number(number / 10) + " puluh", number % 10);
    if (number < 200)
        return with_rest("seratus", number - 100);
    if (number < 1000)
        return with_rest(small_number(number / 100) + " ratus", number % 100);
    if (number < 2000)
        return with_rest("seribu", number - 1000);
    return with_rest(number_in_words(number / 1000) + " ribu", number % 1000);
}

std::string weekday_in_words(Date day) {
    constexpr std::array<const char*, 7> names{"Minggu", "Senin", "Selasa", "Rabu",
                                               "Kamis",  "Jumat", "Sabtu"};
    return names.at(std::chrono::weekday(std::chrono::sys_days(day)).c_encoding());
}

std::string month_in_words(Date day) {
    constexpr std::array<const char*, 12> names{"Januari",   "Februari", "Maret",    "April",
                                                "Mei",       "Juni",     "Juli",     "Agustus",
                                                "September", "Oktober",  "November", "Desember"};
    return names.at(static_cast<unsigned>(day.month()) - 1);
}

std::string date_in_words(const std::optional<Date>& day) {
    if (!day)
        return "…………………, tanggal …………………………, bulan …………………, tahun "
               "…………………………………… (……-……-…………)";
    const int number = static_cast<int>(static_cast<unsigned>(day->day()));
    const int year = static_cast<int>(day->year());
    const std::string iso = iso_text(*day);
    return weekday_in_words(*day) + ", tanggal " + number_in_words(number) + ", bulan " +
           month_in_words(*day) + ", tahun " + number_in_words(year) + " (" + iso.substr(8, 2) +
           "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4) + ")";
}

std::string direction_in_words(geo::Point from, geo::Point to) {
    constexpr std::array<const char*, 8> winds{"utara",   "timur laut", "timur", "tenggara",
                                               "selatan", "barat daya", "barat", "barat laut"};
    const double shrink = std::cos((from.y + to.y) / 2 * std::numbers::pi / 180);
    const double angle = std::atan2((to.x - from.x) * shrink, to.y - from.y);
    const long sector = std::lround(angle / (std::numbers::pi / 4));
    return winds.at(static_cast<std::size_t>((sector + 8) % 8));
}

std::string village_title(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    if (!village)
        return paper_blank;
    return (model::is_kelurahan(*village) ? "Kelurahan " : "Desa ") + bare_name(*village);
}

std::string village_head_title(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    if (village && model::is_kelurahan(*village))
        return "Lurah " + bare_name(*village);
    return "Kepala " + village_title(atlas, id);
}

std::string district_name(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    const model::District* district = village ? atlas.find(village->district) : nullptr;
    return district ? model::name_without_kind(district->name) : std::string();
}

std::string district_title(const model::Atlas& atlas,
                           const std::vector<Id<model::Village>>& villages) {
    std::vector<std::string> names;
    for (const Id<model::Village> village : villages) {
        std::string name = "Kecamatan " + text_or_blank(district_name(atlas, village));
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return listed(names);
}

std::string listed(const std::vector<std::string>& things) {
    std::string text;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const bool last = i + 1 == things.size();
        text += i == 0 ? "" : !last ? ", " : things.size() == 2 ? " dan " : ", dan ";
        text += things[i];
    }
    return text;
}

namespace {

std::string regency_called(const std::string& name, bool city) {
    if (!model::regency_word(name).empty())
        return name;
    return (city ? "Kota " : "Kabupaten ") + text_or_blank(name);
}

} // namespace

std::string regency_title(const model::Atlas& atlas) {
    return regency_called(atlas.identity().regency, model::is_city(atlas));
}

std::string regencies_title(const model::Atlas& atlas,
                            const std::vector<Id<model::Village>>& villages) {
    std::vector<std::string> names;
    for (const Id<model::Village> id : villages) {
        const model::Village* village = atlas.find(id);
        const model::District* district = village ? atlas.find(village->district) : nullptr;
        std::string name = district && !district->regency.empty()
                               ? regency_called(district->regency, model::is_city(atlas, *district))
                               : regency_title(atlas);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return listed(names);
}

std::string regent_title(const model::Atlas& atlas) {
    return model::is_city(atlas) ? "Wali Kota" : "Bupati";
}

std::string regent_in_words(const model::Atlas& atlas) {
    std::string name = atlas.identity().regency;
    name.erase(0, model::regency_word(name).size());
    return regent_title(atlas) + " " + text_or_blank(name);
}

std::string code_in_words(const PaperFacts& facts, std::string_view list, std::string_view code) {
    return code_words(facts.indonesian, list, code, model::is_city(facts.atlas));
}

std::string upper_case(std::string text) {
    for (char& letter : text)
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
    return text;
}

std::string text_or_blank(const std::string& text) {
    return text.empty() ? paper_blank : text;
}

std::string day_or_blank(const PaperFacts& facts, const std::optional<Date>& day) {
    return day ? facts.indonesian.date(*day) : paper_blank;
}

std::string document_in_words(const PaperFacts& facts, Id<model::Document> id) {
    const model::Document* document = facts.atlas.find(id);
    if (!document)
        return {};
    std::string text = document_kind(document->kind) + " Nomor " + text_or_blank(document->number) +
                       " tanggal " + day_or_blank(facts, document->date) + " tentang " +
                       text_or_blank(document->title);
    if (!document->scale.empty())
        text += ", skala " + document->scale;
    if (!document->issuer.empty())
        text += ", diterbitkan oleh " + document->issuer;
    return text;
}

std::string evidence_in_words(const PaperFacts& facts, const model::Evidence& evidence) {
    std::string text =
        facts.indonesian.text("code.evidence_kind." + std::string(model::code_of(evidence.kind))) +
        " \"" + text_or_blank(evidence.title) + "\"";
    if (!evidence.issuer.empty())
        text += ", diterbitkan oleh " + evidence.issuer;
    if (evidence.year)
        text += ", tahun " + std::to_string(*evidence.year);
    if (!evidence.scale.empty())
        text += ", skala " + evidence.scale;
    return facts.atlas.find(evidence.village)
               ? text + " (dari " + village_title(facts.atlas, evidence.village) + ")"
               : text;
}

bool rests_on_paper(const PaperFacts& facts, const model::BoundarySegment& segment) {
    return model::paper_of(segment.state) &&
           model::paper_faults(segment.state, facts.atlas.find(segment.document), facts.today)
               .empty();
}

documents::Document paper_frame(const PaperFacts& facts, const std::string& title) {
    documents::Document document;
    document.title = title;
    document.author = facts.author;
    document.created = facts.today;
    document.header = title + " · " + regency_title(facts.atlas);
    document.footer = "Revisi " + std::to_string(facts.atlas.revision()) +
                      (facts.history_head.empty() ? "" : " · riwayat " + facts.history_head) +
                      " · " + facts.indonesian.short_date(facts.today);
    document.page_words = "Halaman {0} dari {1}";
    return document;
}

} // namespace antardesa::workspace
