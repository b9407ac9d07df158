#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

namespace antardesa::project::detail {

/// Schema 8, frozen: the law that a document cites as it stood when the document was recorded. New
/// values of closed lists came with it (a member's element that is not known, transfers of assets
/// that the law does not know), which programs of schema 7 would take for damage, so the oldest
/// reader is schema 8.
void create_schema_8(sqlite::Database& database, const std::string&) {
    database.execute(R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (8, 8);
ALTER TABLE dokumen ADD COLUMN kutipan TEXT NOT NULL DEFAULT '';
)sql");
    rehash_rows(database, 7, 8);
}

} // namespace antardesa::project::detail
