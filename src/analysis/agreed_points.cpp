#include "analysis/agreed_points.h"

#include "geo/shape.h"
#include "model/point_verbs.h"

#include <algorithm>

namespace antardesa::analysis {

namespace {

using model::TurningPoint;

TurningPoint point_at(geo::Point degrees) {
    TurningPoint point;
    point.kind = "TK";
    point.method = "kartometrik";
    point.position = degrees;
    return point;
}

/// One line of a segment in metres, with the places between which it must run straight.
class Bends {
  public:
    Bends(const NearLine& near, const geo::Line& line, std::size_t number) : near_(near) {
        for (const geo::Point vertex : line) {
            const geo::Point at = near.to_metres(vertex);
            const double along =
                stops_.empty() ? 0 : stops_.back().along + geo::distance(stops_.back().at, at);
            stops_.push_back({along, at, vertex, false});
        }
        number_ = number;
    }

    /// A point that is there already.
    void hold(geo::Point degrees) {
        const auto station = near_.nearest(degrees);
        if (station && station->line == number_)
            held_.push_back(
                {station->along_m, near_.to_metres(station->place), station->place, true});
    }

    /// Where the line turns away from the straight way between two held places, in order.
    std::vector<geo::Point> at(double tolerance) const {
        std::vector<Stop> all = stops_;
        all.insert(all.end(), held_.begin(), held_.end());
        std::stable_sort(all.begin(), all.end(),
                         [](const Stop& a, const Stop& b) { return a.along < b.along; });
        std::vector<geo::Point> bends;
        for (std::size_t from = 0; from + 1 < all.size();) {
            std::size_t to = from + 1;
            while (to + 1 < all.size() && !all[to].held)
                ++to;
            add_between(std::span(all).subspan(from, to - from + 1), tolerance, bends);
            from = to;
        }
        return bends;
    }

  private:
    struct Stop {
        double along = 0;
        geo::Point at;      ///< metres
        geo::Point degrees; ///< a vertex bit for bit
        bool held = false;
    };
    static void add_between(std::span<const Stop> stretch, double tolerance,
                            std::vector<geo::Point>& bends) {
        geo::Line line;
        for (const Stop& stop : stretch)
            line.push_back(stop.at);
        const geo::Line left = geo::simplified(line, tolerance);
        std::size_t next = 0;
        for (std::size_t i = 1; i + 1 < left.size(); ++i) {
            while (next < line.size() && line[next] != left[i])
                ++next;
            if (next < line.size())
                bends.push_back(stretch[next++].degrees);
        }
    }

    const NearLine& near_;
    std::size_t number_ = 0;
    std::vector<Stop> stops_;
    std::vector<Stop> held_;
};

std::vector<geo::Point> bends_of(const geo::MultiLine& lines, const NumberedLine& numbered,
                                 std::span<const TurningPoint> kept) {
    const NearLine near(lines);
    std::vector<Bends> all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        all.emplace_back(near, lines[i], i);
        for (const geo::Point node : numbered.nodes())
            all.back().hold(node);
        for (const TurningPoint& point : kept)
            if (model::is_cartometric(point))
                all.back().hold(point.position);
    }
    // Those of an earlier agreement count too: the same line agreed again gets no others.
    const auto already =
        static_cast<std::size_t>(std::count_if(kept.begin(), kept.end(), model::is_cartometric));
    std::vector<geo::Point> bends;
    for (double tolerance = bend_m;; tolerance *= 2) {
        bends.clear();
        for (const Bends& line : all) {
            const auto found = line.at(tolerance);
            bends.insert(bends.end(), found.begin(), found.end());
        }
        if (bends.empty() || already + bends.size() <= most_bends)
            return bends;
    }
}

} // namespace

AgreedPoints agreed_points(std::span<const geo::Point> nodes, const model::BoundarySegment& segment,
                           std::vector<TurningPoint> old) {
    AgreedPoints result;
    if (!segment.geometry || segment.geometry->empty()) {
        result.points = std::move(old);
        return result;
    }
    const NumberedLine line(nodes, segment);
    for (TurningPoint& point : old) {
        const auto station = line.station(point.position);
        const bool off = !station || station->off_m > on_line_m;
        if (model::is_cartometric(point) && off) {
            ++result.replaced;
            continue;
        }
        result.kept += model::is_cartometric(point);
        if (off && model::lies_on_line(point))
            result.pillars_off.push_back(point.id);
        result.points.push_back(std::move(point));
    }
    const std::size_t before = result.points.size();
    for (const geo::Point bend : bends_of(*segment.geometry, line, result.points))
        result.points.push_back(point_at(bend));
    result.points = with_node_points(line, std::move(result.points));
    result.added = static_cast<int>(result.points.size() - before);
    return result;
}

} // namespace antardesa::analysis
