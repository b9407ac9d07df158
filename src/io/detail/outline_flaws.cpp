#include "io/detail/outline_flaws.h"

#include "io/detail/row_label.h"

#include <cmath>

namespace antardesa::io::detail {

namespace {

// A number like 5e-324 is no measurement but leftover bytes.
constexpr double smallest = 1e-100;

bool impossible(double value) {
    return !(std::abs(value) < absurd_coordinate) || (value != 0 && std::abs(value) < smallest);
}

} // namespace

void check_coordinates(std::span<const geo::Point> points, GeometryFlaws& flaws) {
    for (const geo::Point p : points)
        if (impossible(p.x) || impossible(p.y)) {
            flaws.not_finite = true;
            return;
        }
}

void check_ring(geo::Ring& ring, GeometryFlaws& flaws) {
    if (ring.empty())
        return;
    if (ring.front() != ring.back()) {
        ring.push_back(ring.front());
        ++flaws.unclosed_rings;
    }
    // Three different points, wherever they stand.
    const geo::Point first = ring.front();
    const geo::Point* second = nullptr;
    for (const geo::Point& p : ring) {
        if (p == first)
            continue;
        if (second && p != *second)
            return;
        second = &p;
    }
    ++flaws.short_rings;
}

void check_geometry(geo::Geometry& geometry, GeometryFlaws& flaws) {
    if (auto* points = std::get_if<geo::PointSet>(&geometry))
        check_coordinates(points->points, flaws);
    if (auto* lines = std::get_if<geo::LineSet>(&geometry))
        for (const geo::Line& line : lines->lines)
            check_coordinates(line, flaws);
    auto* polygons = std::get_if<geo::PolygonSet>(&geometry);
    if (!polygons)
        return;
    for (geo::Polygon& polygon : polygons->polygons) {
        check_coordinates(polygon.outer, flaws);
        check_ring(polygon.outer, flaws);
        for (geo::Ring& hole : polygon.holes) {
            check_coordinates(hole, flaws);
            check_ring(hole, flaws);
        }
    }
}

void report_flaws(FeatureTable& table, FindingList& findings, const GeometryFlaws& flaws) {
    Feature& feature = table.features.back();
    if (flaws.not_finite)
        feature.geometry = std::monostate();
    const bool nothing = std::holds_alternative<std::monostate>(feature.geometry);
    const bool odd = flaws.unclosed_rings > 0 || flaws.short_rings > 0 || flaws.mixed ||
                     flaws.hole_outside || flaws.repeated_ring;
    if (!nothing && !odd)
        return;
    const std::string label = row_label(table, table.features.size() - 1, feature.fid);
    const auto report = [&](Severity severity, const char* code) {
        findings.add(severity, code, label, {label, table.layer});
    };
    if (flaws.not_finite)
        report(Severity::error, "bad_coordinate");
    else if (flaws.damaged)
        report(Severity::error, "damaged_outline");
    else if (nothing)
        report(Severity::warning, flaws.unsupported ? "unsupported_outline" : "no_outline");
    if (flaws.unclosed_rings > 0)
        report(Severity::warning, "unclosed_ring");
    if (flaws.short_rings > 0)
        report(Severity::warning, "short_ring");
    if (flaws.mixed)
        report(Severity::warning, "mixed_outline");
    if (flaws.repeated_ring)
        report(Severity::warning, "repeated_ring");
    if (flaws.hole_outside)
        report(Severity::warning, "hole_outside");
}

} // namespace antardesa::io::detail
