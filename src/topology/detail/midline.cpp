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
        return std::move(line_);
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

    /// Negative nearer to the first side.
    double balance(geo::Point p) const {
        return geo::distance_to_line(one_, p) - geo::distance_to_line(other_, p);
    }

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
