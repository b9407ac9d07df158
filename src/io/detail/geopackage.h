#pragma once

#include "io/vector_reader.h"
#include "sqlite/database.h"

#include <set>
#include <string_view>

namespace antardesa::io::detail {

/// One layer of a stranger's GeoPackage: an ordinary table with geometry blobs.
struct GeoPackageLayer {
    std::string table;
    std::string geometry_column;
    std::string key_column;         ///< the INTEGER PRIMARY KEY; "" when there is none
    std::string geometry = "mixed"; ///< as in `LayerSummary`
    std::int64_t srs_id = 0;
    bool crs_named = false;
    std::optional<crs::Crs> crs;
    std::vector<LayerField> fields; ///< without key, geometry and generated columns
    std::vector<Finding> findings;  ///< about its metadata
};

/// A GeoPackage (OGC 12-128r18) read by us alone, from the bytes of its main file: its pages are
/// checked, views, triggers, virtual tables and indexes never run, stated extents and counts
/// never used. What the file holds besides is named in findings.
class GeoPackage {
  public:
    /// Throws `Error`: "sqlite.…" when the bytes are no sound database, "io.no_geopackage" when
    /// no table holds geometries.
    GeoPackage(std::string_view bytes, const std::string& shown, const Progress& progress);

    const std::vector<GeoPackageLayer>& layers() const { return layers_; }
    const std::vector<Finding>& findings() const { return findings_; }

    /// Rows of the layer; nothing of features() or findings() is repeated.
    std::int64_t count(const GeoPackageLayer& layer) const;
    /// Fills columns, features, counts and the findings about rows. The table is new.
    void read(const GeoPackageLayer& layer, FeatureTable& table, Progress& progress) const;

  private:
    void note(Severity severity, const char* code, std::vector<std::string> arguments);
    void check_header(std::string_view bytes);
    void check_identity();
    void check_metadata_tables();
    void check_other_objects();
    void check_extensions();
    void check_indexes();
    void find_stated_layers();
    void find_unstated_layers();
    bool is_table(const std::string& name) const { return tables_.contains(name); }
    void add_layer(GeoPackageLayer layer);
    void describe_columns(GeoPackageLayer& layer) const;
    bool holds_blobs(const std::string& table, const std::string& column) const;
    void find_crs(GeoPackageLayer& layer) const;

    std::string shown_;
    sqlite::Database database_;
    std::set<std::string> tables_;
    std::vector<GeoPackageLayer> layers_;
    std::vector<Finding> findings_;
};

} // namespace antardesa::io::detail
