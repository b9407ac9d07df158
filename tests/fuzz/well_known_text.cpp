// Well-known text of registers: only finite positions come out.
#include "workspace/well_known_text.h"
#include "fuzz/harness.h"
#include "geo/wkb.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto geometry = workspace::from_well_known_text(fuzz::text_of(data, size))) {
        const geo::Bytes written = geo::to_wkb(*geometry);
        fuzz::require(geo::from_wkb(written).has_value(), "what was read can be stored");
    }
    return 0;
}
