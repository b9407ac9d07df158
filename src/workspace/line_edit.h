#pragma once

#include "analysis/line_edit.h"
#include "analysis/point_following.h"
#include "workspace/verbs.h"

#include <functional>

namespace antardesa::workspace {

/// What an edit of a line would do, before it is done.
struct LinePlan {
    model::Edit edit; ///< outlines, the segments between them and their points: one step
    topology::ArcEditCheck check;
    /// The area ledger: what each side has on the ellipsoid and what it gains; `topology::nobody`
    /// (sea, gap, outside) last. The gains add up to nothing.
    struct Row {
        topology::Claimant claimant = topology::nobody;
        double before_m2 = 0;
        double delta_m2 = 0;
    };
    std::vector<Row> ledger;
    /// Points that go along, and points that are left off the line: these are findings until
    /// somebody settles them.
    std::vector<analysis::PointFate> points;
    /// Settled lines (sepakat, verifikasi teknis) that it moves: their paper describes another.
    std::vector<Id<model::BoundarySegment>> settled;
    /// Why it may not be done yet: nothing says what becomes of a settled line. Only a preview may
    /// be made of it.
    std::optional<Refusal> unanswered;
};
Result<LinePlan> plan_line(const model::Atlas& atlas, const model::EditLine& request);

/// One vertex of a segment, by its number along the line (from 1).
struct VertexRequest {
    enum class Deed { move, insert_after, remove };
    Id<model::BoundarySegment> segment;
    int vertex = 1;
    Deed deed = Deed::move;
    geo::Point to; ///< degrees; not for `remove`
    Id<model::Document> document;
    bool falls_back = false; ///< as `model::EditLine` has it
};
/// Refused: unknown segments and numbers. With the segment's line, when it is known already.
Result<model::EditLine> line_edit(const model::Atlas& atlas, const VertexRequest& request);
Result<model::EditLine> line_edit(const model::Atlas& atlas, const analysis::SegmentLine& line,
                                  const VertexRequest& request);

/// Where on a segment's line the place nearest to a point lies: between two vertices that follow
/// each other, or at one (then both are it). Numbers from 1; `metric` scales degrees to metres.
struct LineStation {
    int from = 1;
    int to = 1;
};
LineStation station_on(const analysis::SegmentLine& line, geo::Point metric, geo::Point p);

/// A stretch of a segment replaced by a drawn line, or laid along the nearest of several lines.
struct StretchRequest {
    Id<model::BoundarySegment> segment;
    /// Numbers of vertices; 0: those between which the drawn line's ends lie, so that the whole
    /// drawing lies in the stretch; else the segment's own ends.
    int from = 0;
    int to = 0;
    geo::MultiLine line; ///< degrees; drawn: one
    bool along = false;
    Id<model::Document> document;
    bool falls_back = false; ///< as `model::EditLine` has it
};
/// Refused also: stretches with a node in between, drawings of several lines, and what is to be
/// followed where it comes nowhere within 500 m.
Result<model::EditLine> line_edit(const model::Atlas& atlas, const StretchRequest& request);
Result<model::EditLine> line_edit(const model::Atlas& atlas, const analysis::SegmentLine& line,
                                  const StretchRequest& request);

/// An end of a drawn line, or of a river or road that is followed, which does not lie on the
/// boundary (nearer than a centimetre it does): a straight stretch joins it to a vertex.
struct DrawnJoin {
    bool at_start = true; ///< as the boundary runs
    int vertex = 1;
    bool node = false; ///< several boundaries meet in the vertex
    double metres = 0; ///< from the end to the vertex
};
/// Of a request that `line_edit` takes; none where it refuses.
std::vector<DrawnJoin> joins_of(const model::Atlas& atlas, const analysis::SegmentLine& line,
                                const StretchRequest& request);
/// "Ujung awal garis baru 7,43 m dari simpul 12; keduanya disambung lurus."
Message join_message(const DrawnJoin& join, const std::string& metres);

/// Opens the project for writing (looking only when `dry_run`), plans against what it holds and
/// applies the edit unless something is unanswered. Throws `Error` as opening and applying do and
/// with a refusal's sentence.
struct LineChange {
    std::shared_ptr<const model::Atlas> before;
    LinePlan plan;
};
using LinePlanner = std::function<Result<LinePlan>(const model::Atlas&)>;
LineChange change_line(const std::filesystem::path& project, const LinePlanner& planner,
                       bool dry_run, const Environment& environment, Progress& progress);
using LineWish = std::function<Result<model::EditLine>(const model::Atlas&)>;
LineChange change_line(const std::filesystem::path& project, const LineWish& wish, bool dry_run,
                       const Environment& environment, Progress& progress);

} // namespace antardesa::workspace
