#include "workspace/line_edit.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "model/point_verbs.h"
#include "workspace/boundary_review.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace antardesa::workspace {

namespace {

using analysis::SegmentLine;

/// A drawn line begins at the boundary's vertex itself when it comes as near as this (a
/// centimetre).
constexpr double same_place_degrees = 1e-7;
constexpr double same_place_m = 0.0112;
/// A boundary runs along no river that is nowhere nearer than this.
constexpr double follow_reach_m = 500;

Refusal no_vertex(const SegmentLine& line, int number) {
    return {{"workspace.line.no_vertex",
             {std::to_string(number), std::to_string(line.vertices.size())}}};
}

Result<SegmentLine> known_line(const model::Atlas& atlas, Id<model::BoundarySegment> segment) {
    auto line = analysis::line_of(atlas, segment);
    if (!line)
        return Refusal{{"model.unknown_segment", {std::to_string(segment.value)}}};
    return std::move(*line);
}

bool has_vertex(const SegmentLine& line, int number) {
    return number >= 1 && static_cast<std::size_t>(number) <= line.vertices.size();
}

struct Stretch {
    int from = 0;
    int to = 0;
    geo::Line by;
};

/// From the vertex before the drawing's one end to the vertex after its other end.
void find_ends(const SegmentLine& line, Stretch& stretch) {
    const geo::Point metric{std::cos(stretch.by.front().y * std::numbers::pi / 180), 1};
    const LineStation first = station_on(line, metric, stretch.by.front());
    const LineStation last = station_on(line, metric, stretch.by.back());
    const bool forward = first.from + first.to <= last.from + last.to;
    if (stretch.from == 0)
        stretch.from = forward ? first.from : first.to;
    if (stretch.to == 0)
        stretch.to = forward ? last.to : last.from;
}

Stretch stretch_of(const SegmentLine& line, const StretchRequest& request) {
    Stretch stretch{request.from, request.to, {}};
    if (!request.along && !request.line.empty() && !request.line.front().empty()) {
        stretch.by = request.line.front();
        find_ends(line, stretch);
    }
    if (stretch.from == 0)
        stretch.from = 1;
    if (stretch.to == 0)
        stretch.to = static_cast<int>(line.vertices.size());
    if (stretch.from > stretch.to) {
        std::swap(stretch.from, stretch.to);
        std::reverse(stretch.by.begin(), stretch.by.end());
    }
    return stretch;
}

/// Without the ends that lie on the boundary's own vertices.
geo::Line inner_part(geo::Line by, geo::Point from, geo::Point to) {
    if (!by.empty() && geo::distance(by.front(), from) < same_place_degrees)
        by.erase(by.begin());
    if (!by.empty() && geo::distance(by.back(), to) < same_place_degrees)
        by.pop_back();
    return by;
}

double metres_off(const geo::Line& line, geo::Point p) {
    const geo::Point metric{std::cos(p.y * std::numbers::pi / 180), 1};
    const auto scaled = [&](geo::Point q) {
        return geo::Point{(q.x - p.x) * metric.x, (q.y - p.y) * metric.y};
    };
    geo::Point nearest = scaled(line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        if (const geo::Point near =
                geo::nearest_on_segment(scaled(line[i - 1]), scaled(line[i]), {0, 0});
            geo::norm(near) < geo::norm(nearest))
            nearest = near;
    return crs::ellipsoidal_distance(p, p + geo::Point{nearest.x / metric.x, nearest.y});
}

/// The least distance, or one within the reach.
double metres_apart(const geo::Line& one, const geo::Line& other) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [from, to] : {std::pair(&one, &other), std::pair(&other, &one)})
        for (const geo::Point p : *from) {
            least = std::min(least, metres_off(*to, p));
            if (least <= follow_reach_m)
                return least;
        }
    return least;
}

double off_line_m(const SegmentLine& line, geo::Point p) {
    const geo::Point metric{std::cos(p.y * std::numbers::pi / 180), 1};
    const LineStation station = station_on(line, metric, p);
    const geo::Point a = line.vertices[static_cast<std::size_t>(station.from - 1)].position;
    const geo::Point b = line.vertices[static_cast<std::size_t>(station.to - 1)].position;
    const auto scaled = [&](geo::Point q) {
        return geo::Point{(q.x - p.x) * metric.x, (q.y - p.y) * metric.y};
    };
    const geo::Point near = geo::nearest_on_segment(scaled(a), scaled(b), {0, 0});
    return crs::ellipsoidal_distance(p, p + geo::Point{near.x / metric.x, near.y / metric.y});
}

/// A settled line is stored as the request says; the finding that an older move left is answered
/// with it.
void settle(const model::Atlas& atlas, const model::EditLine& request,
            model::BoundarySegment& segment, LinePlan& plan) {
    plan.settled.push_back(segment.id);
    auto settled = model::settled_anew(atlas, segment, request);
    if (!settled) {
        plan.unanswered = settled.refusal();
        return;
    }
    segment = std::move(settled).value();
    const std::vector pair{std::min(segment.first, segment.second),
                           std::max(segment.first, segment.second)};
    for (const model::BoundaryFinding& finding : atlas.table<model::BoundaryFinding>())
        if (finding.kind == model::FlawKind::moved_line && finding.villages == pair)
            plan.edit.writes.push_back(model::Erase<model::BoundaryFinding>{finding.id});
}

/// The segments on the new line, with the points that go along and all their numbers.
void append_segments(const model::Atlas& atlas, const model::EditLine& request,
                     const topology::ArcEditOutcome& outcome, LinePlan& plan) {
    const std::vector<geo::Point> nodes =
        analysis::nodes_after(atlas.coverage(), request.edit, plan.check.moves_node);
    const auto settled = model::settled_segments(atlas, plan.check.pieces);
    for (model::BoundarySegment& segment : analysis::segments_after(atlas, outcome)) {
        const auto points = model::replace_points(
            atlas,
            {{}, segment.id, analysis::points_after(atlas, segment, nodes, plan.points), {}});
        if (points)
            plan.edit.writes.insert(plan.edit.writes.end(), points.value().writes.begin(),
                                    points.value().writes.end());
        // What goes back to where it was agreed is what its paper describes.
        if (segment.id != request.restored &&
            std::any_of(settled.begin(), settled.end(),
                        [&](const auto* other) { return other->id == segment.id; }))
            settle(atlas, request, segment, plan);
        plan.edit.writes.push_back(model::Put<model::BoundarySegment>{std::move(segment)});
    }
}

} // namespace

Result<LinePlan> plan_line(const model::Atlas& atlas, const model::EditLine& request) {
    auto edited = model::edit_line(atlas, request);
    if (!edited)
        return edited.refusal();
    model::EditedLine line = std::move(edited).value();
    LinePlan plan{std::move(line.edit), std::move(line.check), {}, {}, {}, {}};
    plan.points = analysis::point_fates(atlas, request.edit, plan.check.pieces);
    append_segments(atlas, request, line.outcome, plan);
    const auto& areas = atlas.table<model::SpecialArea>();
    for (const analysis::AreaDelta& delta :
         analysis::area_deltas(atlas.coverage(), plan.check.pieces)) {
        const std::size_t claimant = delta.claimant;
        model::SharedPolygons outline;
        if (claimant < atlas.villages().size())
            outline = atlas.villages()[claimant].geometry;
        else if (claimant - atlas.villages().size() < areas.size())
            outline = areas[claimant - atlas.villages().size()].geometry;
        plan.ledger.push_back(
            {delta.claimant, outline ? crs::ellipsoidal_area(*outline) : 0, delta.delta_m2});
    }
    return plan;
}

LineStation station_on(const SegmentLine& line, geo::Point metric, geo::Point p) {
    const auto scaled = [&](geo::Point q) {
        return geo::Point{(q.x - p.x) * metric.x, (q.y - p.y) * metric.y};
    };
    LineStation best;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < line.vertices.size(); ++i) {
        const geo::Point here = scaled(line.vertices[i].position);
        const auto number = static_cast<int>(i + 1);
        if (geo::norm(here) <= nearest) {
            nearest = geo::norm(here);
            best = {number, number};
        }
        if (i + 1 == line.vertices.size() || line.vertices[i].line != line.vertices[i + 1].line)
            continue;
        const geo::Point near =
            geo::nearest_on_segment(here, scaled(line.vertices[i + 1].position), {0, 0});
        // A place at a vertex is the vertex, however the digits fall.
        if (geo::norm(near) < nearest * (1 - 1e-9)) {
            nearest = geo::norm(near);
            best = {number, number + 1};
        }
    }
    return best;
}

Result<model::EditLine> line_edit(const model::Atlas& atlas, const VertexRequest& request) {
    const auto known = known_line(atlas, request.segment);
    return known ? line_edit(atlas, known.value(), request) : known.refusal();
}

Result<model::EditLine> line_edit(const model::Atlas& atlas, const SegmentLine& line,
                                  const VertexRequest& request) {
    if (!has_vertex(line, request.vertex))
        return no_vertex(line, request.vertex);
    const auto index = static_cast<std::size_t>(request.vertex - 1);
    const topology::ArcVertex at = line.vertices[index].at;
    switch (request.deed) {
    case VertexRequest::Deed::move:
        return model::EditLine{topology::MoveVertex{at, request.to}, false, request.document,
                               request.falls_back};
    case VertexRequest::Deed::remove:
        return model::EditLine{topology::DeleteVertex{at}, false, request.document,
                               request.falls_back};
    case VertexRequest::Deed::insert_after:
        break;
    }
    const auto insertion =
        topology::insertion(atlas.coverage(), line.arcs, line.vertices, index, request.to);
    if (!insertion)
        return Refusal{{"workspace.line.no_vertex_after", {std::to_string(request.vertex)}}};
    return model::EditLine{*insertion, false, request.document, request.falls_back};
}

Result<model::EditLine> line_edit(const model::Atlas& atlas, const StretchRequest& request) {
    const auto known = known_line(atlas, request.segment);
    return known ? line_edit(atlas, known.value(), request) : known.refusal();
}

Result<model::EditLine> line_edit(const model::Atlas& atlas, const SegmentLine& line,
                                  const StretchRequest& request) {
    if (!request.along && request.line.size() != 1)
        return Refusal{{"workspace.line.one_line", {std::to_string(request.line.size())}}};
    const Stretch wanted = stretch_of(line, request);
    for (const int number : {wanted.from, wanted.to})
        if (!has_vertex(line, number))
            return no_vertex(line, number);
    if (wanted.from == wanted.to)
        return Refusal{{"workspace.line.no_stretch", {std::to_string(wanted.from)}}};
    const auto from = static_cast<std::size_t>(wanted.from - 1);
    const auto to = static_cast<std::size_t>(wanted.to - 1);
    const geo::Point start = line.vertices[from].position;
    const geo::Point end = line.vertices[to].position;
    auto reshape = topology::stretch(atlas.coverage(), line.arcs, line.vertices, from, to,
                                     inner_part(wanted.by, start, end));
    if (reshape && request.along) {
        reshape = topology::trace_arc(atlas.coverage(), reshape->arc, reshape->from, reshape->to,
                                      request.line);
        if (!reshape)
            return Refusal{{"workspace.line.nothing_to_follow", {}}};
        geo::Line old;
        for (std::size_t i = from; i <= to; ++i)
            old.push_back(line.vertices[i].position);
        if (const double apart = metres_apart(old, reshape->by); apart > follow_reach_m)
            return Refusal{{"workspace.line.follows_far",
                            {std::to_string(std::lround(follow_reach_m)),
                             std::to_string(std::lround(apart))}}};
        const auto points = atlas.coverage().points(atlas.coverage().arcs[reshape->arc]);
        reshape->by =
            inner_part(std::move(reshape->by), points[reshape->from], points[reshape->to]);
    }
    if (!reshape)
        return Refusal{{"workspace.line.node_between",
                        {std::to_string(wanted.from), std::to_string(wanted.to)}}};
    return model::EditLine{std::move(*reshape), request.along, request.document,
                           request.falls_back};
}

std::vector<DrawnJoin> joins_of(const model::Atlas& atlas, const SegmentLine& line,
                                const StretchRequest& request) {
    const auto edit = line_edit(atlas, line, request);
    const auto* reshape = edit ? std::get_if<topology::ReshapeArc>(&edit.value().edit) : nullptr;
    if (!reshape)
        return {};
    const Stretch wanted = stretch_of(line, request);
    geo::Line drawn = request.along ? reshape->by : wanted.by;
    if (drawn.empty())
        return {};
    // An arc may run against the boundary.
    const topology::ArcVertex first = line.vertices[static_cast<std::size_t>(wanted.from - 1)].at;
    if (request.along && first.vertex != reshape->from)
        std::reverse(drawn.begin(), drawn.end());
    std::vector<DrawnJoin> joins;
    for (const bool at_start : {true, false}) {
        const int number = at_start ? wanted.from : wanted.to;
        const geo::Point end = at_start ? drawn.front() : drawn.back();
        const topology::BoundaryVertex& vertex =
            line.vertices[static_cast<std::size_t>(number - 1)];
        const double metres = crs::ellipsoidal_distance(end, vertex.position);
        if (metres > same_place_m && (request.along || off_line_m(line, end) > same_place_m))
            joins.push_back({at_start, number, vertex.node, metres});
    }
    return joins;
}

Message join_message(const DrawnJoin& join, const std::string& metres) {
    return {std::string("workspace.line.joined_") + (join.at_start ? "start" : "end") +
                (join.node ? "_node" : ""),
            {metres, std::to_string(join.vertex)}};
}

LineChange change_line(const std::filesystem::path& path, const LineWish& wish, bool dry_run,
                       const Environment& environment, Progress& progress) {
    const LinePlanner planner = [&](const model::Atlas& atlas) -> Result<LinePlan> {
        auto wished = wish(atlas);
        if (!wished)
            return wished.refusal();
        model::EditLine request = std::move(wished).value();
        request.today = environment.clock->today();
        return plan_line(atlas, request);
    };
    return change_line(path, planner, dry_run, environment, progress);
}

LineChange change_line(const std::filesystem::path& path, const LinePlanner& planner, bool dry_run,
                       const Environment& environment, Progress& progress) {
    auto file = project::ProjectFile::open(path, dry_run ? project::OpenMode::read
                                                         : project::OpenMode::write);
    std::vector<Finding> findings;
    LineChange change;
    change.before = model::Atlas::build(file.identity(), file.read(findings, progress),
                                        file.revision(), progress);
    auto plan = planner(*change.before);
    if (!plan)
        throw Error(plan.refusal().message);
    change.plan = std::move(plan).value();
    if (dry_run)
        return change;
    if (change.plan.unanswered)
        throw Error(change.plan.unanswered->message);
    follow_with_findings(*change.before, file.history(), change.plan.edit, progress);
    const auto applied = file.apply(change.plan.edit, environment.authorship());
    if (!applied)
        throw Error(applied.refusal().message);
    return change;
}

} // namespace antardesa::workspace
