#include "analysis/detail/beside_third.h"

#include "analysis/line_match.h"
#include "geo/measure.h"
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

/// A line with the way to each of its vertices.
class Stations {
  public:
    Stations(const geo::Line& line, geo::Point metric) : line_(line), along_{0} {
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            along_.push_back(along_.back() + metres(line[i], line[i + 1], metric));
    }
    double of(std::size_t vertex) const { return along_[vertex]; }
    double length() const { return along_.back(); }
    geo::Point at(double station) const {
        const auto past = std::upper_bound(along_.begin(), along_.end() - 1, station);
        const auto edge =
            static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, past - along_.begin())) - 1;
        const double length = along_[edge + 1] - along_[edge];
        const double part = length > 0 ? (station - along_[edge]) / length : 0;
        return line_[edge] + (line_[edge + 1] - line_[edge]) * std::clamp(part, 0.0, 1.0);
    }

  private:
    const geo::Line& line_;
    std::vector<double> along_;
};

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

namespace {

/// From where to where the line is left out: runs on a border, and a little before and behind.
struct Gap {
    double from = 0;
    double to = 0;
    double on_from = 0; ///< the run itself
    double on_to = 0;
};
std::vector<Gap> gaps_of(const std::vector<bool>& on, const Stations& stations) {
    constexpr double of_run = 0.15;
    constexpr double of_free = 0.25;
    std::vector<Gap> runs;
    for (std::size_t i = 0; i < on.size(); ++i)
        if (on[i] && (i == 0 || !on[i - 1]))
            runs.push_back({stations.of(i), stations.of(i + 1), 0, 0});
        else if (on[i])
            runs.back().to = stations.of(i + 1);
    std::vector<Gap> gaps;
    for (std::size_t k = 0; k < runs.size(); ++k) {
        const double length = runs[k].to - runs[k].from;
        const double before = runs[k].from - (k > 0 ? runs[k - 1].to : 0);
        const double behind =
            (k + 1 < runs.size() ? runs[k + 1].from : stations.length()) - runs[k].to;
        gaps.push_back({runs[k].from - std::min(of_run * length, of_free * before),
                        runs[k].to + std::min(of_run * length, of_free * behind), runs[k].from,
                        runs[k].to});
    }
    return gaps;
}

} // namespace

namespace {

/// Leads a line round its gaps.
class WayRound {
  public:
    WayRound(const geo::Line& line, const Stations& stations, const topology::LandBetween& between,
             geo::Point metric, double inset_m)
        : line_(line), stations_(stations), between_(between), metric_(metric), inset_m_(inset_m) {}

    geo::Line past(const std::vector<Gap>& gaps) {
        geo::Line way;
        std::size_t vertex = 0;
        for (const Gap& gap : gaps) {
            for (; vertex < line_.size() && stations_.of(vertex) < gap.from; ++vertex)
                way.push_back(line_[vertex]);
            way.push_back(stations_.at(gap.from));
            if (inset_m_ > 0)
                go_along(gap, way);
            if (gap.to < stations_.length())
                way.push_back(stations_.at(gap.to));
            while (vertex < line_.size() && stations_.of(vertex) <= gap.to)
                ++vertex;
        }
        for (; vertex < line_.size(); ++vertex)
            way.push_back(line_[vertex]);
        if (way.back() != line_.back())
            way.push_back(line_.back());
        way.erase(std::unique(way.begin(), way.end()), way.end());
        return way;
    }

  private:
    /// Places along the border moved inside: less near its ends, and no nearer to each other than
    /// that a border of many vertices costs no time. From the line to them it goes straight.
    void go_along(const Gap& gap, geo::Line& way) const {
        const double side = inward(gap);
        const double length = gap.on_to - gap.on_from;
        const double slope = std::min(reach_m / 2, length / 4);
        const auto count = static_cast<int>(std::ceil(length / std::max(1.0, inset_m_ / 2)));
        for (int i = 1; i < count; ++i) {
            const double station = gap.on_from + length * i / count;
            const double from_end = std::min(station - gap.on_from, gap.on_to - station);
            const double inset = inset_m_ * std::min(1.0, from_end / slope);
            const double near = std::min(from_end, inset_m_ / 2);
            const geo::Point along = stations_.at(station + near) - stations_.at(station - near);
            const geo::Point metres{along.x * metric_.x, along.y * metric_.y};
            if (const double way_m = geo::norm(metres); way_m > 0)
                way.push_back(stations_.at(station) + geo::Point{-metres.y / way_m / metric_.x,
                                                                 metres.x / way_m / metric_.y} *
                                                          (side * inset));
        }
    }

    /// To the left of the line is 1: the land lies to the right of its left side.
    double inward(const Gap& gap) const {
        const geo::Point middle = stations_.at((gap.on_from + gap.on_to) / 2);
        return geo::distance_to_line(between_.left, middle) <
                       geo::distance_to_line(between_.right, middle)
                   ? -1
                   : 1;
    }

    static constexpr double reach_m = 200;
    const geo::Line& line_;
    const Stations& stations_;
    const topology::LandBetween& between_;
    geo::Point metric_;
    double inset_m_;
};

} // namespace

std::optional<ClearLine> clear_of(const geo::MultiLine& borders,
                                  const topology::LandBetween& between, geo::Line line,
                                  geo::Point metric, double inset_m) {
    if (borders.empty())
        return ClearLine{std::move(line), 0};
    const NearLine near(borders);
    const Stations stations(line, metric);
    const std::vector<Gap> gaps = gaps_of(edges_on(near, line), stations);
    if (gaps.empty())
        return ClearLine{std::move(line), 0};
    ClearLine result{WayRound(line, stations, between, metric, inset_m).past(gaps), 0};
    for (const Gap& gap : gaps)
        result.cleared_m += gap.on_to - gap.on_from;
    if (result.line.size() < 3 || topology::own_crossing(result.line))
        return std::nullopt;
    auto led = topology::led_through(between, std::move(result.line));
    if (!led || led->line.size() < 3)
        return std::nullopt;
    const std::vector<bool> still = edges_on(near, led->line);
    if (std::find(still.begin(), still.end(), true) != still.end())
        return std::nullopt;
    result.line = std::move(led->line);
    return result;
}

} // namespace antardesa::analysis::detail
