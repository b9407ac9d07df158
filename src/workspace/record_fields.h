#pragma once

#include "workspace/record.h"
#include "workspace/register_export.h"

/// What a register's columns are in a form, and what may stand in them.
namespace antardesa::workspace {

/// A sheet of `register_sheets` by its register; null when there is none.
const io::WrittenSheet* sheet_of(const std::vector<io::WrittenSheet>& sheets, Register kind);
/// As a register's cell has it: "2026-11-23", "450000000".
std::string stored_text(const io::SheetValue& value);

/// Columns that name the row that this one belongs to, and the outline of what has one: no fields.
bool is_hidden(Register kind, std::string_view column);
RecordField record_field(const model::Atlas& atlas, Register kind, const io::SheetColumn& column,
                         std::string value, const i18n::Catalogue& language);

FieldKind field_kind(Register kind, const io::SheetColumn& column);
/// Columns that may not stay empty.
std::vector<std::string_view> needed_columns(Register kind);

/// Where the row stands in its table; nothing when it is gone.
std::optional<std::size_t> row_index(const model::Atlas& atlas, RecordKey key);
/// What people call the row: title, name, "Desa – penyedia". Codes are words of the language where
/// one is given, and figures that tell rows apart stand with them.
std::string record_title(const model::Atlas& atlas, RecordKey key,
                         const i18n::Catalogue* language = nullptr);
/// The registers whose rows belong to one of this, with the column that names it.
struct ChildRegister {
    Register kind;
    std::string_view owner_column;
};
std::vector<ChildRegister> child_registers(Register kind);
/// The registers that a row of this may belong to, with the column here that names it: one for
/// most; a meeting or a report has several and names at least one.
std::vector<ChildRegister> owner_registers(Register kind);
/// The rows of a child register that belong to the owner, by id.
std::vector<std::int64_t> children_of(const model::Atlas& atlas, Register child, RecordKey owner);
/// The key with the owner of its child row; as it is for a new row and one that stands by itself.
RecordKey with_owner(const model::Atlas& atlas, RecordKey key);
/// What a new row of an agreement begins with, by where its villages lie and what the law says: who
/// facilitates a problem, from whom to whom a report goes.
void fill_defaults(const model::Atlas& atlas, const io::WrittenSheet& sheet, RecordKey key,
                   std::vector<std::string>& cells);
/// The villages that may attend a meeting: of those it is about, then those that did.
std::vector<RecordChoice> attending_choices(const model::Atlas& atlas, RecordKey meeting);
/// Of a column with a closed list what may be stored: "kepala_desa, fasilitator"; else empty.
std::string stored_codes(Register kind, std::string_view column);
std::int64_t newest_id(const model::Atlas& atlas, Register kind);
/// What refers to the row and does not belong to it; empty: nothing.
std::string referring_row(const model::Atlas& atlas, RecordKey key);
model::RowWrite erasure(RecordKey key);

} // namespace antardesa::workspace
