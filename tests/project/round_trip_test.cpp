#include "project/detail/stored_rows.h"
#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template<class Row>
void expect_columns_match(const sqlite::Database& database) {
    std::vector<std::string> stored;
    auto rows = database.prepare("SELECT name FROM pragma_table_info('" +
                                 std::string(detail::Stored<Row>::table) + "') ORDER BY cid");
    while (rows.step())
        stored.emplace_back(rows.text(0));
    std::vector<std::string> mapped;
    for (const auto& column : detail::Stored<Row>::columns)
        mapped.emplace_back(column.name);
    EXPECT_EQ(mapped, stored) << detail::Stored<Row>::table;
}

TEST(ProjectRoundTrip, MapsEveryColumnOfTheSchema) {
    const Folder folder;
    create_sample(folder / "p.gpkg");
    const auto database = sqlite::Database::open(folder / "p.gpkg", sqlite::Access::immutable);
    std::apply([&]<class... Rows>(
                   const model::Table<Rows>&...) { (expect_columns_match<Rows>(database), ...); },
               model::TableSet{});
}

TEST(ProjectRoundTrip, KeepsEveryMemberOfEveryTable) {
    const Folder folder;
    const auto first = create_sample(folder / "a.gpkg");
    Progress progress;
    const auto second =
        ProjectFile::create_with(folder / "b.gpkg", first.identity(), read_all(first),
                                 {"edit.import", {}}, by_tester, false, progress);
    const std::string dump = content_dump(folder / "a.gpkg");
    EXPECT_EQ(content_dump(folder / "b.gpkg"), dump);
    EXPECT_THAT(dump, HasSubstr("kerja_sama|id=1|nomor='05/KSD/2024'|judul='Air bersih'|"
                                "cabang='pihak_ketiga'|jenis='keamanan_ketertiban'|"
                                "bidang='batas_desa'|bidang_kini='pemberdayaan_masyarakat'|"
                                "tujuan=11|tahap='berakhir'|"
                                "alasan_berakhir='merugikan_kepentingan'|"));
    EXPECT_THAT(dump, HasSubstr("|pilar=1|panjang_m=1105.7425|dokumen_id=3|geom=x4750"));
    EXPECT_THAT(dump, HasSubstr("|akurasi_m=2.5|metode='kartometrik'"));
    EXPECT_THAT(dump, HasSubstr("|urut=2|akurasi_m=0.05|metode='RTK'|penanda='buatan'"));
    EXPECT_THAT(dump, HasSubstr("pengecualian_batas|id=1|jenis='celah'|alasan='saling_klaim'|"
                                "keterangan='Menunggu rapat'|dokumen_id=3|tanggal='2026-04-05'|"
                                "desa_id='1,2'|area_khusus_id='1'|nama='Desa 1; Desa 2; Danau'|"
                                "luas_m2=1234.5|geom=x4750"));
    EXPECT_THAT(dump, HasSubstr("temuan_batas|id=1|jenis='celah'|tingkat='peringatan'|sebab=|"
                                "desa_id='1,2'|area_khusus_id='1'|nama='Desa 1; Desa 2; Danau'|"
                                "jumlah=3|luas_m2=2234.5|lebar_m=0.75|serpihan=1|"
                                "pengecualian_id=1|sidik='celah 1,2'|revisi=7|"
                                "bujur=110.01005|lintang=-6.99495|geom=x4750"));
    EXPECT_THAT(dump, HasSubstr("|jenis='poligon_rusak'|tingkat='kesalahan'|sebab='duri'|"));
    EXPECT_THAT(dump, HasSubstr("bkad_anggota|id=1|bkad_id=1|desa_id=1|nama_orang='Siti Aminah'|"
                                "jabatan='ketua'|unsur='tokoh_masyarakat'|"
                                "jenis_kelamin='perempuan'|jabatan_mulai='2023-01-01'|"
                                "jabatan_sampai='2028-01-01'"));
    EXPECT_THAT(dump, HasSubstr("|prakarsa='pihak_ketiga'|interval_laporan=6|mengubah_id=2|"
                                "ditunda_sampai='2024-03-01'|isi_ruang_lingkup='ruang lingkup'|"
                                "isi_bidang='bidang'|isi_tata_cara='tata cara'|"
                                "isi_jangka_waktu='tiga tahun'|isi_hak_kewajiban='hak'|"
                                "isi_pendanaan='dana'|isi_perubahan='perubahan'|"
                                "isi_perselisihan='musyawarah'"));
    EXPECT_THAT(dump, HasSubstr("|tanggal_diundangkan='2024-01-08'|rpjm_desa='RPJM 2022 bab IV'|"
                                "rkp_desa='RKP 2024 baris 12'|jabatan_mulai='2019-12-01'|"
                                "jabatan_sampai='2027-11-30'"));
    EXPECT_THAT(dump, HasSubstr("|alamat='Jl. Melati 3'|penasihat='Para kepala desa'|"
                                "pengawas='Wati'"));
    EXPECT_THAT(dump, HasSubstr("|asal='masyarakat'|tanggal='2022-08-09'"));
    EXPECT_THAT(dump, HasSubstr("|penyusun='Tim desa'"));
    EXPECT_THAT(dump, HasSubstr("|pemanfaatan='sewa'"));
}

TEST(ProjectRoundTrip, KeepsWhatIsDoneAboutAgreementsBodiesAssetsAndCases) {
    const Folder folder;
    const auto first = create_sample(folder / "a.gpkg");
    Progress progress;
    ProjectFile::create_with(folder / "b.gpkg", first.identity(), read_all(first),
                             {"edit.import", {}}, by_tester, false, progress);
    const std::string dump = content_dump(folder / "b.gpkg");
    EXPECT_THAT(dump, HasSubstr("usulan_batas|id=1|sengketa_id=1|nama='A'|cara='midline'|geom="));
    EXPECT_THAT(dump, HasSubstr("|pengusul='Camat'|tanggal='2026-03-04'|bagian='60:40'"));
    EXPECT_THAT(dump, HasSubstr("kerja_sama_batas|id=1|kerja_sama_id=1|segmen_id=1|sengketa_id="));
    EXPECT_THAT(dump, HasSubstr("musyawarah|id=1|jenis='musdes'|kerja_sama_id=1|bkad_id=1|"
                                "sengketa_id=1|desa_id=2|tanggal='2023-12-12'|"
                                "tempat='Balai desa'|agenda='Air bersih'|desa_hadir='1,2'|"
                                "hadir_lain='Camat'|hasil='sepakat'|keputusan='Disetujui'|"
                                "dokumen_id=3|langkah_daerah_id=1"));
    EXPECT_THAT(dump, HasSubstr("kerja_sama_dana|id=1|kerja_sama_id=1|desa_id=1|"
                                "pihak_ketiga_id=1|sumber='lain_lain'|tahun=2025|"
                                "rencana_rupiah=1e+06|realisasi_rupiah=9e+05"));
    EXPECT_THAT(dump, HasSubstr("laporan|id=1|kerja_sama_id=1|bkad_id=1|"
                                "jenis='pertanggungjawaban'|periode='2025'|"
                                "jatuh_tempo='2026-01-31'|tanggal='2026-01-20'|pengirim='BKAD'|"
                                "penerima='Kepala desa'|tembusan='BPD; Bupati melalui Camat'|"
                                "dokumen_id=3"));
    EXPECT_THAT(dump, HasSubstr("masalah|id=1|kerja_sama_id=1|tanggal='2025-04-01'|"
                                "uraian='Debit turun'|fasilitator='camat'|"
                                "penyelesaian='Giliran'|tanggal_selesai='2025-05-01'|"
                                "dokumen_id=3"));
    EXPECT_THAT(dump, HasSubstr("evaluasi|id=1|kerja_sama_id=1|tanggal='2025-12-01'|"
                                "penilai='DPMD'|rekognisi=1|kebersamaan=2|kegotongroyongan=3|"
                                "partisipatif=4|demokratis=1|kesetaraan=2|pemberdayaan=3|"
                                "berkelanjutan=4|akuntabilitas=1|catatan='Cukup'"));
    EXPECT_THAT(dump, HasSubstr("bkad_kegiatan|id=1|bkad_id=1|kerja_sama_id=1|"
                                "tugas='laporan_pertanggungjawaban'|fungsi='monitoring_pelaporan'|"
                                "tahun=2025|tanggal='2025-12-31'|uraian='Laporan tahunan'|"
                                "status='selesai'|dokumen_id=3"));
    EXPECT_THAT(dump, HasSubstr("aset_perawatan|id=1|aset_id=1|jenis='inventarisasi'|"
                                "tanggal='2024-06-30'|uraian='Inventarisasi'|"
                                "biaya_rupiah=2500000|dokumen_id=3"));
    EXPECT_THAT(dump, HasSubstr("langkah_daerah|id=1|nama='Mediasi Tim PPBDes'|"
                                "sesudah='fasilitasi_camat'|dasar='Perbup 12/2024 ps. 9'"));
    EXPECT_THAT(dump, HasSubstr("sengketa_segmen|id=1|sengketa_id=1|segmen_id=1"));
    EXPECT_THAT(dump, HasSubstr("penanda_tangan|id=1|sengketa_id=1|peran='kepala_desa'|desa_id=2|"
                                "nama='Siti'|jabatan='Kepala Desa'|nip='197001012000031001'|"
                                "nomor_berita_acara='BA/1/2026'|tanggal='2026-03-04'"));
    EXPECT_THAT(dump, HasSubstr("nama_lain|id=1|desa_id=2|nama='Ds. Soekamadjoe'"));
    EXPECT_THAT(dump, HasSubstr("arti_kolom|id=1|kolom='Nama Kegiatan'|ruas='judul'"));
    EXPECT_THAT(dump, HasSubstr("lampiran|id=1|dokumen_id=3|nama='peta.pdf'|"
                                "jenis_media='application/pdf'|kata_kunci='parit lama'|tautan=''|"
                                "isi="));
    EXPECT_THAT(dump, HasSubstr("bukti_sengketa|id=1|sengketa_id=1|desa_id=2|jenis='foto'|"
                                "judul='Foto pilar'|penerbit='Desa'|tahun=2024|skala='1:10.000'|"
                                "keterangan='di tepi parit'|dokumen_id=3|geom="));
}

TEST(ProjectRoundTrip, KeepsTheBytesOfAttachments) {
    const Folder folder;
    const auto tables = read_all(create_sample(folder / "a.gpkg"));
    const auto& attachments = std::get<model::Table<model::Attachment>>(tables);
    ASSERT_EQ(attachments.size(), 3u);
    ASSERT_TRUE(attachments[0].content);
    EXPECT_EQ(*attachments[0].content, (std::vector<std::uint8_t>{0x25, 0x00, 0xff}));
    EXPECT_FALSE(attachments[1].content) << "only a link";
    ASSERT_TRUE(attachments[2].content) << "an empty file is a file";
    EXPECT_TRUE(attachments[2].content->empty());
}

TEST(ProjectRoundTrip, ReadsGeometryBitForBit) {
    const Folder folder;
    const auto tables = read_all(create_sample(folder / "a.gpkg"));
    const auto expected = full_tables();
    for (const auto& village : std::get<model::Table<model::Village>>(expected)) {
        const auto* read = std::get<model::Table<model::Village>>(tables).find(village.id);
        ASSERT_NE(read, nullptr);
        EXPECT_EQ(*read->geometry, *village.geometry);
        EXPECT_EQ(read->name, village.name);
        EXPECT_EQ(read->official_area_ha, village.official_area_ha);
    }
    for (const auto& asset : std::get<model::Table<model::SharedAsset>>(expected)) {
        const auto* read = std::get<model::Table<model::SharedAsset>>(tables).find(asset.id);
        ASSERT_EQ(static_cast<bool>(read->geometry), static_cast<bool>(asset.geometry));
        if (asset.geometry) {
            EXPECT_EQ(*read->geometry, *asset.geometry);
        }
        EXPECT_EQ(read->year, asset.year);
    }
    const auto* partner = std::get<model::Table<model::ThirdParty>>(tables).find({1});
    EXPECT_EQ(partner->position, (geo::Point{110.03, -7.03}));
}

TEST(ProjectRoundTrip, LeavesOutAndNamesRowsThatAnotherProgramBroke) {
    const Folder folder;
    create_sample(folder / "p.gpkg");
    {
        auto database = sqlite::Database::open(folder / "p.gpkg", sqlite::Access::read_write);
        database.execute("UPDATE kerja_sama SET bidang = 'sihir' WHERE id = 2;"
                         "UPDATE dokumen SET tanggal = '31 Februari' WHERE id = 3;"
                         "UPDATE bum_desa_modal SET jumlah_rupiah = 'banyak' WHERE id = 1;");
    }
    const auto file = ProjectFile::open(folder / "p.gpkg", OpenMode::read);
    std::vector<Finding> findings;
    Progress progress;
    const auto tables = file.read(findings, progress);
    std::vector<std::string> subjects;
    for (const Finding& finding : findings)
        subjects.push_back(finding.subject + " " + finding.message.arguments.at(2));
    EXPECT_THAT(subjects, ElementsAre("dokumen 3 tanggal", "bum_desa_modal 1 jumlah_rupiah",
                                      "kerja_sama 2 bidang"));
    EXPECT_EQ(std::get<model::Table<model::Agreement>>(tables).size(), 1u);
    EXPECT_EQ(std::get<model::Table<model::Village>>(tables).size(), 4u);
}

TEST(ProjectRoundTrip, NamesReferencesToRowsThatAreNotThere) {
    const Folder folder;
    create_sample(folder / "p.gpkg");
    {
        auto database = sqlite::Database::open(folder / "p.gpkg", sqlite::Access::read_write);
        database.execute("PRAGMA foreign_keys=OFF; UPDATE kerja_sama_pihak SET desa_id = 999"
                         " WHERE id = 1");
    }
    const auto file = ProjectFile::open(folder / "p.gpkg", OpenMode::read);
    std::vector<Finding> findings;
    Progress progress;
    const auto tables = file.read(findings, progress);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].code, "dangling_reference");
    EXPECT_EQ(findings[0].subject, "kerja_sama_pihak 1");
    EXPECT_EQ(std::get<model::Table<model::AgreementParty>>(tables).size(), 3u) << "kept";
}

TEST(ProjectRoundTrip, TellsAReaderThatTheFileChangedMeanwhile) {
    const Folder folder;
    auto writer = create_sample(folder / "p.gpkg");
    const auto reader = ProjectFile::open(folder / "p.gpkg", OpenMode::read);
    EXPECT_EQ(error_key([&] { read_all(reader); }), "no error");
    ASSERT_TRUE(writer.apply(renaming(writer, 1, "Lain"), by_tester));
    EXPECT_EQ(error_key([&] { read_all(reader); }), "project.changed_meanwhile");
}

TEST(ProjectRoundTrip, StopsWhenAsked) {
    const Folder folder;
    const auto file = create_sample(folder / "p.gpkg");
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    std::vector<Finding> findings;
    EXPECT_THROW(file.read(findings, progress), Cancelled);
    EXPECT_THROW(ProjectFile::create_with(folder / "q.gpkg", {}, full_tables(), {}, by_tester,
                                          false, progress),
                 Cancelled);
    EXPECT_THAT(folder.names(), ElementsAre("p.gpkg")) << "no half file, no temporary one";
}

} // namespace

} // namespace antardesa::project
