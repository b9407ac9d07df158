#include "topology/detail/faces.h"

#include "geo/box_index.h"
#include "topology/detail/sets.h"
#include "topology/too_tangled.h"

#include <algorithm>
#include <numeric>

namespace antardesa::topology::detail {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

bool upper_half(Cell d) {
    return d.y > 0 || (d.y == 0 && d.x > 0);
}

/// Counter-clockwise from east.
bool turns_before(Cell a, Cell b) {
    if (upper_half(a) != upper_half(b))
        return upper_half(a);
    return cross_sign(a, b) > 0;
}

class Tracer {
  public:
    Tracer(const Coverage& coverage, const Arrangement& arrangement, const Grid& grid)
        : coverage_(coverage), arrangement_(arrangement), grid_(grid),
          half_count_(static_cast<std::uint32_t>(arrangement.edge_count() * 2)) {}

    void link(Faces& faces) {
        order_around_nodes();
        faces.next.resize(half_count_);
        for (std::size_t n = 0; n + 1 < starts_.size(); ++n) {
            const std::uint32_t from = starts_[n];
            const std::uint32_t to = starts_[n + 1];
            // Arriving by the twin of one half-edge, a walk that keeps its face on the left
            // leaves by the neighbour clockwise.
            for (std::uint32_t i = from; i < to; ++i)
                faces.next[around_[i] ^ 1] = around_[i == from ? to - 1 : i - 1];
        }
        faces.cycle.assign(half_count_, none);
        for (std::uint32_t h = 0; h < half_count_; ++h) {
            if (faces.cycle[h] != none)
                continue;
            const auto cycle = static_cast<std::uint32_t>(faces.cycle_start.size());
            faces.cycle_start.push_back(h);
            faces.walk(cycle, [&](std::uint32_t half) { faces.cycle[half] = cycle; });
        }
    }

  private:
    void order_around_nodes() {
        starts_.assign(arrangement_.nodes.size() + 1, 0);
        for (std::uint32_t h = 0; h < half_count_; ++h)
            ++starts_[arrangement_.origin(h) + 1];
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        around_.resize(half_count_);
        std::vector<std::uint32_t> at(starts_.begin(), starts_.end() - 1);
        for (std::uint32_t h = 0; h < half_count_; ++h)
            around_[at[arrangement_.origin(h)]++] = h;
        struct Ray {
            Cell direction;
            std::uint32_t half;
        };
        std::vector<Ray> rays;
        for (std::size_t n = 0; n + 1 < starts_.size(); ++n) {
            rays.clear();
            for (std::uint32_t i = starts_[n]; i < starts_[n + 1]; ++i)
                rays.push_back({direction(around_[i]), around_[i]});
            std::stable_sort(rays.begin(), rays.end(), [](const Ray& a, const Ray& b) {
                return turns_before(a.direction, b.direction);
            });
            for (std::size_t k = 0; k < rays.size(); ++k)
                around_[starts_[n] + k] = rays[k].half;
        }
    }

    Cell direction(std::uint32_t half) const {
        const Arrangement::Edge& edge = arrangement_.edges[half / 2];
        const bool back = half & 1;
        const Cell from = arrangement_.cells[back ? edge.end : edge.start];
        if (edge.count == 0)
            return arrangement_.cells[back ? edge.start : edge.end] - from;
        return grid_.of(coverage_.vertices[back ? edge.first + edge.count - 1 : edge.first]) - from;
    }

    const Coverage& coverage_;
    const Arrangement& arrangement_;
    const Grid& grid_;
    std::uint32_t half_count_;
    std::vector<std::uint32_t> starts_; ///< of each node in around_
    std::vector<std::uint32_t> around_; ///< half-edges that leave it, counter-clockwise
};

/// Twice the signed area, with the points taken from the cycle's first one to keep digits.
double doubled_area(const Coverage& coverage, const Arrangement& arrangement, const Faces& faces,
                    std::uint32_t cycle) {
    const geo::Point origin = arrangement.nodes[arrangement.origin(faces.cycle_start[cycle])];
    geo::Point before{0, 0};
    double sum = 0;
    const auto step = [&](geo::Point p) {
        const geo::Point here = p - origin;
        sum += geo::cross(before, here);
        before = here;
    };
    faces.walk(cycle, [&](std::uint32_t half) {
        const Arrangement::Edge& edge = arrangement.edges[half / 2];
        const auto between = std::span(coverage.vertices).subspan(edge.first, edge.count);
        step(arrangement.nodes[arrangement.origin(half)]);
        if (half & 1)
            std::for_each(between.rbegin(), between.rend(), step);
        else
            std::for_each(between.begin(), between.end(), step);
    });
    return sum;
}

/// Finds the components and who lies where.
class Covering {
  public:
    Covering(const Coverage& coverage, const Arrangement& arrangement, Faces& faces)
        : coverage_(coverage), arrangement_(arrangement), faces_(faces),
          nodes_(arrangement.nodes.size()) {}

    void run(Progress& progress) {
        find_components();
        progress.check();
        index_rings();
        faces_.cover.resize(faces_.cycle_start.size());
        known_.assign(faces_.cycle_start.size(), false);
        for (std::uint32_t k = 0; k < faces_.components.size(); ++k) {
            if (k % 256 == 0)
                progress.check();
            const Faces::Component& component = faces_.components[k];
            faces_.cover[component.outer_cycle] = around(component);
            spread(component.outer_cycle);
            if (faces_.crowd)
                return;
        }
    }

  private:
    void find_components() {
        for (std::uint32_t e = 0; e < arrangement_.edge_count(); ++e)
            nodes_.join(arrangement_.edges[e].start, arrangement_.edges[e].end);
        faces_.is_outer.assign(faces_.cycle_start.size(), false);
        std::vector<std::uint32_t> component_of(arrangement_.nodes.size(), none);
        std::vector<double> least;
        for (std::uint32_t cycle = 0; cycle < faces_.cycle_start.size(); ++cycle) {
            const std::uint32_t node = arrangement_.origin(faces_.cycle_start[cycle]);
            std::uint32_t& component = component_of[nodes_.root(node)];
            if (component == none) {
                component = static_cast<std::uint32_t>(faces_.components.size());
                faces_.components.push_back({cycle, node});
                least.push_back(std::numeric_limits<double>::infinity());
            }
            const double area = doubled_area(coverage_, arrangement_, faces_, cycle);
            if (area < least[component]) {
                least[component] = area;
                faces_.components[component].outer_cycle = cycle;
            }
        }
        for (const Faces::Component& component : faces_.components)
            faces_.is_outer[component.outer_cycle] = true;
    }

    void index_rings() {
        std::vector<geo::Box> boxes;
        ring_claimant_.resize(coverage_.rings.size());
        for (Claimant c = 0; c < coverage_.claimant_count(); ++c)
            std::fill(ring_claimant_.begin() + coverage_.claimant_rings[c],
                      ring_claimant_.begin() + coverage_.claimant_rings[c + 1], c);
        for (const RingOfArcs& ring : coverage_.rings) {
            geo::Box box;
            for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
                box.extend(arc_of(coverage_.ring_arcs[i]).box);
            boxes.push_back(box);
        }
        rings_ = geo::BoxIndex(boxes);
    }

    const Arc& arc_of(std::int32_t reference) const {
        return coverage_.arcs[static_cast<std::size_t>(reference < 0 ? ~reference : reference)];
    }

    bool in_component(std::uint32_t ring, std::uint32_t root) {
        const std::uint32_t from = arrangement_.ring_starts[ring];
        return from == arrangement_.ring_starts[ring + 1] ||
               nodes_.root(arrangement_.ring_nodes[from]) == root;
    }

    Cover around(const Faces::Component& component) {
        const geo::Point place = arrangement_.nodes[component.node];
        const std::uint32_t root = nodes_.root(component.node);
        Cover cover;
        rings_.visit({place, place}, [&](std::uint32_t ring) {
            if (in_component(ring, root))
                return;
            add(cover, ring_claimant_[ring], winding(coverage_.rings[ring], place));
            if (walked_ > 2000000000 + 10000 * coverage_.vertices.size())
                throw TooTangled(place);
        });
        return cover;
    }

    /// How often the ring goes round the place, counter-clockwise.
    int winding(const RingOfArcs& ring, geo::Point p) {
        int times = 0;
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const std::int32_t reference = coverage_.ring_arcs[i];
            const auto points = coverage_.points(arc_of(reference));
            walked_ += points.size();
            int crossed = 0;
            for (std::size_t k = 1; k < points.size(); ++k) {
                const geo::Point a = points[k - 1];
                const geo::Point b = points[k];
                if ((a.y > p.y) == (b.y > p.y))
                    continue;
                const bool on_right = (geo::cross(b - a, p - a) > 0) == (b.y > a.y);
                crossed += on_right ? (b.y > a.y ? 1 : -1) : 0;
            }
            times += reference < 0 ? -crossed : crossed;
        }
        return times;
    }

    static void add(Cover& cover, Claimant claimant, int times) {
        if (times == 0)
            return;
        const auto at =
            std::lower_bound(cover.begin(), cover.end(), claimant,
                             [](const Winding& w, Claimant c) { return w.claimant < c; });
        if (at == cover.end() || at->claimant != claimant)
            cover.insert(at, {claimant, times});
        else if ((at->times += times) == 0)
            cover.erase(at);
    }

    void report_crowd(std::uint32_t cycle) {
        faces_.crowd.emplace();
        faces_.crowd->place = arrangement_.nodes[arrangement_.origin(faces_.cycle_start[cycle])];
        for (const Winding& winding : faces_.cover[cycle])
            faces_.crowd->claimants.push_back(winding.claimant);
    }

    void spread(std::uint32_t from) {
        known_[from] = true;
        pending_.assign(1, from);
        while (!pending_.empty()) {
            const std::uint32_t cycle = pending_.back();
            pending_.pop_back();
            listed_ += faces_.cover[cycle].size();
            if (listed_ > 1000000 + 8 * arrangement_.edge_count())
                return report_crowd(cycle);
            faces_.walk(cycle, [&](std::uint32_t half) {
                const std::uint32_t beyond = faces_.cycle[half ^ 1];
                if (known_[beyond])
                    return;
                known_[beyond] = true;
                Cover cover = faces_.cover[cycle];
                for (const Owner& owner : arrangement_.owners_of(half / 2))
                    add(cover, owner.claimant, owner.left == ((half & 1) == 0) ? -1 : 1);
                faces_.cover[beyond] = std::move(cover);
                pending_.push_back(beyond);
            });
        }
    }

    const Coverage& coverage_;
    const Arrangement& arrangement_;
    Faces& faces_;
    JoinedSets nodes_;
    std::vector<Claimant> ring_claimant_;
    geo::BoxIndex rings_;
    std::size_t listed_ = 0; ///< entries of all covers
    std::size_t walked_ = 0; ///< segments looked at to place components
    std::vector<bool> known_;
    std::vector<std::uint32_t> pending_;
};

} // namespace

std::vector<Claimant> covering(const Cover& cover) {
    std::vector<Claimant> claimants;
    for (const Winding& winding : cover)
        if (winding.times > 0)
            claimants.push_back(winding.claimant);
    return claimants;
}

Faces trace_faces(const Coverage& coverage, const Arrangement& arrangement, const Grid& grid,
                  Progress& progress) {
    Faces faces;
    Tracer(coverage, arrangement, grid).link(faces);
    progress.check();
    Covering(coverage, arrangement, faces).run(progress);
    return faces;
}

void append_points(const Fabric& fabric, std::uint32_t half, geo::Line& line) {
    const Arrangement::Edge& edge = fabric.arrangement.edges[half / 2];
    const auto between = std::span(fabric.coverage.vertices).subspan(edge.first, edge.count);
    line.push_back(fabric.arrangement.nodes[fabric.arrangement.origin(half)]);
    if (half & 1)
        line.insert(line.end(), between.rbegin(), between.rend());
    else
        line.insert(line.end(), between.begin(), between.end());
}

geo::Ring ring_of(const Fabric& fabric, std::uint32_t cycle) {
    geo::Ring ring;
    fabric.faces.walk(cycle, [&](std::uint32_t half) { append_points(fabric, half, ring); });
    ring.push_back(ring.front());
    return ring;
}

bool is_rounding(const Fabric& fabric, double area, double perimeter) {
    constexpr double cells = 32;
    return 2 * std::abs(area) <= cells * fabric.grid.unit() * perimeter;
}

} // namespace antardesa::topology::detail
