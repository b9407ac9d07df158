#include "topology/land_between.h"

#include "geo/measure.h"
#include "topology/detail/flat_rings.h"
#include "topology/line_meeting.h"

#include <unordered_map>

namespace antardesa::topology {

namespace {

constexpr double rounding = 1e-11;

struct PointHash {
    std::size_t operator()(geo::Point p) const { return detail::hash_of(p); }
};

/// Where a line has which vertex.
class Vertices {
  public:
    explicit Vertices(const geo::Line& line) : line_(line) {
        for (std::size_t i = 0; i < line.size(); ++i)
            at_.emplace(line[i], i);
    }
    bool has(geo::Point p) const { return at_.contains(p); }
    /// +1 where the line walks the edge so, -1 where it walks it back, else 0.
    int direction(geo::Point from, geo::Point to) const {
        const auto found = at_.find(from);
        if (found == at_.end())
            return 0;
        const std::size_t i = found->second;
        if (i + 1 < line_.size() && line_[i + 1] == to)
            return 1;
        if (i > 0 && line_[i - 1] == to)
            return -1;
        const bool closed = line_.size() > 3 && line_.front() == line_.back();
        return closed && i == 0 && line_[line_.size() - 2] == to ? -1 : 0;
    }

  private:
    const geo::Line& line_;
    std::unordered_map<geo::Point, std::size_t, PointHash> at_;
};

geo::Ring loop(const geo::Line& there, const geo::Line& back) {
    geo::Ring ring(there.begin(), there.end());
    ring.insert(ring.end(), back.rbegin() + 1, back.rend());
    return ring;
}

/// Calls `visit(stretch)` for each stretch between vertices that one of `others` has too.
template<class Visit>
void for_each_stretch(const geo::Line& line, std::initializer_list<const Vertices*> others,
                      Visit visit) {
    std::size_t from = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        bool ends = i + 1 == line.size();
        for (const Vertices* other : others)
            ends = ends || other->has(line[i]);
        if (!ends)
            continue;
        visit(std::span<const geo::Point>(line.data() + from, i - from + 1));
        from = i;
    }
}

geo::Point inside_of(std::span<const geo::Point> stretch) {
    return (stretch[0] + stretch[1]) * 0.5;
}

/// By Green's theorem: the border of what lies inside and left of the line, stretch by stretch.
class LeftOfLine {
  public:
    LeftOfLine(geo::Line left, geo::Line right, geo::Line line, const BesideMeasure& beside)
        : left_(std::move(left)), right_(std::move(right)), line_(std::move(line)),
          beside_(beside) {
        join_where_they_meet(left_, line_, rounding);
        join_where_they_meet(right_, line_, rounding);
        join_where_they_meet(left_, line_, rounding);
    }

    double in_lenses() const {
        const Vertices left(left_);
        const Vertices right(right_);
        const Vertices line(line_);
        return along_line(left, right) + along_right(left, line) - along_left(right, line);
    }

    double in_hole(geo::Ring hole) const {
        geo::Line cut = line_;
        join_where_they_meet(hole, cut, rounding);
        const Vertices ring(hole);
        const Vertices line(cut);
        const geo::Ring left_of = loop(cut, left_);
        double sum = 0;
        for_each_stretch(cut, {&ring}, [&](std::span<const geo::Point> stretch) {
            const int same = stretch.size() == 2 ? ring.direction(stretch[0], stretch[1]) : 0;
            if (same > 0 || (same == 0 && geo::contains(hole, inside_of(stretch))))
                sum += beside_(stretch);
        });
        for_each_stretch(hole, {&line}, [&](std::span<const geo::Point> stretch) {
            const int same = stretch.size() == 2 ? line.direction(stretch[0], stretch[1]) : 0;
            if (same == 0 && geo::contains(left_of, inside_of(stretch)))
                sum += beside_(stretch);
        });
        return sum;
    }

  private:
    double along_line(const Vertices& left, const Vertices& right) const {
        const geo::Ring land = loop(right_, left_);
        double sum = 0;
        for_each_stretch(line_, {&left, &right}, [&](std::span<const geo::Point> stretch) {
            const bool edge = stretch.size() == 2;
            const bool on_left = edge && left.direction(stretch[0], stretch[1]) != 0;
            const bool on_right = edge && right.direction(stretch[0], stretch[1]) != 0;
            if (!on_left && (on_right || geo::contains(land, inside_of(stretch))))
                sum += beside_(stretch);
        });
        return sum;
    }

    double along_right(const Vertices& left, const Vertices& line) const {
        const geo::Ring left_of = loop(line_, left_);
        double sum = 0;
        for_each_stretch(right_, {&left, &line}, [&](std::span<const geo::Point> stretch) {
            const bool edge = stretch.size() == 2;
            if (edge && (left.direction(stretch[0], stretch[1]) != 0 ||
                         line.direction(stretch[0], stretch[1]) != 0))
                return;
            if (geo::contains(left_of, inside_of(stretch)))
                sum += beside_(stretch);
        });
        return sum;
    }

    double along_left(const Vertices& right, const Vertices& line) const {
        const geo::Ring right_of = loop(line_, right_);
        double sum = 0;
        for_each_stretch(left_, {&right, &line}, [&](std::span<const geo::Point> stretch) {
            const bool edge = stretch.size() == 2;
            if (edge && (right.direction(stretch[0], stretch[1]) != 0 ||
                         line.direction(stretch[0], stretch[1]) != 0))
                return;
            if (!geo::contains(right_of, inside_of(stretch)))
                sum += beside_(stretch);
        });
        return sum;
    }

    geo::Line left_;
    geo::Line right_;
    geo::Line line_;
    const BesideMeasure& beside_;
};

} // namespace

double area_of(const LandBetween& between, const BesideMeasure& beside) {
    double sum = beside(between.right) - beside(between.left);
    for (const LandBetween::Hole& hole : between.holes)
        sum -= beside(hole.ring);
    return sum;
}

double area_left_of(const LandBetween& between, geo::Line line, const BesideMeasure& beside) {
    const LeftOfLine parts(between.left, between.right, std::move(line), beside);
    double sum = parts.in_lenses();
    for (const LandBetween::Hole& hole : between.holes)
        sum -= parts.in_hole(hole.ring);
    return sum;
}

} // namespace antardesa::topology
