#include "workspace/record_fields.h"

#include "io/csv_writer.h"
#include "model/state_papers.h"
#include "model/village_law.h"
#include "workspace/code_words.h"
#include "workspace/register_reference.h"
#include "workspace/register_row.h"
#include "workspace/words.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

template<class Enum>
std::vector<std::string_view> codes() {
    std::vector<std::string_view> all;
    for (const auto& entry : model::Codes<Enum>::list)
        if (!entry.code.empty())
            all.push_back(entry.code);
    return all;
}

/// The closed list of a column: its name in the catalogue and its codes.
struct ClosedList {
    Register kind;
    std::string_view column;
    const char* name;
    std::vector<std::string_view> (*codes)();
};

constexpr std::array<ClosedList, 28> closed_lists{
    {{Register::agreement, "cabang", "branch", codes<model::Branch>},
     {Register::agreement, "jenis", "cooperation_kind", codes<model::CooperationKind>},
     {Register::agreement, "bidang", "field", codes<model::Field>},
     {Register::agreement, "bidang_kini", "current_field", codes<model::CurrentField>},
     {Register::agreement, "tahap", "stage", codes<model::Stage>},
     {Register::agreement, "alasan_berakhir", "end_reason", codes<model::EndReason>},
     {Register::third_party, "jenis", "third_party_kind", codes<model::ThirdPartyKind>},
     {Register::body_member, "unsur", "body_element", codes<model::BodyElement>},
     {Register::body_member, "kelamin", "gender", codes<model::Gender>},
     {Register::enterprise, "keadaan", "enterprise_state", codes<model::EnterpriseState>},
     {Register::asset, "jenis", "asset_kind", codes<model::AssetKind>},
     {Register::asset, "kondisi", "asset_condition", codes<model::AssetCondition>},
     {Register::asset_share, "pemegang", "holder_kind", codes<model::HolderKind>},
     {Register::agreement, "prakarsa", "initiative", codes<model::Initiative>},
     {Register::enterprise_capital, "asal", "capital_source", codes<model::CapitalSource>},
     {Register::asset, "pemanfaatan", "asset_use", codes<model::AssetUse>},
     {Register::meeting, "jenis", "meeting_kind", codes<model::MeetingKind>},
     {Register::meeting, "hasil", "meeting_outcome", codes<model::MeetingOutcome>},
     {Register::funding, "sumber", "funding_source", codes<model::FundingSource>},
     {Register::report, "jenis", "report_kind", codes<model::ReportKind>},
     {Register::problem, "fasilitator", "facilitator", codes<model::Facilitator>},
     {Register::body_activity, "tugas", "body_task", codes<model::BodyTask>},
     {Register::body_activity, "fungsi", "body_function", codes<model::BodyFunction>},
     {Register::body_activity, "keadaan", "activity_state", codes<model::ActivityState>},
     {Register::asset_care, "jenis", "care_kind", codes<model::CareKind>},
     {Register::local_step, "sesudah", "dispute_state", codes<model::DisputeState>},
     {Register::signatory, "peran", "signatory_role", codes<model::SignatoryRole>},
     {Register::evidence, "jenis", "evidence_kind", codes<model::EvidenceKind>}}};

const ClosedList* closed_list(Register kind, std::string_view column) {
    const auto found =
        std::find_if(closed_lists.begin(), closed_lists.end(), [&](const ClosedList& list) {
            return list.kind == kind && list.column == column;
        });
    return found == closed_lists.end() ? nullptr : &*found;
}

/// The register whose rows a column names by id.
std::optional<Register> referred(std::string_view column) {
    constexpr std::array<std::pair<std::string_view, Register>, 7> columns{
        {{"dokumen_id", Register::document},
         {"bkad_id", Register::body},
         {"kerja_sama_id", Register::agreement},
         {"pihak_ketiga_id", Register::third_party},
         {"mengubah_id", Register::agreement},
         {"sengketa_id", Register::dispute},
         {"langkah_daerah_id", Register::local_step}}};
    for (const auto& [name, kind] : columns)
        if (name == column)
            return kind;
    return std::nullopt;
}

template<class Row>
void add_rows(std::vector<RecordChoice>& choices, const model::Atlas& atlas, Register kind) {
    for (const Row& row : atlas.table<Row>())
        choices.push_back(
            {std::to_string(row.id.value), record_title(atlas, {kind, row.id.value, 0})});
}

std::vector<RecordChoice> rows_of(const model::Atlas& atlas, Register kind) {
    std::vector<RecordChoice> choices;
    if (kind == Register::document)
        add_rows<model::Document>(choices, atlas, kind);
    else if (kind == Register::body)
        add_rows<model::CooperationBody>(choices, atlas, kind);
    else if (kind == Register::agreement)
        add_rows<model::Agreement>(choices, atlas, kind);
    else if (kind == Register::third_party)
        add_rows<model::ThirdParty>(choices, atlas, kind);
    else if (kind == Register::dispute)
        add_rows<model::BoundaryDispute>(choices, atlas, kind);
    else if (kind == Register::local_step)
        add_rows<model::LocalStep>(choices, atlas, kind);
    return choices;
}

/// By row, so that villages without a code can be named.
std::vector<RecordChoice> villages_of(const model::Atlas& atlas) {
    std::vector<RecordChoice> choices;
    for (const model::Village& village : atlas.villages()) {
        const model::District* district = atlas.find(village.district);
        choices.push_back({reference_text(atlas, village),
                           district ? village.name + " · " + district->name : village.name});
    }
    return choices;
}

std::vector<RecordChoice> districts_of(const model::Atlas& atlas) {
    std::vector<RecordChoice> choices;
    for (const model::District& district : atlas.districts())
        choices.push_back({reference_text(district), district.name});
    return choices;
}

std::vector<RecordChoice> aims_of(const i18n::Catalogue& language) {
    std::vector<RecordChoice> choices;
    for (const char* number : {"1", "2", "3", "4"})
        choices.push_back({number, language.text("code.aim." + std::string(number))});
    return choices;
}

} // namespace

std::string stored_text(const io::SheetValue& value) {
    return csv_cell(value).text;
}

const io::WrittenSheet* sheet_of(const std::vector<io::WrittenSheet>& sheets, Register kind) {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(),
                     [&](const io::WrittenSheet& sheet) { return sheet.name == name_of(kind); });
    return found == sheets.end() ? nullptr : &*found;
}

bool is_hidden(Register kind, std::string_view column) {
    if (column == "id" || column.starts_with("geometri_"))
        return true;
    // The rest of a case is who the parties are, and its steps.
    if (kind == Register::dispute)
        return column != "nomor" && column != "pokok" && column != "dilaporkan";
    constexpr std::array<std::pair<Register, std::string_view>, 14> owners{
        {{Register::agreement_party, "kerja_sama_id"},
         {Register::body_member, "bkad_id"},
         {Register::enterprise_capital, "bum_desa_bersama_id"},
         {Register::asset_share, "aset_id"},
         {Register::funding, "kerja_sama_id"},
         {Register::problem, "kerja_sama_id"},
         {Register::evaluation, "kerja_sama_id"},
         {Register::boundary_subject, "kerja_sama_id"},
         {Register::body_activity, "bkad_id"},
         {Register::asset_care, "aset_id"},
         {Register::case_segment, "sengketa_id"},
         {Register::signatory, "sengketa_id"},
         {Register::evidence, "sengketa_id"},
         {Register::attachment, "dokumen_id"}}};
    return std::find(owners.begin(), owners.end(), std::pair(kind, column)) != owners.end();
}

namespace {

bool names_village(std::string_view column) {
    return column == "kode_desa" || column == "kode_desa_1" || column == "kode_desa_2";
}

} // namespace

std::string stored_codes(Register kind, std::string_view column) {
    std::string text;
    if (const ClosedList* list = closed_list(kind, column))
        for (const std::string_view code : list->codes())
            if (!code.empty())
                text.append(text.empty() ? "" : ", ").append(code);
    return text;
}

namespace {

bool is_document_kind(Register kind, std::string_view column) {
    return kind == Register::document && column == "jenis";
}

} // namespace

FieldKind field_kind(Register kind, const io::SheetColumn& column) {
    const std::string_view name = column.title;
    if (closed_list(kind, name) || referred(name) || names_village(name) ||
        name == "kode_kecamatan" || name == "persetujuan_bpd" || is_document_kind(kind, name))
        return FieldKind::choice;
    if (name == "tujuan" || name == "kode_desa_hadir")
        return FieldKind::marks;
    if (name == "geometri")
        return FieldKind::place;
    if (column.style == io::SheetStyle::date)
        return FieldKind::date;
    if (column.style == io::SheetStyle::rupiah)
        return FieldKind::money;
    const bool number =
        column.style != io::SheetStyle::text || name == "bujur" || name == "lintang";
    return number ? FieldKind::number : FieldKind::text;
}

namespace {

std::vector<RecordChoice> choices_of(const model::Atlas& atlas, Register kind,
                                     std::string_view column, const i18n::Catalogue& language) {
    if (const ClosedList* list = closed_list(kind, column)) {
        std::vector<RecordChoice> choices;
        const bool in_city = model::is_city(atlas);
        for (const std::string_view code : list->codes())
            choices.push_back({std::string(code), code_words(language, list->name, code, in_city)});
        return choices;
    }
    if (is_document_kind(kind, column)) {
        std::vector<RecordChoice> choices;
        for (const std::string_view code : model::document_kinds())
            choices.push_back({std::string(code), document_kind_name(code, language)});
        return choices;
    }
    if (const auto other = referred(column))
        return rows_of(atlas, *other);
    if (names_village(column))
        return villages_of(atlas);
    if (column == "kode_kecamatan")
        return districts_of(atlas);
    if (column == "persetujuan_bpd")
        return {{"ya", language.text("workspace.record.yes")}};
    return column == "tujuan" ? aims_of(language) : std::vector<RecordChoice>{};
}

} // namespace

RecordField record_field(const model::Atlas& atlas, Register kind, const io::SheetColumn& column,
                         std::string value, const i18n::Catalogue& language) {
    std::vector<RecordChoice> choices = choices_of(atlas, kind, column.title, language);
    // What a file has brought beside the list stays until another one is chosen.
    const bool is_other = is_document_kind(kind, column.title) && !value.empty() &&
                          std::none_of(choices.begin(), choices.end(),
                                       [&](const RecordChoice& one) { return one.value == value; });
    if (is_other)
        choices.push_back({value, value});
    // What a column means may depend on whose it is: the day of founding, the deed of founding.
    const std::string own = "workspace.record." + std::string(name_of(kind)) + "." + column.title;
    return {column.title,
            language.text(language.has(own) ? own : "workspace.record." + column.title),
            field_kind(kind, column), std::move(value), std::move(choices)};
}

} // namespace antardesa::workspace
