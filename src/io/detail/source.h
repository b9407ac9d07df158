#pragma once

#include "io/detail/format.h"
#include "io/detail/text_encoding.h"
#include "io/vector_reader.h"

namespace antardesa::io::detail {

/// One layer as a source reads it, before texts are decoded and its system is settled.
struct LayerReading {
    FeatureTable table;
    std::optional<crs::Crs> crs;
    bool crs_named = false; ///< the file names a system, understood or not
    DeclaredEncoding encoding{Encoding::utf8, {}};
};

/// One data set opened by its one reader: ours for shapefiles and GeoPackages, one GDAL driver
/// for each of the others.
class Source {
  public:
    virtual ~Source() = default;
    /// Without features; `box` empty, counts as far as they are known without reading.
    virtual const std::vector<LayerSummary>& layers() const = 0;
    /// About the data set as a whole.
    virtual const std::vector<Finding>& findings() const = 0;
    virtual void read(std::size_t layer, LayerReading& reading, Progress& progress) const = 0;
};

/// The source and the session must outlive it. Throws `Error` "io.unreadable", "sqlite.…".
std::unique_ptr<Source> open_source(const VectorSource& source, const Session& session,
                                    const Progress& progress);
std::unique_ptr<Source> open_with_gdal(const VectorSource& source, const Session& session);
std::unique_ptr<Source> open_gpx(const VectorSource& source);
std::unique_ptr<Source> open_photo(const VectorSource& source);

/// Every layer, read once: its summary with true counts, box and findings.
std::vector<LayerSummary> checked_layers(const Inputs& inputs, Progress& progress,
                                         std::vector<Finding>& findings);

} // namespace antardesa::io::detail
