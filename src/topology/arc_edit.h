#pragma once

#include "topology/coverage.h"

#include <optional>
#include <variant>

namespace antardesa::topology {

/// A vertex of a coverage: vertex number `vertex` of an arc. First and last are its nodes; on a
/// closed arc without a neighbour at its start both are the same ordinary vertex.
struct ArcVertex {
    std::uint32_t arc = 0;
    std::uint32_t vertex = 0;
    friend bool operator==(ArcVertex, ArcVertex) = default;
};

/// Another place for a vertex. A node takes the ends of all its arcs along, whoever they belong to.
struct MoveVertex {
    ArcVertex at;
    geo::Point to;
};
/// A new vertex between `after` and the one that follows it on the arc.
struct InsertVertex {
    ArcVertex after;
    geo::Point at;
};
/// Refused for a node where arcs of several boundaries meet.
struct DeleteVertex {
    ArcVertex at;
};
/// Another line between two vertices of one arc, which stay. `by` are the points between them; none
/// makes the stretch straight. `from` < `to`; on a closed arc `from` > `to` goes past its start.
struct ReshapeArc {
    std::uint32_t arc = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    geo::Line by;
};
using ArcEdit = std::variant<MoveVertex, InsertVertex, DeleteVertex, ReshapeArc>;

/// Why a line may not be drawn so.
enum class ArcEditFault {
    none,
    unknown_vertex,   ///< no such arc or vertex, or a stretch without length
    not_finite,       ///< a point that is none
    crosses_boundary, ///< would cross, touch or jump over the boundary `other`
    touches_itself,   ///< the line would cross or touch itself
    village_vanishes, ///< the ring would turn inside out, or nothing of it would be left
    breaks_node,      ///< where several boundaries meet, a vertex cannot be taken away
    too_few_points,   ///< a ring needs three
    claimed_again     ///< the same line is also one of the arc `other`, which would not follow
};
/// "unknown_vertex", …: the form used in keys and JSON.
const char* arc_edit_fault_name(ArcEditFault fault);

/// A stretch of an arc and what takes its place, both walked as the arc runs.
struct ArcPiece {
    std::uint32_t arc = 0;
    std::uint32_t first = 0;    ///< vertex of the arc where the stretch begins
    std::uint32_t segments = 0; ///< that are replaced; on a closed arc they may go past its start
    geo::Line before;
    geo::Line after;
};

struct ArcEditCheck {
    ArcEditFault fault = ArcEditFault::none;
    geo::Point place;        ///< of the fault
    std::uint32_t other = 0; ///< with `crosses_boundary` and `claimed_again`: the arc
    std::vector<ArcPiece> pieces;
    bool moves_node = false;
    /// Only one side lies on the line (coast, or an overlap or gap where each side keeps its own
    /// arc): what lies opposite does not follow.
    bool one_sided = false;
    explicit operator bool() const { return fault == ArcEditFault::none; }
};

struct ArcEditOptions {
    /// Nearer than this to another line counts as touching; in the coordinates' unit. The default
    /// is about a millimetre of degrees, far above the noding grid of `find_flaws`.
    double clearance = 1e-8;
};

/// Whether an edit leaves the fabric whole, and what it replaces. Looks at the neighbourhood only:
/// O(arcs) boxes, then the vertices near the changed piece. Nothing may be crossed or touched that
/// the old line did not cross before, and nothing may come to lie on the line's other side, so
/// that no gap and no overlap can arise; on both sides of the line the same piece is replaced.
/// A pure function, any thread.
ArcEditCheck check_arc_edit(const Coverage& coverage, const ArcEdit& edit,
                            const ArcEditOptions& options = {});

struct ArcEditOutcome {
    /// New outlines of exactly the claimants on the changed arcs, ascending. Every ring without a
    /// changed arc, and every vertex outside the stretch, is bit for bit the given one.
    std::vector<std::pair<Claimant, geo::MultiPolygon>> outlines;
    std::vector<std::pair<std::uint32_t, geo::Line>> arcs; ///< all vertices of each changed arc
};
/// Pre-condition: `check` has no fault; `claimants` are those that the coverage was built from.
ArcEditOutcome carry_out(const Coverage& coverage,
                         std::span<const geo::MultiPolygon* const> claimants,
                         const ArcEditCheck& check);

/// An arc, not one of these, that runs along a segment of them: a copy of a village on the line, or
/// a third one that claims land there. It would not follow the line. None on a clean coverage.
/// O(arcs) boxes, then the segments near these.
std::optional<std::uint32_t> claimed_again(const Coverage& coverage,
                                           std::span<const std::uint32_t> arcs);

/// The stretch from `from` to `to` of an arc laid along another line (a river, a road): the line's
/// part between its points nearest to both. Of several lines the one nearest to both ends is
/// followed, of a closed one the shorter way. Nothing when there is no line.
std::optional<ReshapeArc> trace_arc(const Coverage& coverage, std::uint32_t arc, std::uint32_t from,
                                    std::uint32_t to, const geo::MultiLine& along);

/// `boundary_lines` with the changed arcs of an outcome in place of the old ones.
geo::MultiLine boundary_lines_after(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                    std::span<const std::pair<std::uint32_t, geo::Line>> changed);

/// One of `shared_boundaries`, found by itself; without arcs when the two share none.
SharedBoundary boundary_between(const Coverage& coverage, Claimant first, Claimant second);

/// The vertices of `boundary_lines(coverage, arcs)` in that order, each with the vertex of the arc
/// that it is.
struct BoundaryVertex {
    ArcVertex at;
    geo::Point position;
    std::uint32_t line = 0; ///< number of the connected run
    bool node = false;      ///< several boundaries meet here; moving it moves them all
};
std::vector<BoundaryVertex> boundary_vertices(const Coverage& coverage,
                                              std::span<const std::uint32_t> arcs);

/// A new vertex between vertices `after` and `after` + 1 of a boundary (indexes of `vertices`).
/// Nothing when they do not follow each other on one arc.
std::optional<InsertVertex> insertion(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                      std::span<const BoundaryVertex> vertices, std::size_t after,
                                      geo::Point at);
/// Another line between two vertices of a boundary, `from` < `to`; `by` runs from the first to the
/// second. Nothing when they do not lie on one arc, that is, when a node lies between them.
std::optional<ReshapeArc> stretch(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                  std::span<const BoundaryVertex> vertices, std::size_t from,
                                  std::size_t to, geo::Line by);

/// Arc ends that meet at a node, in no order.
struct ArcEnd {
    std::uint32_t arc = 0;
    bool at_end = false; ///< the arc's last vertex, not its first
};
std::vector<ArcEnd> arc_ends(const Coverage& coverage, std::uint32_t node);

} // namespace antardesa::topology
