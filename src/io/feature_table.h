#pragma once

#include "base/finding.h"
#include "crs/crs.h"
#include "geo/geometry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace antardesa::io {

enum class FieldType { text, integer, real };

/// "text", "integer", "real": the form used in JSON.
const char* field_type_name(FieldType type);

/// One attribute as a value of its own. `monostate` is null.
using AttributeValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// All values of one field, stored flat: a column of 83,000 names is two allocations.
class Column {
  public:
    Column() = default;
    Column(std::string name, FieldType type) : name_(std::move(name)), type_(type) {}

    const std::string& name() const { return name_; }
    FieldType type() const { return type_; }
    std::size_t size() const { return nulls_.size(); }

    bool is_null(std::size_t row) const { return nulls_[row]; }
    /// True when no row has a value; an empty text counts as none.
    bool all_empty() const;

    /// As a person would write it: text as it is, integers and whole reals without a decimal
    /// point ("6101172008", never "6101172008.0"), null as "".
    std::string text(std::size_t row) const;
    /// The stored text without a copy; empty for null and for columns that are not text.
    std::string_view text_view(std::size_t row) const;
    /// Nothing for null, for text that is no number and for reals that are not finite.
    std::optional<double> number(std::size_t row) const;
    AttributeValue value(std::size_t row) const;

    void append_null();
    /// Pre-condition of the three: the column has that type.
    void append(std::int64_t value);
    void append(double value);
    void append(std::string_view value);

  private:
    std::string name_;
    FieldType type_ = FieldType::text;
    std::vector<bool> nulls_;
    std::vector<std::int64_t> integers_;
    std::vector<double> reals_;
    std::string bytes_;
    std::vector<std::size_t> ends_; ///< where each text ends in bytes_
};

/// One feature's identity and shape; its attributes stand in the same row of the columns.
struct Feature {
    std::int64_t fid = 0;   ///< GDAL's feature id: 0-based row of a shapefile, key of a database
    geo::Geometry geometry; ///< x = longitude or easting; rings closed; Z and M dropped
};

/// One layer of a foreign file as plain values. Movable; copying copies every vertex.
struct FeatureTable {
    std::string layer;
    std::string source; ///< path as given by the caller
    std::vector<Column> columns;
    std::vector<Feature> features;
    /// Horizontal system of the coordinates; empty when the file does not say and nobody
    /// assumed one (then `findings` holds "missing_crs").
    std::optional<crs::Crs> crs;
    std::vector<Finding> findings;
    /// What the file's own header claims; differs from features.size() only with a finding.
    std::int64_t features_in_file = 0;

    /// By name, ASCII case ignored; the first of equal names. Nothing if there is none.
    std::optional<std::size_t> column_index(std::string_view name) const;
};

/// Vertices of all features.
std::size_t vertex_count(const FeatureTable& table);
/// Box of all finite vertices.
geo::Box bounds(const FeatureTable& table);

} // namespace antardesa::io
