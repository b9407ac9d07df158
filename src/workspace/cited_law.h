#pragma once

#include "model/atlas.h"

#include <string>
#include <string_view>
#include <vector>

/// The law as papers cite it: rows of the project's dasar_hukum, in Indonesian, never texts in code
/// (domain.md, "Read this first").
namespace antardesa::workspace {

struct CitedRule {
    std::string_view kind;
    std::string_view number;
    int year = 0;
};

/// "Undang-Undang Nomor 6 Tahun 2014 tentang Desa" as it was on a day: in its place the rule that
/// had replaced it by then, where that is listed, else with the remark that it was revoked. Empty
/// when the project does not list it, or it was not in force yet: a paper of 2024 cites no rule of
/// 2026, whenever it is printed.
std::string rule_in_words(const model::Atlas& atlas, const CitedRule& rule, Date on);
/// Those of the rules that are listed, each once.
std::vector<std::string> rules_in_words(const model::Atlas& atlas,
                                        const std::vector<CitedRule>& rules, Date on);

/// What minutes about a boundary cite that are of that day.
std::vector<std::string> law_of_minutes(const model::Atlas& atlas, Date on);
/// What such minutes cited when they were recorded, whatever has become of the list since; what
/// `law_of_minutes` says where nothing was kept.
std::vector<std::string> law_of_minutes(const model::Atlas& atlas, const model::Document* minutes,
                                        Date on);

/// The document with what it cites, for `Document::citations`: minutes (kind "berita_acara") that
/// have none yet, by their own day or else by `today`. Any other is as it was.
model::Document with_citations(const model::Atlas& atlas, model::Document document, Date today);

} // namespace antardesa::workspace
