#include "project/detail/schema.h"

/// Schema 1, frozen: later versions are migrations of their own. The geometry stands last in
/// every table, so that SQLite reads the other columns without following its overflow pages.
namespace antardesa::project::detail {

const char* const schema_1_geopackage = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256),
  f_table_schema TEXT(256),
  f_table_name TEXT(256),
  f_geometry_column TEXT(256),
  styleName TEXT(30),
  styleQML TEXT,
  styleSLD TEXT,
  useAsDefault BOOLEAN,
  description TEXT,
  owner TEXT(30),
  ui TEXT(30),
  update_time DATETIME
);
)sql";

const char* const schema_1_own = R"sql(
CREATE TABLE antardesa_skema (
  versi INTEGER PRIMARY KEY NOT NULL
);
CREATE TABLE pemegang (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  inang TEXT NOT NULL,
  proses INTEGER NOT NULL,
  sejak TEXT NOT NULL
);
CREATE TABLE proyek (
  id INTEGER PRIMARY KEY NOT NULL,
  kabupaten TEXT NOT NULL,
  provinsi TEXT NOT NULL,
  sumber TEXT NOT NULL
);
CREATE TABLE riwayat (
  id INTEGER PRIMARY KEY NOT NULL,
  revisi INTEGER NOT NULL UNIQUE,
  nama TEXT NOT NULL,
  argumen TEXT NOT NULL,
  pelaku TEXT NOT NULL,
  waktu DATETIME NOT NULL,
  dokumen TEXT NOT NULL,
  membatalkan INTEGER,
  perubahan BLOB
);
CREATE TABLE dokumen (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  nomor TEXT NOT NULL,
  tanggal DATE,
  judul TEXT NOT NULL,
  penerbit TEXT NOT NULL,
  skala TEXT NOT NULL,
  berkas TEXT NOT NULL
);
CREATE TABLE dasar_hukum (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  nomor TEXT NOT NULL,
  tahun INTEGER NOT NULL,
  judul TEXT NOT NULL,
  berlaku_sejak DATE,
  dicabut_sejak DATE,
  dicabut_oleh TEXT NOT NULL
);
CREATE TABLE kecamatan (
  id INTEGER PRIMARY KEY NOT NULL,
  kode TEXT NOT NULL,
  nama TEXT NOT NULL,
  kabupaten TEXT NOT NULL
);
CREATE TABLE desa (
  id INTEGER PRIMARY KEY NOT NULL,
  kode TEXT NOT NULL,
  kode_bps TEXT NOT NULL,
  nama TEXT NOT NULL,
  jenis TEXT NOT NULL,
  kecamatan_id INTEGER REFERENCES kecamatan(id),
  luas_resmi_ha DOUBLE,
  geom MULTIPOLYGON NOT NULL
);
CREATE TABLE area_khusus (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  nama TEXT NOT NULL,
  geom MULTIPOLYGON NOT NULL
);
CREATE TABLE unsur_acuan (
  id INTEGER PRIMARY KEY NOT NULL,
  jenis TEXT NOT NULL,
  nama TEXT NOT NULL,
  geom MULTILINESTRING NOT NULL
);
CREATE TABLE segmen_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  desa_a_id INTEGER REFERENCES desa(id),
  desa_b_id INTEGER REFERENCES desa(id),
  tingkat TEXT NOT NULL,
  status TEXT NOT NULL,
  pilar BOOLEAN NOT NULL,
  panjang_m DOUBLE NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id),
  geom MULTILINESTRING
);
CREATE TABLE titik_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  segmen_id INTEGER REFERENCES segmen_batas(id),
  nomor TEXT NOT NULL,
  jenis TEXT NOT NULL,
  keterangan TEXT NOT NULL,
  geom POINT NOT NULL
);
CREATE TABLE pihak_ketiga (
  id INTEGER PRIMARY KEY NOT NULL,
  nama TEXT NOT NULL,
  jenis TEXT NOT NULL,
  alamat TEXT NOT NULL,
  geom POINT
);
CREATE TABLE bkad (
  id INTEGER PRIMARY KEY NOT NULL,
  nama TEXT NOT NULL,
  kecamatan_id INTEGER REFERENCES kecamatan(id),
  dokumen_pendirian_id INTEGER REFERENCES dokumen(id),
  tanggal_berdiri DATE
);
CREATE TABLE bkad_anggota (
  id INTEGER PRIMARY KEY NOT NULL,
  bkad_id INTEGER REFERENCES bkad(id),
  desa_id INTEGER REFERENCES desa(id),
  nama_orang TEXT NOT NULL,
  jabatan TEXT NOT NULL,
  unsur TEXT NOT NULL,
  jenis_kelamin TEXT NOT NULL
);
CREATE TABLE bum_desa_bersama (
  id INTEGER PRIMARY KEY NOT NULL,
  nama TEXT NOT NULL,
  status TEXT NOT NULL,
  nomor_sertifikat TEXT NOT NULL,
  tanggal_sertifikat DATE,
  unit_usaha TEXT NOT NULL,
  direktur TEXT NOT NULL,
  dokumen_pendirian_id INTEGER REFERENCES dokumen(id)
);
CREATE TABLE bum_desa_modal (
  id INTEGER PRIMARY KEY NOT NULL,
  bum_desa_id INTEGER REFERENCES bum_desa_bersama(id),
  desa_id INTEGER REFERENCES desa(id),
  desa_luar TEXT NOT NULL,
  jumlah_rupiah DOUBLE NOT NULL
);
CREATE TABLE kerja_sama (
  id INTEGER PRIMARY KEY NOT NULL,
  nomor TEXT NOT NULL,
  judul TEXT NOT NULL,
  cabang TEXT NOT NULL,
  jenis TEXT NOT NULL,
  bidang TEXT NOT NULL,
  bidang_kini TEXT NOT NULL,
  tujuan INTEGER NOT NULL,
  tahap TEXT NOT NULL,
  alasan_berakhir TEXT NOT NULL,
  tanggal_tanda_tangan DATE,
  mulai DATE,
  berakhir DATE,
  bkad_id INTEGER REFERENCES bkad(id),
  nilai_rupiah DOUBLE,
  laporan_terakhir DATE,
  dokumen_id INTEGER REFERENCES dokumen(id),
  keterangan TEXT NOT NULL
);
CREATE TABLE kerja_sama_pihak (
  id INTEGER PRIMARY KEY NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  desa_id INTEGER REFERENCES desa(id),
  pihak_ketiga_id INTEGER REFERENCES pihak_ketiga(id),
  desa_luar TEXT NOT NULL,
  kode_luar TEXT NOT NULL,
  peran TEXT NOT NULL,
  nomor TEXT NOT NULL,
  tanggal DATE,
  penanda_tangan TEXT NOT NULL,
  tanggal_musdes DATE,
  persetujuan_bpd BOOLEAN NOT NULL,
  porsi_rupiah DOUBLE
);
CREATE TABLE sengketa_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  nomor TEXT NOT NULL,
  segmen_id INTEGER REFERENCES segmen_batas(id),
  desa_a_id INTEGER REFERENCES desa(id),
  desa_b_id INTEGER REFERENCES desa(id),
  status TEXT NOT NULL,
  fasilitator TEXT NOT NULL,
  tanggal_lapor DATE,
  mulai_fasilitasi DATE,
  pokok TEXT NOT NULL,
  dokumen_hasil_id INTEGER REFERENCES dokumen(id),
  geom MULTIPOLYGON
);
CREATE TABLE klaim_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  sengketa_id INTEGER REFERENCES sengketa_batas(id),
  desa_id INTEGER REFERENCES desa(id),
  dasar TEXT NOT NULL,
  dokumen_id INTEGER REFERENCES dokumen(id),
  geom MULTILINESTRING
);
CREATE TABLE usulan_batas (
  id INTEGER PRIMARY KEY NOT NULL,
  sengketa_id INTEGER REFERENCES sengketa_batas(id),
  nama TEXT NOT NULL,
  cara TEXT NOT NULL,
  geom MULTILINESTRING
);
CREATE TABLE aset_bersama (
  id INTEGER PRIMARY KEY NOT NULL,
  nama TEXT NOT NULL,
  jenis TEXT NOT NULL,
  kode_barang TEXT NOT NULL,
  tahun INTEGER,
  nilai_rupiah DOUBLE,
  kondisi TEXT NOT NULL,
  dasar TEXT NOT NULL,
  kerja_sama_id INTEGER REFERENCES kerja_sama(id),
  geom GEOMETRY
);
CREATE TABLE aset_bersama_hak (
  id INTEGER PRIMARY KEY NOT NULL,
  aset_id INTEGER REFERENCES aset_bersama(id),
  pemegang TEXT NOT NULL,
  desa_id INTEGER REFERENCES desa(id),
  nama_pemegang TEXT NOT NULL,
  persen DOUBLE
);
)sql";

} // namespace antardesa::project::detail
