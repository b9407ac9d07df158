#pragma once

#include "analysis/suggestions.h"
#include "i18n/catalogue.h"

#include <string>
#include <utility>
#include <vector>

namespace antardesa::workspace {

/// An agreement that a suggestion would begin with; a person changes it and says yes.
struct AgreementDraft {
    std::string title;
    model::Field field = model::Field::other;
    std::vector<std::pair<Id<model::Village>, std::string>> villages; ///< with their names
    Id<model::Agreement> prolongs = {}; ///< the one that ends: the draft says that it amends it
    std::string prolongs_title = {};
};
/// "Pengelolaan bersama Mata air Tuk Wonoindah", "Perpanjangan: …", "Kerja sama ekonomi Mekarsari,
/// Sukamaju". The title goes into the project, so it is Indonesian for whoever asks:
/// `indonesian` is that catalogue.
AgreementDraft draft_of(const model::Atlas& atlas, const analysis::Suggestion& suggestion,
                        const i18n::Catalogue& indonesian);

} // namespace antardesa::workspace
