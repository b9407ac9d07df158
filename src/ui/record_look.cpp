#include "ui/record_look.h"

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

std::string shown_value(const RecordField& field) {
    if (field.kind == FieldKind::date && field.value.size() == 10)
        return field.value.substr(8, 2) + "-" + field.value.substr(5, 2) + "-" +
               field.value.substr(0, 4);
    return is_long_list(field) ? name_of(field, field.value) : field.value;
}

} // namespace antardesa::ui
