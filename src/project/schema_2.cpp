#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

namespace antardesa::project::detail {

/// Schema 2, frozen: a hash of every row's content, the oldest schema whose programs may still
/// read the file (`pembaca`), and the holder's sign of life where locks do not work. New tables
/// only: the entries of the old ones stay at the beginning of the file, where a project is known.
void create_schema_2(sqlite::Database& database, const std::string&) {
    database.execute(R"sql(
CREATE TABLE antardesa_baca (
  versi INTEGER PRIMARY KEY NOT NULL,
  pembaca INTEGER NOT NULL
);
INSERT INTO antardesa_baca (versi, pembaca) VALUES (2, 1);
CREATE TABLE denyut (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  waktu TEXT NOT NULL
);
CREATE TABLE sidik_baris (
  tabel TEXT NOT NULL,
  baris INTEGER NOT NULL,
  sidik BLOB NOT NULL,
  PRIMARY KEY (tabel, baris)
) WITHOUT ROWID;
)sql");
    Progress progress;
    hash_all_rows(database, 2, progress);
}

} // namespace antardesa::project::detail
