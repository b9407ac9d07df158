#pragma once

#include "geo/geometry.h"

#include <optional>
#include <string>
#include <string_view>

namespace antardesa::io::detail {

/// What a photo says of itself: EXIF 2.32 in the APP1 segment of a JPEG. A pure function of the
/// bytes; what is broken or beyond the earth is not there.
struct ExifFacts {
    std::optional<geo::Point> position; ///< degrees, WGS84
    std::string taken;                  ///< "2026-03-14 10:22:05"; empty: it does not say
};
/// Whether the bytes begin as a JPEG does.
bool is_jpeg(std::string_view bytes);
ExifFacts scan_exif(std::string_view bytes);

} // namespace antardesa::io::detail
