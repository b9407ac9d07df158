#include "topology/detail/snap_round.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/edge_sag.h"
#include "topology/detail/flat_rings.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace antardesa::topology::detail {

namespace {

struct PointHash {
    std::size_t operator()(geo::Point p) const { return hash_of(p); }
};
struct EdgeHash {
    std::size_t operator()(const std::pair<geo::Point, geo::Point>& e) const {
        return hash_of(e.first) * 31 + hash_of(e.second);
    }
};
using Edge = std::pair<geo::Point, geo::Point>;

/// Metres; farther than what `find_flaws` leaves out as rounding, and nothing on the ground.
constexpr double on_the_edge_m = 1e-5;
constexpr double hair_cells = 64; ///< a place so near is one

geo::Box box_of(geo::Point a, geo::Point b) {
    geo::Box box;
    box.extend(a);
    box.extend(b);
    return box;
}

geo::Box box_of(const Coverage& coverage) {
    geo::Box box;
    for (const Arc& arc : coverage.arcs)
        box.extend(arc.box);
    return box;
}

class Snapper {
  public:
    explicit Snapper(const SnapRound& round)
        : round_(round), places_(round.places),
          grid_(box_of(round.coverage), are_degrees(round.metric)) {
        for (const auto& [a, b] : round.pairs)
            for (const Claimant claimant : {a, b})
                taking_part_.insert(claimant);
    }

    std::vector<std::pair<Claimant, geo::MultiPolygon>> run(Progress& progress) {
        collect();
        progress.check();
        meet_vertices();
        progress.check();
        join_edges();
        meet_edges();
        return outlines(progress);
    }

  private:
    struct Vertex {
        geo::Point place;
        Claimant claimant;
    };
    struct OpenEdge {
        geo::Point from;
        geo::Point to;
        Claimant claimant;
    };

    void collect() {
        for (const Arc& arc : round_.coverage.arcs) {
            const auto points = round_.coverage.points(arc);
            if (round_.barred.count(arc.left) || round_.barred.count(arc.right))
                locked_.insert(points.begin(), points.end());
            if (arc.right != nobody) {
                if (round_.is_final && round_.is_final(arc.left, arc.right))
                    locked_.insert(points.begin(), points.end());
                continue;
            }
            if (!taking_part_.count(arc.left))
                continue;
            for (std::size_t i = 0; i < points.size(); ++i) {
                vertices_.push_back({points[i], arc.left});
                if (is_in_place(points[i]))
                    movable_.push_back(vertices_.back());
                if (i > 0)
                    edges_.push_back({points[i - 1], points[i], arc.left});
            }
        }
        for (const Vertex& vertex : vertices_)
            owners_[vertex.place].insert(vertex.claimant);
    }

    double distance(geo::Point a, geo::Point b) const {
        return std::hypot((a.x - b.x) * round_.metric.x, (a.y - b.y) * round_.metric.y);
    }

    bool are_paired(Claimant a, Claimant b) const {
        return a != b && round_.pairs.count(std::minmax(a, b)) > 0;
    }

    geo::Box around(geo::Point place) const {
        const double x = round_.tolerance / round_.metric.x;
        const double y = round_.tolerance / round_.metric.y;
        return {{place.x - x, place.y - y}, {place.x + x, place.y + y}};
    }

    /// Nearest first; nothing moves farther than the tolerance, so none creeps along a dense
    /// border.
    void meet_vertices() {
        std::vector<geo::Box> boxes;
        for (const Vertex& vertex : movable_)
            boxes.push_back({vertex.place, vertex.place});
        const geo::BoxIndex index(boxes);
        struct Meeting {
            double distance;
            geo::Point one;
            geo::Point other;
        };
        std::vector<Meeting> meetings;
        for (const Vertex& one : movable_)
            index.visit(around(one.place), [&](std::uint32_t i) {
                const Vertex& other = movable_[i];
                const double apart = distance(one.place, other.place);
                if (apart > 0 && apart < round_.tolerance && one.claimant < other.claimant &&
                    are_paired(one.claimant, other.claimant))
                    meetings.push_back({apart, one.place, other.place});
            });
        std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
            return std::tie(a.distance, a.one.x, a.one.y, a.other.x, a.other.y) <
                   std::tie(b.distance, b.one.x, b.one.y, b.other.x, b.other.y);
        });
        for (const Meeting& meeting : meetings)
            bring_together(meeting.one, meeting.other);
    }

    /// Places that become one, and the place that they become.
    struct Cluster {
        geo::Point at;
        std::vector<geo::Point> members;
    };

    void bring_together(geo::Point one, geo::Point other) {
        const Cluster a = cluster_of(one);
        const Cluster b = cluster_of(other);
        if (a.at == b.at)
            return;
        const bool a_stays = stays(a.at);
        if (a_stays && stays(b.at))
            return;
        const bool to_a = a_stays || (!stays(b.at) && owners_[a.at].size() >= owners_[b.at].size());
        const Cluster& kept = to_a ? a : b;
        const Cluster& given = to_a ? b : a;
        for (const geo::Point member : given.members)
            if (distance(member, kept.at) >= round_.tolerance)
                return;
        Cluster& joined = clusters_[kept.at] = kept;
        for (const geo::Point member : given.members) {
            moved_[member] = kept.at;
            joined.members.push_back(member);
        }
        clusters_.erase(given.at);
    }

    Cluster cluster_of(geo::Point p) const {
        const auto found = clusters_.find(placed(p));
        return found == clusters_.end() ? Cluster{p, {p}} : found->second;
    }

    bool stays(geo::Point p) const { return locked_.count(p) > 0; }

    bool is_in_place(geo::Point p) const {
        bool found = false;
        places_.visit({p, p}, [&](std::uint32_t) { found = true; });
        return found;
    }

    geo::Point placed(geo::Point p) const {
        const auto found = moved_.find(p);
        return found == moved_.end() ? p : found->second;
    }

    /// A vertex that stands on an edge of the other, or stood on it before both were kept in
    /// degrees, becomes a vertex of it: borders that lie on each other are one from now on.
    void join_edges() {
        std::vector<geo::Box> boxes;
        for (const OpenEdge& edge : edges_)
            boxes.push_back(box_of(edge.from, edge.to)
                                .grown(EdgeSag::most(grid_, geo::distance(edge.from, edge.to))));
        const geo::BoxIndex index(boxes);
        for (const Vertex& vertex : movable_)
            index.visit(around(vertex.place), [&](std::uint32_t i) {
                const OpenEdge& edge = edges_[i];
                if (are_paired(vertex.claimant, edge.claimant) &&
                    placed(vertex.place) == vertex.place)
                    put_in(edge, vertex.place, reach_on(edge, vertex.place));
            });
    }

    double reach_on(const OpenEdge& edge, geo::Point place) const {
        const EdgeSag sag(grid_, edge.from, edge.to);
        return grid_.degrees() && sag.may_pass(place, hair_cells * grid_.unit())
                   ? std::numeric_limits<double>::infinity()
                   : on_the_edge_m;
    }

    /// A vertex beside an edge of the other becomes a vertex of it, where the edge begins or ends
    /// at a meeting.
    void meet_edges() {
        std::erase_if(edges_, [this](const OpenEdge& edge) {
            return !clusters_.count(placed(edge.from)) && !clusters_.count(placed(edge.to));
        });
        std::vector<geo::Box> boxes;
        for (const OpenEdge& edge : edges_)
            boxes.push_back(box_of(placed(edge.from), placed(edge.to)));
        const geo::BoxIndex index(boxes);
        for (const Vertex& vertex : vertices_) {
            const geo::Point place = placed(vertex.place);
            index.visit(around(place), [&](std::uint32_t i) {
                const OpenEdge& edge = edges_[i];
                if (are_paired(vertex.claimant, edge.claimant))
                    put_in(edge, place, round_.tolerance);
            });
        }
    }

    void put_in(const OpenEdge& edge, geo::Point place, double reach) {
        const geo::Point a = scaled(placed(edge.from));
        const geo::Point b = scaled(placed(edge.to));
        const geo::Point p = scaled(place);
        const geo::Point nearest = geo::nearest_on_segment(a, b, p);
        if (nearest == a || nearest == b || geo::distance(nearest, p) >= reach)
            return;
        inserted_[{edge.from, edge.to}].insert({geo::distance(a, nearest), place.x, place.y});
    }

    geo::Point scaled(geo::Point p) const { return {p.x * round_.metric.x, p.y * round_.metric.y}; }

    std::vector<std::pair<Claimant, geo::MultiPolygon>> outlines(Progress& progress) const {
        std::vector<std::pair<Claimant, geo::MultiPolygon>> changed;
        for (Claimant claimant = 0; claimant < round_.claimants.size(); ++claimant) {
            progress.check();
            geo::MultiPolygon outline;
            for (const geo::Polygon& polygon : *round_.claimants[claimant]) {
                outline.push_back({snapped(polygon.outer, claimant), {}});
                for (const geo::Ring& hole : polygon.holes)
                    outline.back().holes.push_back(snapped(hole, claimant));
            }
            if (outline != *round_.claimants[claimant])
                changed.emplace_back(claimant, std::move(outline));
        }
        return changed;
    }

    /// Rings without a vertex that moves come back bit for bit.
    geo::Ring snapped(const geo::Ring& ring, Claimant claimant) const {
        const bool takes_part = taking_part_.count(claimant) > 0;
        geo::Ring result;
        bool touched = false;
        const auto add = [&](geo::Point p) {
            if (touched && !result.empty() && result.back() == p)
                return;
            result.push_back(p);
        };
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geo::Point here = placed(ring[i]);
            touched |= here != ring[i];
            if (i > 0 && takes_part)
                touched |= add_between(ring[i - 1], ring[i], add);
            add(here);
        }
        return touched ? without_spikes(std::move(result)) : ring;
    }

    template<class Add>
    bool add_between(geo::Point from, geo::Point to, const Add& add) const {
        const auto forward = inserted_.find({from, to});
        if (forward != inserted_.end()) {
            for (const auto& [along, x, y] : forward->second)
                add({x, y});
            return true;
        }
        const auto backward = inserted_.find({to, from});
        if (backward == inserted_.end())
            return false;
        for (auto at = backward->second.rbegin(); at != backward->second.rend(); ++at)
            add({std::get<1>(*at), std::get<2>(*at)});
        return true;
    }

    static geo::Ring without_spikes(geo::Ring ring) {
        if (ring.size() > 1 && ring.front() == ring.back())
            ring.pop_back();
        for (bool again = true; again && ring.size() > 3;) {
            again = false;
            for (std::size_t i = 0; i < ring.size() && ring.size() > 3; ++i) {
                const geo::Point before = ring[(i + ring.size() - 1) % ring.size()];
                const geo::Point after = ring[(i + 1) % ring.size()];
                if (ring[i] != after && before != after)
                    continue;
                ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
                again = true;
            }
        }
        ring.push_back(ring.front());
        return ring;
    }

    const SnapRound& round_;
    geo::BoxIndex places_;
    Grid grid_;
    std::set<Claimant> taking_part_;
    std::vector<Vertex> vertices_;
    std::vector<Vertex> movable_;
    std::vector<OpenEdge> edges_;
    std::unordered_set<geo::Point, PointHash> locked_;
    std::unordered_map<geo::Point, std::set<Claimant>, PointHash> owners_;
    std::unordered_map<geo::Point, geo::Point, PointHash> moved_;
    std::unordered_map<geo::Point, Cluster, PointHash> clusters_; ///< by the place kept
    std::unordered_map<Edge, std::set<std::tuple<double, double, double>>, EdgeHash> inserted_;
};

} // namespace

std::vector<std::pair<Claimant, geo::MultiPolygon>> SnapRound::run(Progress& progress) const {
    return Snapper(*this).run(progress);
}

} // namespace antardesa::topology::detail
