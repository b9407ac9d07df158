// Well-known binary: what could be read is written and read again without change.
#include "fuzz/harness.h"
#include "geo/wkb.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto read = geo::from_wkb({data, size})) {
        const geo::Bytes written = geo::to_wkb(*read);
        const auto again = geo::from_wkb(written);
        fuzz::require(again.has_value(), "what was read can be written and read again");
        fuzz::require(geo::to_wkb(*again) == written, "and the second writing is the first");
    }
    return 0;
}
