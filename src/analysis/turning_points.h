#pragma once

#include "analysis/line_match.h"
#include "model/atlas.h"

#include <span>
#include <string>
#include <vector>

/// Titik kartometrik and pilar of a segment: where they must stand, how they are numbered, what
/// they are called (Perban BIG 15/2019 as in domain.md §3.3).
namespace antardesa::analysis {

/// A point belongs to its line up to this distance (practitioners' QC tolerance, domain.md §3.3).
inline constexpr double on_line_m = 0.05;

/// One segment's line with what numbering needs to know of it.
class NumberedLine {
  public:
    /// The segment must have a line. Ends and nodes are those of the atlas's coverage.
    NumberedLine(const model::Atlas& atlas, const model::BoundarySegment& segment);
    /// With nodes that no atlas has yet: of a coverage after an edit.
    NumberedLine(std::span<const geo::Point> nodes, const model::BoundarySegment& segment);

    struct Station {
        double off_m = 0; ///< from the line
        geo::Point place; ///< on the line, degrees; a vertex of it bit for bit where one is meant
        std::size_t line = 0; ///< of a segment in several pieces
        double along_m = 0;
    };
    /// Nothing when the segment has no line.
    std::optional<Station> station(geo::Point degrees) const;
    /// Ends of each piece, and places where another village meets the line: the points that are
    /// "000". In order; a closed piece has one.
    const std::vector<geo::Point>& nodes() const { return nodes_; }
    bool is_node(geo::Point degrees) const;
    double metres_between(geo::Point a, geo::Point b) const; ///< degrees in

  private:
    NearLine near_;
    std::vector<geo::Point> nodes_;
    std::vector<geo::Point> vertices_;
};

/// The points in order along the line with their numbers: titik kartometrik at ends and nodes are
/// "000", those between them "001", "002", … from the segment's beginning; pillars keep the code
/// that was entered, and titik kartometrik off the line the number that they have, for they are no
/// points of this line until somebody settles them. Nothing moves.
std::vector<model::TurningPoint> numbered(const NumberedLine& line,
                                          std::vector<model::TurningPoint> points);
/// With a titik kartometrik (id 0) at each end and node that has none, numbered.
std::vector<model::TurningPoint> with_node_points(const NumberedLine& line,
                                                  std::vector<model::TurningPoint> points);

/// A point that must lie on its segment's line and does not.
struct StrayPoint {
    Id<model::TurningPoint> point;
    double off_m = 0; ///< infinite when the segment has no line
};
std::vector<StrayPoint> stray_points(const model::Atlas& atlas, Id<model::BoundarySegment> segment);

/// "TK.35.29.16.2002-19.2009-000": the lower code whole, of the other what differs, the number. A
/// village without code stands as "#" and its id. Pillars: kind and code as entered.
std::string point_code(const model::Atlas& atlas, const model::TurningPoint& point);

} // namespace antardesa::analysis
