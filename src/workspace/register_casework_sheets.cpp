#include "workspace/register_sheet.h"

namespace antardesa::workspace {

namespace {

using io::WrittenSheet;

WrittenSheet local_steps(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "langkah_daerah",
                        {number_column("id"), text_column("nama", 36), text_column("sesudah", 24),
                         text_column("dasar", 30)});
    for (const model::LocalStep& row : atlas.table<model::LocalStep>())
        sheet.row().id(row.id).add(row.name).code(row.after).add(row.basis);
    return sheet.finish();
}

/// A segment stands there by its two villages.
WrittenSheet case_segments(const model::Atlas& atlas) {
    RegisterSheet sheet(
        atlas, "sengketa_segmen",
        {number_column("sengketa_id"), text_column("kode_desa_1"), text_column("kode_desa_2")});
    for (const model::CaseSegment& row : atlas.table<model::CaseSegment>()) {
        const model::BoundarySegment* segment = atlas.find(row.segment);
        sheet.row()
            .id(row.dispute)
            .village(segment ? segment->first : Id<model::Village>{})
            .village(segment ? segment->second : Id<model::Village>{});
    }
    return sheet.finish();
}

WrittenSheet signatories(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "penanda_tangan",
                        {number_column("sengketa_id"), text_column("peran", 20),
                         text_column("kode_desa"), text_column("nama", 30),
                         text_column("jabatan", 30), text_column("nip", 22),
                         text_column("nomor_berita_acara", 24), date_column("tanggal")});
    for (const model::Signatory& row : atlas.table<model::Signatory>())
        sheet.row()
            .id(row.dispute)
            .code(row.role)
            .village(row.village)
            .add(row.name)
            .add(row.office)
            .add(row.employee_number)
            .add(row.paper_number)
            .add(row.signed_on);
    return sheet.finish();
}

/// Coordinates are texts: a spreadsheet keeps fifteen digits of a number.
WrittenSheet evidence(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "bukti_sengketa",
                        {number_column("sengketa_id"), text_column("kode_desa"),
                         text_column("jenis"), text_column("judul", 36),
                         text_column("penerbit", 30), number_column("tahun"), text_column("skala"),
                         text_column("keterangan", 36), number_column("dokumen_id"),
                         text_column("bujur"), text_column("lintang")});
    for (const model::Evidence& row : atlas.table<model::Evidence>())
        sheet.row()
            .id(row.dispute)
            .village(row.village)
            .code(row.kind)
            .add(row.title)
            .add(row.issuer)
            .number(row.year)
            .add(row.scale)
            .add(row.note)
            .id(row.document)
            .add(row.position ? std::optional(row.position->x) : std::nullopt)
            .add(row.position ? std::optional(row.position->y) : std::nullopt);
    return sheet.finish();
}

/// The bytes do not go into a workbook: they stay in the project.
WrittenSheet attachments(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "lampiran",
                        {number_column("dokumen_id"), text_column("nama", 36),
                         text_column("jenis_media", 24), text_column("kata_kunci", 36),
                         text_column("tautan", 36)});
    for (const model::Attachment& row : atlas.table<model::Attachment>())
        sheet.row().id(row.document).add(row.name).add(row.media_type).add(row.words).add(row.link);
    return sheet.finish();
}

WrittenSheet aliases(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "nama_lain",
                        {number_column("id"), text_column("kode_desa"), text_column("nama", 36)});
    for (const model::VillageAlias& row : atlas.table<model::VillageAlias>())
        sheet.row().id(row.id).village(row.village).add(row.name);
    return sheet.finish();
}

WrittenSheet column_meanings(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "arti_kolom",
                        {number_column("id"), text_column("kolom", 36), text_column("ruas", 24)});
    for (const model::ColumnMeaning& row : atlas.table<model::ColumnMeaning>())
        sheet.row().id(row.id).add(row.column).add(row.field);
    return sheet.finish();
}

} // namespace

std::vector<WrittenSheet> casework_sheets(const model::Atlas& atlas) {
    return {local_steps(atlas), case_segments(atlas), signatories(atlas),    evidence(atlas),
            attachments(atlas), aliases(atlas),       column_meanings(atlas)};
}

} // namespace antardesa::workspace
