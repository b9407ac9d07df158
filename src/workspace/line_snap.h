#pragma once

#include "analysis/line_edit.h"

#include <optional>
#include <string>

namespace antardesa::workspace {

/// What a point came to lie on: a vertex is preferred to the middle of an edge.
struct LineSnap {
    geo::Point position; ///< degrees
    enum class Target { vertex, node, edge, river, road, point, claim, agreed };
    Target target = Target::vertex;
    std::string name; ///< of the river or road, the point, the claimant; may be empty
};

/// Looks for what lies near a point: the segment's own vertices, nodes and edges (for drawing), its
/// turning points, claimed lines, the line that was agreed before it moved, rivers and roads. Other
/// boundaries are none of it: a line that touched one would no longer be a boundary between two.
/// Keeps boxes, so that a look costs what is near.
class LineSnapper {
  public:
    LineSnapper(std::shared_ptr<const model::Atlas> atlas, const analysis::SegmentLine& line);

    /// Metres of a degree to the east and to the north here.
    geo::Point metric() const { return metric_; }
    double metres(geo::Point a, geo::Point b) const {
        return std::hypot((a.x - b.x) * metric_.x, (a.y - b.y) * metric_.y);
    }
    /// What may guide the line within `reach` metres of a point in degrees: a vertex or a point
    /// before the middle of an edge, then the nearest.
    std::optional<LineSnap> guide(geo::Point p, double reach) const;
    /// The segment's own line.
    std::optional<LineSnap> own(geo::Point p, double reach) const;
    /// The river or road nearest to a point, and which of its parts.
    struct Reference {
        const model::ReferenceLine* line = nullptr;
        std::size_t part = 0;
    };
    Reference reference_line(geo::Point p, double reach) const;

  private:
    struct Candidate {
        double vertex = std::numeric_limits<double>::infinity();
        double edge = std::numeric_limits<double>::infinity();
        geo::Point vertex_at;
        geo::Point edge_at;
        void look(const LineSnapper& snapper, std::span<const geo::Point> line, geo::Point p);
    };
    struct Guide {
        LineSnap::Target target;
        std::string name;
        model::SharedLines lines; ///< a point is a line of one vertex
        geo::Box box;
    };
    void add_guide(LineSnap::Target target, std::string name, model::SharedLines lines);
    void add_point(const model::TurningPoint& point);
    geo::Point nearest(geo::Point a, geo::Point b, geo::Point p) const;
    geo::Box around(geo::Point p, double reach) const;

    std::shared_ptr<const model::Atlas> atlas_;
    std::vector<topology::BoundaryVertex> own_;
    std::vector<geo::Box> boxes_; ///< of the reference lines, in table order
    std::vector<Guide> guides_;
    geo::Point metric_{1, 1};
};

} // namespace antardesa::workspace
