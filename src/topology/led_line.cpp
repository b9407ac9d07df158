#include "topology/led_line.h"

#include "geo/measure.h"
#include "topology/detail/flat_rings.h"
#include "topology/detail/midline.h"
#include "topology/line_meeting.h"

#include <algorithm>
#include <unordered_map>

namespace antardesa::topology {

namespace {

constexpr double rounding = 1e-11;

struct PointHash {
    std::size_t operator()(geo::Point p) const { return detail::hash_of(p); }
};
using Positions = std::unordered_map<geo::Point, std::size_t, PointHash>;

Positions positions_in(const geo::Line& line) {
    Positions positions;
    for (std::size_t i = 0; i < line.size(); ++i)
        positions.emplace(line[i], i);
    return positions;
}

std::optional<std::size_t> find(const Positions& positions, geo::Point p) {
    const auto at = positions.find(p);
    return at == positions.end() ? std::nullopt : std::optional(at->second);
}

std::size_t apart(std::size_t a, std::size_t b) {
    return a < b ? b - a : a - b;
}

/// A border with the line's vertices on it.
struct Border {
    geo::Line points;
    Positions at;
    bool is_hole = false;
    bool of_right = false;

    bool are_neighbours(std::size_t a, std::size_t b) const {
        return apart(a, b) == 1 || (is_hole && apart(a, b) + 2 == points.size());
    }
};

class Leader {
  public:
    Leader(const LandBetween& between, geo::Line line) : line_(std::move(line)) {
        borders_.push_back({between.left, {}, false, false});
        borders_.push_back({between.right, {}, false, false});
        for (const LandBetween::Hole& hole : between.holes)
            borders_.push_back({hole.ring, {}, true, hole.of_right});
        for (Border& border : borders_)
            join_where_they_meet(border.points, line_, rounding);
        join_where_they_meet(borders_[0].points, line_, rounding); // what the others cut
        for (Border& border : borders_)
            border.at = positions_in(border.points);
        land_ = borders_[1].points;
        land_.insert(land_.end(), borders_[0].points.rbegin() + 1, borders_[0].points.rend());
    }

    std::optional<LedLine> run() {
        append(line_.front());
        for (std::size_t from = 0; from + 1 < line_.size();) {
            std::size_t to = from + 1;
            while (to + 1 < line_.size() && !is_on_border(line_[to]))
                ++to;
            if (is_inside(from, to)) {
                for (std::size_t i = from + 1; i <= to; ++i)
                    append(line_[i]);
            } else {
                if (!lead_round(line_[from], line_[to]))
                    return std::nullopt;
            }
            from = to;
        }
        tell_beside();
        return std::move(result_);
    }

  private:
    bool is_on_border(geo::Point p) const {
        return std::any_of(borders_.begin(), borders_.end(),
                           [p](const Border& border) { return border.at.contains(p); });
    }

    bool is_inside(std::size_t from, std::size_t to) const {
        for (const Border& border : borders_) {
            const auto a = find(border.at, line_[from]);
            const auto b = find(border.at, line_[to]);
            if (to == from + 1 && a && b && border.are_neighbours(*a, *b))
                return true;
        }
        const geo::Point middle = (line_[from] + line_[from + 1]) * 0.5;
        if (!geo::contains(land_, middle))
            return false;
        return std::none_of(borders_.begin() + 2, borders_.end(), [middle](const Border& hole) {
            return geo::contains(hole.points, middle);
        });
    }

    /// Neighbours on the given line, or where both sides are one.
    bool goes_on(geo::Point from, geo::Point to, const Positions& given) const {
        const auto i = find(given, from);
        const auto j = find(given, to);
        if (i && j && apart(*i, *j) == 1)
            return true;
        return std::all_of(borders_.begin(), borders_.begin() + 2, [&](const Border& side) {
            const auto a = find(side.at, from);
            const auto b = find(side.at, to);
            return a && b && side.are_neighbours(*a, *b);
        });
    }

    void tell_beside() {
        const Positions given = positions_in(line_);
        const geo::Line& way = result_.line;
        bool open = false;
        for (std::size_t i = 1; i < way.size(); ++i) {
            const bool beside = !goes_on(way[i - 1], way[i], given);
            if (beside && !open)
                result_.beside.push_back({way[i - 1]});
            if (beside)
                result_.beside.back().push_back(way[i]);
            open = beside;
        }
    }

    /// A place that was passed before: the way since was a loop.
    void append(geo::Point p) {
        geo::Line& way = result_.line;
        const auto [at, is_new] = passed_.emplace(p, way.size());
        if (is_new) {
            way.push_back(p);
            return;
        }
        for (std::size_t i = at->second + 1; i < way.size(); ++i)
            passed_.erase(way[i]);
        way.resize(at->second + 1);
    }

    void walk(const geo::Line& border, std::size_t from, std::size_t to) {
        while (from != to) {
            from = from < to ? from + 1 : from - 1;
            append(border[from]);
        }
    }

    void walk_round(const Border& hole, std::size_t from, std::size_t to) {
        const std::size_t size = hole.points.size() - 1;
        while (from != to) {
            from = hole.of_right ? (from + size - 1) % size : (from + 1) % size;
            append(hole.points[from]);
        }
    }

    bool lead_round(geo::Point from, geo::Point to) {
        for (const Border& border : borders_) {
            const auto a = find(border.at, from);
            const auto b = find(border.at, to);
            if (!a || !b)
                continue;
            if (border.is_hole)
                walk_round(border, *a, *b);
            else
                walk(border.points, *a, *b);
            return true;
        }
        return change_sides(from, to);
    }

    /// Out on one side, in on the other: by way of the nearest place where the sides meet.
    bool change_sides(geo::Point from, geo::Point to) {
        const bool from_left = borders_[0].at.contains(from);
        const Border& first = borders_[from_left ? 0 : 1];
        const Border& second = borders_[from_left ? 1 : 0];
        const auto a = find(first.at, from);
        const auto b = find(second.at, to);
        if (!a || !b)
            return false;
        std::size_t least = std::numeric_limits<std::size_t>::max();
        std::size_t in_first = 0;
        std::size_t in_second = 0;
        for (std::size_t i = 0; i < first.points.size(); ++i) {
            const auto other = find(second.at, first.points[i]);
            if (!other || apart(i, *a) + apart(*other, *b) >= least)
                continue;
            least = apart(i, *a) + apart(*other, *b);
            in_first = i;
            in_second = *other;
        }
        walk(first.points, *a, in_first);
        walk(second.points, in_second, *b);
        return true;
    }

    geo::Line line_;
    std::vector<Border> borders_; ///< left, right, holes
    geo::Ring land_;
    Positions passed_;
    LedLine result_;
};

/// The middle of one lens. One that is nowhere wider than the tolerance has its left side.
bool append_middle(const LandBetween& between, const LandBetween::Lens& lens,
                   const PlanePoint& to_plane, const PlanePoint& from_plane, double tolerance,
                   geo::Line& line) {
    const auto in_plane = [&](const geo::Line& side, std::size_t first, std::size_t last) {
        geo::Line points;
        for (std::size_t i = first; i <= last; ++i)
            points.push_back(to_plane(side[i]));
        return points;
    };
    const geo::Line left = in_plane(between.left, lens.left_first, lens.left_last);
    const geo::Line right = in_plane(between.right, lens.right_first, lens.right_last);
    geo::Line middle = detail::midline(left, right, {1, 1}, tolerance);
    if (middle.size() >= 2) {
        for (std::size_t i = 1; i + 1 < middle.size(); ++i)
            line.push_back(from_plane(middle[i]));
        line.push_back(between.left[lens.left_last]);
        return true;
    }
    for (const geo::Point p : right)
        if (geo::distance_to_line(left, p) > tolerance)
            return false;
    for (std::size_t i = lens.left_first + 1; i <= lens.left_last; ++i)
        line.push_back(between.left[i]);
    return true;
}

} // namespace

std::optional<LedLine> led_through(const LandBetween& between, geo::Line line) {
    return Leader(between, std::move(line)).run();
}

std::optional<geo::Line> middle_line(const LandBetween& between, const PlanePoint& to_plane,
                                     const PlanePoint& from_plane, double tolerance) {
    if (!between.holes.empty())
        return std::nullopt;
    geo::Line line{between.left.front()};
    std::size_t at = 0;
    for (const LandBetween::Lens& lens : between.lenses) {
        for (; at < lens.left_first; ++at)
            line.push_back(between.left[at + 1]);
        if (!append_middle(between, lens, to_plane, from_plane, tolerance, line))
            return std::nullopt;
        at = lens.left_last;
    }
    for (; at + 1 < between.left.size(); ++at)
        line.push_back(between.left[at + 1]);
    return line;
}

} // namespace antardesa::topology
