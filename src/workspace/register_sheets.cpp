#include "workspace/register_sheet.h"
#include "workspace/well_known_text.h"

namespace antardesa::workspace {

namespace {

using io::SheetValue;
using io::WrittenSheet;

WrittenSheet documents(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "dokumen",
                        {number_column("id"), text_column("jenis"), text_column("nomor"),
                         date_column("tanggal"), text_column("judul", 44),
                         text_column("penerbit", 30), text_column("skala"),
                         text_column("berkas", 30), text_column("kutipan", 44)});
    for (const model::Document& row : atlas.table<model::Document>())
        sheet.row()
            .id(row.id)
            .add(row.kind)
            .add(row.number)
            .add(row.date)
            .add(row.title)
            .add(row.issuer)
            .add(row.scale)
            .add(row.file)
            .add(row.citations);
    return sheet.finish();
}

WrittenSheet legal_bases(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "dasar_hukum",
                        {number_column("id"), text_column("jenis"), text_column("nomor"),
                         number_column("tahun"), text_column("judul", 60),
                         date_column("berlaku_sejak"), date_column("dicabut_sejak"),
                         text_column("dicabut_oleh")});
    for (const model::LegalBasis& row : atlas.table<model::LegalBasis>())
        sheet.row()
            .id(row.id)
            .add(row.kind)
            .add(row.number)
            .add(SheetValue(static_cast<double>(row.year)))
            .add(row.title)
            .add(row.in_force_since)
            .add(row.revoked_since)
            .add(row.revoked_by);
    return sheet.finish();
}

WrittenSheet segments(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "segmen_batas",
                        {text_column("kode_desa_1"), text_column("kode_desa_2"),
                         text_column("keadaan", 20), text_column("pilar", 8),
                         number_column("dokumen_id")});
    for (const model::BoundarySegment& row : atlas.segments())
        sheet.row()
            .village(row.first)
            .village(row.second)
            .code(row.state)
            .yes(row.pillars)
            .id(row.document);
    return sheet.finish();
}

/// Coordinates are texts: a spreadsheet keeps fifteen digits of a number.
WrittenSheet third_parties(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "pihak_ketiga",
                        {number_column("id"), text_column("nama", 36), text_column("jenis", 20),
                         text_column("alamat", 36), text_column("bujur"), text_column("lintang")});
    for (const model::ThirdParty& row : atlas.table<model::ThirdParty>())
        sheet.row()
            .id(row.id)
            .add(row.name)
            .code(row.kind)
            .add(row.address)
            .add(row.position ? std::optional(row.position->x) : std::nullopt)
            .add(row.position ? std::optional(row.position->y) : std::nullopt);
    return sheet.finish();
}

WrittenSheet bodies(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "bkad",
                        {number_column("id"), text_column("nama", 36),
                         text_column("kode_kecamatan"), number_column("dokumen_id"),
                         date_column("tanggal")});
    for (const model::CooperationBody& row : atlas.table<model::CooperationBody>()) {
        const model::District* district = atlas.find(row.district);
        sheet.row()
            .id(row.id)
            .add(row.name)
            .add(district ? reference_text(*district) : std::string())
            .id(row.founding)
            .add(row.founded);
    }
    return sheet.finish();
}

WrittenSheet members(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "bkad_anggota",
                        {number_column("bkad_id"), text_column("kode_desa"),
                         text_column("nama", 30), text_column("jabatan"), text_column("unsur", 24),
                         text_column("kelamin"), date_column("jabatan_mulai"),
                         date_column("jabatan_sampai")});
    for (const model::BodyMember& row : atlas.table<model::BodyMember>())
        sheet.row()
            .id(row.body)
            .village(row.village)
            .add(row.person)
            .add(row.office)
            .code(row.element)
            .code(row.gender)
            .add(row.term_from)
            .add(row.term_to);
    return sheet.finish();
}

WrittenSheet enterprises(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "bum_desa_bersama",
                        {number_column("id"), text_column("nama", 36), text_column("keadaan"),
                         text_column("nomor_sertifikat", 28), date_column("tanggal_sertifikat"),
                         text_column("bidang_usaha", 36), text_column("direktur", 24),
                         number_column("dokumen_id"), text_column("alamat", 36),
                         text_column("penasihat", 24), text_column("pengawas", 24)});
    for (const model::JointEnterprise& row : atlas.table<model::JointEnterprise>())
        sheet.row()
            .id(row.id)
            .add(row.name)
            .code(row.state)
            .add(row.certificate)
            .add(row.certificate_date)
            .add(row.businesses)
            .add(row.director)
            .id(row.founding)
            .add(row.address)
            .add(row.adviser)
            .add(row.supervisor);
    return sheet.finish();
}

WrittenSheet capital(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "bum_desa_modal",
                        {number_column("bum_desa_bersama_id"), text_column("kode_desa"),
                         text_column("desa_luar", 30), rupiah_column("nilai"), text_column("asal"),
                         date_column("tanggal")});
    for (const model::EnterpriseCapital& row : atlas.table<model::EnterpriseCapital>())
        sheet.row()
            .id(row.enterprise)
            .village(row.village)
            .add(row.outside_village)
            .add(SheetValue(row.amount_rupiah))
            .code(row.source)
            .add(row.date);
    return sheet.finish();
}

/// "1;3": which of the four.
std::string aims_text(const model::Agreement& agreement) {
    std::string text;
    for (std::size_t aim = 0; aim < agreement.aims.size(); ++aim)
        if (agreement.aims.test(aim))
            text += (text.empty() ? "" : ";") + std::to_string(aim + 1);
    return text;
}

std::vector<io::SheetColumn> agreement_columns() {
    return {number_column("id"),
            text_column("nomor"),
            text_column("judul", 44),
            text_column("cabang"),
            text_column("jenis", 24),
            text_column("bidang", 20),
            text_column("bidang_kini", 24),
            text_column("tujuan", 8),
            text_column("tahap", 20),
            text_column("alasan_berakhir", 20),
            date_column("tanggal"),
            date_column("mulai"),
            date_column("berakhir"),
            number_column("bkad_id"),
            rupiah_column("nilai"),
            date_column("laporan_terakhir"),
            number_column("dokumen_id"),
            text_column("keterangan", 40),
            text_column("prakarsa"),
            number_column("interval_laporan"),
            number_column("mengubah_id"),
            date_column("ditunda_sampai"),
            text_column("isi_ruang_lingkup", 30),
            text_column("isi_bidang", 30),
            text_column("isi_tata_cara", 30),
            text_column("isi_jangka_waktu", 30),
            text_column("isi_hak_kewajiban", 30),
            text_column("isi_pendanaan", 30),
            text_column("isi_perubahan", 30),
            text_column("isi_perselisihan", 30)};
}

WrittenSheet agreements(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "kerja_sama", agreement_columns());
    for (const model::Agreement& row : atlas.agreements())
        sheet.row()
            .id(row.id)
            .add(row.number)
            .add(row.title)
            .code(row.branch)
            .code(row.kind)
            .code(row.field)
            .code(row.current_field)
            .add(aims_text(row))
            .code(row.stage)
            .code(row.end_reason)
            .add(row.signed_on)
            .add(row.starts)
            .add(row.ends)
            .id(row.body)
            .add(row.value_rupiah)
            .add(row.last_report)
            .id(row.document)
            .add(row.remark)
            .code(row.initiative)
            .number(row.report_months)
            .id(row.amends)
            .add(row.postponed_until)
            .add(row.content_scope)
            .add(row.content_field)
            .add(row.content_procedure)
            .add(row.content_term)
            .add(row.content_rights)
            .add(row.content_funding)
            .add(row.content_change)
            .add(row.content_settlement);
    return sheet.finish();
}

WrittenSheet parties(const model::Atlas& atlas) {
    RegisterSheet sheet(
        atlas, "kerja_sama_pihak",
        {number_column("kerja_sama_id"), text_column("kode_desa"), number_column("pihak_ketiga_id"),
         text_column("desa_luar", 30), text_column("kode_luar"), text_column("peran"),
         text_column("nomor"), date_column("tanggal"), text_column("penandatangan", 24),
         date_column("tanggal_musdes"), text_column("persetujuan_bpd", 10), rupiah_column("bagian"),
         date_column("tanggal_diundangkan"), text_column("rpjm_desa", 24),
         text_column("rkp_desa", 24), date_column("jabatan_mulai"), date_column("jabatan_sampai")});
    for (const model::AgreementParty& row : atlas.table<model::AgreementParty>())
        sheet.row()
            .id(row.agreement)
            .village(row.village)
            .id(row.third_party)
            .add(row.outside_village)
            .add(row.outside_code)
            .add(row.role)
            .add(row.number)
            .add(row.date)
            .add(row.signatory)
            .add(row.deliberation)
            .yes(row.council_consent)
            .add(row.share_rupiah)
            .add(row.promulgated)
            .add(row.medium_term_plan)
            .add(row.annual_plan)
            .add(row.term_from)
            .add(row.term_to);
    return sheet.finish();
}

WrittenSheet disputes(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "sengketa_batas",
                        {number_column("id"), text_column("nomor"), text_column("kode_desa_1"),
                         text_column("kode_desa_2"), text_column("keadaan", 20),
                         text_column("fasilitator"), date_column("dilaporkan"),
                         date_column("mulai_fasilitasi"), text_column("pokok", 44),
                         number_column("dokumen_id")});
    for (const model::BoundaryDispute& row : atlas.disputes())
        sheet.row()
            .id(row.id)
            .add(row.number)
            .village(row.first)
            .village(row.second)
            .code(row.state)
            .code(row.facilitator)
            .add(row.reported)
            .add(row.facilitation_start)
            .add(row.subject)
            .id(row.outcome);
    return sheet.finish();
}

WrittenSheet claims(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "klaim_batas",
                        {number_column("sengketa_id"), text_column("kode_desa"),
                         text_column("dasar", 30), number_column("dokumen_id"),
                         text_column("penyusun", 24), text_column("garis", 30)});
    for (const model::Claim& row : atlas.table<model::Claim>())
        sheet.row()
            .id(row.dispute)
            .village(row.village)
            .add(row.basis)
            .id(row.document)
            .add(row.author)
            .last(row.line ? to_well_known_text(geo::LineSet{*row.line}) : std::string());
    return sheet.finish();
}

WrittenSheet assets(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "aset_bersama",
                        {number_column("id"), text_column("nama", 36), text_column("jenis"),
                         text_column("kode_barang"), number_column("tahun"), rupiah_column("nilai"),
                         text_column("kondisi"), text_column("dasar", 24),
                         number_column("kerja_sama_id"), text_column("pemanfaatan", 20),
                         text_column("geometri", 30)});
    for (const model::SharedAsset& row : atlas.assets())
        sheet.row()
            .id(row.id)
            .add(row.name)
            .code(row.kind)
            .add(row.code)
            .add(row.year ? SheetValue(static_cast<double>(*row.year)) : SheetValue())
            .add(row.value_rupiah)
            .code(row.condition)
            .add(row.basis)
            .id(row.agreement)
            .code(row.use)
            .last(row.geometry ? to_well_known_text(*row.geometry) : std::string());
    return sheet.finish();
}

WrittenSheet shares(const model::Atlas& atlas) {
    RegisterSheet sheet(atlas, "aset_bersama_hak",
                        {number_column("aset_id"), text_column("pemegang", 20),
                         text_column("kode_desa"), text_column("nama_pemegang", 30),
                         number_column("persen")});
    for (const model::AssetShare& row : atlas.table<model::AssetShare>())
        sheet.row()
            .id(row.asset)
            .code(row.holder)
            .village(row.village)
            .add(row.holder_name)
            .add(row.percent);
    return sheet.finish();
}

} // namespace

std::vector<WrittenSheet> register_sheets(const model::Atlas& atlas) {
    std::vector<WrittenSheet> sheets{agreements(atlas), parties(atlas),    third_parties(atlas),
                                     bodies(atlas),     members(atlas),    enterprises(atlas),
                                     capital(atlas),    assets(atlas),     shares(atlas),
                                     disputes(atlas),   claims(atlas),     segments(atlas),
                                     documents(atlas),  legal_bases(atlas)};
    std::vector<WrittenSheet> proceedings = proceeding_sheets(atlas);
    std::move(proceedings.begin(), proceedings.end(), std::back_inserter(sheets));
    return sheets;
}

io::CsvCell csv_cell(const io::SheetValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    if (const auto* day = std::get_if<Date>(&value))
        return io::Figure{iso_text(*day)};
    if (const auto* number = std::get_if<double>(&value))
        return io::Figure{io::exact_text(*number)};
    return {};
}

} // namespace antardesa::workspace
