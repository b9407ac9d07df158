#pragma once

#include "analysis/suggestions.h"
#include "i18n/catalogue.h"

#include <string>

/// Suggestions in words: a question to the villages and the recorded facts it rests on.
namespace antardesa::workspace {

/// "Mata air Tuk Wonoindah dimiliki beberapa desa yang bertetangga tanpa kerja sama yang berjalan".
std::string rule_text(const analysis::Suggestion& suggestion, const i18n::Catalogue& language);
/// "Wonoindah berbatasan dengan Margamurni."
std::string fact_text(const model::Atlas& atlas, const analysis::Fact& fact,
                      const i18n::Catalogue& language);

} // namespace antardesa::workspace
