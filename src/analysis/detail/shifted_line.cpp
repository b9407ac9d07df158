#include "analysis/detail/shifted_line.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::analysis::detail {

namespace {

constexpr double lead_in = 0.1;

} // namespace

ShiftedLine::ShiftedLine(const geo::Line& line, geo::Point metric) {
    const auto length = [&](geo::Point a, geo::Point b) {
        return std::hypot((b.x - a.x) * metric.x, (b.y - a.y) * metric.y);
    };
    double whole = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        whole += length(line[i - 1], line[i]);
    const std::array bends{lead_in * whole, (1 - lead_in) * whole};
    double at = 0;
    const auto add = [&](geo::Point p, double along) {
        line_.push_back(p);
        weights_.push_back(std::clamp(std::min(along, whole - along) / bends[0], 0.0, 1.0));
    };
    add(line.front(), 0);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = length(line[i - 1], line[i]);
        for (const double bend : bends)
            if (bend > at + 1e-6 && bend < at + step - 1e-6)
                add(line[i - 1] + (line[i] - line[i - 1]) * ((bend - at) / step), bend);
        at += step;
        add(line[i], i + 1 == line.size() ? whole : at);
    }
    const geo::Point way{(line.back().x - line.front().x) * metric.x,
                         (line.back().y - line.front().y) * metric.y};
    const double norm = geo::norm(way);
    aside_ = {way.y / norm / metric.x, -way.x / norm / metric.y};
}

geo::Line ShiftedLine::by(double metres) const {
    geo::Line moved;
    for (std::size_t i = 0; i < line_.size(); ++i)
        moved.push_back(weights_[i] > 0 ? line_[i] + aside_ * (metres * weights_[i]) : line_[i]);
    return moved;
}

std::optional<Shift> shifted_to(const ShiftedLine& line, const ShiftGoal& goal,
                                const std::function<std::optional<Shift>(geo::Line)>& lead) {
    constexpr double narrowest_m = 1e-7;
    const auto at = [&](double metres) {
        auto shift = lead(line.by(metres));
        if (shift)
            shift->metres = std::abs(metres);
        return shift;
    };
    const auto exact = [&](const Shift& shift) {
        return std::abs(shift.left_m2 - goal.left_m2) <= goal.exact_to;
    };
    auto shift = at(0);
    if (!shift || exact(*shift))
        return shift;
    // What lies left grows as the line goes to the right: steps that double bracket the goal.
    double low = 0;
    double at_low = shift->left_m2 - goal.left_m2;
    const double way = at_low < 0 ? 1 : -1;
    double high = 0;
    double at_high = at_low;
    for (double step = 8; at_low * at_high > 0 && std::abs(low) < goal.farthest_m; step *= 2) {
        low = high;
        at_low = at_high;
        high += way * step;
        shift = at(high);
        if (!shift || exact(*shift))
            return shift;
        at_high = shift->left_m2 - goal.left_m2;
    }
    if (at_low * at_high > 0)
        return std::nullopt;
    for (int turn = 0; std::abs(high - low) > narrowest_m; ++turn) {
        const double part = turn % 6 == 5 ? 0.5 : at_low / (at_low - at_high);
        const double next = low + (high - low) * part;
        shift = at(next);
        if (!shift || exact(*shift))
            return shift;
        const double off = shift->left_m2 - goal.left_m2;
        if (off * at_low > 0) {
            low = next;
            at_low = off;
            at_high /= 2;
        } else {
            high = next;
            at_high = off;
            at_low /= 2;
        }
    }
    return std::nullopt;
}

} // namespace antardesa::analysis::detail
