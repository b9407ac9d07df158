// Coordinates as people write them: whatever is read lies on the earth.
#include "crs/coordinate_text.h"
#include "fuzz/harness.h"

#include <cmath>

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto point = crs::parse_coordinates(fuzz::text_of(data, size))) {
        fuzz::require(std::abs(point->x) <= 180 && std::abs(point->y) <= 90, "on the earth");
        static_cast<void>(crs::dms_text(*point));
        static_cast<void>(crs::utm_text(*point, crs::utm_zone(*point)));
    }
    return 0;
}
