#pragma once

#include "workspace/record.h"

#include <string>
#include <string_view>

/// What stands in a field of a register's form: how people read and type what is stored.
namespace antardesa::workspace {

/// What is stored as people read it, which `stored_value` takes back: "23-11-2026", "450.000.000",
/// "12,5", 08°16'02,00" LS  109°08'41,00" BT. A drawn line or area only says how many points it
/// has ("bidang dengan 12 titik"). Texts and choices are as they are stored.
std::string shown_value(FieldKind kind, const std::string& stored, const i18n::Catalogue& language);

/// The text as it is stored, or why it cannot be: {0} the field's name, {1} the text. Of money with
/// one separator alone the language says whether it parts thousands; in other numbers it begins the
/// decimals. Stored forms of dates and
/// places are taken as well.
Result<std::string> stored_value(FieldKind kind, std::string_view name, const std::string& typed,
                                 i18n::Language language = i18n::Language::indonesian);

} // namespace antardesa::workspace
