#include "project/detail/history.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

/// Schema 5, frozen: what is done about agreements, bodies, assets and cases; the eight contents of
/// an agreement, plans and terms of its parties; who proposed a line; a chain of hashes over the
/// history. Programs of schema 4 would take the new columns for damage, so the oldest reader is
/// schema 5. What an agreement amends may be written after it.
namespace antardesa::project::detail {

namespace {

constexpr const char* tables_and_columns = R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (5, 5);
ALTER TABLE riwayat ADD COLUMN rantai BLOB;
ALTER TABLE kerja_sama ADD COLUMN prakarsa TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN interval_laporan INTEGER;
ALTER TABLE kerja_sama ADD COLUMN mengubah_id INTEGER
  REFERENCES kerja_sama(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE kerja_sama ADD COLUMN ditunda_sampai DATE;
ALTER TABLE kerja_sama ADD COLUMN isi_ruang_lingkup TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_bidang TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_tata_cara TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_jangka_waktu TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_hak_kewajiban TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_pendanaan TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_perubahan TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama ADD COLUMN isi_perselisihan TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama_pihak ADD COLUMN tanggal_diundangkan DATE;
ALTER TABLE kerja_sama_pihak ADD COLUMN rpjm_desa TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama_pihak ADD COLUMN rkp_desa TEXT NOT NULL DEFAULT '';
ALTER TABLE kerja_sama_pihak ADD COLUMN jabatan_mulai DATE;
ALTER TABLE kerja_sama_pihak ADD COLUMN jabatan_sampai DATE;
ALTER TABLE bkad_anggota ADD COLUMN jabatan_mulai DATE;
ALTER TABLE bkad_anggota ADD COLUMN jabatan_sampai DATE;
ALTER TABLE bum_desa_bersama ADD COLUMN alamat TEXT NOT NULL DEFAULT '';
ALTER TABLE bum_desa_bersama ADD COLUMN penasihat TEXT NOT NULL DEFAULT '';
ALTER TABLE bum_desa_bersama ADD COLUMN pengawas TEXT NOT NULL DEFAULT '';
ALTER TABLE bum_desa_modal ADD COLUMN asal TEXT NOT NULL DEFAULT 'desa';
ALTER TABLE bum_desa_modal ADD COLUMN tanggal DATE;
ALTER TABLE klaim_batas ADD COLUMN penyusun TEXT NOT NULL DEFAULT '';
ALTER TABLE usulan_batas ADD COLUMN pengusul TEXT NOT NULL DEFAULT '';
ALTER TABLE usulan_batas ADD COLUMN tanggal DATE;
ALTER TABLE usulan_batas ADD COLUMN bagian TEXT NOT NULL DEFAULT '';
ALTER TABLE aset_bersama ADD COLUMN pemanfaatan TEXT NOT NULL DEFAULT '';
CREATE TABLE kerja_sama_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  segmen_id INTEGER REFERENCES segmen_batas(id),
  sengketa_id INTEGER REFERENCES sengketa_batas(id)
);
CREATE TABLE musyawarah (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  bkad_id INTEGER REFERENCES bkad(id),
  sengketa_id INTEGER REFERENCES sengketa_batas(id),
  desa_id INTEGER REFERENCES desa(id),
  tanggal DATE,
  tempat TEXT NOT NULL,
  agenda TEXT NOT NULL,
  desa_hadir TEXT NOT NULL,
  hadir_lain TEXT NOT NULL,
  hasil TEXT NOT NULL,
  keputusan TEXT NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id)
);
CREATE TABLE kerja_sama_dana (
  id INTEGER PRIMARY KEY NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  desa_id INTEGER REFERENCES desa(id),
  pihak_ketiga_id INTEGER REFERENCES pihak_ketiga(id),
  sumber TEXT NOT NULL,
  tahun INTEGER,
  rencana_rupiah DOUBLE,
  realisasi_rupiah DOUBLE
);
CREATE TABLE laporan (
  id INTEGER PRIMARY KEY NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  bkad_id INTEGER REFERENCES bkad(id),
  jenis TEXT NOT NULL,
  periode TEXT NOT NULL,
  jatuh_tempo DATE,
  tanggal DATE,
  pengirim TEXT NOT NULL,
  penerima TEXT NOT NULL,
  tembusan TEXT NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id)
);
CREATE TABLE masalah (
  id INTEGER PRIMARY KEY NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  tanggal DATE,
  uraian TEXT NOT NULL,
  fasilitator TEXT NOT NULL,
  penyelesaian TEXT NOT NULL,
  tanggal_selesai DATE,
  dokumen_id INTEGER REFERENCES dokumen(id)
);
CREATE TABLE evaluasi (
  id INTEGER PRIMARY KEY NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  tanggal DATE,
  penilai TEXT NOT NULL,
  rekognisi INTEGER,
  kebersamaan INTEGER,
  kegotongroyongan INTEGER,
  partisipatif INTEGER,
  demokratis INTEGER,
  kesetaraan INTEGER,
  pemberdayaan INTEGER,
  berkelanjutan INTEGER,
  akuntabilitas INTEGER,
  catatan TEXT NOT NULL
);
CREATE TABLE bkad_kegiatan (
  id INTEGER PRIMARY KEY NOT NULL,
  bkad_id INTEGER REFERENCES bkad(id),
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  tugas TEXT NOT NULL,
  fungsi TEXT NOT NULL,
  tahun INTEGER,
  tanggal DATE,
  uraian TEXT NOT NULL,
  status TEXT NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id)
);
CREATE TABLE aset_perawatan (
  id INTEGER PRIMARY KEY NOT NULL,
  aset_id INTEGER REFERENCES aset_bersama(id),
  jenis TEXT NOT NULL,
  tanggal DATE,
  uraian TEXT NOT NULL,
  biaya_rupiah DOUBLE,
  dokumen_id INTEGER REFERENCES dokumen(id)
);
)sql";

} // namespace

void create_schema_5(sqlite::Database& database, const std::string& time) {
    database.execute(tables_and_columns);
    create_layers(database, layers(5).subspan(layers(4).size()), time);
    chain_history(database);
    rehash_rows(database, 4, 5);
}

} // namespace antardesa::project::detail
