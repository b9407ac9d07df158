// The pass over a stranger's KML before any library sees it.
#include "io/detail/kml_scan.h"
#include "fuzz/harness.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const io::detail::KmlScan scan = io::detail::scan_kml(fuzz::text_of(data, size));
    fuzz::require(scan.placemarks >= 0 && scan.first_bad <= scan.placemarks,
                  "what is counted is there");
    static_cast<void>(io::detail::is_coordinate_list(fuzz::text_of(data, size)));
    return 0;
}
