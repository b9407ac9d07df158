#include "geo/measure.h"

#include <cstdint>
#include <numbers>
#include <queue>

namespace antardesa::geo {

namespace {

/// Long corridors and flat shapes have endlessly many equally good places.
constexpr int most_divisions = 5000;

struct Segment {
    Point a;
    Point b;
};

/// A square of the quad-tree with only those border segments that can be the nearest one to
/// some point in it or that pass through it.
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

double squared_distance(const Segment& segment, Point p) {
    const Point d = p - nearest_on_segment(segment.a, segment.b, p);
    return dot(d, d);
}

bool between(double value, double from, double to) {
    return (value > from) != (value > to);
}

/// Whether the border is crossed an odd number of times on the way from `from` first along x,
/// then along y to `to`.
bool crosses_oddly(const Segment& s, Point from, Point to) {
    bool odd = false;
    if (between(from.y, s.a.y, s.b.y)) {
        const double x = s.a.x + (s.b.x - s.a.x) * ((from.y - s.a.y) / (s.b.y - s.a.y));
        odd ^= between(x, from.x, to.x);
    }
    if (between(to.x, s.a.x, s.b.x)) {
        const double y = s.a.y + (s.b.y - s.a.y) * ((to.x - s.a.x) / (s.b.x - s.a.x));
        odd ^= between(y, from.y, to.y);
    }
    return odd;
}

class Search {
  public:
    Search(const Polygon& polygon, double precision) : precision_(precision) {
        add(polygon.outer);
        for (const Ring& hole : polygon.holes)
            add(hole);
        box_ = bounds(std::span(polygon.outer));
    }

    std::optional<Inside> run(Point first_guess) {
        if (segments_.empty())
            return std::nullopt;
        const Cell whole = whole_cell();
        consider(whole.centre, whole.signed_distance);
        const Cell guess = cell_at(first_guess, 0, whole);
        consider(guess.centre, guess.signed_distance);
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
    void add(const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i)
            if (ring[i - 1] != ring[i])
                segments_.push_back({ring[i - 1], ring[i]});
    }

    void consider(Point position, double signed_distance) {
        if (signed_distance > best_.radius || !found_)
            best_ = {position, std::max(0.0, signed_distance)};
        found_ = true;
    }

    /// All of the polygon in one square, its parity found from a point certainly outside.
    Cell whole_cell() {
        Cell outside;
        outside.centre = box_.min - Point{box_.width() + 1, box_.height() + 1};
        outside.signed_distance = -1;
        outside.near.resize(segments_.size());
        for (std::uint32_t i = 0; i < segments_.size(); ++i)
            outside.near[i] = i;
        return cell_at(box_.centre(), std::max(box_.width(), box_.height()) / 2, outside);
    }

    Cell cell_at(Point centre, double half, const Cell& parent) {
        Cell cell{centre, half, 0, 0, {}};
        bool inside = parent.signed_distance > 0;
        double nearest = std::numeric_limits<double>::infinity();
        squared_.resize(parent.near.size());
        for (std::size_t i = 0; i < parent.near.size(); ++i) {
            const Segment& segment = segments_[parent.near[i]];
            inside ^= crosses_oddly(segment, parent.centre, centre);
            squared_[i] = squared_distance(segment, centre);
            nearest = std::min(nearest, squared_[i]);
        }
        const double radius = half * std::numbers::sqrt2;
        const double distance = std::sqrt(nearest);
        cell.signed_distance = inside ? distance : -distance;
        cell.best_possible = cell.signed_distance + radius;
        const double reach = (distance + 2 * radius) * (1 + 1e-9);
        for (std::size_t i = 0; i < parent.near.size(); ++i)
            if (squared_[i] <= reach * reach)
                cell.near.push_back(parent.near[i]);
        return cell;
    }

    void divide(const Cell& parent) {
        const double half = parent.half / 2;
        for (const Point side : {Point{-1, -1}, Point{1, -1}, Point{-1, 1}, Point{1, 1}}) {
            Cell child = cell_at(parent.centre + side * half, half, parent);
            consider(child.centre, child.signed_distance);
            if (child.best_possible - best_.radius > precision_)
                queue_.push(std::move(child));
        }
    }

    std::vector<Segment> segments_;
    Box box_;
    double precision_;
    Inside best_;
    bool found_ = false;
    std::priority_queue<Cell> queue_;
    std::vector<double> squared_;
};

} // namespace

std::optional<Inside> pole_of_inaccessibility(const MultiPolygon& polygons, double precision) {
    const Polygon* largest = nullptr;
    double largest_area = -1;
    for (const Polygon& polygon : polygons) {
        const double size = area({polygon});
        if (!polygon.outer.empty() && size > largest_area) {
            largest = &polygon;
            largest_area = size;
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
    return search.run(centroid({*largest}));
}

} // namespace antardesa::geo
