#pragma once

#include "analysis/line_edit.h"

#include <optional>
#include <string>

namespace antardesa::workspace {

/// What a point came to lie on: a vertex is preferred to the middle of an edge.
struct LineSnap {
    geo::Point position; ///< degrees
    enum class Target { vertex, node, edge, river, road } target = Target::vertex;
    std::string name; ///< of the river or road; may be empty
};

/// Looks for what lies near a point: the segment's own vertices, nodes and edges (for drawing),
/// rivers and roads. Keeps their boxes, so that a look costs what is near.
class LineSnapper {
  public:
    LineSnapper(std::shared_ptr<const model::Atlas> atlas, const analysis::SegmentLine& line);

    /// Metres of a degree to the east and to the north here.
    geo::Point metric() const { return metric_; }
    double metres(geo::Point a, geo::Point b) const {
        return std::hypot((a.x - b.x) * metric_.x, (a.y - b.y) * metric_.y);
    }
    /// Rivers and roads within `reach` metres of a point in degrees.
    std::optional<LineSnap> reference(geo::Point p, double reach) const;
    /// The segment's own line.
    std::optional<LineSnap> own(geo::Point p, double reach) const;
    /// The river or road nearest to a point.
    const model::ReferenceLine* reference_line(geo::Point p, double reach) const;

  private:
    struct Candidate {
        double vertex = std::numeric_limits<double>::infinity();
        double edge = std::numeric_limits<double>::infinity();
        geo::Point vertex_at;
        geo::Point edge_at;
        void look(const LineSnapper& snapper, std::span<const geo::Point> line, geo::Point p);
        std::optional<geo::Point> within(double reach) const;
    };
    geo::Point nearest(geo::Point a, geo::Point b, geo::Point p) const;
    geo::Box around(geo::Point p, double reach) const;

    std::shared_ptr<const model::Atlas> atlas_;
    std::vector<topology::BoundaryVertex> own_;
    std::vector<geo::Box> boxes_; ///< of the reference lines, in table order
    geo::Point metric_{1, 1};
};

} // namespace antardesa::workspace
