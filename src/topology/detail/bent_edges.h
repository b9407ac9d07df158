#pragma once

#include "topology/detail/faces.h"

#include "geo/box_index.h"

#include <optional>

namespace antardesa::topology::detail {

/// Tells land between two lines that were one before they were kept in degrees, where a long edge
/// runs straight past its neighbour's vertices (see EdgeSag), from land that somebody left open or
/// claims twice.
class BentEdges {
  public:
    explicit BentEdges(const Fabric& fabric) : fabric_(fabric) {}

    /// Whether one edge of the claimants explains the whole face. False where nothing bends.
    bool were_one_line(const geo::Polygon& face, std::span<const Claimant> claimants, double area,
                       double perimeter);

  private:
    double longest_edge();
    bool explains(geo::Point from, geo::Point to, const geo::Polygon& face) const;

    const Fabric& fabric_;
    std::optional<double> longest_;
    std::optional<geo::BoxIndex> arcs_;
};

} // namespace antardesa::topology::detail
