#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

namespace antardesa::project::detail {

/// Schema 3, frozen: what a check of the boundaries found, what may stay, turning points in their
/// order, accuracy, earlier codes. Columns are added behind the geometry, for a changeset of the
/// history names columns by position. Programs of schema 2 would take the new columns of a row for
/// damage, so the oldest reader is schema 3. Villages stand as "3,7" beside their names, so that
/// one row says it all in other programs.
void create_schema_3(sqlite::Database& database, const std::string& time) {
    database.execute(R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (3, 3);
ALTER TABLE desa ADD COLUMN kode_sebelumnya TEXT NOT NULL DEFAULT '';
ALTER TABLE segmen_batas ADD COLUMN akurasi_m DOUBLE;
ALTER TABLE segmen_batas ADD COLUMN metode TEXT NOT NULL DEFAULT '';
ALTER TABLE titik_batas ADD COLUMN urut INTEGER NOT NULL DEFAULT 0;
ALTER TABLE titik_batas ADD COLUMN akurasi_m DOUBLE;
ALTER TABLE titik_batas ADD COLUMN metode TEXT NOT NULL DEFAULT '';
ALTER TABLE titik_batas ADD COLUMN penanda TEXT NOT NULL DEFAULT '';
CREATE TABLE pengecualian_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  alasan TEXT NOT NULL,
  keterangan TEXT NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id),
  tanggal DATE,
  desa_id TEXT NOT NULL,
  area_khusus_id TEXT NOT NULL,
  nama TEXT NOT NULL,
  luas_m2 DOUBLE NOT NULL,
  geom MULTIPOLYGON NOT NULL
);
CREATE TABLE temuan_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  tingkat TEXT NOT NULL,
  sebab TEXT,
  desa_id TEXT NOT NULL,
  area_khusus_id TEXT NOT NULL,
  nama TEXT NOT NULL,
  jumlah INTEGER NOT NULL,
  luas_m2 DOUBLE,
  lebar_m DOUBLE,
  serpihan BOOLEAN NOT NULL,
  pengecualian_id INTEGER REFERENCES pengecualian_batas(id),
  sidik TEXT NOT NULL,
  revisi INTEGER NOT NULL,
  bujur DOUBLE NOT NULL,
  lintang DOUBLE NOT NULL,
  geom GEOMETRY NOT NULL
);
)sql");
    create_layers(database, layers(3).subspan(layers(2).size()), time);
    rehash_rows(database, 2, 3);
}

} // namespace antardesa::project::detail
