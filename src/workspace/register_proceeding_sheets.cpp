#include "workspace/register_sheet.h"
#include "workspace/well_known_text.h"

#include <iterator>

namespace antardesa::workspace {

namespace {

using io::WrittenSheet;

WrittenSheet meetings(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "musyawarah",
                        {number_column("id"), text_column("jenis"), number_column("kerja_sama_id"),
                         number_column("bkad_id"), number_column("sengketa_id"),
                         text_column("kode_desa"), date_column("tanggal"),
                         text_column("tempat", 24), text_column("agenda", 36),
                         text_column("kode_desa_hadir", 36), text_column("hadir_lain", 30),
                         text_column("hasil"), text_column("keputusan", 40),
                         number_column("dokumen_id"), number_column("langkah_daerah_id")});
    for (const model::Meeting& row : atlas.table<model::Meeting>())
        sheet.row()
            .id(row.id)
            .code(row.kind)
            .id(row.agreement)
            .id(row.body)
            .id(row.dispute)
            .village(row.village)
            .add(row.date)
            .add(row.place)
            .add(row.agenda)
            .villages(row.attended)
            .add(row.others_attended)
            .code(row.outcome)
            .add(row.decision)
            .id(row.document)
            .id(row.step);
    return sheet.finish();
}

WrittenSheet funding(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "kerja_sama_dana",
                        {number_column("kerja_sama_id"), text_column("kode_desa"),
                         number_column("pihak_ketiga_id"), text_column("sumber"),
                         number_column("tahun"), rupiah_column("rencana"),
                         rupiah_column("realisasi")});
    for (const model::Funding& row : atlas.table<model::Funding>())
        sheet.row()
            .id(row.agreement)
            .village(row.village)
            .id(row.third_party)
            .code(row.source)
            .number(row.year)
            .add(row.planned_rupiah)
            .add(row.realised_rupiah);
    return sheet.finish();
}

WrittenSheet reports(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "laporan",
                        {number_column("id"), number_column("kerja_sama_id"),
                         number_column("bkad_id"), text_column("jenis", 20), text_column("periode"),
                         date_column("jatuh_tempo"), date_column("tanggal"),
                         text_column("pengirim", 24), text_column("penerima", 24),
                         text_column("tembusan", 30), number_column("dokumen_id")});
    for (const model::Report& row : atlas.table<model::Report>())
        sheet.row()
            .id(row.id)
            .id(row.agreement)
            .id(row.body)
            .code(row.kind)
            .add(row.period)
            .add(row.due)
            .add(row.handed_in)
            .add(row.sender)
            .add(row.receiver)
            .add(row.copies)
            .id(row.document);
    return sheet.finish();
}

WrittenSheet problems(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "masalah",
                        {number_column("kerja_sama_id"), date_column("tanggal"),
                         text_column("uraian", 44), text_column("fasilitator"),
                         text_column("penyelesaian", 44), date_column("tanggal_selesai"),
                         number_column("dokumen_id")});
    for (const model::Problem& row : atlas.table<model::Problem>())
        sheet.row()
            .id(row.agreement)
            .add(row.date)
            .add(row.description)
            .code(row.facilitator)
            .add(row.settlement)
            .add(row.settled)
            .id(row.document);
    return sheet.finish();
}

WrittenSheet evaluations(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "evaluasi",
                        {number_column("kerja_sama_id"), date_column("tanggal"),
                         text_column("penilai", 24), number_column("rekognisi"),
                         number_column("kebersamaan"), number_column("kegotongroyongan"),
                         number_column("partisipatif"), number_column("demokratis"),
                         number_column("kesetaraan"), number_column("pemberdayaan"),
                         number_column("berkelanjutan"), number_column("akuntabilitas"),
                         text_column("catatan", 44)});
    for (const model::Evaluation& row : atlas.table<model::Evaluation>())
        sheet.row()
            .id(row.agreement)
            .add(row.date)
            .add(row.evaluator)
            .number(row.recognition)
            .number(row.togetherness)
            .number(row.mutual_help)
            .number(row.participation)
            .number(row.democracy)
            .number(row.equality)
            .number(row.empowerment)
            .number(row.sustainability)
            .number(row.accountability)
            .add(row.note);
    return sheet.finish();
}

WrittenSheet activities(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "bkad_kegiatan",
                        {number_column("bkad_id"), number_column("kerja_sama_id"),
                         text_column("tugas", 24), text_column("fungsi", 24),
                         number_column("tahun"), date_column("tanggal"), text_column("uraian", 44),
                         text_column("keadaan"), number_column("dokumen_id")});
    for (const model::BodyActivity& row : atlas.table<model::BodyActivity>())
        sheet.row()
            .id(row.body)
            .id(row.agreement)
            .code(row.task)
            .code(row.function)
            .number(row.year)
            .add(row.date)
            .add(row.description)
            .code(row.state)
            .id(row.document);
    return sheet.finish();
}

WrittenSheet care(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "aset_perawatan",
                        {number_column("aset_id"), text_column("jenis", 20), date_column("tanggal"),
                         text_column("uraian", 44), rupiah_column("biaya"),
                         number_column("dokumen_id")});
    for (const model::AssetCare& row : atlas.table<model::AssetCare>())
        sheet.row()
            .id(row.asset)
            .code(row.kind)
            .add(row.date)
            .add(row.description)
            .add(row.cost_rupiah)
            .id(row.document);
    return sheet.finish();
}

/// A segment stands there by its two villages.
WrittenSheet boundary_subjects(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "kerja_sama_batas",
                        {number_column("kerja_sama_id"), text_column("kode_desa_1"),
                         text_column("kode_desa_2"), number_column("sengketa_id")});
    for (const model::BoundarySubject& row : atlas.table<model::BoundarySubject>()) {
        const model::BoundarySegment* segment = atlas.find(row.segment);
        sheet.row()
            .id(row.agreement)
            .village(segment ? segment->first : Id<model::Village>{})
            .village(segment ? segment->second : Id<model::Village>{})
            .id(row.dispute);
    }
    return sheet.finish();
}

WrittenSheet proposals(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "usulan_batas",
                        {number_column("sengketa_id"), text_column("nama"), text_column("cara"),
                         text_column("bagian"), text_column("pengusul", 24), date_column("tanggal"),
                         text_column("garis", 30)});
    for (const model::Proposal& row : atlas.table<model::Proposal>())
        sheet.row()
            .id(row.dispute)
            .add(row.name)
            .add(row.method)
            .add(row.share)
            .add(row.author)
            .add(row.date)
            .last(row.line ? to_well_known_text(geo::LineSet{*row.line}) : std::string());
    return sheet.finish();
}

} // namespace

std::vector<WrittenSheet> proceeding_sheets(const model::Atlas& atlas) {
    std::vector<WrittenSheet> sheets{meetings(atlas), funding(atlas),           reports(atlas),
                                     problems(atlas), evaluations(atlas),       activities(atlas),
                                     care(atlas),     boundary_subjects(atlas), proposals(atlas)};
    std::vector<WrittenSheet> cases = casework_sheets(atlas);
    std::move(cases.begin(), cases.end(), std::back_inserter(sheets));
    return sheets;
}

} // namespace antardesa::workspace
