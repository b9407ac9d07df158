#include "project/detail/row_hashes.h"

#include <algorithm>
#include <array>

namespace antardesa::project::detail {

namespace {

/// Of schema 2, frozen.
constexpr auto tables_of_schema_2 = std::to_array<HashedTable>({
    {"proyek", "id, kabupaten, provinsi, sumber", "kabupaten"},
    {"riwayat", "id, revisi, nama, argumen, pelaku, waktu, dokumen, membatalkan, perubahan",
     "'revisi ' || revisi"},
    {"dokumen", "id, jenis, nomor, tanggal, judul, penerbit, skala, berkas",
     "trim(jenis || ' ' || nomor)"},
    {"dasar_hukum", "id, jenis, nomor, tahun, judul, berlaku_sejak, dicabut_sejak, dicabut_oleh",
     "jenis || ' ' || nomor"},
    {"kecamatan", "id, kode, nama, kabupaten", "nama"},
    {"desa", "id, kode, kode_bps, nama, jenis, kecamatan_id, luas_resmi_ha, geom", "nama"},
    {"area_khusus", "id, jenis, nama, geom", "nama"},
    {"unsur_acuan", "id, jenis, nama, geom", "nama"},
    {"segmen_batas",
     "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m, dokumen_id, geom",
     "(SELECT nama FROM desa WHERE id = desa_a_id) || ' – ' ||"
     " (SELECT nama FROM desa WHERE id = desa_b_id)"},
    {"titik_batas", "id, segmen_id, nomor, jenis, keterangan, geom", "nomor"},
    {"pihak_ketiga", "id, nama, jenis, alamat, geom", "nama"},
    {"bkad", "id, nama, kecamatan_id, dokumen_pendirian_id, tanggal_berdiri", "nama"},
    {"bkad_anggota", "id, bkad_id, desa_id, nama_orang, jabatan, unsur, jenis_kelamin",
     "nama_orang"},
    {"bum_desa_bersama",
     "id, nama, status, nomor_sertifikat, tanggal_sertifikat, unit_usaha, direktur, "
     "dokumen_pendirian_id",
     "nama"},
    {"bum_desa_modal", "id, bum_desa_id, desa_id, desa_luar, jumlah_rupiah",
     "(SELECT nama FROM desa WHERE id = desa_id)"},
    {"kerja_sama",
     "id, nomor, judul, cabang, jenis, bidang, bidang_kini, tujuan, tahap, "
     "alasan_berakhir, tanggal_tanda_tangan, mulai, berakhir, bkad_id, "
     "nilai_rupiah, laporan_terakhir, dokumen_id, keterangan",
     "judul"},
    {"kerja_sama_pihak",
     "id, kerja_sama_id, desa_id, pihak_ketiga_id, desa_luar, kode_luar, peran, "
     "nomor, tanggal, penanda_tangan, tanggal_musdes, persetujuan_bpd, porsi_rupiah",
     "coalesce((SELECT nama FROM desa WHERE id = desa_id),"
     " (SELECT nama FROM pihak_ketiga WHERE id = pihak_ketiga_id), desa_luar)"},
    {"sengketa_batas",
     "id, nomor, segmen_id, desa_a_id, desa_b_id, status, fasilitator, "
     "tanggal_lapor, mulai_fasilitasi, pokok, dokumen_hasil_id, geom",
     "nomor"},
    {"klaim_batas", "id, sengketa_id, desa_id, dasar, dokumen_id, geom",
     "(SELECT nama FROM desa WHERE id = desa_id)"},
    {"usulan_batas", "id, sengketa_id, nama, cara, geom", "nama"},
    {"aset_bersama",
     "id, nama, jenis, kode_barang, tahun, nilai_rupiah, kondisi, dasar, "
     "kerja_sama_id, geom",
     "nama"},
    {"aset_bersama_hak", "id, aset_id, pemegang, desa_id, nama_pemegang, persen",
     "coalesce((SELECT nama FROM desa WHERE id = desa_id), nama_pemegang)"},
});

/// What schema 3 hashes otherwise, and its new tables.
constexpr auto changes_of_schema_3 = std::to_array<HashedTable>({
    {"desa", "id, kode, kode_bps, nama, jenis, kecamatan_id, luas_resmi_ha, geom, kode_sebelumnya",
     "nama"},
    {"segmen_batas",
     "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m, dokumen_id, geom, "
     "akurasi_m, metode",
     "(SELECT nama FROM desa WHERE id = desa_a_id) || ' – ' ||"
     " (SELECT nama FROM desa WHERE id = desa_b_id)"},
    {"titik_batas",
     "id, segmen_id, nomor, jenis, keterangan, geom, urut, akurasi_m, metode, penanda", "nomor"},
    {"pengecualian_batas",
     "id, jenis, alasan, keterangan, dokumen_id, tanggal, desa_id, area_khusus_id, nama, "
     "luas_m2, geom",
     "nama"},
    {"temuan_batas",
     "id, jenis, tingkat, sebab, desa_id, area_khusus_id, nama, jumlah, luas_m2, lebar_m, "
     "serpihan, pengecualian_id, sidik, revisi, bujur, lintang, geom",
     "nama"},
});
constexpr std::size_t new_in_schema_3 = 2;

/// The tables of the schema before with each that changed in its old place, new ones behind.
template<std::size_t added, std::size_t before, std::size_t changed>
constexpr auto with_changes(const std::array<HashedTable, before>& tables,
                            const std::array<HashedTable, changed>& changes) {
    std::array<HashedTable, before + added> all{};
    std::copy(tables.begin(), tables.end(), all.begin());
    auto next = all.begin() + before;
    for (const HashedTable& change : changes) {
        const auto old = std::find_if(all.begin(), next, [&](const HashedTable& one) {
            return std::string_view(one.table) == change.table;
        });
        *(old == next ? next++ : old) = change;
    }
    return all;
}

constexpr auto tables_of_schema_3 =
    with_changes<new_in_schema_3>(tables_of_schema_2, changes_of_schema_3);

/// What schema 4 hashes otherwise.
constexpr auto tables_of_schema_4 = [] {
    auto all = tables_of_schema_3;
    for (HashedTable& table : all)
        if (std::string_view(table.table) == "segmen_batas")
            table.columns = "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m,"
                            " dokumen_id, geom, akurasi_m, metode, karakter";
    return all;
}();

/// What schema 5 hashes otherwise, and its new tables.
constexpr auto changes_of_schema_5 = std::to_array<HashedTable>({
    {"riwayat", "id, revisi, nama, argumen, pelaku, waktu, dokumen, membatalkan, perubahan, rantai",
     "'revisi ' || revisi"},
    {"kerja_sama",
     "id, nomor, judul, cabang, jenis, bidang, bidang_kini, tujuan, tahap, "
     "alasan_berakhir, tanggal_tanda_tangan, mulai, berakhir, bkad_id, "
     "nilai_rupiah, laporan_terakhir, dokumen_id, keterangan, prakarsa, interval_laporan, "
     "mengubah_id, ditunda_sampai, isi_ruang_lingkup, isi_bidang, isi_tata_cara, "
     "isi_jangka_waktu, isi_hak_kewajiban, isi_pendanaan, isi_perubahan, isi_perselisihan",
     "judul"},
    {"kerja_sama_pihak",
     "id, kerja_sama_id, desa_id, pihak_ketiga_id, desa_luar, kode_luar, peran, "
     "nomor, tanggal, penanda_tangan, tanggal_musdes, persetujuan_bpd, porsi_rupiah, "
     "tanggal_diundangkan, rpjm_desa, rkp_desa, jabatan_mulai, jabatan_sampai",
     "coalesce((SELECT nama FROM desa WHERE id = desa_id),"
     " (SELECT nama FROM pihak_ketiga WHERE id = pihak_ketiga_id), desa_luar)"},
    {"bkad_anggota",
     "id, bkad_id, desa_id, nama_orang, jabatan, unsur, jenis_kelamin, jabatan_mulai, "
     "jabatan_sampai",
     "nama_orang"},
    {"bum_desa_bersama",
     "id, nama, status, nomor_sertifikat, tanggal_sertifikat, unit_usaha, direktur, "
     "dokumen_pendirian_id, alamat, penasihat, pengawas",
     "nama"},
    {"bum_desa_modal", "id, bum_desa_id, desa_id, desa_luar, jumlah_rupiah, asal, tanggal",
     "(SELECT nama FROM desa WHERE id = desa_id)"},
    {"klaim_batas", "id, sengketa_id, desa_id, dasar, dokumen_id, geom, penyusun",
     "(SELECT nama FROM desa WHERE id = desa_id)"},
    {"usulan_batas", "id, sengketa_id, nama, cara, geom, pengusul, tanggal, bagian", "nama"},
    {"aset_bersama",
     "id, nama, jenis, kode_barang, tahun, nilai_rupiah, kondisi, dasar, "
     "kerja_sama_id, geom, pemanfaatan",
     "nama"},
    {"kerja_sama_batas", "id, kerja_sama_id, segmen_id, sengketa_id",
     "(SELECT judul FROM kerja_sama WHERE id = kerja_sama_id)"},
    {"musyawarah",
     "id, jenis, kerja_sama_id, bkad_id, sengketa_id, desa_id, tanggal, tempat, agenda, "
     "desa_hadir, hadir_lain, hasil, keputusan, dokumen_id",
     "trim(jenis || ' ' || coalesce(tanggal, ''))"},
    {"kerja_sama_dana",
     "id, kerja_sama_id, desa_id, pihak_ketiga_id, sumber, tahun, rencana_rupiah, "
     "realisasi_rupiah",
     "trim(sumber || ' ' || coalesce(tahun, ''))"},
    {"laporan",
     "id, kerja_sama_id, bkad_id, jenis, periode, jatuh_tempo, tanggal, pengirim, penerima, "
     "tembusan, dokumen_id",
     "trim(jenis || ' ' || periode)"},
    {"masalah",
     "id, kerja_sama_id, tanggal, uraian, fasilitator, penyelesaian, tanggal_selesai, "
     "dokumen_id",
     "uraian"},
    {"evaluasi",
     "id, kerja_sama_id, tanggal, penilai, rekognisi, kebersamaan, kegotongroyongan, "
     "partisipatif, demokratis, kesetaraan, pemberdayaan, berkelanjutan, akuntabilitas, catatan",
     "penilai"},
    {"bkad_kegiatan",
     "id, bkad_id, kerja_sama_id, tugas, fungsi, tahun, tanggal, uraian, status, dokumen_id",
     "uraian"},
    {"aset_perawatan", "id, aset_id, jenis, tanggal, uraian, biaya_rupiah, dokumen_id", "uraian"},
});
constexpr std::size_t new_in_schema_5 = 8;

constexpr auto tables_of_schema_5 =
    with_changes<new_in_schema_5>(tables_of_schema_4, changes_of_schema_5);

/// What schema 6 hashes otherwise, and its new tables.
constexpr auto changes_of_schema_6 = std::to_array<HashedTable>({
    {"musyawarah",
     "id, jenis, kerja_sama_id, bkad_id, sengketa_id, desa_id, tanggal, tempat, agenda, "
     "desa_hadir, hadir_lain, hasil, keputusan, dokumen_id, langkah_daerah_id",
     "trim(jenis || ' ' || coalesce(tanggal, ''))"},
    {"langkah_daerah", "id, nama, sesudah, dasar", "nama"},
    {"sengketa_segmen", "id, sengketa_id, segmen_id",
     "(SELECT nomor FROM sengketa_batas WHERE id = sengketa_id)"},
    {"penanda_tangan",
     "id, sengketa_id, peran, desa_id, nama, jabatan, nip, nomor_berita_acara, tanggal", "nama"},
    {"nama_lain", "id, desa_id, nama", "nama"},
    {"arti_kolom", "id, kolom, ruas", "kolom"},
    {"lampiran", "id, dokumen_id, nama, jenis_media, kata_kunci, tautan, isi", "nama"},
    {"bukti_sengketa",
     "id, sengketa_id, desa_id, jenis, judul, penerbit, tahun, skala, keterangan, dokumen_id, geom",
     "judul"},
});
constexpr std::size_t new_in_schema_6 = 7;

constexpr auto tables_of_schema_6 =
    with_changes<new_in_schema_6>(tables_of_schema_5, changes_of_schema_6);

/// What schema 7 hashes otherwise.
constexpr auto changes_of_schema_7 = std::to_array<HashedTable>({
    {"desa",
     "id, kode, kode_bps, nama, jenis, kecamatan_id, luas_resmi_ha, geom, kode_sebelumnya, "
     "tanggal_pembentukan",
     "nama"},
    {"segmen_batas",
     "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m, dokumen_id, geom, "
     "akurasi_m, metode, karakter, alur",
     "(SELECT nama FROM desa WHERE id = desa_a_id) || ' – ' ||"
     " (SELECT nama FROM desa WHERE id = desa_b_id)"},
});

constexpr auto tables_of_schema_7 = with_changes<0>(tables_of_schema_6, changes_of_schema_7);

/// What schema 8 hashes otherwise.
constexpr auto changes_of_schema_8 = std::to_array<HashedTable>({
    {"dokumen", "id, jenis, nomor, tanggal, judul, penerbit, skala, berkas, kutipan",
     "trim(jenis || ' ' || nomor)"},
});

constexpr auto tables_of_schema_8 = with_changes<0>(tables_of_schema_7, changes_of_schema_8);

} // namespace

std::span<const HashedTable> hashed_tables(int version) {
    if (version < 3)
        return tables_of_schema_2;
    if (version < 4)
        return tables_of_schema_3;
    if (version < 5)
        return tables_of_schema_4;
    if (version < 6)
        return tables_of_schema_5;
    if (version < 7)
        return tables_of_schema_6;
    return version < 8 ? std::span<const HashedTable>(tables_of_schema_7)
                       : std::span<const HashedTable>(tables_of_schema_8);
}

const HashedTable* hashed_table(std::string_view table, int version) {
    const auto tables = hashed_tables(version);
    const auto at = std::find_if(tables.begin(), tables.end(),
                                 [&](const HashedTable& one) { return table == one.table; });
    return at == tables.end() ? nullptr : &*at;
}

} // namespace antardesa::project::detail
