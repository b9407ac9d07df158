#pragma once

#include "base/job.h"
#include "base/result.h"
#include "io/feature_table.h"

#include <filesystem>

namespace antardesa::io {

/// What to write. Each attribute row is as long as `fields`; null where a value is missing.
struct VectorFile {
    struct Field {
        std::string name;
        FieldType type = FieldType::text;
        /// Letters of a text, digits of a number; 0: as the format will. A text that is longer
        /// makes its field as wide as the format will; an integer of nine digits or fewer is a
        /// 32-bit one.
        int width = 0;
    };
    struct Row {
        geo::Geometry geometry;
        std::vector<AttributeValue> values;
    };
    std::string layer;
    std::vector<Field> fields;
    std::vector<Row> rows;
    crs::Crs crs = crs::wgs84();
};

enum class Existing { keep, replace };

/// Writes the layer in the format of the path's ending: .geojson (RFC 7946), .kml, .shp (with
/// .shx .dbf .prj .cpg; UTF-8; names cut to ten characters, unique) or .gpkg. Whole or not at
/// all: made in a private folder beside the target, synchronised, then renamed into place. An
/// existing target is refused unless `replace`; a target that is a symlink always is.
/// GeoJSON and KML are transformed to EPSG:4326. A shapefile holds one kind of geometry: mixed
/// ones are refused. Same input, same bytes.
/// An older shapefile of that name is set aside whole before the first new file takes its place, so
/// that parts of both never stand together as one set that opens: a killed process leaves the
/// older parts in a folder "<name>.shp.lama-<letters>" beside it (`detail::SetAside`).
/// Refusals: "io.exists", "io.unknown_output", "io.mixed_geometry". Throws `Error`:
/// `antardesa::cannot_write` when the disk refuses, "io.cannot_write" with path and reason when
/// GDAL does.
Result<std::vector<std::filesystem::path>> write_vector(const std::filesystem::path& path,
                                                        const VectorFile& file,
                                                        Existing existing = Existing::keep);
/// The same; throws `Cancelled` between two features or before anything stands beside the target.
Result<std::vector<std::filesystem::path>> write_vector(const std::filesystem::path& path,
                                                        const VectorFile& file, Existing existing,
                                                        Progress& progress);

} // namespace antardesa::io
