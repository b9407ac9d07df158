#pragma once

#include "workspace/office_list.h"

/// What the columns of an office's list hold, by their titles.
namespace antardesa::workspace {

/// The field of each column: as chosen, as remembered in the project, else guessed from the words
/// of its title. Every field once, but for "desa" and "pihak_ketiga".
std::vector<OfficeColumn> office_columns(const model::Atlas& atlas, const io::Table& table,
                                         const OfficeChoices& choices);

/// "Ekonomi", "Bidang ekonomi" → "ekonomi"; nothing for what the closed list of the field does not
/// have. Fields: bidang, jenis, tahap.
std::optional<std::string> office_code(std::string_view field, const std::string& written);

} // namespace antardesa::workspace
