#include "topology/detail/strip_width.h"

#include "geo/box_index.h"
#include "geo/measure.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

/// The segments around a face, in metres, and whose border each is.
class Sides {
  public:
    Sides(const RepairBench& bench, const StripFace& face, geo::Point metric)
        : bench_(bench), metric_(metric) {
        add(face.cycle);
        for (const std::uint32_t island : face.islands)
            add(island);
        std::vector<geo::Box> boxes;
        for (const Segment& segment : segments_) {
            geo::Box box{segment.from, segment.from};
            box.extend(segment.to);
            boxes.push_back(box);
        }
        index_ = geo::BoxIndex(boxes);
    }

    /// Every vertex of the face lies within so many metres of the claimant's border along it and of
    /// another's: whichever way the border moves across the face, it moves no farther.
    bool may_move(Claimant claimant, double metres) const {
        return std::all_of(segments_.begin(), segments_.end(), [&](const Segment& segment) {
            return is_near(segment.from, claimant, true, metres) &&
                   is_near(segment.from, claimant, false, metres);
        });
    }

  private:
    struct Segment {
        geo::Point from;
        geo::Point to;
        std::uint32_t edge;
    };

    void add(std::uint32_t cycle) {
        bench_.faces.walk(cycle, [&](std::uint32_t half) {
            const geo::Line line = bench_.points_of(half);
            for (std::size_t i = 1; i < line.size(); ++i)
                segments_.push_back({scaled(line[i - 1]), scaled(line[i]), half / 2});
        });
    }

    geo::Point scaled(geo::Point p) const { return {p.x * metric_.x, p.y * metric_.y}; }

    bool is_border_of(std::uint32_t edge, Claimant claimant, bool own) const {
        const auto owners = bench_.arrangement.owners_of(edge);
        return std::any_of(owners.begin(), owners.end(),
                           [&](const Owner& owner) { return (owner.claimant == claimant) == own; });
    }

    bool is_near(geo::Point place, Claimant claimant, bool own, double metres) const {
        bool found = false;
        index_.visit(geo::Box{place, place}.grown(metres), [&](std::uint32_t i) {
            const Segment& side = segments_[i];
            found =
                found ||
                (is_border_of(side.edge, claimant, own) &&
                 geo::distance(place, geo::nearest_on_segment(side.from, side.to, place)) < metres);
        });
        return found;
    }

    const RepairBench& bench_;
    geo::Point metric_;
    std::vector<Segment> segments_;
    geo::BoxIndex index_;
};

} // namespace

bool is_narrow(const RepairBench& bench, const Strip& strip, const StripFace& face, Claimant owner,
               double metres, geo::Point metric) {
    const Sides sides(bench, face, metric);
    if (strip.kind == StripKind::gap)
        return sides.may_move(owner, metres);
    return std::all_of(strip.claimants.begin(), strip.claimants.end(), [&](Claimant claimant) {
        return claimant == owner || sides.may_move(claimant, metres);
    });
}

} // namespace antardesa::topology::detail
