#pragma once

#include "io/detail/gdal.h"
#include "io/detail/inputs.h"

#include <memory>

namespace antardesa::io::detail {

enum class Format { shapefile, geopackage, geojson, kml, file_gdb, flatgeobuf, gpx, photo };

/// GDAL's short name of the one driver that may open it; of those read by us alone, their own.
const char* driver_name(Format format);
/// Registers that driver and no other. Any number of times, any thread.
void register_driver(Format format);

/// One data set to open: a file, a .gdb folder, or a member of an archive unpacked into memory.
struct VectorSource {
    Format format = Format::shapefile;
    std::string path;         ///< for GDAL
    std::string shown;        ///< for people
    bool crs_refused = false; ///< the file names its system in a way that is not obeyed
    std::vector<Finding> findings;
    std::int64_t features_held = 0; ///< counted in its text by us; 0 where nobody counts
    /// Why this set of an archive cannot be opened, though others of it may.
    std::optional<Message> refused;
};

/// The data sets in the inputs, which must outlive them, with the memory that holds unpacked
/// ones. Ending and first bytes must both be on the allow-list. Throws `Error`
/// "io.unknown_format", "io.unreadable"; a set of an archive is kept as refused instead.
struct LocatedSources {
    std::unique_ptr<MemoryFolder> memory;
    std::vector<VectorSource> sources;
    std::vector<Finding> findings;
};
LocatedSources locate(const Inputs& inputs);

/// The format by its ending alone; a photo is none that lies in an archive.
std::optional<Format> format_by_extension(const std::string& path);

} // namespace antardesa::io::detail
