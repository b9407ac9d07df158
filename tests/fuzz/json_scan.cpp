// The pass over a stranger's JSON before any library sees it.
#include "io/detail/json_scan.h"
#include "fuzz/harness.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const io::detail::JsonScan scan = io::detail::scan_json(fuzz::text_of(data, size));
    fuzz::require(scan.line >= 1 && scan.bad_features <= scan.features && scan.longest_text <= size,
                  "counts lie within the text");
    return 0;
}
