// Our own count of a shapefile's records. The input holds .shp, .shx and .dbf one after the other,
// each behind its length in two bytes.
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/detail/inputs.h"
#include "io/detail/shapefile_parts.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::filesystem::path shp;
    for (const char* ending : {".shp", ".shx", ".dbf"}) {
        std::size_t length = size >= 2 ? data[0] + 256U * data[1] : 0;
        const std::size_t head = size < 2 ? size : 2;
        data += head, size -= head;
        length = length < size ? length : size;
        const auto path = fuzz::private_file(fuzz::text_of(data, length), ending);
        data += length, size -= length;
        if (shp.empty())
            shp = path;
    }
    try {
        const auto inputs = io::detail::Inputs::gather(shp);
        const auto parts = io::detail::find_parts(inputs.path());
        const auto ready = io::detail::ready_shapefile(parts, "v.shp");
        fuzz::require(ready.records >= 0, "a count is not negative");
    } catch (const Error&) {
    }
    return 0;
}
