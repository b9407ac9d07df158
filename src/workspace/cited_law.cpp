#include "workspace/cited_law.h"

#include "base/text.h"
#include "workspace/paper_words.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

/// What a kind of regulation is called in full; one that is not known stays as it is.
std::string regulation_kind(const std::string& kind) {
    constexpr std::array<std::pair<const char*, const char*>, 6> names{
        {{"UU", "Undang-Undang"},
         {"PP", "Peraturan Pemerintah"},
         {"Permendagri", "Peraturan Menteri Dalam Negeri"},
         {"Permendesa PDTT",
          "Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi"},
         {"Perban BIG", "Peraturan Badan Informasi Geospasial"},
         {"Perka BIG", "Peraturan Kepala Badan Informasi Geospasial"}}};
    for (const auto& [code, name] : names)
        if (kind == code)
            return name;
    return kind;
}

/// "20 November 2026".
std::string day_text(Date day) {
    return std::to_string(static_cast<unsigned>(day.day())) + " " + month_in_words(day) + " " +
           std::to_string(static_cast<int>(day.year()));
}

constexpr const char* minutes_kind = "berita_acara";

} // namespace

std::string rule_in_words(const model::Atlas& atlas, const CitedRule& rule, Date on) {
    const auto& listed = atlas.table<model::LegalBasis>();
    const auto found = std::find_if(listed.begin(), listed.end(), [&](const auto& row) {
        return row.kind == rule.kind && row.number == rule.number && row.year == rule.year;
    });
    if (found == listed.end() || (found->in_force_since && on < *found->in_force_since))
        return {};
    std::string text = regulation_kind(found->kind) + " Nomor " + found->number + " Tahun " +
                       std::to_string(found->year) + " tentang " + text_or_blank(found->title);
    if (!found->revoked_since || on < *found->revoked_since)
        return text;
    for (const model::LegalBasis& row : listed)
        if (row.kind + " " + row.number + "/" + std::to_string(row.year) == found->revoked_by &&
            &row != &*found)
            return rule_in_words(atlas, {row.kind, row.number, row.year}, on);
    return text + " (dicabut sejak " + day_text(*found->revoked_since) +
           (found->revoked_by.empty() ? "" : " oleh " + found->revoked_by) + ")";
}

std::vector<std::string> rules_in_words(const model::Atlas& atlas,
                                        const std::vector<CitedRule>& rules, Date on) {
    std::vector<std::string> texts;
    for (const CitedRule& rule : rules)
        if (std::string text = rule_in_words(atlas, rule, on);
            !text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    return texts;
}

std::vector<std::string> law_of_minutes(const model::Atlas& atlas, Date on) {
    return rules_in_words(atlas,
                          {{"UU", "6", 2014},
                           {"UU", "3", 2024},
                           {"PP", "43", 2014},
                           {"PP", "16", 2026},
                           {"Permendagri", "45", 2016},
                           {"Perban BIG", "15", 2019}},
                          on);
}

std::vector<std::string> law_of_minutes(const model::Atlas& atlas, const model::Document* minutes,
                                        Date on) {
    if (!minutes || minutes->citations.empty())
        return law_of_minutes(atlas, on);
    std::vector<std::string> kept;
    for (std::string& line : split(minutes->citations, '\n'))
        if (!line.empty())
            kept.push_back(std::move(line));
    return kept;
}

model::Document with_citations(const model::Atlas& atlas, model::Document document, Date today) {
    if (document.kind == minutes_kind && document.citations.empty())
        for (const std::string& rule : law_of_minutes(atlas, document.date.value_or(today)))
            document.citations += (document.citations.empty() ? "" : "\n") + rule;
    return document;
}

} // namespace antardesa::workspace
