#include "analysis/detail/beside_third.h"

#include "analysis/line_match.h"
#include "topology/led_line.h"
#include "topology/line_meeting.h"

#include <algorithm>

namespace antardesa::analysis::detail {

namespace {

constexpr double along_m = 0.01;

geo::Point middle_of(const geo::Line& line, std::size_t edge) {
    return (line[edge] + line[edge + 1]) * 0.5;
}

double metres(geo::Point a, geo::Point b, geo::Point metric) {
    return std::hypot((a.x - b.x) * metric.x, (a.y - b.y) * metric.y);
}

/// On the way from `from` to the next vertex.
geo::Point on_the_way(geo::Point from, geo::Point to, double wanted_m, geo::Point metric) {
    const double length = metres(from, to, metric);
    return length > 0 ? from + (to - from) * std::min(0.5, wanted_m / length) : from;
}

std::vector<bool> edges_on(const NearLine& borders, const geo::Line& line) {
    std::vector<bool> on;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        on.push_back(borders.within(middle_of(line, i), along_m));
    return on;
}

} // namespace

geo::MultiLine borders_of_others(const model::Atlas& atlas, const ContestedLand& land) {
    std::array<topology::Claimant, 2> parties{};
    for (std::size_t side = 0; side < 2; ++side)
        parties[side] =
            static_cast<topology::Claimant>(atlas.villages().index_of(land.claims[side].village));
    const auto is_party = [&](topology::Claimant claimant) {
        return claimant == parties[0] || claimant == parties[1];
    };
    geo::MultiLine others;
    for (const topology::Arc& arc : atlas.coverage().arcs)
        if (is_party(arc.left) != is_party(arc.right)) {
            const auto points = atlas.coverage().points(arc);
            others.emplace_back(points.begin(), points.end());
        }
    geo::MultiLine found;
    if (others.empty())
        return found;
    const NearLine near(others);
    const auto gather = [&](const geo::Line& side, std::size_t first, std::size_t last) {
        bool before = false;
        for (std::size_t i = first; i < last; ++i) {
            const bool on = near.within(middle_of(side, i), along_m);
            if (on && !before)
                found.push_back({side[i]});
            if (on)
                found.back().push_back(side[i + 1]);
            before = on;
        }
    };
    for (const topology::LandBetween::Lens& lens : land.between.lenses) {
        gather(land.between.left, lens.left_first, lens.left_last);
        gather(land.between.right, lens.right_first, lens.right_last);
    }
    return found;
}

std::optional<ClearLine> clear_of(const geo::MultiLine& borders,
                                  const topology::LandBetween& between, geo::Line line,
                                  geo::Point metric) {
    ClearLine result;
    if (borders.empty())
        return ClearLine{std::move(line), 0};
    const NearLine near(borders);
    const std::vector<bool> on = edges_on(near, line);
    const std::size_t edges = on.size();
    for (std::size_t i = 0; i < edges;) {
        if (!on[i]) {
            result.line.push_back(line[i++]);
            continue;
        }
        std::size_t end = i;
        double length = 0;
        for (; end < edges && on[end]; ++end)
            length += metres(line[end], line[end + 1], metric);
        if (i == 0 && end == edges)
            return std::nullopt;
        result.cleared_m += length;
        result.line.push_back(i == 0 ? line[0] : on_the_way(line[i], line[i - 1], length, metric));
        if (end < edges)
            result.line.push_back(on_the_way(line[end], line[end + 1], length, metric));
        i = end;
        if (end < edges)
            ++i; // from there the edge goes on, which the place on it begins
    }
    result.line.push_back(line.back());
    if (result.cleared_m == 0)
        return result;
    if (topology::own_crossing(result.line))
        return std::nullopt;
    auto led = topology::led_through(between, std::move(result.line));
    if (!led || led->line.size() < 2)
        return std::nullopt;
    const std::vector<bool> still = edges_on(near, led->line);
    if (std::find(still.begin(), still.end(), true) != still.end())
        return std::nullopt;
    result.line = std::move(led->line);
    return result;
}

} // namespace antardesa::analysis::detail
