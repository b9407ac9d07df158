// A stranger's GeoPackage from its bytes: every feature of a layer is counted and read, or said.
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/detail/geopackage.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Progress quiet;
    Progress progress;
    try {
        const io::detail::GeoPackage file(fuzz::text_of(data, size), "t.gpkg", quiet);
        for (const auto& layer : file.layers()) {
            static_cast<void>(file.count(layer));
            io::FeatureTable table;
            file.read(layer, table, progress);
            for (const auto& column : table.columns)
                fuzz::require(column.size() == table.features.size(),
                              "every feature has a value in every column");
        }
    } catch (const Error&) {
    } catch (const sqlite::DatabaseError&) {
    }
    return 0;
}
