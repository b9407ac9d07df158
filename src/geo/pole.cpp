#include "geo/measure.h"

#include <cstdint>
#include <numbers>
#include <queue>

namespace antardesa::geo {

namespace {

/// Long corridors and flat shapes have endlessly many equally good places.
constexpr int most_divisions = 5000;

/// A few vertices of the border in a row with their box, so that most of the border is ruled
/// out without looking at its segments.
struct Run {
    Box box;
    std::span<const Point> line;
};
constexpr std::size_t longest_run = 16;

double squared_distance(const Box& box, Point p) {
    const double dx = std::max({box.min.x - p.x, 0.0, p.x - box.max.x});
    const double dy = std::max({box.min.y - p.y, 0.0, p.y - box.max.y});
    return dx * dx + dy * dy;
}

double squared_distance(const Run& run, Point p) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < run.line.size(); ++i) {
        const Point d = p - nearest_on_segment(run.line[i - 1], run.line[i], p);
        nearest = std::min(nearest, dot(d, d));
    }
    return nearest;
}

bool between(double value, double from, double to) {
    return (value > from) != (value > to);
}

bool reaches(double from, double to, double one, double other) {
    return std::min(from, to) <= std::max(one, other) && std::min(one, other) <= std::max(from, to);
}

/// Whether the border is crossed an odd number of times on the way from `from` first along x,
/// then along y to `to`.
bool crosses_oddly(const Run& run, Point from, Point to) {
    const Box& box = run.box;
    const bool near_x = reaches(from.y, from.y, box.min.y, box.max.y) &&
                        reaches(from.x, to.x, box.min.x, box.max.x);
    const bool near_y =
        reaches(to.x, to.x, box.min.x, box.max.x) && reaches(from.y, to.y, box.min.y, box.max.y);
    bool odd = false;
    for (std::size_t i = 1; i < run.line.size() && (near_x || near_y); ++i) {
        const Point a = run.line[i - 1];
        const Point b = run.line[i];
        if (near_x && between(from.y, a.y, b.y))
            odd ^= between(a.x + (b.x - a.x) * ((from.y - a.y) / (b.y - a.y)), from.x, to.x);
        if (near_y && between(to.x, a.x, b.x))
            odd ^= between(a.y + (b.y - a.y) * ((to.x - a.x) / (b.x - a.x)), from.y, to.y);
    }
    return odd;
}

/// A square of the quad-tree with only those runs that can be nearest to some point in it or
/// that pass through it.
struct Cell {
    Point centre;
    double half = 0;
    double signed_distance = 0; ///< to the border, negative outside
    double best_possible = 0;
    std::vector<std::uint32_t> near;
    friend bool operator<(const Cell& a, const Cell& b) {
        return a.best_possible < b.best_possible;
    }
};

class Search {
  public:
    Search(const Polygon& polygon, double precision) : precision_(precision) {
        add(polygon.outer);
        for (const Ring& hole : polygon.holes)
            add(hole);
        box_ = bounds(std::span(polygon.outer));
    }

    std::optional<Inside> run(Point first_guess) {
        if (!has_extent_)
            return std::nullopt;
        const Cell whole = whole_cell();
        consider(whole);
        consider(cell_at(first_guess, 0, whole));
        divide(whole);
        for (int divided = 0; !queue_.empty() && divided < most_divisions; ++divided) {
            const Cell cell = queue_.top();
            queue_.pop();
            if (cell.best_possible - best_.radius <= precision_)
                break;
            divide(cell);
        }
        return best_;
    }

  private:
    void add(std::span<const Point> ring) {
        for (std::size_t first = 0; first + 1 < ring.size(); first += longest_run) {
            const auto line = ring.subspan(first, std::min(longest_run + 1, ring.size() - first));
            runs_.push_back({bounds(line), line});
            has_extent_ =
                has_extent_ || runs_.back().box.width() > 0 || runs_.back().box.height() > 0;
        }
    }

    void consider(const Cell& cell) {
        if (cell.signed_distance > best_.radius || !found_)
            best_ = {cell.centre, std::max(0.0, cell.signed_distance)};
        found_ = true;
    }

    /// All of the polygon in one square, its parity found from a point certainly outside.
    Cell whole_cell() {
        Cell outside;
        outside.centre = box_.min - Point{box_.width() + 1, box_.height() + 1};
        outside.signed_distance = -1;
        outside.near.resize(runs_.size());
        for (std::uint32_t i = 0; i < runs_.size(); ++i)
            outside.near[i] = i;
        return cell_at(box_.centre(), std::max(box_.width(), box_.height()) / 2, outside);
    }

    Cell cell_at(Point centre, double half, const Cell& parent) {
        Cell cell{centre, half, 0, 0, {}};
        bool inside = parent.signed_distance > 0;
        for (const std::uint32_t index : parent.near)
            inside ^= crosses_oddly(runs_[index], parent.centre, centre);
        const double distance = distance_from(centre, parent.near);
        const double radius = half * std::numbers::sqrt2;
        cell.signed_distance = inside ? distance : -distance;
        cell.best_possible = cell.signed_distance + radius;
        const double reach = (distance + 2 * radius) * (1 + 1e-9);
        for (std::size_t i = 0; i < parent.near.size(); ++i)
            if (at_least_[i] <= reach * reach)
                cell.near.push_back(parent.near[i]);
        return cell;
    }

    /// Also leaves in `at_least_` the squared distance to each run's box.
    double distance_from(Point p, std::span<const std::uint32_t> near) {
        at_least_.resize(near.size());
        for (std::size_t i = 0; i < near.size(); ++i)
            at_least_[i] = squared_distance(runs_[near[i]].box, p);
        const auto first = std::min_element(at_least_.begin(), at_least_.end());
        if (first == at_least_.end())
            return std::numeric_limits<double>::infinity();
        double nearest =
            squared_distance(runs_[near[static_cast<std::size_t>(first - at_least_.begin())]], p);
        for (std::size_t i = 0; i < near.size(); ++i)
            if (at_least_[i] < nearest)
                nearest = std::min(nearest, squared_distance(runs_[near[i]], p));
        return std::sqrt(nearest);
    }

    void divide(const Cell& parent) {
        const double half = parent.half / 2;
        for (const Point side : {Point{-1, -1}, Point{1, -1}, Point{-1, 1}, Point{1, 1}}) {
            Cell child = cell_at(parent.centre + side * half, half, parent);
            consider(child);
            if (child.best_possible - best_.radius > precision_)
                queue_.push(std::move(child));
        }
    }

    std::vector<Run> runs_;
    bool has_extent_ = false;
    Box box_;
    double precision_;
    Inside best_;
    bool found_ = false;
    std::priority_queue<Cell> queue_;
    std::vector<double> at_least_;
};

} // namespace

std::optional<Inside> pole_of_inaccessibility(const MultiPolygon& polygons, double precision) {
    const Polygon* largest = nullptr;
    double largest_area = -1;
    for (const Polygon& polygon : polygons) {
        double size = std::abs(signed_area(polygon.outer));
        for (const Ring& hole : polygon.holes)
            size -= std::abs(signed_area(hole));
        if (!polygon.outer.empty() && std::max(size, 0.0) > largest_area) {
            largest = &polygon;
            largest_area = std::max(size, 0.0);
        }
    }
    if (largest == nullptr)
        return std::nullopt;
    const Box box = bounds(std::span(largest->outer));
    if (!is_finite(box.min) || !is_finite(box.max))
        return std::nullopt;
    // Doubles cannot tell apart what is finer than this.
    const double finest = std::max(box.width(), box.height()) * 1e-9;
    Search search(*largest, std::max(precision, finest));
    return search.run(box.centre());
}

} // namespace antardesa::geo
