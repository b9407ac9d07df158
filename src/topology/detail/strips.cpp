#include "topology/detail/strips.h"

#include "geo/box_index.h"
#include "geo/measure.h"
#include "topology/detail/bent_edges.h"
#include "topology/detail/sets.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace antardesa::topology::detail {

namespace {

/// One face that is a gap or an overlap.
struct Piece {
    std::uint32_t cycle = 0;
    bool overlap = false;
    std::vector<Claimant> claimants;
    geo::Polygon polygon;
    std::vector<std::uint32_t> islands; ///< outer cycles of what lies in it
    geo::Box box;
    double area = 0;
    double perimeter = 0;
    std::uint32_t pair = 0; ///< number of the set of claimants
    bool bent = false;      ///< between lines that were one before they were kept in degrees
};

class StripSearch {
  public:
    StripSearch(const Fabric& fabric, Claimant lines) : fabric_(fabric), lines_(lines) {}

    Strips run(Progress& progress) {
        collect();
        progress.check();
        put_islands_in();
        if (lines_ != nobody)
            look_across_lines();
        settle();
        number_claimants();
        JoinedSets together = join();
        return gather(together);
    }

  private:
    static void insert(std::vector<Claimant>& set, Claimant claimant) {
        const auto at = std::lower_bound(set.begin(), set.end(), claimant);
        if (at == set.end() || *at != claimant)
            set.insert(at, claimant);
    }

    /// Most faces are: one village's land.
    static bool is_plain(const Cover& cover) { return cover.size() == 1 && cover[0].times == 1; }

    void collect() {
        const Faces& faces = fabric_.faces;
        for (std::uint32_t cycle = 0; cycle < faces.cycle_start.size(); ++cycle) {
            if (faces.is_outer[cycle] || is_plain(faces.cover[cycle]))
                continue;
            Piece piece;
            piece.cycle = cycle;
            piece.claimants = covering(faces.cover[cycle]);
            piece.overlap = !piece.claimants.empty();
            if (piece.claimants.size() == 1)
                continue;
            if (!piece.overlap)
                add_bordering(cycle, piece.claimants);
            piece.polygon.outer = ring_of(fabric_, cycle);
            piece.box = geo::bounds(piece.polygon.outer);
            pieces_.push_back(std::move(piece));
        }
    }

    /// Whose land begins beyond the cycle's edges.
    void add_bordering(std::uint32_t cycle, std::vector<Claimant>& claimants) const {
        fabric_.faces.walk(cycle, [&](std::uint32_t half) {
            for (const Owner& owner : fabric_.arrangement.owners_of(half / 2))
                if (owner.left == ((half & 1) != 0) && owner.claimant != lines_)
                    insert(claimants, owner.claimant);
        });
    }

    /// A component that lies in a gap or overlap is no part of it.
    void put_islands_in() {
        std::vector<geo::Box> boxes;
        for (const Piece& piece : pieces_)
            boxes.push_back(piece.box);
        const geo::BoxIndex index(boxes);
        for (const Faces::Component& component : fabric_.faces.components) {
            if (is_plain(fabric_.faces.cover[component.outer_cycle]))
                continue;
            const geo::Point place = fabric_.arrangement.nodes[component.node];
            Piece* around = nullptr;
            index.visit({place, place}, [&](std::uint32_t i) {
                Piece& piece = pieces_[i];
                if (geo::contains(piece.polygon.outer, place) && !passes(piece, component.node) &&
                    (around == nullptr || around->box.contains(piece.box)))
                    around = &piece;
            });
            if (around == nullptr)
                continue;
            around->islands.push_back(component.outer_cycle);
            around->polygon.holes.push_back(ring_of(fabric_, component.outer_cycle));
            if (!around->overlap)
                add_bordering(component.outer_cycle, around->claimants);
        }
    }

    /// Parts of one gap border on what the whole gap borders on.
    void look_across_lines() {
        std::map<std::uint32_t, std::uint32_t> piece_of;
        for (std::uint32_t i = 0; i < pieces_.size(); ++i)
            if (!pieces_[i].overlap)
                piece_of[pieces_[i].cycle] = i;
        JoinedSets whole(pieces_.size());
        for (std::uint32_t e = 0; e < fabric_.arrangement.edge_count(); ++e) {
            const auto owners = fabric_.arrangement.owners_of(e);
            if (owners.empty() || owners[0].claimant != lines_)
                continue;
            const auto one = piece_of.find(fabric_.faces.cycle[2 * e]);
            const auto other = piece_of.find(fabric_.faces.cycle[2 * e + 1]);
            if (one != piece_of.end() && other != piece_of.end())
                whole.join(one->second, other->second);
        }
        std::map<std::uint32_t, std::vector<Claimant>> all;
        for (const auto& [cycle, i] : piece_of)
            for (const Claimant claimant : pieces_[i].claimants)
                insert(all[whole.root(i)], claimant);
        for (const auto& [cycle, i] : piece_of)
            pieces_[i].claimants = all[whole.root(i)];
    }

    bool passes(const Piece& piece, std::uint32_t node) const {
        bool found = false;
        fabric_.faces.walk(piece.cycle, [&](std::uint32_t half) {
            found |= fabric_.arrangement.origin(half) == node;
        });
        return found;
    }

    /// Measures the pieces; leaves out rounding and true holes.
    void settle() {
        for (Piece& piece : pieces_) {
            piece.area = std::abs(geo::signed_area(piece.polygon.outer));
            piece.perimeter = geo::length(piece.polygon.outer);
            for (const geo::Ring& hole : piece.polygon.holes) {
                piece.area -= std::abs(geo::signed_area(hole));
                piece.perimeter += geo::length(hole);
            }
        }
        std::erase_if(pieces_, [&](const Piece& piece) {
            const bool hole = piece.claimants.size() < 2;
            holes_ += hole && !rounded(piece);
            rounding_gap_ += hole && rounded(piece) ? piece.area : 0;
            return hole;
        });
        BentEdges edges(fabric_);
        for (Piece& piece : pieces_)
            piece.bent = !rounded(piece) && edges.were_one_line(piece.polygon, piece.claimants,
                                                                piece.area, piece.perimeter);
    }

    /// Such pieces still join what lies on both sides of them.
    bool rounded(const Piece& piece) const {
        return piece.bent || is_rounding(fabric_, piece.area, piece.perimeter);
    }

    void number_claimants() {
        for (Piece& piece : pieces_) {
            const auto next = static_cast<std::uint32_t>(numbers_.size());
            piece.pair = numbers_.try_emplace(piece.claimants, next).first->second;
        }
    }

    struct Touch {
        std::uint32_t node;
        std::uint32_t pair;
        std::uint32_t piece;
        friend auto operator<=>(const Touch&, const Touch&) = default;
    };

    JoinedSets join() {
        JoinedSets together(pieces_.size());
        for (std::uint32_t i = 0; i < pieces_.size(); ++i)
            fabric_.faces.walk(pieces_[i].cycle, [&](std::uint32_t half) {
                touches_.push_back({fabric_.arrangement.origin(half), pieces_[i].pair, i});
            });
        std::sort(touches_.begin(), touches_.end());
        for (std::size_t i = 1; i < touches_.size(); ++i)
            if (touches_[i].node == touches_[i - 1].node &&
                touches_[i].pair == touches_[i - 1].pair)
                together.join(touches_[i].piece, touches_[i - 1].piece);
        bridge(together);
        return together;
    }

    /// Joins strips of the same two villages over a short stretch of agreed border.
    void bridge(JoinedSets& together) {
        std::vector<geo::Box> extent(pieces_.size());
        for (std::uint32_t i = 0; i < pieces_.size(); ++i)
            extent[together.root(i)].extend(pieces_[i].box);
        const Arrangement& arrangement = fabric_.arrangement;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;
        for (std::uint32_t e = 0; e < arrangement.edge_count(); ++e) {
            const auto owners = arrangement.owners_of(e);
            if (owners.size() != 2 || owners[0].left == owners[1].left)
                continue;
            const auto [low, high] = std::minmax(owners[0].claimant, owners[1].claimant);
            const auto one = piece_at(arrangement.edges[e].start, low, high);
            const auto other = piece_at(arrangement.edges[e].end, low, high);
            if (!one || !other)
                continue;
            geo::Line line;
            append_points(fabric_, 2 * e, line);
            line.push_back(arrangement.nodes[arrangement.edges[e].end]);
            const geo::Box a = extent[together.root(*one)];
            const geo::Box b = extent[together.root(*other)];
            if (geo::length(line) <=
                std::max(geo::distance(a.min, a.max), geo::distance(b.min, b.max)))
                joins.emplace_back(*one, *other);
        }
        for (const auto& [one, other] : joins)
            together.join(one, other);
    }

    std::optional<std::uint32_t> piece_at(std::uint32_t node, Claimant low, Claimant high) const {
        auto touch = std::lower_bound(touches_.begin(), touches_.end(), Touch{node, 0, 0});
        if (touch == touches_.end() || touch->node != node)
            return std::nullopt;
        for (; touch != touches_.end() && touch->node == node; ++touch) {
            const std::vector<Claimant>& set = pieces_[touch->piece].claimants;
            if (set.size() == 2 && set[0] == low && set[1] == high)
                return touch->piece;
        }
        return std::nullopt;
    }

    Strips gather(JoinedSets& together) {
        std::vector<std::uint32_t> order(pieces_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto key = [&](std::uint32_t i) {
            return std::tuple(together.root(i), !pieces_[i].overlap);
        };
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(key(a), -pieces_[a].area, a) <
                   std::tuple(key(b), -pieces_[b].area, b);
        });
        std::vector<Found> found;
        for (auto from = order.begin(); from != order.end();) {
            const auto to = std::find_if(from, order.end(),
                                         [&](std::uint32_t i) { return key(i) != key(*from); });
            Found strip = described(std::span(from, to));
            strip.group = together.root(*from);
            if (!strip.strip.pieces.empty())
                found.push_back(std::move(strip));
            else
                leave_out(strip);
            from = to;
        }
        std::sort(found.begin(), found.end(), [](const Found& one, const Found& other) {
            const Strip& a = one.strip;
            const Strip& b = other.strip;
            return std::tie(a.claimants, a.kind, a.place.x, a.place.y) <
                   std::tie(b.claimants, b.kind, b.place.x, b.place.y);
        });
        return result(std::move(found));
    }

    struct Found {
        Strip strip;
        std::vector<StripFace> faces;
        std::uint32_t group = 0;
    };

    void leave_out(const Found& strip) {
        const bool gap = strip.strip.kind == StripKind::gap;
        const double times = gap ? 1 : static_cast<double>(strip.strip.claimants.size() - 1);
        for (const StripFace& face : strip.faces)
            (gap ? rounding_gap_ : rounding_overlap_) += face.area * times;
    }

    /// Of one strip, its largest piece first. Rounding is part of its land but no piece to show.
    Found described(std::span<const std::uint32_t> pieces) {
        const Piece& largest = pieces_[pieces.front()];
        Found found;
        found.strip.kind = largest.overlap ? StripKind::overlap : StripKind::gap;
        found.strip.claimants = largest.claimants;
        found.strip.place = place_inside(largest.polygon);
        for (const std::uint32_t i : pieces) {
            Piece& piece = pieces_[i];
            found.faces.push_back({piece.cycle, std::move(piece.islands), piece.area});
            if (rounded(piece))
                continue;
            found.strip.area += piece.area;
            found.strip.perimeter += piece.perimeter;
            found.strip.pieces.push_back(std::move(piece.polygon));
        }
        return found;
    }

    Strips result(std::vector<Found> found) const {
        Strips result;
        result.holes = holes_;
        result.rounding_overlap = rounding_overlap_;
        result.rounding_gap = rounding_gap_;
        result.is_strip.assign(fabric_.faces.cycle_start.size(), false);
        for (const Piece& piece : pieces_)
            result.is_strip[piece.cycle] = true;
        for (Found& one : found) {
            result.strips.push_back(std::move(one.strip));
            result.faces.push_back(std::move(one.faces));
            result.groups.push_back(one.group);
        }
        return result;
    }

    const Fabric& fabric_;
    Claimant lines_;
    std::vector<Piece> pieces_;
    std::map<std::vector<Claimant>, std::uint32_t> numbers_;
    std::vector<Touch> touches_;
    int holes_ = 0;
    double rounding_overlap_ = 0;
    double rounding_gap_ = 0;
};

void cross_level(const geo::Ring& ring, double y, std::vector<double>& crossings) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const geo::Point a = ring[i - 1];
        const geo::Point b = ring[i];
        if ((a.y > y) != (b.y > y))
            crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
}

/// The middle of the widest stretch at a level.
struct Span {
    geo::Point middle;
    double width = 0;
};
Span widest_at(const geo::Polygon& polygon, double y) {
    std::vector<double> crossings;
    cross_level(polygon.outer, y, crossings);
    for (const geo::Ring& hole : polygon.holes)
        cross_level(hole, y, crossings);
    std::sort(crossings.begin(), crossings.end());
    Span best;
    for (std::size_t i = 1; i < crossings.size(); i += 2)
        if (crossings[i] - crossings[i - 1] > best.width)
            best = {{(crossings[i] + crossings[i - 1]) / 2, y}, crossings[i] - crossings[i - 1]};
    return best;
}

/// Half-way between vertices that follow each other upwards, where they are farthest apart.
std::vector<double> levels_between_vertices(const geo::Ring& ring) {
    std::vector<double> heights;
    for (const geo::Point p : ring)
        heights.push_back(p.y);
    std::sort(heights.begin(), heights.end());
    std::vector<std::pair<double, double>> steps; // height, level
    for (std::size_t i = 1; i < heights.size(); ++i)
        steps.push_back({heights[i] - heights[i - 1], (heights[i] + heights[i - 1]) / 2});
    std::sort(steps.begin(), steps.end(), std::greater<>());
    constexpr std::size_t most = 64;
    std::vector<double> levels;
    for (std::size_t i = 0; i < std::min(most, steps.size()); ++i)
        levels.push_back(steps[i].second);
    return levels;
}

} // namespace

geo::Point place_inside(const geo::Polygon& polygon) {
    const geo::Box box = geo::bounds(polygon.outer);
    const auto is_inside = [&polygon](const Span& stretch) {
        return stretch.width > 0 && geo::contains(geo::MultiPolygon{polygon}, stretch.middle);
    };
    const Span middle = widest_at(polygon, box.centre().y);
    if (is_inside(middle))
        return middle.middle;
    // Nothing but a tip without width lies half-way up.
    Span best{box.centre(), 0};
    for (const double level : levels_between_vertices(polygon.outer))
        if (const Span stretch = widest_at(polygon, level);
            stretch.width > best.width && is_inside(stretch))
            best = stretch;
    return best.middle;
}

Strips find_strips(const Fabric& fabric, Progress& progress, Claimant lines) {
    return StripSearch(fabric, lines).run(progress);
}

} // namespace antardesa::topology::detail
