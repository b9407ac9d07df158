#include "workspace/register_row.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

Id<model::BoundaryDispute> case_of(RegisterRow& row) {
    return row.needed<model::BoundaryDispute>("sengketa_id", Register::dispute);
}

} // namespace

void lay_local_step(RegisterRow& row) {
    model::LocalStep step;
    step.name = row.text("nama");
    step.after = row.code("sesudah", step.after);
    step.basis = row.text("dasar");
    step.id = row.already<model::LocalStep>([&step](const model::LocalStep& other) {
        return other.name == step.name && other.after == step.after;
    });
    row.keep_unsaid(step, "dasar", &model::LocalStep::basis);
    row.lay(std::move(step));
}

void lay_case_segment(RegisterRow& row) {
    model::CaseSegment part;
    part.dispute = case_of(row);
    const auto [first, second] =
        std::minmax({row.village("kode_desa_1"), row.village("kode_desa_2")});
    if (!row.usable())
        return;
    part.segment = row.first<model::BoundarySegment>(
        [first = first, second = second](const model::BoundarySegment& segment) {
            return segment.first == first && segment.second == second;
        });
    if (!part.segment)
        return row.refuse("workspace.register.no_segment", "register_no_segment", "kode_desa_2");
    const model::BoundaryDispute* dispute =
        row.context().draft.table<model::BoundaryDispute>().find(part.dispute);
    if (dispute && dispute->segment == part.segment)
        return row.refuse("workspace.register.own_segment", "register_own_segment", "kode_desa_2");
    part.id = row.part_of(
        part.dispute, &model::CaseSegment::dispute,
        [&part](const model::CaseSegment& other) { return other.segment == part.segment; });
    row.lay(part);
}

void lay_signatory(RegisterRow& row) {
    model::Signatory signatory;
    signatory.dispute = case_of(row);
    signatory.village = row.village("kode_desa");
    if (!row.usable())
        return;
    signatory.role = row.code("peran", signatory.role);
    signatory.name = row.text("nama");
    signatory.office = row.text("jabatan");
    signatory.employee_number = row.text("nip");
    signatory.paper_number = row.text("nomor_berita_acara");
    signatory.signed_on = row.unless_to_come(row.date("tanggal"), "tanggal");
    using Signatory = model::Signatory;
    signatory.id = row.part_of(signatory.dispute, &Signatory::dispute, [&](const Signatory& other) {
        return (row.any_will_do("kode_desa") || other.village == signatory.village) &&
               other.name == signatory.name;
    });
    row.keep_unsaid(signatory, "kode_desa", &Signatory::village, "peran", &Signatory::role,
                    "jabatan", &Signatory::office, "nip", &Signatory::employee_number,
                    "nomor_berita_acara", &Signatory::paper_number, "tanggal",
                    &Signatory::signed_on);
    row.lay(std::move(signatory));
}

void lay_evidence(RegisterRow& row) {
    model::Evidence evidence;
    evidence.dispute = case_of(row);
    evidence.village = row.village("kode_desa");
    if (!row.usable())
        return;
    evidence.kind = row.code("jenis", evidence.kind);
    evidence.title = row.text("judul");
    evidence.issuer = row.text("penerbit");
    if (const auto year = row.number("tahun", 0, 9999))
        evidence.year = static_cast<int>(*year);
    evidence.scale = row.text("skala");
    evidence.note = row.text("keterangan");
    evidence.document = row.reference<model::Document>("dokumen_id", Register::document);
    const auto longitude = row.number("bujur", -180, 180);
    const auto latitude = row.number("lintang", -90, 90);
    if (longitude && latitude)
        evidence.position = geo::Point{*longitude, *latitude};
    using Evidence = model::Evidence;
    evidence.id = row.told_again(evidence.dispute, &Evidence::dispute, [&](const Evidence& other) {
        return (row.any_will_do("kode_desa") || other.village == evidence.village) &&
               (row.any_will_do("jenis") || other.kind == evidence.kind) &&
               other.title == evidence.title;
    });
    row.keep_unsaid(evidence, "kode_desa", &Evidence::village, "jenis", &Evidence::kind, "penerbit",
                    &Evidence::issuer, "tahun", &Evidence::year, "skala", &Evidence::scale,
                    "keterangan", &Evidence::note, "bujur", &Evidence::position, "lintang",
                    &Evidence::position);
    row.keep(evidence, &model::Evidence::document, "dokumen_id");
    row.lay(std::move(evidence));
}

void lay_attachment(RegisterRow& row) {
    model::Attachment attachment;
    attachment.document = row.needed<model::Document>("dokumen_id", Register::document);
    if (!row.usable())
        return;
    attachment.name = row.text("nama");
    attachment.media_type = row.text("jenis_media");
    attachment.words = row.text("kata_kunci");
    attachment.link = row.text("tautan");
    attachment.id = row.already<model::Attachment>([&](const model::Attachment& other) {
        return other.document == attachment.document && other.name == attachment.name;
    });
    row.keep_unsaid(attachment, "jenis_media", &model::Attachment::media_type, "kata_kunci",
                    &model::Attachment::words, "tautan", &model::Attachment::link);
    // A table cannot hold the bytes: those that are there stay.
    if (const auto* before = row.context().draft.table<model::Attachment>().find(attachment.id))
        attachment.content = before->content;
    else if (attachment.link.empty())
        row.warn("workspace.register.no_content", "register_no_content", "nama");
    row.lay(std::move(attachment));
}

void lay_village_alias(RegisterRow& row) {
    model::VillageAlias alias;
    alias.village = row.village("kode_desa");
    alias.name = row.text("nama");
    if (row.usable() && (!alias.village || alias.name.empty()))
        row.refuse("workspace.register.missing_value", "register_missing_value",
                   alias.village ? "nama" : "kode_desa");
    if (!row.usable())
        return;
    alias.id = row.already<model::VillageAlias>([&](const model::VillageAlias& other) {
        return other.village == alias.village && other.name == alias.name;
    });
    row.lay(std::move(alias));
}

namespace {

/// "aset_bersama" of "aset_bersama.nama"; empty for a list of agreements.
std::string list_of(const std::string& field) {
    const std::size_t point = field.find('.');
    return point == std::string::npos ? std::string() : field.substr(0, point);
}

} // namespace

void lay_column_meaning(RegisterRow& row) {
    model::ColumnMeaning meaning;
    meaning.column = row.text("kolom");
    meaning.field = row.text("ruas");
    // The same title may mean something else in a list of another kind.
    meaning.id = row.already<model::ColumnMeaning>([&](const model::ColumnMeaning& other) {
        return other.column == meaning.column && list_of(other.field) == list_of(meaning.field);
    });
    row.lay(std::move(meaning));
}

} // namespace antardesa::workspace
