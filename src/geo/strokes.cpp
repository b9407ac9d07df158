#include "geo/measure.h"
#include "geo/shape.h"

namespace antardesa::geo {

namespace {

Point left_of(Point direction) {
    return {-direction.y, direction.x};
}

Line without_repeats(std::span<const Point> line) {
    Line result;
    for (const Point p : line)
        if (result.empty() || result.back() != p)
            result.push_back(p);
    return result;
}

bool usable(std::span<const double> pattern) {
    double sum = 0;
    for (const double part : pattern) {
        if (!(part >= 0))
            return false;
        sum += part;
    }
    return sum > 0 && std::isfinite(sum);
}

/// Walks a line and puts down ink and gaps in turn.
class DashWalk {
  public:
    explicit DashWalk(std::span<const double> pattern) : pattern_(pattern), left_(pattern[0]) {}

    void start(Point p) {
        if (ink_)
            dashes_.push_back({p});
    }

    void step(Point a, Point b) {
        const double step_length = distance(a, b);
        double walked = 0;
        while (left_ < step_length - walked) {
            walked += left_;
            change(a + (b - a) * (walked / step_length));
        }
        left_ -= step_length - walked;
        if (ink_ && dashes_.back().back() != b)
            dashes_.back().push_back(b);
    }

    MultiLine take() && {
        // A dash that begins exactly at the line's end has no extent; dots were closed before.
        if (ink_ && !dashes_.empty() && dashes_.back().size() < 2)
            dashes_.pop_back();
        return std::move(dashes_);
    }

  private:
    void change(Point at) {
        if (ink_)
            dashes_.back().push_back(at);
        else
            dashes_.push_back({at});
        ink_ = !ink_;
        next_ = (next_ + 1) % pattern_.size();
        left_ = pattern_[next_];
    }

    std::span<const double> pattern_;
    std::size_t next_ = 0;
    double left_;
    bool ink_ = true;
    MultiLine dashes_;
};

/// The moved corner between two directions; two points where a mitre would stick out.
void add_corner(Line& result, Point corner, Point before, Point after, double offset) {
    constexpr double longest_mitre = 2.0;
    const Point normal_before = left_of(before);
    const Point normal_after = left_of(after);
    const double opening = 1 + dot(normal_before, normal_after);
    if (opening * longest_mitre * longest_mitre < 2) {
        result.push_back(corner + normal_before * offset);
        result.push_back(corner + normal_after * offset);
    } else {
        result.push_back(corner + (normal_before + normal_after) * (offset / opening));
    }
}

} // namespace

MultiLine dashed(std::span<const Point> line, std::span<const double> pattern, double shortest) {
    constexpr double most_dashes = 1e6;
    const double whole = length(line);
    if (line.size() < 2)
        return {};
    double period = 0;
    for (const double part : pattern)
        period += part;
    if (!usable(pattern) || !(whole >= shortest) || !(whole < period * most_dashes))
        return {Line(line.begin(), line.end())};
    DashWalk walk(pattern);
    walk.start(line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        walk.step(line[i - 1], line[i]);
    return std::move(walk).take();
}

Line offset_line(std::span<const Point> line, double offset) {
    const Line path = without_repeats(line);
    if (path.size() < 2)
        return path;
    const auto direction = [&](std::size_t i) {
        return (path[i + 1] - path[i]) * (1 / distance(path[i], path[i + 1]));
    };
    const std::size_t last = path.size() - 1;
    const bool closed = path.front() == path.back();
    Line result;
    result.reserve(path.size() + 4);
    if (closed)
        add_corner(result, path.front(), direction(last - 1), direction(0), offset);
    else
        result.push_back(path.front() + left_of(direction(0)) * offset);
    for (std::size_t i = 1; i < last; ++i)
        add_corner(result, path[i], direction(i - 1), direction(i), offset);
    if (closed)
        result.push_back(result.front());
    else
        result.push_back(path.back() + left_of(direction(last - 1)) * offset);
    return result;
}

Line arc_between(Point a, Point b, double bend, int steps) {
    // A quadratic curve's middle lies half-way to its control point.
    const Point control = (a + b) * 0.5 + left_of(b - a) * (2 * bend);
    Line curve{a};
    for (int i = 1; i < steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        curve.push_back(a * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + b * (t * t));
    }
    curve.push_back(b);
    return curve;
}

} // namespace antardesa::geo
