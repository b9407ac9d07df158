#pragma once

#include "i18n/catalogue.h"

/// Stored codes in words, for papers, window and shell alike.
namespace antardesa::workspace {

/// Of a key that names a code, "code.segment_state.perbup", the one that a kota names it by,
/// "code.segment_state_city.perbup", where there is one: its Wali Kota enacts what elsewhere the
/// Bupati does (`model::is_city`). Elsewhere the key itself.
std::string code_key(const i18n::Catalogue& language, std::string key, bool in_city);

/// What a code of "segment_state" and its like is called.
std::string code_words(const i18n::Catalogue& language, std::string_view list,
                       std::string_view code, bool in_city);

} // namespace antardesa::workspace
