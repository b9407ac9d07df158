#pragma once

#include "geo/geometry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::crs::detail {

enum class Mark { none, degree, minute, second };

struct Number {
    double value = 0;
    bool negative = false;
    bool whole = true;
    std::size_t digits = 0;
    Mark mark = Mark::none;
};

/// Numbers up to a letter group, or up to a clear separator.
struct Group {
    std::vector<Number> numbers;
    std::string letters; ///< upper case; `tm3_word` for any spelling of "TM-3"
};
inline constexpr const char* tm3_word = "TMTHREE";

/// Words that only name what follows (UTM, zona) are passed over; sides in full (lintang selatan)
/// become their letters. `grouped`: points or commas between groups of three digits part thousands.
/// Nothing when a character has no meaning in coordinates.
std::optional<std::vector<Group>> scan_coordinates(std::string_view text, bool grouped = false);

/// Easting and northing with their zone, in metres; not yet placed on the earth.
struct Planar {
    geo::Point metres;
    bool tm3 = false;
    int zone = 0;
    bool south = false; ///< UTM
    int half = 0;       ///< TM-3: 1 west, 2 east
};
std::optional<Planar> planar_of(const std::vector<Group>& groups);
/// Of a text; also where points part the thousands, when the figures make no sense without. May be
/// off the system's sensible range.
std::optional<Planar> planar_in(std::string_view text);
/// Degrees; nothing off the system's sensible range.
std::optional<geo::Point> degrees_of(const Planar& planar);

} // namespace antardesa::crs::detail
