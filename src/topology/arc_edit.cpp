#include "topology/arc_edit.h"

#include "topology/detail/piece_check.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace antardesa::topology {

namespace {

/// Turns an edit into the pieces it replaces and the curves between old and new.
class Planner {
  public:
    explicit Planner(const Coverage& coverage) : coverage_(coverage) {}

    ArcEditCheck check;
    std::vector<geo::Line> loops;

    void operator()(const MoveVertex& edit) {
        if (!known(edit.at))
            return fail(ArcEditFault::unknown_vertex, edit.to);
        if (is_tip(edit.at))
            return move_node(edit);
        add_stretch(edit.at.arc, edit.at.vertex - 1, 2, {edit.to});
    }

    void operator()(const InsertVertex& edit) {
        if (!known(edit.after) || edit.after.vertex + 1 >= arc(edit.after.arc).count)
            return fail(ArcEditFault::unknown_vertex, edit.at);
        const auto points = coverage_.points(arc(edit.after.arc));
        if (edit.at == points[edit.after.vertex] || edit.at == points[edit.after.vertex + 1])
            return fail(ArcEditFault::touches_itself, edit.at);
        add_stretch(edit.after.arc, edit.after.vertex, 1, {edit.at});
    }

    void operator()(const DeleteVertex& edit) {
        if (!known(edit.at))
            return fail(ArcEditFault::unknown_vertex, {});
        const geo::Point place = coverage_.points(arc(edit.at.arc))[edit.at.vertex];
        if (!is_tip(edit.at))
            return add_stretch(edit.at.arc, edit.at.vertex - 1, 2, {});
        if (arc_ends(coverage_, node_of(edit.at)).size() != 2 || !closed(edit.at.arc))
            return fail(ArcEditFault::breaks_node, place);
        add_stretch(edit.at.arc, arc(edit.at.arc).count - 2, 2, {});
    }

    void operator()(const ReshapeArc& edit) {
        const ArcVertex from{edit.arc, edit.from};
        if (!known(from) || !known({edit.arc, edit.to}) || edit.from == edit.to ||
            (edit.from > edit.to && !closed(edit.arc)))
            return fail(ArcEditFault::unknown_vertex, edit.by.empty() ? geo::Point{} : edit.by[0]);
        const std::uint32_t around = arc(edit.arc).count - 1;
        if (edit.from == around && edit.to == 0)
            return fail(ArcEditFault::unknown_vertex, {});
        const std::uint32_t segments =
            edit.from < edit.to ? edit.to - edit.from : edit.to + around - edit.from;
        add_stretch(edit.arc, edit.from % around, segments, edit.by);
    }

  private:
    const Arc& arc(std::uint32_t index) const { return coverage_.arcs[index]; }
    bool known(ArcVertex at) const {
        return at.arc < coverage_.arcs.size() && at.vertex < arc(at.arc).count;
    }
    bool closed(std::uint32_t index) const {
        const auto points = coverage_.points(arc(index));
        return points.front() == points.back();
    }
    bool is_tip(ArcVertex at) const { return at.vertex == 0 || at.vertex + 1 == arc(at.arc).count; }
    std::uint32_t node_of(ArcVertex at) const {
        return at.vertex == 0 ? arc(at.arc).start_node : arc(at.arc).end_node;
    }
    void fail(ArcEditFault fault, geo::Point place) {
        check.fault = fault;
        check.place = place;
    }

    /// Replaces `segments` segments from vertex `first` on; the points in between become `by`.
    void add_stretch(std::uint32_t index, std::uint32_t first, std::uint32_t segments,
                     const geo::Line& by) {
        const auto points = coverage_.points(arc(index));
        const std::uint32_t around = arc(index).count - 1;
        ArcPiece piece{index, first, segments, {}, {}};
        for (std::uint32_t i = 0; i <= segments; ++i)
            piece.before.push_back(points[i + first <= around ? i + first : i + first - around]);
        piece.after.push_back(piece.before.front());
        for (const geo::Point p : by)
            if (p != piece.after.back())
                piece.after.push_back(p);
        if (piece.after.size() > 1 && piece.after.back() == piece.before.back())
            piece.after.pop_back();
        piece.after.push_back(piece.before.back());
        add_loop(piece.after, piece.before);
        check.pieces.push_back(std::move(piece));
    }

    void add_loop(geo::Line after, const geo::Line& before) {
        after.insert(after.end(), before.rbegin(), before.rend());
        loops.push_back(std::move(after));
    }

    void move_node(const MoveVertex& edit) {
        const geo::Point old = coverage_.points(arc(edit.at.arc))[edit.at.vertex];
        std::vector<geo::Point> neighbours;
        const std::vector<ArcEnd> ends = arc_ends(coverage_, node_of(edit.at));
        for (const ArcEnd& end : ends) {
            const auto points = coverage_.points(arc(end.arc));
            const std::uint32_t last = arc(end.arc).count - 1;
            if (end.at_end)
                check.pieces.push_back(
                    {end.arc, last - 1, 1, {points[last - 1], old}, {points[last - 1], edit.to}});
            else
                check.pieces.push_back({end.arc, 0, 1, {old, points[1]}, {edit.to, points[1]}});
            neighbours.push_back(end.at_end ? points[last - 1] : points[1]);
        }
        check.moves_node = ends.size() != 2;
        std::sort(neighbours.begin(), neighbours.end(), [&](geo::Point a, geo::Point b) {
            return std::atan2(a.y - old.y, a.x - old.x) < std::atan2(b.y - old.y, b.x - old.x);
        });
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            const geo::Point next = neighbours[(i + 1) % neighbours.size()];
            loops.push_back({neighbours[i], edit.to, next, old});
        }
    }

    const Coverage& coverage_;
};

bool all_finite(const ArcEditCheck& check, geo::Point& place) {
    for (const ArcPiece& piece : check.pieces)
        for (const geo::Point p : piece.after)
            if (!geo::is_finite(p)) {
                place = p;
                return false;
            }
    return true;
}

void visit_sides(const Coverage& coverage, std::span<const ArcPiece> pieces,
                 const std::function<void(Claimant)>& visit) {
    for (const ArcPiece& piece : pieces) {
        visit(coverage.arcs[piece.arc].left);
        if (coverage.arcs[piece.arc].right != nobody)
            visit(coverage.arcs[piece.arc].right);
    }
}

/// How many segments a ring has once the pieces are in place.
std::int64_t segments_after(const Coverage& coverage, const RingOfArcs& ring,
                            std::span<const ArcPiece> pieces) {
    std::int64_t count = 0;
    for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
        const std::int32_t reference = coverage.ring_arcs[i];
        const auto index = static_cast<std::uint32_t>(reference < 0 ? ~reference : reference);
        count += coverage.arcs[index].count - 1;
        for (const ArcPiece& piece : pieces)
            if (piece.arc == index)
                count += static_cast<std::int64_t>(piece.after.size()) - 1 - piece.segments;
    }
    return count;
}

bool rings_keep_three_points(const Coverage& coverage, std::span<const ArcPiece> pieces) {
    bool kept = true;
    const auto shrinks = [](const ArcPiece& piece) {
        return piece.after.size() < piece.before.size();
    };
    if (std::none_of(pieces.begin(), pieces.end(), shrinks))
        return true;
    visit_sides(coverage, pieces, [&](Claimant claimant) {
        for (const RingOfArcs& ring : coverage.rings_of(claimant))
            if (ring.count > 0 && segments_after(coverage, ring, pieces) < 3)
                kept = false;
    });
    return kept;
}

} // namespace

const char* arc_edit_fault_name(ArcEditFault fault) {
    switch (fault) {
    case ArcEditFault::none:
        return "none";
    case ArcEditFault::unknown_vertex:
        return "unknown_vertex";
    case ArcEditFault::not_finite:
        return "not_finite";
    case ArcEditFault::crosses_boundary:
        return "crosses_boundary";
    case ArcEditFault::touches_itself:
        return "touches_itself";
    case ArcEditFault::village_vanishes:
        return "village_vanishes";
    case ArcEditFault::breaks_node:
        return "breaks_node";
    case ArcEditFault::too_few_points:
        return "too_few_points";
    case ArcEditFault::claimed_again:
        break;
    }
    return "claimed_again";
}

ArcEditCheck check_arc_edit(const Coverage& coverage, const ArcEdit& edit,
                            const ArcEditOptions& options) {
    Planner planner(coverage);
    std::visit(planner, edit);
    ArcEditCheck check = std::move(planner.check);
    if (!check)
        return check;
    for (const ArcPiece& piece : check.pieces)
        check.one_sided |= coverage.arcs[piece.arc].right == nobody;
    if (!all_finite(check, check.place))
        check.fault = ArcEditFault::not_finite;
    else if (!rings_keep_three_points(coverage, check.pieces))
        check.fault = ArcEditFault::too_few_points;
    if (!check)
        return check;
    const detail::PieceFault found =
        detail::find_piece_fault(coverage, check.pieces, planner.loops, options.clearance);
    check.fault = found.fault;
    check.place = found.place;
    check.other = found.other;
    return check;
}

std::vector<ArcEnd> arc_ends(const Coverage& coverage, std::uint32_t node) {
    std::vector<ArcEnd> ends;
    for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i) {
        if (coverage.arcs[i].start_node == node)
            ends.push_back({i, false});
        if (coverage.arcs[i].end_node == node)
            ends.push_back({i, true});
    }
    return ends;
}

} // namespace antardesa::topology
