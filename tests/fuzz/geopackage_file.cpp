// A stranger's database file, checked and then walked like a layer.
#include "fuzz/harness.h"
#include "geo/wkb.h"
#include "sqlite/database.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto path = fuzz::private_file(fuzz::text_of(data, size), ".gpkg");
    try {
        const auto database = sqlite::Database::open_foreign(path);
        auto rows = database.prepare("SELECT * FROM desa");
        for (int row = 0; row < 1000 && rows.step(); ++row)
            for (int column = 0; column < rows.column_count(); ++column)
                static_cast<void>(geo::from_geopackage(rows.blob(column)));
    } catch (const sqlite::DatabaseError&) {
    }
    return 0;
}
