#pragma once

#include "workspace/office_list.h"

/// What an office's list is about and what its columns hold, by their titles.
namespace antardesa::workspace {

/// As chosen, else as the words of titles and of the file's name tell, where the columns without
/// which a list of that kind means nothing are there.
OfficeKind kind_of_list(const model::Atlas& atlas, const io::Table& table,
                        const OfficeChoices& choices);

/// The same of a table as it came, with lines above its titles.
OfficeKind kind_of_table(const model::Atlas& atlas, const io::Table& table,
                         const OfficeChoices& choices);

/// As `read_office_list` beside registers that other lists of the same import have become: what
/// these have begun, a list of assets rests on, a list of people belongs to. They come back with
/// it.
OfficeList read_office_list(const model::Atlas& atlas, const io::Table& table,
                            const OfficeChoices& choices, std::vector<io::Table> made);

/// The field of each column: as chosen, as remembered in the project, else guessed from the words
/// of its title. Every field once, but for those that several columns may hold together.
std::vector<OfficeColumn> office_columns(const model::Atlas& atlas, const io::Table& table,
                                         const OfficeChoices& choices, OfficeKind kind);

/// Fields that no column holds and without which the list means nothing; of alternatives the
/// first.
std::vector<std::string> missing_fields(OfficeKind kind, const std::vector<OfficeColumn>& columns);

/// How a meaning is remembered: "judul" of agreements, "aset_bersama.nama" of others.
std::string remembered_field(OfficeKind kind, const std::string& field);

} // namespace antardesa::workspace
