#pragma once

#include "model/atlas.h"
#include "project/detail/column.h"
#include "project/detail/stored_proceedings.h"

#include <array>
#include <span>

/// Which table and which columns hold each row struct: the one place where the model's English
/// and the file's Indonesian meet. The first column is always `id`, a geometry the last of those
/// that came with the table; later columns follow it, for the history counts them by position.
namespace antardesa::project::detail {

template<class Row>
struct Stored;

template<>
struct Stored<model::Document> {
    using R = model::Document;
    static constexpr const char* table = "dokumen";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::kind>("jenis"), column<&R::number>("nomor"),
         column<&R::date>("tanggal"), column<&R::title>("judul"), column<&R::issuer>("penerbit"),
         column<&R::scale>("skala"), column<&R::file>("berkas"),
         column<&R::citations>("kutipan", 8)});
};

template<>
struct Stored<model::LegalBasis> {
    using R = model::LegalBasis;
    static constexpr const char* table = "dasar_hukum";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::kind>("jenis"), column<&R::number>("nomor"),
         column<&R::year>("tahun"), column<&R::title>("judul"),
         column<&R::in_force_since>("berlaku_sejak"), column<&R::revoked_since>("dicabut_sejak"),
         column<&R::revoked_by>("dicabut_oleh")});
};

template<>
struct Stored<model::District> {
    using R = model::District;
    static constexpr const char* table = "kecamatan";
    static constexpr auto columns =
        std::to_array<Column<R>>({column<&R::id>("id"), column<&R::code>("kode"),
                                  column<&R::name>("nama"), column<&R::regency>("kabupaten")});
};

template<>
struct Stored<model::Village> {
    using R = model::Village;
    static constexpr const char* table = "desa";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::code>("kode"), column<&R::bps_code>("kode_bps"),
         column<&R::name>("nama"), column<&R::kind>("jenis"), column<&R::district>("kecamatan_id"),
         column<&R::official_area_ha>("luas_resmi_ha"), column<&R::geometry>("geom"),
         column<&R::previous_codes>("kode_sebelumnya", 3),
         column<&R::formed>("tanggal_pembentukan", 7)});
};

template<>
struct Stored<model::SpecialArea> {
    using R = model::SpecialArea;
    static constexpr const char* table = "area_khusus";
    static constexpr auto columns =
        std::to_array<Column<R>>({column<&R::id>("id"), column<&R::kind>("jenis"),
                                  column<&R::name>("nama"), column<&R::geometry>("geom")});
};

template<>
struct Stored<model::ReferenceLine> {
    using R = model::ReferenceLine;
    static constexpr const char* table = "unsur_acuan";
    static constexpr auto columns =
        std::to_array<Column<R>>({column<&R::id>("id"), column<&R::kind>("jenis"),
                                  column<&R::name>("nama"), column<&R::geometry>("geom")});
};

template<>
struct Stored<model::BoundarySegment> {
    using R = model::BoundarySegment;
    static constexpr const char* table = "segmen_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::first>("desa_a_id"), column<&R::second>("desa_b_id"),
         column<&R::level>("tingkat"), column<&R::state>("status"), column<&R::pillars>("pilar"),
         column<&R::length_m>("panjang_m"), column<&R::document>("dokumen_id"),
         column<&R::geometry>("geom"), column<&R::accuracy_m>("akurasi_m", 3),
         column<&R::method>("metode", 3), column<&R::character>("karakter", 4),
         column<&R::workflow>("alur", 7)});
};

template<>
struct Stored<model::TurningPoint> {
    using R = model::TurningPoint;
    static constexpr const char* table = "titik_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::segment>("segmen_id"), column<&R::number>("nomor"),
         column<&R::kind>("jenis"), column<&R::remark>("keterangan"), column<&R::position>("geom"),
         column<&R::order>("urut", 3), column<&R::accuracy_m>("akurasi_m", 3),
         column<&R::method>("metode", 3), column<&R::marker>("penanda", 3)});
};

template<>
struct Stored<model::ThirdParty> {
    using R = model::ThirdParty;
    static constexpr const char* table = "pihak_ketiga";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::name>("nama"), column<&R::kind>("jenis"),
         column<&R::address>("alamat"), column<&R::position>("geom")});
};

template<>
struct Stored<model::CooperationBody> {
    using R = model::CooperationBody;
    static constexpr const char* table = "bkad";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::name>("nama"), column<&R::district>("kecamatan_id"),
         column<&R::founding>("dokumen_pendirian_id"), column<&R::founded>("tanggal_berdiri")});
};

template<>
struct Stored<model::BodyMember> {
    using R = model::BodyMember;
    static constexpr const char* table = "bkad_anggota";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::body>("bkad_id"), column<&R::village>("desa_id"),
         column<&R::person>("nama_orang"), column<&R::office>("jabatan"),
         column<&R::element>("unsur"), column<&R::gender>("jenis_kelamin"),
         column<&R::term_from>("jabatan_mulai", 5), column<&R::term_to>("jabatan_sampai", 5)});
};

template<>
struct Stored<model::JointEnterprise> {
    using R = model::JointEnterprise;
    static constexpr const char* table = "bum_desa_bersama";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::name>("nama"), column<&R::state>("status"),
         column<&R::certificate>("nomor_sertifikat"),
         column<&R::certificate_date>("tanggal_sertifikat"), column<&R::businesses>("unit_usaha"),
         column<&R::director>("direktur"), column<&R::founding>("dokumen_pendirian_id"),
         column<&R::address>("alamat", 5), column<&R::adviser>("penasihat", 5),
         column<&R::supervisor>("pengawas", 5)});
};

template<>
struct Stored<model::EnterpriseCapital> {
    using R = model::EnterpriseCapital;
    static constexpr const char* table = "bum_desa_modal";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::enterprise>("bum_desa_id"),
         column<&R::village>("desa_id"), column<&R::outside_village>("desa_luar"),
         column<&R::amount_rupiah>("jumlah_rupiah"), column<&R::source>("asal", 5),
         column<&R::date>("tanggal", 5)});
};

template<>
struct Stored<model::Agreement> {
    using R = model::Agreement;
    static constexpr const char* table = "kerja_sama";
    static constexpr auto columns =
        std::to_array<Column<R>>({column<&R::id>("id"),
                                  column<&R::number>("nomor"),
                                  column<&R::title>("judul"),
                                  column<&R::branch>("cabang"),
                                  column<&R::kind>("jenis"),
                                  column<&R::field>("bidang"),
                                  column<&R::current_field>("bidang_kini"),
                                  column<&R::aims>("tujuan"),
                                  column<&R::stage>("tahap"),
                                  column<&R::end_reason>("alasan_berakhir"),
                                  column<&R::signed_on>("tanggal_tanda_tangan"),
                                  column<&R::starts>("mulai"),
                                  column<&R::ends>("berakhir"),
                                  column<&R::body>("bkad_id"),
                                  column<&R::value_rupiah>("nilai_rupiah"),
                                  column<&R::last_report>("laporan_terakhir"),
                                  column<&R::document>("dokumen_id"),
                                  column<&R::remark>("keterangan"),
                                  column<&R::initiative>("prakarsa", 5),
                                  column<&R::report_months>("interval_laporan", 5),
                                  column<&R::amends>("mengubah_id", 5),
                                  column<&R::postponed_until>("ditunda_sampai", 5),
                                  column<&R::content_scope>("isi_ruang_lingkup", 5),
                                  column<&R::content_field>("isi_bidang", 5),
                                  column<&R::content_procedure>("isi_tata_cara", 5),
                                  column<&R::content_term>("isi_jangka_waktu", 5),
                                  column<&R::content_rights>("isi_hak_kewajiban", 5),
                                  column<&R::content_funding>("isi_pendanaan", 5),
                                  column<&R::content_change>("isi_perubahan", 5),
                                  column<&R::content_settlement>("isi_perselisihan", 5)});
};

template<>
struct Stored<model::AgreementParty> {
    using R = model::AgreementParty;
    static constexpr const char* table = "kerja_sama_pihak";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::agreement>("kerja_sama_id"),
         column<&R::village>("desa_id"), column<&R::third_party>("pihak_ketiga_id"),
         column<&R::outside_village>("desa_luar"), column<&R::outside_code>("kode_luar"),
         column<&R::role>("peran"), column<&R::number>("nomor"), column<&R::date>("tanggal"),
         column<&R::signatory>("penanda_tangan"), column<&R::deliberation>("tanggal_musdes"),
         column<&R::council_consent>("persetujuan_bpd"), column<&R::share_rupiah>("porsi_rupiah"),
         column<&R::promulgated>("tanggal_diundangkan", 5),
         column<&R::medium_term_plan>("rpjm_desa", 5), column<&R::annual_plan>("rkp_desa", 5),
         column<&R::term_from>("jabatan_mulai", 5), column<&R::term_to>("jabatan_sampai", 5)});
};

template<>
struct Stored<model::BoundaryDispute> {
    using R = model::BoundaryDispute;
    static constexpr const char* table = "sengketa_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::number>("nomor"), column<&R::segment>("segmen_id"),
         column<&R::first>("desa_a_id"), column<&R::second>("desa_b_id"),
         column<&R::state>("status"), column<&R::facilitator>("fasilitator"),
         column<&R::reported>("tanggal_lapor"), column<&R::facilitation_start>("mulai_fasilitasi"),
         column<&R::subject>("pokok"), column<&R::outcome>("dokumen_hasil_id"),
         column<&R::contested>("geom")});
};

template<>
struct Stored<model::Claim> {
    using R = model::Claim;
    static constexpr const char* table = "klaim_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::dispute>("sengketa_id"), column<&R::village>("desa_id"),
         column<&R::basis>("dasar"), column<&R::document>("dokumen_id"), column<&R::line>("geom"),
         column<&R::author>("penyusun", 5)});
};

template<>
struct Stored<model::SharedAsset> {
    using R = model::SharedAsset;
    static constexpr const char* table = "aset_bersama";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::name>("nama"), column<&R::kind>("jenis"),
         column<&R::code>("kode_barang"), column<&R::year>("tahun"),
         column<&R::value_rupiah>("nilai_rupiah"), column<&R::condition>("kondisi"),
         column<&R::basis>("dasar"), column<&R::agreement>("kerja_sama_id"),
         column<&R::geometry>("geom"), column<&R::use>("pemanfaatan", 5)});
};

template<>
struct Stored<model::AssetShare> {
    using R = model::AssetShare;
    static constexpr const char* table = "aset_bersama_hak";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::asset>("aset_id"), column<&R::holder>("pemegang"),
         column<&R::village>("desa_id"), column<&R::holder_name>("nama_pemegang"),
         column<&R::percent>("persen")});
};

template<>
struct Stored<model::BoundaryException> {
    using R = model::BoundaryException;
    static constexpr const char* table = "pengecualian_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 3), column<&R::kind>("jenis", 3), column<&R::reason>("alasan", 3),
         column<&R::remark>("keterangan", 3), column<&R::document>("dokumen_id", 3),
         column<&R::date>("tanggal", 3), column<&R::villages>("desa_id", 3),
         column<&R::special_areas>("area_khusus_id", 3), column<&R::names>("nama", 3),
         column<&R::area_m2>("luas_m2", 3), column<&R::geometry>("geom", 3)});
};

template<>
struct Stored<model::BoundaryFinding> {
    using R = model::BoundaryFinding;
    static constexpr const char* table = "temuan_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 3), column<&R::kind>("jenis", 3), column<&R::severity>("tingkat", 3),
         column<&R::fault>("sebab", 3), column<&R::villages>("desa_id", 3),
         column<&R::special_areas>("area_khusus_id", 3), column<&R::names>("nama", 3),
         column<&R::count>("jumlah", 3), column<&R::area_m2>("luas_m2", 3),
         column<&R::width_m>("lebar_m", 3), column<&R::sliver>("serpihan", 3),
         column<&R::outgrown>("pengecualian_id", 3), column<&R::fingerprint>("sidik", 3),
         column<&R::revision>("revisi", 3), column<&R::longitude>("bujur", 3),
         column<&R::latitude>("lintang", 3), column<&R::geometry>("geom", 3)});
};

/// "INSERT INTO desa (id, kode, …) VALUES (?1, ?2, …)". Names come from the lists above only.
template<class Row>
std::string insert_sql() {
    std::string names;
    std::string values;
    int at = 0;
    for (const auto& one : Stored<Row>::columns) {
        const char* comma = at++ == 0 ? "" : ", ";
        names += comma + std::string(one.name);
        values += comma + ("?" + std::to_string(at));
    }
    return std::string("INSERT INTO ") + Stored<Row>::table + " (" + names + ") VALUES (" + values +
           ")";
}

template<class Row>
std::string update_sql() {
    std::string sets;
    int at = 1;
    for (const auto& one : std::span(Stored<Row>::columns).subspan(1))
        sets += std::string(sets.empty() ? "" : ", ") + one.name + " = ?" + std::to_string(++at);
    return std::string("UPDATE ") + Stored<Row>::table + " SET " + sets + " WHERE id = ?1";
}

/// Of the columns that schema `version` has. A member that an older file lacks keeps its default.
template<class Row>
std::string unordered_sql(int version) {
    std::string names;
    for (const auto& one : Stored<Row>::columns)
        if (one.since <= version)
            names += std::string(names.empty() ? "" : ", ") + one.name;
    return "SELECT " + names + " FROM " + Stored<Row>::table;
}
template<class Row>
std::string select_sql(int version) {
    return unordered_sql<Row>(version) + " ORDER BY id";
}

/// Whether schema `version` has the table at all.
template<class Row>
constexpr bool is_stored(int version) {
    return Stored<Row>::columns.front().since <= version;
}

template<class Row>
std::string delete_sql() {
    return std::string("DELETE FROM ") + Stored<Row>::table + " WHERE id = ?1";
}

/// Binds every column. `buffer` must live until the statement has run.
template<class Row>
void bind_row(sqlite::Statement& to, const Row& row, geo::Bytes& buffer) {
    int at = 0;
    for (const auto& one : Stored<Row>::columns)
        one.bind(to, ++at, row, buffer);
}

/// The name of the first column that does not hold what it should; null when all do.
template<class Row>
const char* read_row(const sqlite::Statement& from, int version, Row& row) {
    int at = 0;
    for (const auto& one : Stored<Row>::columns)
        if (one.since <= version && !one.read(from, at++, row))
            return one.name;
    return nullptr;
}

} // namespace antardesa::project::detail
