#pragma once

#include "workspace/record.h"

#include <optional>
#include <string>

/// How a field of a register's form looks.
namespace antardesa::ui {

/// It takes the whole width.
bool is_wide(const workspace::RecordField& field);
/// It has several lines: laws, one a line (decision 0011).
bool has_lines(const workspace::RecordField& field);
/// So many choices that one looks for them by words.
bool is_long_list(const workspace::RecordField& field);
/// The name of a choice; the value where it is none.
std::string name_of(const workspace::RecordField& field, const std::string& value);
/// The value as people read and type it (workspace/typed_value.h); of a long list the name.
std::string shown_value(const workspace::RecordField& field, const i18n::Catalogue& language);
/// Why what was typed, or looked for in a long list, cannot be stored; nothing when it can. What
/// was not touched stands.
std::optional<Message> refused_value(const workspace::RecordField& field, const std::string& typed,
                                     const std::string& words, const i18n::Catalogue& language);

} // namespace antardesa::ui
