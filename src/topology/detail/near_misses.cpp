#include "topology/detail/near_misses.h"

#include "topology/detail/flat_rings.h"
#include "topology/too_tangled.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace antardesa::topology::detail {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// Vertices of open boundaries by square cells much wider than the tolerance.
class VertexGrid {
  public:
    struct Vertex {
        geo::Point place;
        Claimant claimant;
        std::uint32_t next = none; ///< in the same slot
    };

    VertexGrid(std::vector<Vertex> vertices, double width)
        : vertices_(std::move(vertices)), width_(width), heads_(slots_for(vertices_.size()), none) {
        for (std::uint32_t i = 0; i < vertices_.size(); ++i) {
            std::uint32_t& head = heads_[slot(cell(vertices_[i].place))];
            vertices_[i].next = head;
            head = i;
        }
    }

    const std::vector<Vertex>& vertices() const { return vertices_; }

    /// Calls `visit(index)` for all vertices within `reach` of the place, and some more.
    template<class Visit>
    void near(geo::Point place, double reach, Visit visit) const {
        const geo::Point low = cell({place.x - reach, place.y - reach});
        const geo::Point high = cell({place.x + reach, place.y + reach});
        for (double x = low.x; x <= high.x; ++x)
            for (double y = low.y; y <= high.y; ++y)
                for (std::uint32_t i = heads_[slot({x, y})]; i != none; i = vertices_[i].next)
                    visit(i);
    }

  private:
    geo::Point cell(geo::Point place) const {
        return {std::floor(place.x / width_), std::floor(place.y / width_)};
    }
    std::size_t slot(geo::Point cell) const { return hash_of(cell) & (heads_.size() - 1); }

    std::vector<Vertex> vertices_;
    double width_;
    std::vector<std::uint32_t> heads_;
};

class NearSearch {
  public:
    NearSearch(const Fabric& fabric, const std::vector<bool>& is_strip, double tolerance)
        : fabric_(fabric), is_strip_(is_strip), tolerance_(tolerance),
          grid_(open_vertices(), 32 * tolerance),
          most_looks_(100000000 + 500 * fabric.coverage.vertices.size()) {}

    std::vector<NearMiss> run(Progress& progress) {
        const auto& vertices = grid_.vertices();
        for (std::uint32_t i = 0; i < vertices.size(); ++i) {
            if (i % 1024 == 0)
                progress.check();
            grid_.near(vertices[i].place, tolerance_, [&](std::uint32_t j) {
                ++looks_;
                if (j > i && vertices[i].claimant != vertices[j].claimant && !crowded())
                    look(vertices[i], vertices[j]);
            });
            if (crowded())
                throw_crowd(vertices[i].place);
        }
        return gathered();
    }

  private:
    bool crowded() const { return looks_ > most_looks_; }

    [[noreturn]] void throw_crowd(geo::Point place) const {
        std::set<Claimant> claimants;
        grid_.near(place, tolerance_,
                   [&](std::uint32_t i) { claimants.insert(grid_.vertices()[i].claimant); });
        std::vector<TooTangled::Tangle> tangles;
        for (const Claimant claimant : claimants)
            tangles.push_back({claimant, place});
        throw TooTangled(place, std::move(tangles));
    }

    std::vector<VertexGrid::Vertex> open_vertices() const {
        std::vector<VertexGrid::Vertex> vertices;
        const Arrangement& arrangement = fabric_.arrangement;
        const std::vector<bool> explained = strip_nodes();
        for (std::uint32_t e = 0; e < arrangement.edge_count(); ++e) {
            const auto owners = arrangement.owners_of(e);
            if (owners.size() != 1 || is_strip_[fabric_.faces.cycle[2 * e]] ||
                is_strip_[fabric_.faces.cycle[2 * e + 1]])
                continue;
            const Arrangement::Edge& edge = arrangement.edges[e];
            const Claimant claimant = owners[0].claimant;
            if (!explained[edge.start])
                vertices.push_back({arrangement.nodes[edge.start], claimant});
            for (std::uint32_t v = edge.first; v < edge.first + edge.count; ++v)
                vertices.push_back({fabric_.coverage.vertices[v], claimant});
            if (!explained[edge.end])
                vertices.push_back({arrangement.nodes[edge.end], claimant});
        }
        return vertices;
    }

    std::vector<bool> strip_nodes() const {
        std::vector<bool> on_strip(fabric_.arrangement.nodes.size(), false);
        for (std::uint32_t cycle = 0; cycle < is_strip_.size(); ++cycle)
            if (is_strip_[cycle])
                fabric_.faces.walk(cycle, [&](std::uint32_t half) {
                    on_strip[fabric_.arrangement.origin(half)] = true;
                });
        return on_strip;
    }

    void look(const VertexGrid::Vertex& a, const VertexGrid::Vertex& b) {
        const double distance = geo::distance(a.place, b.place);
        if (distance >= tolerance_ || distance < 32 * fabric_.grid.unit() || meet_near(a, b))
            return;
        const auto [low, high] = std::minmax(a.claimant, b.claimant);
        found_.push_back({low, high, (a.place + b.place) * 0.5, distance, 1, {}});
    }

    /// Beside a common corner the two are near each other as they must be.
    bool meet_near(const VertexGrid::Vertex& a, const VertexGrid::Vertex& b) {
        std::vector<geo::Point> of_a;
        std::vector<geo::Point> of_b;
        grid_.near(a.place, 3 * tolerance_, [&](std::uint32_t i) {
            ++looks_;
            const VertexGrid::Vertex& vertex = grid_.vertices()[i];
            if (vertex.claimant == a.claimant)
                of_a.push_back(vertex.place);
            else if (vertex.claimant == b.claimant)
                of_b.push_back(vertex.place);
        });
        looks_ += of_a.size() * of_b.size();
        return std::any_of(of_a.begin(), of_a.end(), [&](geo::Point p) {
            return geo::distance(p, a.place) < 3 * tolerance_ &&
                   std::find(of_b.begin(), of_b.end(), p) != of_b.end();
        });
    }

    std::vector<NearMiss> gathered() {
        std::sort(found_.begin(), found_.end(), [](const NearMiss& a, const NearMiss& b) {
            return std::tie(a.first, a.second, a.distance, a.place.x, a.place.y) <
                   std::tie(b.first, b.second, b.distance, b.place.x, b.place.y);
        });
        // Edges that meet in a node bring it twice.
        const auto same = [](const NearMiss& a, const NearMiss& b) {
            return a.first == b.first && a.second == b.second && a.place == b.place;
        };
        found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
        std::vector<NearMiss> result;
        for (const NearMiss& miss : found_) {
            if (!result.empty() && result.back().first == miss.first &&
                result.back().second == miss.second)
                ++result.back().count;
            else
                result.push_back(miss);
            result.back().places.push_back(miss.place);
        }
        return result;
    }

    const Fabric& fabric_;
    const std::vector<bool>& is_strip_;
    double tolerance_;
    VertexGrid grid_;
    std::size_t most_looks_;
    std::size_t looks_ = 0;
    std::vector<NearMiss> found_;
};

} // namespace

std::vector<NearMiss> find_near_misses(const Fabric& fabric, const std::vector<bool>& is_strip,
                                       double tolerance, Progress& progress) {
    if (!(tolerance > 0))
        return {};
    return NearSearch(fabric, is_strip, tolerance).run(progress);
}

} // namespace antardesa::topology::detail
