#include "analysis/contested_land.h"

#include "analysis/line_match.h"
#include "crs/ellipsoid.h"
#include "geo/box_index.h"
#include "geo/measure.h"

#include <algorithm>

namespace antardesa::analysis {

namespace {

geo::Box box_of(geo::Point a, geo::Point b) {
    geo::Box box;
    box.extend(a);
    box.extend(b);
    return box;
}

/// A point this near to the edge stands on the line and in neither part.
constexpr double on_edge_m = 0.05;

geo::MultiLine edges_of(const geo::MultiPolygon& land) {
    geo::MultiLine edges;
    for (const geo::Polygon& polygon : land) {
        edges.push_back(polygon.outer);
        edges.insert(edges.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return edges;
}

/// Land with its edges at hand.
class Inside {
  public:
    explicit Inside(const geo::MultiPolygon& land) : land_(land) {
        for (const geo::Polygon& polygon : land) {
            add(polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                add(hole);
        }
        std::vector<geo::Box> boxes;
        for (const auto& [a, b] : edges_) {
            boxes.push_back(box_of(a, b));
            box_.extend(boxes.back());
        }
        index_ = geo::BoxIndex(boxes);
    }

    geo::MultiLine stretches(const geo::Line& line) const {
        geo::MultiLine found;
        bool goes_on = false;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const geo::Point a = line[i - 1];
            const geo::Point b = line[i];
            if (!box_of(a, b).intersects(box_)) {
                goes_on = false;
                continue;
            }
            double done = 0;
            for (const double share : crossings(a, b)) {
                if (share > done)
                    goes_on = add_stretch(a, b, done, share, goes_on, found);
                done = std::max(done, share);
            }
        }
        return found;
    }

    bool holds(geo::Point p) const { return box_.contains(p) && geo::contains(land_, p); }
    bool meets(const geo::Line& line) const {
        return std::any_of(line.begin(), line.end(), [this](geo::Point p) { return holds(p); }) ||
               !stretches(line).empty();
    }

    bool meets(const geo::Geometry& geometry) const {
        if (const auto* points = std::get_if<geo::PointSet>(&geometry))
            return std::any_of(points->points.begin(), points->points.end(),
                               [this](geo::Point p) { return holds(p); });
        if (const auto* lines = std::get_if<geo::LineSet>(&geometry))
            return std::any_of(lines->lines.begin(), lines->lines.end(),
                               [this](const geo::Line& line) { return meets(line); });
        const auto* polygons = std::get_if<geo::PolygonSet>(&geometry);
        if (!polygons)
            return false;
        for (const geo::Polygon& polygon : polygons->polygons)
            if (meets(polygon.outer))
                return true;
        return !land_.empty() && geo::contains(polygons->polygons, land_.front().outer.front());
    }

  private:
    void add(const geo::Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i)
            edges_.emplace_back(ring[i - 1], ring[i]);
    }

    /// Where the border crosses the edge, as shares of it; its end besides.
    std::vector<double> crossings(geo::Point a, geo::Point b) const {
        std::vector<double> shares{1};
        index_.visit(box_of(a, b), [&](std::uint32_t i) {
            const auto& [p, q] = edges_[i];
            const double across = geo::cross(b - a, q - p);
            if (across == 0)
                return;
            const double t = geo::cross(p - a, q - p) / across;
            const double u = geo::cross(p - a, b - a) / across;
            if (t > 0 && t < 1 && u >= 0 && u <= 1)
                shares.push_back(t);
        });
        std::sort(shares.begin(), shares.end());
        return shares;
    }

    bool add_stretch(geo::Point a, geo::Point b, double from, double to, bool goes_on,
                     geo::MultiLine& found) const {
        if (!geo::contains(land_, a + (b - a) * ((from + to) / 2)))
            return false;
        if (!goes_on)
            found.push_back({from > 0 ? a + (b - a) * from : a});
        found.back().push_back(to < 1 ? a + (b - a) * to : b);
        return true;
    }

    const geo::MultiPolygon& land_;
    std::vector<std::pair<geo::Point, geo::Point>> edges_;
    geo::Box box_;
    geo::BoxIndex index_;
};

} // namespace

bool meets(const geo::MultiPolygon& land, const geo::Geometry& shape) {
    return geo::bounds(land).intersects(geo::bounds(shape)) && Inside(land).meets(shape);
}

geo::MultiLine stretches_inside(const geo::MultiPolygon& land, const geo::Line& line) {
    return Inside(land).stretches(line);
}

LandContents contents_of(const model::Atlas& atlas, const geo::MultiPolygon& land,
                         Progress& progress) {
    const Inside inside(land);
    LandContents contents;
    for (const model::SharedAsset& asset : atlas.assets()) {
        if (!asset.geometry || !inside.meets(*asset.geometry))
            continue;
        contents.assets.push_back(asset.id);
        if (asset.agreement && std::find(contents.agreements.begin(), contents.agreements.end(),
                                         asset.agreement) == contents.agreements.end())
            contents.agreements.push_back(asset.agreement);
    }
    for (const model::ReferenceLine& line : atlas.table<model::ReferenceLine>()) {
        progress.check();
        double length = 0;
        if (line.geometry)
            for (const geo::Line& part : *line.geometry)
                length += crs::ellipsoidal_length(inside.stretches(part));
        if (length > 0)
            contents.lines.push_back({line.id, length});
    }
    const NearLine edge(edges_of(land));
    for (const model::TurningPoint& point : atlas.table<model::TurningPoint>())
        if (inside.holds(point.position) && !edge.within(point.position, on_edge_m))
            contents.points.push_back(point.id);
    return contents;
}

} // namespace antardesa::analysis
