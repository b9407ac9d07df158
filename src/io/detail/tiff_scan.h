#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace antardesa::io::detail {

enum class TiffFault {
    none,
    no_tiff,
    directory, ///< lies outside the file, or has more entries than it can hold
    size,      ///< no pixels, or more than the budget
    layout,    ///< bits or bands that no picture has
};

/// The directory of a stranger's TIFF (TIFF 6.0, BigTIFF), checked against the bytes before any
/// library allocates by it. A pure function of the bytes; no pixel is read.
struct TiffScan {
    TiffFault fault = TiffFault::none;
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    std::uint64_t bands = 1;
    bool directory_loops = false;
    int odd_tags = 0;           ///< whose values lie outside the file
    int blocks_outside = 0;     ///< strips or tiles that do, wholly or in part
    int blocks_short = 0;       ///< uncompressed ones with fewer bytes than their pixels need
    bool placement_odd = false; ///< pixel size or tie points that are no numbers, or a size of 0
    bool keys_odd = false;      ///< a GeoTIFF key directory that contradicts its length
};
TiffScan scan_tiff(std::string_view bytes);

/// The six numbers of a world file; nothing when one is missing, no finite number, or the pixel
/// has no size.
std::optional<std::array<double, 6>> read_world_file(std::string_view text);

} // namespace antardesa::io::detail
