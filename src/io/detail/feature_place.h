#pragma once

#include "io/feature_table.h"

#include <optional>

namespace antardesa::io::detail {

/// Positions of one table as findings give them: longitude and latitude (WGS 84). The table must
/// outlive it and keep its system.
class FeaturePlace {
  public:
    explicit FeaturePlace(const FeatureTable& table) : table_(table) {}

    /// Nothing when the table has no system, or the position is none in it.
    std::optional<Place> operator()(geo::Point p) const;
    /// The middle of the box; nothing for an empty one.
    std::optional<Place> operator()(const geo::Box& box) const;

  private:
    const FeatureTable& table_;
    mutable std::optional<crs::Transformer> to_degrees_;
};

} // namespace antardesa::io::detail
