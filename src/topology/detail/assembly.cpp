#include "topology/detail/assembly.h"

#include "geo/measure.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace antardesa::topology::detail {

namespace {

/// Where in a ring each node was passed.
using Passed = std::unordered_map<std::uint32_t, std::size_t>;
using Owns = std::function<bool(std::uint32_t)>;

class Assembler {
  public:
    Assembler(const Fabric& fabric, const Owns& owns) : fabric_(fabric), owns_(owns) {}

    geo::MultiPolygon run(const std::vector<std::uint32_t>& halves) {
        for (const std::uint32_t half : halves)
            if (is_border(half) && !walked_.count(half))
                add_ring(half);
        put_holes_in();
        return std::move(polygons_);
    }

  private:
    bool is_border(std::uint32_t half) const {
        const std::vector<std::uint32_t>& cycle = fabric_.faces.cycle;
        return owns_(cycle[half]) && !owns_(cycle[half ^ 1]);
    }

    void add_ring(std::uint32_t start) {
        geo::Ring ring;
        Passed passed;
        std::uint32_t half = start;
        do {
            walked_.insert(half);
            cut_loop_off(ring, passed, fabric_.arrangement.origin(half));
            append_points(fabric_, half, ring);
            // Round the node through the own land until it ends.
            half = fabric_.faces.next[half];
            while (!is_border(half))
                half = fabric_.faces.next[half ^ 1];
        } while (half != start);
        put(std::move(ring));
    }

    /// A walk that comes back to a place has gone round a part, or a hole, that touches there.
    void cut_loop_off(geo::Ring& ring, Passed& passed, std::uint32_t node) {
        const auto [at, is_new] = passed.emplace(node, ring.size());
        if (is_new)
            return;
        const std::size_t first = at->second;
        put({ring.begin() + static_cast<std::ptrdiff_t>(first), ring.end()});
        ring.resize(first);
        std::erase_if(passed, [first](const auto& entry) { return entry.second > first; });
    }

    void put(geo::Ring ring) {
        ring.push_back(ring.front());
        if (geo::signed_area(ring) > 0)
            polygons_.push_back({std::move(ring), {}});
        else
            holes_.push_back(std::move(ring));
    }

    void put_holes_in() {
        std::vector<double> areas;
        for (const geo::Polygon& polygon : polygons_)
            areas.push_back(geo::signed_area(polygon.outer));
        for (geo::Ring& hole : holes_) {
            std::size_t within = polygons_.size();
            for (std::size_t i = 0; i < polygons_.size(); ++i)
                if ((within == polygons_.size() || areas[i] < areas[within]) &&
                    contains(polygons_[i].outer, hole))
                    within = i;
            if (within < polygons_.size())
                polygons_[within].holes.push_back(std::move(hole));
        }
    }

    /// A hole may touch its outer ring in a corner: any point of its border beyond will do.
    static bool contains(const geo::Ring& outer, const geo::Ring& hole) {
        for (std::size_t i = 1; i < hole.size(); ++i) {
            const geo::Point middle = (hole[i - 1] + hole[i]) * 0.5;
            if (std::find(outer.begin(), outer.end(), hole[i]) == outer.end())
                return geo::contains(outer, hole[i]);
            if (i + 1 == hole.size())
                return geo::contains(outer, middle);
        }
        return false;
    }

    const Fabric& fabric_;
    const Owns& owns_;
    std::unordered_set<std::uint32_t> walked_;
    geo::MultiPolygon polygons_;
    std::vector<geo::Ring> holes_;
};

} // namespace

geo::MultiPolygon assemble(const Fabric& fabric, const std::vector<std::uint32_t>& halves,
                           const Owns& owns) {
    return Assembler(fabric, owns).run(halves);
}

} // namespace antardesa::topology::detail
