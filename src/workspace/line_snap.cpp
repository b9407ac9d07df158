#include "workspace/line_snap.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"

namespace antardesa::workspace {

namespace {

geo::Point metres_of_degrees(geo::Point place) {
    constexpr double step = 0.001;
    return {crs::ellipsoidal_distance(place, place + geo::Point{step, 0}) / step,
            crs::ellipsoidal_distance(place, place + geo::Point{0, step}) / step};
}

} // namespace

LineSnapper::LineSnapper(std::shared_ptr<const model::Atlas> atlas,
                         const analysis::SegmentLine& line)
    : atlas_(std::move(atlas)), own_(line.vertices) {
    if (!own_.empty())
        metric_ = metres_of_degrees(own_[own_.size() / 2].position);
    for (const model::ReferenceLine& row : atlas_->table<model::ReferenceLine>())
        boxes_.push_back(row.geometry ? geo::bounds(*row.geometry) : geo::Box{});
    for (const model::TurningPoint* point : atlas_->points_of(line.segment))
        add_point(*point);
    const model::BoundarySegment* segment = atlas_->find(line.segment);
    for (const model::Claim& claim : atlas_->table<model::Claim>()) {
        const model::BoundaryDispute* dispute = atlas_->find(claim.dispute);
        const model::Village* village = atlas_->find(claim.village);
        if (dispute && dispute->segment == line.segment)
            add_guide(LineSnap::Target::claim, village ? village->name : std::string(), claim.line);
    }
    for (const auto& finding : atlas_->table<model::BoundaryFinding>()) {
        const auto* agreed = std::get_if<geo::LineSet>(finding.geometry.get());
        if (segment && agreed && finding.kind == model::FlawKind::moved_line &&
            finding.villages == std::vector{std::min(segment->first, segment->second),
                                            std::max(segment->first, segment->second)})
            add_guide(LineSnap::Target::agreed, {},
                      std::make_shared<const geo::MultiLine>(agreed->lines));
    }
    for (const model::ReferenceLine& row : atlas_->table<model::ReferenceLine>())
        add_guide(row.kind == model::ReferenceKind::river ? LineSnap::Target::river
                                                          : LineSnap::Target::road,
                  row.name, row.geometry);
}

void LineSnapper::add_guide(LineSnap::Target target, std::string name, model::SharedLines lines) {
    if (lines && !lines->empty())
        guides_.push_back({target, std::move(name), lines, geo::bounds(*lines)});
}

void LineSnapper::add_point(const model::TurningPoint& point) {
    add_guide(LineSnap::Target::point, (point.kind + " " + point.number),
              std::make_shared<const geo::MultiLine>(geo::MultiLine{{point.position}}));
}

geo::Point LineSnapper::nearest(geo::Point a, geo::Point b, geo::Point p) const {
    const auto scaled = [&](geo::Point q) { return geo::Point{q.x * metric_.x, q.y * metric_.y}; };
    const geo::Point found = geo::nearest_on_segment(scaled(a), scaled(b), scaled(p));
    return {found.x / metric_.x, found.y / metric_.y};
}

geo::Box LineSnapper::around(geo::Point p, double reach) const {
    return {{p.x - reach / metric_.x, p.y - reach / metric_.y},
            {p.x + reach / metric_.x, p.y + reach / metric_.y}};
}

void LineSnapper::Candidate::look(const LineSnapper& snapper, std::span<const geo::Point> line,
                                  geo::Point p) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (const double distance = snapper.metres(line[i], p); distance < vertex) {
            vertex = distance;
            vertex_at = line[i];
        }
        if (i + 1 == line.size())
            break;
        const geo::Point near = snapper.nearest(line[i], line[i + 1], p);
        if (const double distance = snapper.metres(near, p); distance < edge) {
            edge = distance;
            edge_at = near;
        }
    }
}

std::optional<LineSnap> LineSnapper::guide(geo::Point p, double reach) const {
    const geo::Box box = around(p, reach);
    std::optional<LineSnap> vertex;
    std::optional<LineSnap> edge;
    double nearest_vertex = reach;
    double nearest_edge = reach;
    for (const Guide& guide : guides_) {
        if (!guide.box.intersects(box))
            continue;
        Candidate candidate;
        for (const geo::Line& line : *guide.lines)
            candidate.look(*this, line, p);
        if (candidate.vertex <= nearest_vertex) {
            nearest_vertex = candidate.vertex;
            vertex = {candidate.vertex_at, guide.target, guide.name};
        }
        if (candidate.edge <= nearest_edge) {
            nearest_edge = candidate.edge;
            edge = {candidate.edge_at, guide.target, guide.name};
        }
    }
    return vertex ? vertex : edge;
}

LineSnapper::Reference LineSnapper::reference_line(geo::Point p, double reach) const {
    const geo::Box box = around(p, reach);
    const auto& rows = atlas_->table<model::ReferenceLine>();
    Reference best;
    double best_distance = reach;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!boxes_[i].intersects(box))
            continue;
        for (std::size_t part = 0; part < rows[i].geometry->size(); ++part) {
            Candidate candidate;
            candidate.look(*this, (*rows[i].geometry)[part], p);
            if (candidate.edge <= best_distance) {
                best_distance = candidate.edge;
                best = {&rows[i], part};
            }
        }
    }
    return best;
}

std::optional<LineSnap> LineSnapper::own(geo::Point p, double reach) const {
    double nearest_vertex = reach;
    std::optional<LineSnap> snap;
    for (const topology::BoundaryVertex& vertex : own_)
        if (const double distance = metres(vertex.position, p); distance <= nearest_vertex) {
            nearest_vertex = distance;
            snap = {vertex.position,
                    vertex.node ? LineSnap::Target::node : LineSnap::Target::vertex,
                    {}};
        }
    if (snap)
        return snap;
    double nearest_edge = reach;
    for (std::size_t i = 1; i < own_.size(); ++i) {
        if (own_[i - 1].line != own_[i].line)
            continue;
        const geo::Point near = nearest(own_[i - 1].position, own_[i].position, p);
        if (const double distance = metres(near, p); distance <= nearest_edge) {
            nearest_edge = distance;
            snap = {near, LineSnap::Target::edge, {}};
        }
    }
    return snap;
}

} // namespace antardesa::workspace
