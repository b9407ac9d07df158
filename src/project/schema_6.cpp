#include "project/detail/hash_totals.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

/// Schema 6, frozen: further segments, signatories, evidence and local steps of a case; files that
/// belong to documents; what offices call villages and columns; a total of each table's hashes, so
/// that a row that went with its hash is missed. Programs of schema 5 would leave the totals as
/// they were, so the oldest reader is schema 6.
namespace antardesa::project::detail {

namespace {

constexpr const char* tables_and_columns = R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (6, 6);
CREATE TABLE sidik_tabel (
  tabel TEXT PRIMARY KEY NOT NULL,
  jumlah INTEGER NOT NULL,
  sidik BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE langkah_daerah (
  id INTEGER PRIMARY KEY NOT NULL,
  nama TEXT NOT NULL,
  sesudah TEXT NOT NULL,
  dasar TEXT NOT NULL
);
ALTER TABLE musyawarah ADD COLUMN langkah_daerah_id INTEGER
  REFERENCES langkah_daerah(id) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE sengketa_segmen (
  id INTEGER PRIMARY KEY NOT NULL,
  sengketa_id INTEGER REFERENCES sengketa_batas(id),
  segmen_id INTEGER REFERENCES segmen_batas(id)
);
CREATE TABLE penanda_tangan (
  id INTEGER PRIMARY KEY NOT NULL,
  sengketa_id INTEGER REFERENCES sengketa_batas(id),
  peran TEXT NOT NULL,
  desa_id INTEGER REFERENCES desa(id),
  nama TEXT NOT NULL,
  jabatan TEXT NOT NULL,
  nip TEXT NOT NULL,
  nomor_berita_acara TEXT NOT NULL,
  tanggal DATE
);
CREATE TABLE nama_lain (
  id INTEGER PRIMARY KEY NOT NULL,
  desa_id INTEGER REFERENCES desa(id),
  nama TEXT NOT NULL
);
CREATE TABLE arti_kolom (
  id INTEGER PRIMARY KEY NOT NULL,
  kolom TEXT NOT NULL,
  ruas TEXT NOT NULL
);
CREATE TABLE lampiran (
  id INTEGER PRIMARY KEY NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id),
  nama TEXT NOT NULL,
  jenis_media TEXT NOT NULL,
  kata_kunci TEXT NOT NULL,
  tautan TEXT NOT NULL,
  isi BLOB
);
CREATE TABLE bukti_sengketa (
  id INTEGER PRIMARY KEY NOT NULL,
  sengketa_id INTEGER REFERENCES sengketa_batas(id),
  desa_id INTEGER REFERENCES desa(id),
  jenis TEXT NOT NULL,
  judul TEXT NOT NULL,
  penerbit TEXT NOT NULL,
  tahun INTEGER,
  skala TEXT NOT NULL,
  keterangan TEXT NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id),
  geom POINT
);
)sql";

} // namespace

void create_schema_6(sqlite::Database& database, const std::string& time) {
    database.execute(tables_and_columns);
    create_layers(database, layers(6).subspan(layers(5).size()), time);
    total_hashes(database);
    rehash_rows(database, 5, 6);
}

} // namespace antardesa::project::detail
