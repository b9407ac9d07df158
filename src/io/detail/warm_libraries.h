#pragma once

namespace antardesa::io::detail {

/// Opens what libraries open at first use and could not open later: PROJ's database (for `crs`
/// and for GDAL's own objects on this thread), GDAL's drivers, the conversion tables of the
/// C library, the time zone. Call it before a lock-down, on the thread that will parse.
void warm_libraries();

} // namespace antardesa::io::detail
