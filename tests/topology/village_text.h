#pragma once

#include "topology/coverage.h"

#include <sstream>
#include <string>

namespace antardesa::topology {

/// A polygon set from a short text: "x y, x y, … / hole ; next part". Rings are closed here.
inline geo::MultiPolygon village(const std::string& text) {
    geo::MultiPolygon polygons;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ';');) {
        geo::Polygon polygon;
        std::istringstream rings(part);
        for (std::string ring_text; std::getline(rings, ring_text, '/');) {
            geo::Ring ring;
            std::istringstream points(ring_text);
            for (std::string point; std::getline(points, point, ',');) {
                std::istringstream numbers(point);
                geo::Point p;
                numbers >> p.x >> p.y;
                ring.push_back(p);
            }
            ring.push_back(ring.front());
            if (polygon.outer.empty())
                polygon.outer = std::move(ring);
            else
                polygon.holes.push_back(std::move(ring));
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

inline Coverage coverage_of(const std::vector<geo::MultiPolygon>& villages) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return build_coverage(pointers, progress);
}

inline Coverage coverage_of(const std::vector<std::string>& texts) {
    std::vector<geo::MultiPolygon> villages;
    for (const std::string& text : texts)
        villages.push_back(village(text));
    return coverage_of(villages);
}

} // namespace antardesa::topology
