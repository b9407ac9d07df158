#include "analysis/point_following.h"

#include "model/line_verbs.h"
#include "model/point_verbs.h"

#include <algorithm>
#include <limits>

namespace antardesa::analysis {

namespace {

using model::Atlas;
using model::BoundarySegment;
using model::TurningPoint;

/// The place that a moved vertex had; nothing for other edits.
std::optional<geo::Point> old_place(const topology::Coverage& coverage,
                                    const topology::ArcEdit& edit) {
    const auto* moved = std::get_if<topology::MoveVertex>(&edit);
    if (!moved || moved->at.arc >= coverage.arcs.size())
        return std::nullopt;
    const auto points = coverage.points(coverage.arcs[moved->at.arc]);
    return moved->at.vertex < points.size() ? std::optional(points[moved->at.vertex])
                                            : std::nullopt;
}

/// As it stands on a map, not as it was measured in the field.
void carry(TurningPoint& point, geo::Point to) {
    point.position = to;
    point.method = "kartometrik";
    point.accuracy_m.reset();
}

class Fates {
  public:
    Fates(const Atlas& atlas, const topology::ArcEdit& edit)
        : atlas_(atlas), from_(old_place(atlas.coverage(), edit)) {
        if (from_)
            to_ = std::get<topology::MoveVertex>(edit).to;
    }

    void look_at(const topology::ArcPiece& piece) {
        const BoundarySegment* segment =
            model::segment_of(atlas_, atlas_.coverage().arcs[piece.arc]);
        if (!segment)
            return;
        const auto points = atlas_.points_of(segment->id);
        if (points.empty())
            return;
        const NearLine before({piece.before});
        const NearLine after({piece.after});
        for (const TurningPoint* point : points)
            if (model::lies_on_line(*point) && before.within(point->position, on_line_m))
                add(*point, after);
    }
    std::vector<PointFate> take() { return std::move(fates_); }

  private:
    void add(const TurningPoint& point, const NearLine& after) {
        const bool known = std::any_of(fates_.begin(), fates_.end(), [&](const PointFate& fate) {
            return fate.point == point.id;
        });
        if (known)
            return;
        const geo::Point at = after.to_metres(point.position);
        if (from_ && model::is_cartometric(point) &&
            geo::distance(after.to_metres(*from_), at) <= on_line_m) {
            fates_.push_back(
                {point.id, point.segment, true, to_, geo::distance(after.to_metres(to_), at)});
            return;
        }
        const auto near = after.nearest(point.position);
        if (near && near->distance_m > on_line_m)
            fates_.push_back({point.id, point.segment, false, {}, near->distance_m});
    }

    const Atlas& atlas_;
    std::optional<geo::Point> from_;
    geo::Point to_;
    std::vector<PointFate> fates_;
};

} // namespace

std::vector<PointFate> point_fates(const Atlas& atlas, const topology::ArcEdit& edit,
                                   std::span<const topology::ArcPiece> pieces) {
    if (atlas.table<TurningPoint>().empty())
        return {};
    Fates fates(atlas, edit);
    for (const topology::ArcPiece& piece : pieces)
        if (!piece.before.empty() && !piece.after.empty())
            fates.look_at(piece);
    return fates.take();
}

std::vector<TurningPoint> points_after(const Atlas& atlas, const BoundarySegment& changed,
                                       std::span<const geo::Point> nodes,
                                       std::span<const PointFate> fates) {
    std::vector<TurningPoint> points;
    for (const TurningPoint* old : atlas.points_of(changed.id)) {
        points.push_back(*old);
        for (const PointFate& fate : fates)
            if (fate.carried && fate.point == old->id)
                carry(points.back(), fate.to);
    }
    return points.empty() ? points : numbered(NumberedLine(nodes, changed), std::move(points));
}

std::vector<geo::Point> nodes_after(const topology::Coverage& coverage,
                                    const topology::ArcEdit& edit, bool moves_node) {
    std::vector<geo::Point> nodes(coverage.nodes.begin(), coverage.nodes.end());
    if (const auto from = moves_node ? old_place(coverage, edit) : std::nullopt)
        std::replace(nodes.begin(), nodes.end(), *from, std::get<topology::MoveVertex>(edit).to);
    return nodes;
}

std::vector<TurningPoint> settled_at_nodes(const NumberedLine& line,
                                           std::vector<TurningPoint> points) {
    std::vector<geo::Point> bare;
    for (const geo::Point node : line.nodes())
        if (std::none_of(points.begin(), points.end(), [&](const TurningPoint& point) {
                return model::is_cartometric(point) &&
                       line.metres_between(point.position, node) <= on_line_m;
            }))
            bare.push_back(node);
    for (const geo::Point node : bare) {
        TurningPoint* nearest = nullptr;
        double least = std::numeric_limits<double>::infinity();
        for (TurningPoint& point : points) {
            const double off = line.metres_between(point.position, node);
            if (model::is_cartometric(point) && point.number == "000" &&
                !line.is_node(point.position) && off < least) {
                least = off;
                nearest = &point;
            }
        }
        if (nearest)
            carry(*nearest, node);
    }
    return numbered(line, std::move(points));
}

} // namespace antardesa::analysis
