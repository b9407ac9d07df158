#pragma once

#include "base/finding.h"
#include "io/table_reader.h"
#include "workspace/name_match.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// A list of cooperation as an office keeps it: columns of its own, a row for an agreement or for
/// each of its villages, villages by name. It becomes the registers of `lay_registers`.
namespace antardesa::workspace {

/// What a column may hold, by the names of the registers: those of `kerja_sama`, and "desa",
/// "kecamatan" (of the villages in the row), "pihak_ketiga". In the order in which a choice shows
/// them.
const std::vector<std::string>& office_fields();

/// What a person decided, over what is guessed and remembered.
struct OfficeChoices {
    std::map<std::string, std::string> columns; ///< title → field; "-": not taken
    std::map<std::string, std::string> names; ///< as written → code or "#12 Name"; "-": left out
    bool leave_unknown = false; ///< names that are not sure are left out, and noted in the row
};

struct OfficeColumn {
    std::string title;
    std::string field;  ///< empty: not taken
    std::string sample; ///< the first value
};
struct OfficeName {
    std::string written;
    std::string district; ///< as written beside it; may be empty
    VillageMatch match;
    bool decided = false; ///< by a person, now
};
struct OfficeList {
    std::string source; ///< file and sheet
    std::vector<OfficeColumn> columns;
    std::vector<OfficeName> names; ///< each once, those to be looked at first
    std::size_t agreements = 0;
    std::size_t open_names = 0; ///< of those that are not sure, not decided and not left
    std::vector<io::Table>
        registers; ///< kerja_sama, kerja_sama_pihak, pihak_ketiga, and what was decided
    std::vector<Finding> findings;
};

/// Nothing for a register (`register_of`), and for a table that has no column of titles or numbers
/// beside one of villages. Rows with the same number, or title where there is none, are one
/// agreement; a row with neither belongs to the one above. Dates and sums are read as people write
/// them. What a closed list does not know stays in the remark. Never silent: a name that is not
/// sure, a value that cannot be read, a column that is not taken have findings.
std::optional<OfficeList> read_office_list(const model::Atlas& atlas, const io::Table& table,
                                           const OfficeChoices& choices);

} // namespace antardesa::workspace
