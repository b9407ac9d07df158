// Where and when a stranger's photo says that it was taken.
#include "io/detail/exif_scan.h"
#include "fuzz/harness.h"

#include <cmath>

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const io::detail::ExifFacts facts = io::detail::scan_exif(fuzz::text_of(data, size));
    if (facts.position)
        fuzz::require(std::abs(facts.position->x) <= 180 && std::abs(facts.position->y) <= 90,
                      "a place is on the earth");
    fuzz::require(facts.taken.empty() || facts.taken.size() == 19, "a time is whole");
    return 0;
}
