#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace antardesa::io::detail {

/// Where a record's content lies in the .shp, in bytes.
struct ShapeRecord {
    std::uint64_t content = 0; ///< offset
    std::uint64_t length = 0;
};

/// The records of a shapefile, found by us in .shp and .shx (ESRI Shapefile Technical
/// Description, 1998). The index decides the order where it is sound; otherwise the records are
/// walked one after another. A pure function of the bytes.
struct ShapefileWalk {
    bool is_shapefile = false; ///< a header with the right code and a known type
    std::uint32_t type = 0;    ///< 5 polygon, 3 line, 1 point …
    std::vector<ShapeRecord> records;
    std::size_t indexed = 0;       ///< entries of the .shx
    bool index_rejected = false;   ///< there was one, and it contradicts the records
    bool truncated = false;        ///< the .shp ends inside a record
    bool length_wrong = false;     ///< the header states another length of the file
    std::size_t headers_wrong = 0; ///< records whose own length contradicts a sound index
    std::size_t numbers_wrong = 0; ///< records that do not carry the number of their place
};
ShapefileWalk walk_shapefile(std::string_view shp, std::string_view shx);

} // namespace antardesa::io::detail
