#include "analysis/line_match.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"

#include <algorithm>
#include <cmath>

namespace antardesa::analysis {

namespace {

/// Metres of one degree to the east and to the north at a place.
geo::Point metres_of_degrees(geo::Point place) {
    constexpr double step = 0.001;
    return {crs::ellipsoidal_distance(place, place + geo::Point{step, 0}) / step,
            crs::ellipsoidal_distance(place, place + geo::Point{0, step}) / step};
}

geo::Box box_around(geo::Point at, double reach) {
    return geo::Box{at, at}.grown(reach);
}

} // namespace

NearLine::NearLine(const geo::MultiLine& degrees) {
    const geo::Box box = geo::bounds(degrees);
    if (box.empty())
        return;
    origin_ = box.centre();
    metric_ = metres_of_degrees(origin_);
    std::vector<geo::Box> boxes;
    for (std::size_t line = 0; line < degrees.size(); ++line) {
        double along = 0;
        for (std::size_t i = 1; i < degrees[line].size(); ++i) {
            const Piece piece{to_metres(degrees[line][i - 1]), to_metres(degrees[line][i]), line,
                              along};
            along += geo::distance(piece.from, piece.to);
            geo::Box& around = boxes.emplace_back();
            around.extend(piece.from);
            around.extend(piece.to);
            pieces_.push_back(piece);
        }
    }
    index_ = geo::BoxIndex(boxes);
    extent_ = std::hypot(box.width() * metric_.x, box.height() * metric_.y);
}

geo::Point NearLine::to_metres(geo::Point degrees) const {
    return {(degrees.x - origin_.x) * metric_.x, (degrees.y - origin_.y) * metric_.y};
}

geo::Point NearLine::to_degrees(geo::Point metres) const {
    return {origin_.x + metres.x / metric_.x, origin_.y + metres.y / metric_.y};
}

std::optional<NearLine::Nearest> NearLine::nearest(geo::Point degrees, double reach_m) const {
    if (pieces_.empty() || !geo::is_finite(degrees))
        return std::nullopt;
    const geo::Point at = to_metres(degrees);
    const double enough = std::min(reach_m, geo::norm(at) + extent_);
    for (double reach = std::min(1.0, enough);; reach = std::min(4 * reach, enough)) {
        Nearest best{std::numeric_limits<double>::infinity(), {}, 0, 0};
        index_.visit(box_around(at, reach), [&](std::uint32_t i) {
            const Piece& piece = pieces_[i];
            const geo::Point place = geo::nearest_on_segment(piece.from, piece.to, at);
            const double distance = geo::distance(place, at);
            if (distance < best.distance_m)
                best = {distance, place, piece.line,
                        piece.along + geo::distance(piece.from, place)};
        });
        if (best.distance_m <= reach) {
            best.place = to_degrees(best.place);
            return best;
        }
        if (reach >= enough)
            return std::nullopt;
    }
}

bool NearLine::within(geo::Point degrees, double metres) const {
    return nearest(degrees, metres).has_value();
}

namespace {

/// Calls `visit(place, metres)` for the middle of each step along a line in degrees.
template<class Visit>
void walk(const geo::MultiLine& lines, double step_m, Visit visit) {
    constexpr double most = 100'000; // a line around the earth may not hold the program up
    for (const geo::Line& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double length = crs::ellipsoidal_distance(line[i - 1], line[i]);
            const double steps = std::clamp(std::ceil(length / step_m), 1.0, most);
            for (double k = 0.5; k < steps; ++k)
                visit(line[i - 1] + (line[i] - line[i - 1]) * (k / steps), length / steps);
        }
}

} // namespace

LineShare compare_lines(const geo::MultiLine& line, const NearLine& other, double tolerance_m) {
    LineShare share;
    walk(line, 2 * tolerance_m, [&](geo::Point place, double metres) {
        share.length_m += metres;
        const auto nearest = other.nearest(place);
        const double distance =
            nearest ? nearest->distance_m : std::numeric_limits<double>::infinity();
        if (distance <= tolerance_m)
            share.within_m += metres;
        if (distance > share.farthest_m) {
            share.farthest_m = distance;
            share.farthest = place;
        }
    });
    return share;
}

double share_along(const geo::MultiLine& line, const NearLine& other, double tolerance_m) {
    LineShare share;
    walk(line, 2 * tolerance_m, [&](geo::Point place, double metres) {
        share.length_m += metres;
        if (other.within(place, tolerance_m))
            share.within_m += metres;
    });
    return share.share();
}

} // namespace antardesa::analysis
