#pragma once

#include "i18n/catalogue.h"
#include "model/atlas.h"

namespace antardesa::workspace {

/// What a village was called and coded before, newest first, with the day it ended as this language
/// writes it: "99.01.10.2003, s.d. 01-03-2026".
std::vector<std::string> previous_names(const model::Village& village,
                                        const i18n::Catalogue& language);

/// The village that once had this code. Null: none, or several.
const model::Village* once_coded(const model::Atlas& atlas, std::string_view code);

} // namespace antardesa::workspace
