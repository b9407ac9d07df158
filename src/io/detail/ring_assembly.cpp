#include "geo/box_index.h"
#include "geo/measure.h"
#include "io/detail/shape_outline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace antardesa::io::detail {

namespace {

/// Puts rings into each other. Work is bounded: beyond `most_tests` edges the boxes decide.
class Assembly {
  public:
    Assembly(std::vector<geo::Ring> rings, GeometryFlaws& flaws)
        : rings_(std::move(rings)), flaws_(flaws) {
        for (const geo::Ring& ring : rings_) {
            areas_.push_back(geo::signed_area(ring));
            boxes_.push_back(geo::bounds(ring));
        }
    }

    geo::MultiPolygon run() {
        note_duplicates();
        const bool any_clockwise =
            std::any_of(areas_.begin(), areas_.end(), [](double area) { return area < 0; });
        if (any_clockwise)
            by_direction();
        else
            by_nesting();
        return polygons();
    }

  private:
    void note_duplicates() {
        std::vector<std::size_t> order(rings_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto less = [&](std::size_t a, std::size_t b) {
            return std::abs(areas_[a]) < std::abs(areas_[b]);
        };
        std::sort(order.begin(), order.end(), less);
        for (std::size_t i = 1; i < order.size(); ++i)
            if (rings_[order[i]] == rings_[order[i - 1]]) {
                flaws_.repeated_ring = true;
                return;
            }
    }

    void by_direction() {
        std::vector<geo::Box> outer_boxes;
        for (std::size_t i = 0; i < rings_.size(); ++i)
            if (areas_[i] <= 0)
                outers_.push_back(i), outer_boxes.push_back(boxes_[i]);
        holes_.resize(outers_.size());
        const geo::BoxIndex index(outer_boxes);
        for (std::size_t i = 0; i < rings_.size(); ++i)
            if (areas_[i] > 0)
                place_hole(i, index);
    }

    void place_hole(std::size_t hole, const geo::BoxIndex& index) {
        std::size_t best = none;
        for (const std::uint32_t candidate : index.find(boxes_[hole])) {
            const std::size_t outer = outers_[candidate];
            const bool smaller =
                best == none || std::abs(areas_[outer]) < std::abs(areas_[outers_[best]]);
            if (smaller && around(outer, hole))
                best = candidate;
        }
        if (best != none) {
            holes_[best].push_back(hole);
            return;
        }
        flaws_.hole_outside = true;
        outers_.push_back(hole);
        holes_.emplace_back();
    }

    // Nobody says which ring is which: depth in the nest does, largest first.
    void by_nesting() {
        constexpr std::size_t most_rings = 2000;
        std::vector<std::size_t> order(rings_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return areas_[a] > areas_[b]; });
        std::vector<int> depths(rings_.size(), 0);
        std::vector<std::size_t> place(rings_.size(), none);
        for (std::size_t k = 0; k < order.size(); ++k) {
            const std::size_t ring = order[k];
            std::size_t parent = none;
            for (std::size_t j = k; order.size() <= most_rings && j-- > 0;)
                if (around(order[j], ring)) {
                    parent = order[j];
                    break;
                }
            depths[ring] = parent == none ? 0 : depths[parent] + 1;
            if (depths[ring] % 2 == 1) {
                holes_[place[parent]].push_back(ring);
                continue;
            }
            place[ring] = outers_.size();
            outers_.push_back(ring);
            holes_.emplace_back();
        }
    }

    bool around(std::size_t outer, std::size_t inner) {
        if (!boxes_[outer].contains(boxes_[inner]))
            return false;
        constexpr std::size_t most_tests = 50'000'000;
        constexpr std::size_t most_points = 8;
        const geo::Ring& ring = rings_[inner];
        // A vertex on the border may fall on either side, so several are asked.
        int inside = 0;
        int asked = 0;
        for (std::size_t i = 0; i + 1 < ring.size() && i < most_points; ++i) {
            tests_ += rings_[outer].size();
            if (tests_ > most_tests)
                return true;
            const geo::Point middle{(ring[i].x + ring[i + 1].x) / 2,
                                    (ring[i].y + ring[i + 1].y) / 2};
            inside += geo::contains(rings_[outer], middle);
            ++asked;
        }
        return 2 * inside > asked;
    }

    geo::MultiPolygon polygons() {
        geo::MultiPolygon result;
        result.reserve(outers_.size());
        for (std::size_t i = 0; i < outers_.size(); ++i) {
            geo::Polygon polygon;
            polygon.outer = std::move(rings_[outers_[i]]);
            for (const std::size_t hole : holes_[i])
                polygon.holes.push_back(std::move(rings_[hole]));
            result.push_back(std::move(polygon));
        }
        return result;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<geo::Ring> rings_;
    GeometryFlaws& flaws_;
    std::vector<double> areas_;
    std::vector<geo::Box> boxes_;
    std::vector<std::size_t> outers_;
    std::vector<std::vector<std::size_t>> holes_; ///< of each outer ring
    std::size_t tests_ = 0;
};

} // namespace

geo::MultiPolygon assemble_rings(std::vector<geo::Ring> rings, GeometryFlaws& flaws) {
    if (rings.size() != 1)
        return Assembly(std::move(rings), flaws).run();
    geo::MultiPolygon single(1);
    single.front().outer = std::move(rings.front());
    return single;
}

} // namespace antardesa::io::detail
