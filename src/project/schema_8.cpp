#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

namespace antardesa::project::detail {

namespace {

/// Rows that were there before a column came are stored without it, and SQLite's changesets note
/// NULL for what they held in it, not the default: the first edit of such a row could not be taken
/// back. Written once more they hold every column. Tables that schemas 3 to 8 gave columns.
constexpr const char* whole_rows = R"sql(
UPDATE aset_bersama SET id = id;
UPDATE bkad_anggota SET id = id;
UPDATE bum_desa_bersama SET id = id;
UPDATE bum_desa_modal SET id = id;
UPDATE desa SET id = id;
UPDATE dokumen SET id = id;
UPDATE kerja_sama SET id = id;
UPDATE kerja_sama_pihak SET id = id;
UPDATE klaim_batas SET id = id;
UPDATE musyawarah SET id = id;
UPDATE segmen_batas SET id = id;
UPDATE titik_batas SET id = id;
UPDATE usulan_batas SET id = id;
)sql";

} // namespace

/// Schema 8, frozen: the law that a document cites as it stood when the document was recorded. New
/// values of closed lists came with it (a member's element that is not known, transfers of assets
/// that the law does not know), which programs of schema 7 would take for damage, so the oldest
/// reader is schema 8.
void create_schema_8(sqlite::Database& database, const std::string&) {
    database.execute(R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (8, 8);
ALTER TABLE dokumen ADD COLUMN kutipan TEXT NOT NULL DEFAULT '';
)sql");
    database.execute(whole_rows);
    rehash_rows(database, 7, 8);
}

} // namespace antardesa::project::detail
