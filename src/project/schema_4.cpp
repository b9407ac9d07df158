#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"

namespace antardesa::project::detail {

/// Schema 4, frozen: what the line of a segment follows (KUGI's KARKTR), behind the other columns.
/// Programs of schema 3 would take it for damage, so the oldest reader is schema 4.
void create_schema_4(sqlite::Database& database, const std::string&) {
    database.execute(R"sql(
INSERT INTO antardesa_baca (versi, pembaca) VALUES (4, 4);
ALTER TABLE segmen_batas ADD COLUMN karakter TEXT NOT NULL DEFAULT '';
)sql");
    rehash_rows(database, 3, 4);
}

} // namespace antardesa::project::detail
