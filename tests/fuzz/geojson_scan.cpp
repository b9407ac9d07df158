// The look at a GeoJSON's "crs" before GDAL sees it: what was made safe stays as it is.
#include "fuzz/harness.h"
#include "io/detail/geojson_crs.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(fuzz::text_of(data, size));
    io::detail::hide_unsafe_crs(text);
    const std::string once = text;
    fuzz::require(!io::detail::hide_unsafe_crs(text) && text == once, "nothing unsafe is left");
    return 0;
}
