// Stored changesets, with which undo takes edits back: whatever has the form can be inverted, read
// and applied, and comes to an end; what has it not is refused before SQLite sees it.
#include "fuzz/harness.h"
#include "sqlite/session.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::uint8_t> bytes(data, size);
    const bool has_form = sqlite::has_changeset_form(bytes);
    try {
        sqlite::changed_rows(sqlite::inverted(bytes));
        sqlite::tables_of(bytes);
        auto database = sqlite::Database::in_memory();
        database.execute(
            "CREATE TABLE dokumen (id INTEGER PRIMARY KEY, jenis, nomor, tanggal, judul,"
            " penerbit, skala, berkas); INSERT INTO dokumen (id, nomor) VALUES (1, 'x')");
        sqlite::apply_changeset(database, bytes);
        fuzz::require(has_form, "without the form nothing is read");
        fuzz::require(database.quick_check() == "ok", "the database stays whole");
    } catch (const sqlite::DatabaseError&) {
        // SQLite may still refuse what it cannot lay.
    }
    return 0;
}
