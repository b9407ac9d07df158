#pragma once

#include "base/finding.h"
#include "io/table_reader.h"
#include "workspace/name_match.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A list as an office keeps it: columns of its own, villages by name, a row for a thing or for
/// each of the villages that take part in it. It becomes the registers of `lay_registers`.
namespace antardesa::workspace {

/// What a list is about. `none`: not known, or not to be read.
enum class OfficeKind { none, agreements, assets, bodies, members, enterprises };
/// In the order in which a choice shows them, without `none`.
const std::vector<OfficeKind>& office_kinds();
/// The register that its rows become: "kerja_sama", "aset_bersama", "bkad", "bkad_anggota",
/// "bum_desa_bersama"; "-" of `none`.
std::string_view name_of(OfficeKind kind);
/// Nothing for any other name.
std::optional<OfficeKind> office_kind(std::string_view name);

/// What a column of such a list may hold, by the names of the registers' columns, and of what has
/// no column there: "desa", "kecamatan" (of the villages in the row), "pihak_ketiga", "koordinat",
/// "masa_jabatan", …. In the order in which a choice shows them.
const std::vector<std::string>& office_fields(OfficeKind kind);

/// What a person decided, over what is guessed and remembered.
struct OfficeChoices {
    std::map<std::string, std::string> columns; ///< title → field; "-": not taken
    std::map<std::string, std::string> names; ///< as written → code or "#12 Name"; "-": left out
    bool leave_unknown = false; ///< names that are not sure are left out, and noted in the row
    std::map<std::string, std::string> lists = {}; ///< file or sheet, "" for all → name of its kind
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
    OfficeKind kind = OfficeKind::none;
    std::vector<OfficeColumn> columns;
    std::vector<OfficeName> names;    ///< each once, those to be looked at first
    std::vector<std::string> missing; ///< fields that a list of its kind needs and no column holds
    std::size_t entries = 0;          ///< agreements, assets, bodies …: what a row began
    std::size_t passed_over = 0;      ///< rows that are no entries: sums, who signed
    std::size_t open_names = 0;       ///< of those that are not sure, not decided and not left
    std::vector<io::Table> registers; ///< what it becomes, and what was decided; empty: not read
    std::vector<Finding> findings;
};

/// Of the kind that is chosen, else that its titles and its name tell; of kind `none`, without
/// anything else, when they tell of none. Rows with the same name (number, title) are one thing; a
/// row without any belongs to the one above. Dates, sums, shares and places are read as people
/// write them. What the project knows of a thing already stays where the list says nothing else.
/// Never silent: a name that is not sure, a value that cannot be read, a column that is not taken
/// have findings; what the register has a remark for is kept there.
/// Pre-condition: the table is no register (`register_of`).
OfficeList read_office_list(const model::Atlas& atlas, const io::Table& table,
                            const OfficeChoices& choices);

} // namespace antardesa::workspace
