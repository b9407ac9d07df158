#pragma once

#include "i18n/catalogue.h"
#include "model/atlas.h"
#include "model/edit.h"
#include "workspace/register_import.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Rows of the register one by one: forms over the same columns as `register_sheets`, and the edits
/// that they make. Nothing that the law asks for keeps a row from being saved.
namespace antardesa::workspace {

/// A row of a register. Of kinds without an `id` column (parties, members, …) it is the row's id in
/// the project.
struct RecordKey {
    Register kind = Register::agreement;
    std::int64_t id = 0;    ///< 0: a new one
    std::int64_t owner = 0; ///< of a new party, member, share, …: the row that it belongs to
    /// What that row is, where a kind may belong to several: a meeting to an agreement, a body or a
    /// case.
    Register owner_kind = Register::agreement;
    friend bool operator==(RecordKey, RecordKey) = default;
};

enum class FieldKind {
    text,
    date,   ///< "2026-11-23" as stored; typed also as "23-11-2026"
    number, ///< a decimal point as stored
    money,  ///< the same in whole rupiah mostly, read with points for thousands
    choice, ///< one of `choices`: a closed list, yes or nothing, a row of another register
    marks,  ///< any of `choices`, joined by ";"
    place   ///< a position: well-known text as stored; typed as coordinates
};
struct RecordChoice {
    std::string value; ///< as stored
    std::string name;
};
/// What the law asks for and the row lacks; it keeps nothing from being saved.
struct RecordNote {
    Severity severity = Severity::warning;
    std::string text;  ///< "Belum tercatat atas prakarsa siapa: desa atau pihak ketiga."
    std::string basis; ///< "Dasar: Permendagri 96/2017 ps. 14"
};
struct RecordField {
    std::string column; ///< of the register: "nomor"
    std::string label;
    FieldKind kind = FieldKind::text;
    std::string value; ///< as stored (typed_value.h: as people read it); empty: nothing
    std::vector<RecordChoice> choices;
    std::vector<RecordNote> notes = {}; ///< that this field answers
    bool is_needed = false;             ///< without it the row means nothing and is not taken
};
/// A row that belongs to the one in the form.
struct RecordChild {
    RecordKey key;
    std::string title;
};
struct RecordForm {
    RecordKey key;
    std::string title; ///< what the row is called; empty: a new one
    std::string kind_name;
    std::vector<RecordField> fields;
    std::vector<RecordChild> children;
    std::vector<std::pair<Register, std::string>> can_add; ///< kinds of children
    std::optional<RecordKey> parent;
    std::vector<RecordNote> notes = {}; ///< that no field answers
};
/// Nothing for a row that is not there and for registers that have no form (segments, claims:
/// their lines are drawn). Of a case, what is no step of it: number, subject, the day it was
/// reported; and its meetings, evidence, signatories and further segments. There is no new one.
std::optional<RecordForm> record_form(const model::Atlas& atlas, RecordKey key,
                                      const i18n::Catalogue& language);

/// Registers that have forms and stand by themselves, with their rows.
struct RecordList {
    Register kind = Register::agreement;
    std::string name;
    std::vector<RecordChild> rows;
};
std::vector<RecordList> record_lists(const model::Atlas& atlas, const i18n::Catalogue& language);

struct RecordChange {
    RecordKey key;
    std::vector<std::pair<std::string, std::string>> values; ///< column, as typed or stored
    i18n::Language language = i18n::Language::indonesian;    ///< whose way to write numbers it is
    std::optional<Date> today = {}; ///< none: no day is held to be still to come
};
/// The row with these values; what is not named stays. Refused, naming the field: a date, number
/// or position that cannot be read, a title that is missing; a row that is gone; a party that is
/// none or two; what cannot have happened yet (model::not_yet_happened). A segment that comes into
/// a case which goes on is disputed with it (disputed_lines.h). `edit.change_record` /
/// `edit.add_record` with the register's and the row's name.
Result<model::Edit> change_record(const model::Atlas& atlas, const RecordChange& change);

/// The row goes, and the rows that belong to it. Refused while another row refers to it, by name,
/// and for a case, which ends by its steps.
Result<model::Edit> erase_record(const model::Atlas& atlas, RecordKey key);

} // namespace antardesa::workspace
