#include "topology/detail/midline.h"

#include "geo/measure.h"
#include "topology/detail/triangulation.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

/// A triangle's edge from one side to the other: the line crosses each of them once.
struct Rung {
    std::uint32_t one; ///< vertex along the first side, counted from the first tip
    std::uint32_t other;
    friend auto operator<=>(const Rung&, const Rung&) = default;
};

class MidlineSearch {
  public:
    MidlineSearch(geo::Line one, geo::Line other, double tolerance)
        : one_(std::move(one)), other_(std::move(other)), tolerance_(tolerance),
          dense_one_(densified(one_)), dense_other_(densified(other_)) {}

    geo::Line run() {
        const std::vector<Rung> rungs = ladder();
        if (rungs.empty())
            return {};
        line_.push_back(one_.front());
        geo::Point from_one = one_.front();
        geo::Point from_other = one_.front();
        for (const Rung& rung : rungs) {
            const geo::Point a = dense_one_[rung.one];
            const geo::Point b = dense_other_[rung.other];
            advance(from_one, from_other, a, b, crossing(a, b), 0);
            from_one = a;
            from_other = b;
        }
        advance(from_one, from_other, one_.back(), one_.back(), one_.back(), 0);
        return thinned();
    }

  private:
    /// Enough vertices that triangles reach across rather than along.
    static geo::Line densified(const geo::Line& line) {
        const double length = geo::length(line);
        const double longest = std::max(std::min(length / 8, std::max(1.0, length / 400)), 1e-6);
        geo::Line dense;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double parts = std::max(std::ceil(geo::distance(line[i - 1], line[i]) / longest),
                                          line.size() < 4 ? 4.0 : 1.0);
            for (int k = 0; k < static_cast<int>(parts); ++k)
                dense.push_back(line[i - 1] + (line[i] - line[i - 1]) * (k / parts));
        }
        dense.push_back(line.back());
        return dense;
    }

    std::vector<Rung> ladder() const {
        geo::Ring ring(dense_one_.begin(), dense_one_.end());
        ring.insert(ring.end(), dense_other_.rbegin() + 1, dense_other_.rend());
        const auto last_one = static_cast<std::uint32_t>(dense_one_.size() - 1);
        const auto size = static_cast<std::uint32_t>(ring.size() - 1);
        std::vector<Rung> rungs;
        for (const auto& triangle : triangulated(ring))
            for (std::size_t k = 0; k < 3; ++k) {
                const auto [low, high] = std::minmax(triangle[k], triangle[(k + 1) % 3]);
                if (low > 0 && low < last_one && high > last_one)
                    rungs.push_back({low, size - high});
            }
        // Triangles do not cross: in order along one side is in order along the other.
        std::sort(rungs.begin(), rungs.end());
        rungs.erase(std::unique(rungs.begin(), rungs.end()), rungs.end());
        return rungs;
    }

    /// Asked a great many times: no root before the end.
    static double distance_to(const geo::Line& line, geo::Point p) {
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i < line.size(); ++i) {
            const geo::Point along = line[i] - line[i - 1];
            const geo::Point to = p - line[i - 1];
            const double square = geo::dot(along, along);
            const double t = square > 0 ? std::clamp(geo::dot(along, to) / square, 0.0, 1.0) : 0;
            const geo::Point off = to - along * t;
            least = std::min(least, geo::dot(off, off));
        }
        return std::sqrt(least);
    }

    /// Negative nearer to the first side.
    double balance(geo::Point p) const { return distance_to(one_, p) - distance_to(other_, p); }

    geo::Point crossing(geo::Point a, geo::Point b) const {
        double low = 0;
        double high = 1;
        const double length = geo::distance(a, b);
        while ((high - low) * length > tolerance_ / 1000) {
            const double middle = (low + high) / 2;
            (balance(a + (b - a) * middle) < 0 ? low : high) = middle;
        }
        return a + (b - a) * ((low + high) / 2);
    }

    /// Whether the straight line keeps to the middle, seen at some places of it.
    bool is_even(geo::Point from, geo::Point to) const {
        constexpr int probes = 8;
        for (int k = 1; k < probes; ++k)
            if (std::abs(balance(from + (to - from) * (static_cast<double>(k) / probes))) >
                tolerance_ / 4)
                return false;
        return true;
    }

    /// Adds the line to `next`, with more vertices where it would bend away. The quadrangle between
    /// the two rungs is one triangle or two.
    void advance(geo::Point a, geo::Point b, geo::Point next_a, geo::Point next_b, geo::Point next,
                 int depth) {
        const geo::Point here = line_.back();
        if (depth < 12 && !is_even(here, next)) {
            const geo::Point middle_a = (a + next_a) * 0.5;
            const geo::Point middle_b = (b + next_b) * 0.5;
            advance(a, b, middle_a, middle_b, crossing(middle_a, middle_b), depth + 1);
            advance(middle_a, middle_b, next_a, next_b, next, depth + 1);
        } else if (next != here) {
            line_.push_back(next);
        }
    }

    static bool meet(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
        const auto side = [](geo::Point p, geo::Point q, geo::Point r) {
            return geo::cross(q - p, r - p);
        };
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
    }

    /// Whether the straight line stays between the two sides. At a tip it touches them.
    bool is_clear(geo::Point from, geo::Point to) const {
        for (const geo::Line* side : {&one_, &other_})
            for (std::size_t i = 1; i < side->size(); ++i)
                if (meet(from, to, (*side)[i - 1], (*side)[i]))
                    return false;
        return true;
    }

    /// Without the vertices that the line keeps its course without.
    geo::Line thinned() const {
        constexpr std::size_t farthest = 256;
        geo::Line result{line_.front()};
        for (std::size_t at = 0; at + 1 < line_.size();) {
            std::size_t next = at + 1;
            for (std::size_t step = 2;
                 step <= farthest && at + step < line_.size() &&
                 is_even(line_[at], line_[at + step]) && is_clear(line_[at], line_[at + step]);
                 step *= 2)
                next = at + step;
            result.push_back(line_[next]);
            at = next;
        }
        return result;
    }

    geo::Line one_;
    geo::Line other_;
    double tolerance_;
    geo::Line dense_one_;
    geo::Line dense_other_;
    geo::Line line_;
};

} // namespace

geo::Line midline(std::span<const geo::Point> one, std::span<const geo::Point> other,
                  geo::Point metric, double tolerance) {
    const geo::Point origin = one.front();
    const auto in_metres = [&](std::span<const geo::Point> line) {
        geo::Line result;
        for (const geo::Point p : line)
            result.push_back({(p.x - origin.x) * metric.x, (p.y - origin.y) * metric.y});
        return result;
    };
    geo::Line line = MidlineSearch(in_metres(one), in_metres(other), tolerance).run();
    for (geo::Point& p : line)
        p = {origin.x + p.x / metric.x, origin.y + p.y / metric.y};
    if (!line.empty()) {
        line.front() = one.front();
        line.back() = one.back();
    }
    return line;
}

} // namespace antardesa::topology::detail
