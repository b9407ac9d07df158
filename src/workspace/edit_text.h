#pragma once

#include "i18n/catalogue.h"

namespace antardesa::workspace {

/// What an edit is called in the history: its message with stored codes put into words, in a kota
/// its own (`code_words`).
std::string edit_text(const Message& name, const i18n::Catalogue& language, bool in_city = false);

} // namespace antardesa::workspace
