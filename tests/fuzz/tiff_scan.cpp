// The directory of a stranger's TIFF, and the six numbers of a world file.
#include "io/detail/tiff_scan.h"
#include "fuzz/harness.h"

#include <cmath>

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const io::detail::TiffScan scan = io::detail::scan_tiff(bytes);
    if (scan.fault == io::detail::TiffFault::none)
        fuzz::require(scan.width > 0 && scan.height > 0, "a sound picture has pixels");
    if (const auto numbers = io::detail::read_world_file(bytes))
        for (const double number : *numbers)
            fuzz::require(std::isfinite(number), "placement is finite");
    return 0;
}
