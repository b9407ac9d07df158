#include "topology/detail/agreed_line.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/led_line.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

constexpr double reach_m = 0.1;
constexpr double beyond_m = 1e-4;

/// The stretches of a line inside one polygon, from border to border.
class Passage {
  public:
    Passage(const geo::Polygon& polygon, geo::Point metric) : polygon_{polygon}, metric_(metric) {
        add(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            add(hole);
        std::vector<geo::Box> boxes;
        for (const auto& [a, b] : edges_) {
            boxes.emplace_back();
            boxes.back().extend(a);
            boxes.back().extend(b);
            box_.extend(boxes.back());
        }
        index_ = geo::BoxIndex(boxes);
    }

    const geo::Box& box() const { return box_; }

    void cut(const geo::Line& line, geo::MultiLine& cuts) {
        run_.clear();
        from_border_ = false;
        for (std::size_t i = 1; i < line.size(); ++i)
            walk(line[i - 1], line[i], cuts);
        finish(cuts, false);
    }

  private:
    void add(const geo::Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i)
            edges_.emplace_back(ring[i - 1], ring[i]);
    }

    /// Where the border crosses the segment, as shares of it.
    std::vector<double> crossings(geo::Point a, geo::Point b) const {
        geo::Box box;
        box.extend(a);
        box.extend(b);
        std::vector<double> shares;
        index_.visit(box, [&](std::uint32_t i) {
            const auto& [p, q] = edges_[i];
            const double across = geo::cross(b - a, q - p);
            if (across == 0)
                return;
            const double t = geo::cross(p - a, q - p) / across;
            const double u = geo::cross(p - a, b - a) / across;
            constexpr double slack = 1e-12;
            if (t >= -slack && t <= 1 + slack && u >= -slack && u <= 1 + slack)
                shares.push_back(std::clamp(t, 0.0, 1.0));
        });
        std::sort(shares.begin(), shares.end());
        return shares;
    }

    void walk(geo::Point a, geo::Point b, geo::MultiLine& cuts) {
        geo::Box box;
        box.extend(a);
        box.extend(b);
        if (!box.intersects(box_))
            return finish(cuts, false);
        double done = 0;
        for (const double share : crossings(a, b)) {
            stretch(a, b, done, share, cuts);
            finish(cuts, true);
            from_border_ = true;
            last_border_ = a + (b - a) * share;
            done = share;
        }
        stretch(a, b, done, 1, cuts);
    }

    void stretch(geo::Point a, geo::Point b, double from, double to, geo::MultiLine& cuts) {
        if (to - from < 1e-12)
            return;
        if (!geo::contains(polygon_, a + (b - a) * ((from + to) / 2)))
            return finish(cuts, false);
        if (run_.empty())
            run_.push_back(from_border_ ? last_border_ : a);
        run_.push_back(to < 1 ? a + (b - a) * to : b);
    }

    void finish(geo::MultiLine& cuts, bool at_border) {
        if (run_.size() > 1 && (from_border_ || drawn_out(run_.front(), true)) &&
            (at_border || drawn_out(run_.back(), false)))
            cuts.push_back(lengthened());
        run_.clear();
        from_border_ = false;
    }

    /// A computed crossing may lie just inside the border: the line is led through it.
    geo::Line lengthened() const {
        geo::Line line = run_;
        const auto beyond = [this](geo::Point end, geo::Point before) {
            const geo::Point along = end - before;
            const double length = std::hypot(along.x * metric_.x, along.y * metric_.y);
            return length > 0 ? end + along * (beyond_m / length) : end;
        };
        line.front() = beyond(run_[0], run_[1]);
        line.back() = beyond(run_[run_.size() - 1], run_[run_.size() - 2]);
        return line;
    }

    /// An end that all but reaches the border is led there.
    bool drawn_out(geo::Point end, bool front) {
        geo::Point nearest;
        double least = reach_m;
        geo::Box around;
        around.extend(end);
        around = around.grown(reach_m / std::min(metric_.x, metric_.y));
        index_.visit(around, [&](std::uint32_t i) {
            const geo::Point p = geo::nearest_on_segment(edges_[i].first, edges_[i].second, end);
            const double away = std::hypot((p.x - end.x) * metric_.x, (p.y - end.y) * metric_.y);
            if (away < least) {
                least = away;
                nearest = p;
            }
        });
        if (least >= reach_m)
            return false;
        if (nearest != end)
            run_.insert(front ? run_.begin() : run_.end(), nearest);
        return true;
    }

    geo::MultiPolygon polygon_;
    geo::Point metric_;
    std::vector<std::pair<geo::Point, geo::Point>> edges_;
    geo::Box box_;
    geo::BoxIndex index_;
    geo::Line run_; ///< the stretch under way; empty outside
    bool from_border_ = false;
    geo::Point last_border_;
};

} // namespace

AgreedLine::AgreedLine(const geo::MultiLine& lines, geo::Point metric)
    : lines_(joined(lines)), metric_(metric) {
    for (const geo::Line& line : lines_)
        boxes_.push_back(geo::bounds(line));
}

geo::MultiLine AgreedLine::cuts_of(const Strip& strip) const {
    geo::MultiLine cuts;
    for (const geo::Polygon& piece : strip.pieces) {
        Passage passage(piece, metric_);
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (boxes_[i].intersects(passage.box()))
                passage.cut(lines_[i], cuts);
    }
    return cuts;
}

std::optional<bool> AgreedLine::is_left(geo::Point place) const {
    const auto in_metres = [&](geo::Point p) {
        return geo::Point{(p.x - place.x) * metric_.x, (p.y - place.y) * metric_.y};
    };
    double least = std::numeric_limits<double>::infinity();
    double sine = 0; // of the angle at which the place is seen: at a corner the wider one decides
    bool at_end = false;
    for (const geo::Line& line : lines_)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const geo::Point a = in_metres(line[i - 1]);
            const geo::Point b = in_metres(line[i]);
            const geo::Point nearest = geo::nearest_on_segment(a, b, {});
            const double away = std::hypot(nearest.x, nearest.y);
            const double along = geo::distance(a, b);
            if (along == 0 || away > least * (1 + 1e-9))
                continue;
            const double seen = geo::cross(b - a, geo::Point{} - a) / along;
            if (away < least * (1 - 1e-9) || std::abs(seen) > std::abs(sine))
                sine = seen;
            if (away < least * (1 - 1e-9))
                at_end = false;
            least = std::min(least, away);
            const bool closed = line.front() == line.back();
            at_end |=
                !closed && ((i == 1 && nearest == a) || (i + 1 == line.size() && nearest == b));
        }
    if (at_end || !(least < std::numeric_limits<double>::infinity()))
        return std::nullopt;
    return sine > 0;
}

} // namespace antardesa::topology::detail
