#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

namespace antardesa::project::detail {

/// Schema 7, frozen: the day a village was formed, and by which workflow the line of a segment
/// comes to be. Programs of schema 6 would take the new columns for damage, so the oldest reader is
/// schema 7.
void create_schema_7(sqlite::Database& database, const std::string&) {
    database.execute(R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (7, 7);
ALTER TABLE desa ADD COLUMN tanggal_pembentukan DATE;
ALTER TABLE segmen_batas ADD COLUMN alur TEXT NOT NULL DEFAULT '';
)sql");
    rehash_rows(database, 6, 7);
}

} // namespace antardesa::project::detail
