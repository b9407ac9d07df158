// Geometry blobs of GeoPackages: what could be read is written and read again without change.
#include "fuzz/harness.h"
#include "geo/wkb.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(data, size);
    static_cast<void>(geo::geopackage_bounds(bytes));
    if (const auto read = geo::from_geopackage(bytes)) {
        const geo::Bytes written = geo::to_geopackage(read->geometry, read->srs_id);
        const auto again = geo::from_geopackage(written);
        fuzz::require(again.has_value(), "what was read can be written and read again");
        fuzz::require(geo::to_geopackage(again->geometry, again->srs_id) == written,
                      "and the second writing is the first");
    }
    return 0;
}
