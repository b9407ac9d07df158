#pragma once

#include "analysis/turning_points.h"

namespace antardesa::workspace {

/// A turning point while a hand or the keys move it: it stays on its segment's line (one that
/// stands back by its kind, PABU, goes where it is led). A value over one snapshot, without a
/// window; positions are degrees.
class PointDrag {
  public:
    /// What the hand was drawn to.
    enum class Target { none, vertex, node };

    /// Nothing when the point is unknown or its segment has no line.
    static std::optional<PointDrag> begin(const model::Atlas& atlas, Id<model::TurningPoint> point);

    Id<model::TurningPoint> point() const { return point_.id; }
    /// A titik kartometrik where boundaries meet or the line ends: it goes with the node.
    bool is_node() const { return is_node_; }
    /// Towards the hand: the nearest place of the line; within `reach_m` a vertex of it or a node
    /// draws it (0: nothing draws it).
    void lead(geo::Point to, double reach_m);
    /// Along the line by the length of the step, to the side that it points to; not beyond the
    /// line's ends.
    void step(double east_m, double north_m);

    geo::Point place() const { return place_; }
    Target target() const { return target_; }
    double moved_m() const; ///< from where it was, straight
    bool moved() const { return !(place_ == point_.position); }

  private:
    PointDrag(model::TurningPoint point, const geo::MultiLine& lines, analysis::NumberedLine line);
    geo::Point along(std::size_t line, double metres) const;

    model::TurningPoint point_;
    geo::MultiLine lines_; ///< degrees
    analysis::NearLine near_;
    analysis::NumberedLine line_;
    bool is_node_ = false;
    geo::Point place_;
    Target target_ = Target::none;
};

} // namespace antardesa::workspace
