#pragma once

#include "io/vector_reader.h"

namespace antardesa::io {

enum class FileKind { vector, raster, table, archive, unknown };
/// "vector", "raster", "table", "archive", "unknown": the form used in JSON.
const char* file_kind_name(FileKind kind);

/// A GeoTIFF's header; no pixel is read.
struct RasterSummary {
    int width = 0;
    int height = 0;
    int bands = 0;
    std::string pixel_type; ///< "Byte", "Int16", …
    std::optional<crs::Crs> crs;
    geo::Box box; ///< in its system; empty when not georeferenced
};

/// What a foreign file is. Nothing is written and nothing thrown for a file that is merely bad:
/// then `kind` is unknown and a finding says why.
struct FileSummary {
    FileKind kind = FileKind::unknown;
    std::vector<LayerSummary> layers; ///< of vectors; of archives: what lies inside
    std::optional<RasterSummary> raster;
    std::vector<std::string> columns; ///< of tables
    std::int64_t rows = 0;            ///< of tables
    std::vector<std::string> entries; ///< of archives: names, as stored
    std::vector<Finding> findings;
};

/// Kind by ending and first bytes, then its own reader. `layers` carry checked counts (features
/// are read once). Throws only `Cancelled`. For the reading process alone; the program asks a
/// `Reader` (io/reader.h).
FileSummary inspect_file(const detail::Inputs& inputs, Progress& progress);

/// Header of a GeoTIFF, through GDAL's GTiff driver alone. Throws `Error` "io.unreadable".
RasterSummary read_raster_summary(const detail::Inputs& inputs);

} // namespace antardesa::io
