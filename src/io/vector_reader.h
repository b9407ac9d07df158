#pragma once

#include "base/job.h"
#include "io/feature_table.h"

#include <string>
#include <vector>

namespace antardesa::io {

struct LayerField {
    std::string name;
    FieldType type = FieldType::text;
};

/// What a layer is, without its features.
struct LayerSummary {
    std::string name;
    std::int64_t features = 0;
    std::string geometry; ///< "polygon", "line", "point", "mixed", "none"
    std::optional<crs::Crs> crs;
    std::vector<LayerField> fields;
    geo::Box box; ///< of the coordinates themselves; empty unless they were read
    std::vector<Finding> findings;
};

struct ReadOptions {
    /// Name of the layer, of its set in an archive ("b/desa.shp", "b/desa"), or both
    /// ("b/data/desa"); empty: the first one with polygons, else the first.
    std::string layer;
    /// Used when the file names no system, none that can be understood, or one that its own
    /// coordinates contradict.
    std::optional<crs::Crs> assumed_crs;
    /// Of a shapefile's texts: "UTF-8", "CP1252", "ISO-8859-1"; empty: found out (.cpg, LDID,
    /// then UTF-8 if every byte agrees, else Windows-1252 with a finding).
    std::string encoding;
    /// Latitude and longitude exchanged, in a layer whose coordinates show that they were swapped;
    /// in any other it is ignored.
    bool swap_axes = false;
};

/// Endings that the reader accepts, lower case with the dot: ".shp", ".gpkg", ".geojson", …
/// A FileGDB is a folder ending in ".gdb"; a ".zip" may hold any of them.
const std::vector<std::string>& vector_extensions();

namespace detail {
class Inputs;
}

// From here on for the reading process alone (io/reader.h); the program asks a `Reader`.

/// Layers of the file. Throws `Error` "io.unknown_format" (neither ending nor
/// content is on the allow-list: ESRI Shapefile, GPKG, GeoJSON, KML, OpenFileGDB, FlatGeobuf, GPX,
/// a photo's own EXIF), "io.unreadable", "io.json_…", "io.xml_…", "sqlite.…" with what is wrong,
/// `Cancelled`.
std::vector<LayerSummary> inspect_vector(const detail::Inputs& inputs, Progress& progress);

/// One layer as values. A pure function of the inputs: it opens and writes nothing, needs no
/// network, knows no project, and runs in a process of its own. Counts records of .shp, .shx and
/// .dbf itself. Everything odd becomes a finding in the table; features are never left out:
/// one without a usable outline has `monostate` geometry and a finding.
/// Throws as `inspect_vector`; "io.no_such_layer"; "io.empty_file" when there is no layer.
/// Progress counts features. Any thread; GDAL's messages of this thread become findings.
FeatureTable read_vector(const detail::Inputs& inputs, const ReadOptions& options,
                         Progress& progress);

/// Whether the coordinates cannot be in the table's system (a finding of it says so): nothing may
/// be placed before a person names the right one.
bool contradicts_its_crs(const FeatureTable& table);
/// Whether that is because longitude stands where latitude should (`ReadOptions::swap_axes`).
bool axes_are_swapped(const FeatureTable& table);

/// A system that would put these numbers into or near Indonesia: degrees, or the UTM zone whose
/// eastings and northings fit `near` (a position in degrees), when given. For questions only.
std::optional<crs::Crs> plausible_crs(const geo::Box& numbers,
                                      std::optional<geo::Point> near = std::nullopt);

} // namespace antardesa::io
