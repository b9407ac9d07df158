#include "ui/record_look.h"

#include "workspace/typed_value.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace antardesa::ui {

using workspace::FieldKind;
using workspace::RecordChoice;
using workspace::RecordField;

namespace {

constexpr std::size_t listed_choices = 12; ///< more are looked for by words

} // namespace

bool is_wide(const RecordField& field) {
    constexpr std::array<std::string_view, 18> wide{
        "judul",     "nama",       "keterangan", "alamat",    "penerbit",  "bidang_usaha",
        "kode_desa", "uraian",     "agenda",     "keputusan", "catatan",   "penyelesaian",
        "pokok",     "kata_kunci", "hadir_lain", "tembusan",  "rpjm_desa", "rkp_desa"};
    return field.column.starts_with("isi_") || has_lines(field) || field.kind == FieldKind::marks ||
           field.kind == FieldKind::place ||
           std::find(wide.begin(), wide.end(), field.column) != wide.end();
}

bool has_lines(const RecordField& field) {
    return field.column == "kutipan";
}

bool is_long_list(const RecordField& field) {
    return field.kind == FieldKind::choice && field.choices.size() > listed_choices;
}

std::string name_of(const RecordField& field, const std::string& value) {
    for (const RecordChoice& choice : field.choices)
        if (choice.value == value)
            return choice.name;
    return value;
}

std::string shown_value(const RecordField& field, const i18n::Catalogue& language) {
    return is_long_list(field) ? name_of(field, field.value)
                               : workspace::shown_value(field.kind, field.value, language);
}

std::optional<Message> refused_value(const RecordField& field, const std::string& typed,
                                     const std::string& words, const i18n::Catalogue& language) {
    if (field.is_needed && typed.empty())
        return Message{"workspace.record.missing", {field.label}};
    if (is_long_list(field)) {
        if (words.empty() || words == name_of(field, typed))
            return std::nullopt;
        return Message{"ui.record.not_chosen", {words}};
    }
    if (field.kind == FieldKind::choice || typed == shown_value(field, language))
        return std::nullopt;
    const auto stored =
        workspace::stored_value(field.kind, field.label, typed, language.language());
    if (stored)
        return std::nullopt;
    return stored.refusal().message;
}

} // namespace antardesa::ui
