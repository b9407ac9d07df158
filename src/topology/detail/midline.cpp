#include "topology/detail/midline.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/side_distance.h"
#include "topology/detail/triangulation.h"

#include <algorithm>
#include <optional>

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
        : one_(std::move(one)), other_(std::move(other)), tolerance_(tolerance), to_one_(one_),
          to_other_(other_), edges_(boxes_of(one_, other_)) {}

    geo::Line run() {
        dense_one_ = densified(thinned_beside(one_, to_other_));
        dense_other_ = densified(thinned_beside(other_, to_one_));
        std::optional<std::vector<Rung>> rungs = ladder();
        if (!rungs) {
            dense_one_ = densified(one_);
            dense_other_ = densified(other_);
            rungs = ladder();
        }
        if (!rungs)
            return {};
        line_.push_back(one_.front());
        if (rungs->empty())
            return along_chord();
        geo::Point from_one = one_.front();
        geo::Point from_other = one_.front();
        for (const Rung& rung : *rungs) {
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
    /// The straight line between the tips parts the sides: rungs are laid across it.
    geo::Line along_chord() {
        const geo::Point from = one_.front();
        const geo::Point to = one_.back();
        const geo::Point middle = (from + to) * 0.5;
        geo::Ring ring = one_;
        ring.insert(ring.end(), other_.rbegin() + 1, other_.rend());
        const double turn = geo::signed_area(ring) > 0 ? 0.01 : -0.01;
        const geo::Point aside = geo::Point{from.y - to.y, to.x - from.x} * turn;
        const geo::Point a = middle - aside;
        const geo::Point b = middle + aside;
        advance(from, from, a, b, crossing(a, b), 0);
        advance(a, b, to, to, to, 0);
        return thinned();
    }

    static std::vector<geo::Box> boxes_of(const geo::Line& one, const geo::Line& other) {
        std::vector<geo::Box> boxes;
        for (const geo::Line* side : {&one, &other})
            for (std::size_t i = 1; i < side->size(); ++i) {
                geo::Box& box = boxes.emplace_back();
                box.extend((*side)[i - 1]);
                box.extend((*side)[i]);
            }
        return boxes;
    }

    /// A side without what is small beside the land's width there: rungs need not end at every
    /// vertex, only nearer to their own side. Both sides move by so little of their distance that
    /// they stay apart. With larger shares wild claims lose bends that the probes then miss.
    static geo::Line thinned_beside(const geo::Line& line, const SideDistance& to_other) {
        constexpr double share = 0.02;
        std::vector<double> allowed;
        allowed.reserve(line.size());
        for (const geo::Point p : line)
            allowed.push_back(share * to_other(p));
        std::vector<bool> kept(line.size(), false);
        kept.front() = kept.back() = true;
        std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
        while (!open.empty()) {
            const auto [first, last] = open.back();
            open.pop_back();
            double most = 0;
            std::size_t worst = first;
            for (std::size_t i = first + 1; i < last; ++i) {
                const geo::Point on = geo::nearest_on_segment(line[first], line[last], line[i]);
                if (const double over = geo::distance(on, line[i]) - allowed[i]; over > most) {
                    most = over;
                    worst = i;
                }
            }
            if (worst == first)
                continue;
            kept[worst] = true;
            open.emplace_back(first, worst);
            open.emplace_back(worst, last);
        }
        geo::Line thin;
        for (std::size_t i = 0; i < line.size(); ++i)
            if (kept[i])
                thin.push_back(line[i]);
        return thin;
    }

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

    /// Nothing where the land cannot be triangulated.
    std::optional<std::vector<Rung>> ladder() const {
        geo::Ring ring(dense_one_.begin(), dense_one_.end());
        ring.insert(ring.end(), dense_other_.rbegin() + 1, dense_other_.rend());
        const auto last_one = static_cast<std::uint32_t>(dense_one_.size() - 1);
        const auto size = static_cast<std::uint32_t>(ring.size() - 1);
        std::vector<Rung> rungs;
        const auto triangles = triangulated(ring);
        if (triangles.empty())
            return std::nullopt;
        for (const auto& triangle : triangles)
            for (std::size_t k = 0; k < 3; ++k) {
                const auto [low, high] = std::minmax(triangle[k], triangle[(k + 1) % 3]);
                if (low > 0 && low < last_one && high > last_one)
                    rungs.push_back({low, size - high});
            }
        // Triangles do not cross: in order along one side is in order along the other.
        std::sort(rungs.begin(), rungs.end());
        rungs.erase(std::unique(rungs.begin(), rungs.end()), rungs.end());
        const bool in_order = std::is_sorted(rungs.begin(), rungs.end(),
                                             [](Rung a, Rung b) { return a.other < b.other; });
        return in_order ? std::optional(std::move(rungs)) : std::nullopt;
    }

    /// Negative nearer to the first side.
    double balance(geo::Point p) const { return to_one_(p) - to_other_(p); }

    /// Where the way from the first side to the other is as far from both (regula falsi with the
    /// Illinois rule). A chord across a pocket of a side may be nearer to the other side: then the
    /// place lies beyond it, in the pocket.
    geo::Point crossing(geo::Point a, geo::Point b) const {
        const geo::Point across = b - a;
        double low = 0;
        double high = 1;
        double at_low = balance(a);
        double at_high = balance(b);
        for (double step = 0.125; at_low > 0 && step < 64; step *= 2)
            at_low = balance(a + across * (low -= step));
        for (double step = 0.125; at_high < 0 && step < 64; step *= 2)
            at_high = balance(a + across * (high += step));
        const double length = geo::norm(across);
        for (int turn = 0; turn < 60 && (high - low) * length > tolerance_ / 1000; ++turn) {
            const double part = at_high > at_low ? -at_low / (at_high - at_low) : 0.5;
            const double next = low + (high - low) * (turn % 8 == 7 ? 0.5 : part);
            const double at_next = balance(a + across * next);
            if (std::abs(at_next) < tolerance_ / 1000)
                return a + across * next;
            if (at_next < 0) {
                low = next;
                at_low = at_next;
                at_high /= 2;
            } else {
                high = next;
                at_high = at_next;
                at_low /= 2;
            }
        }
        return a + across * ((low + high) / 2);
    }

    /// Whether the straight line keeps to the middle, seen at some places of it: every half metre
    /// of a short one.
    bool is_even(geo::Point from, geo::Point to) const {
        const int probes =
            static_cast<int>(std::clamp(std::ceil(geo::distance(from, to) / 0.5), 2.0, 8.0));
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
        geo::Box box;
        box.extend(from);
        box.extend(to);
        bool clear = true;
        edges_.visit(box, [&](std::uint32_t i) {
            const bool first = i + 1 < one_.size();
            const geo::Line& side = first ? one_ : other_;
            const std::size_t at = first ? i : i + 1 - one_.size();
            clear = clear && !meet(from, to, side[at], side[at + 1]);
        });
        return clear;
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
    SideDistance to_one_;
    SideDistance to_other_;
    geo::BoxIndex edges_; ///< of both sides, the first one's first
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
