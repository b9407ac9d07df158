// The pass over a stranger's KML before any library sees it.
#include "io/detail/kml_scan.h"
#include "fuzz/harness.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const io::detail::KmlScan scan = io::detail::scan_kml(fuzz::text_of(data, size));
    fuzz::require(scan.placemarks >= 0 && scan.first_bad <= scan.placemarks,
                  "what is counted is there");
    if (scan.xml.fault == io::detail::XmlFault::none)
        if (const auto text = io::detail::one_document(fuzz::text_of(data, size), scan))
            fuzz::require(io::detail::scan_kml(*text).placemarks <= scan.placemarks,
                          "one document holds no more");
    static_cast<void>(io::detail::is_coordinate_list(fuzz::text_of(data, size)));
    return 0;
}
