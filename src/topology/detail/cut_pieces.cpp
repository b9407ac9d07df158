#include "topology/detail/cut_pieces.h"

#include "geo/measure.h"
#include "topology/detail/sets.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace antardesa::topology::detail {

namespace {

class PieceSearch {
  public:
    PieceSearch(const RepairBench& bench, std::span<const Claimant> owner_of)
        : bench_(bench), owner_of_(owner_of), before_(0), after_(0) {}

    std::vector<CutPiece> run() {
        find_losers();
        if (losers_.empty())
            return {};
        list_places();
        join_across_lines();
        return told();
    }

  private:
    /// A village's share in a face. What it was given counts as its own from the start: it must not
    /// be left behind alone either.
    struct Place {
        Claimant village = nobody;
        std::uint32_t cycle = 0;
    };

    void find_losers() {
        for (std::size_t cycle = 0; cycle < owner_of_.size(); ++cycle)
            if (owner_of_[cycle] != nobody)
                for (const Winding& winding : bench_.faces.cover[cycle])
                    if (winding.times > 0 && winding.claimant != owner_of_[cycle])
                        losers_.insert(winding.claimant);
    }

    void list_places() {
        for (std::uint32_t cycle = 0; cycle < owner_of_.size(); ++cycle)
            visit(cycle, [&](Claimant village) {
                if (losers_.count(village) &&
                    place_at_
                        .try_emplace(key(village, cycle),
                                     static_cast<std::uint32_t>(places_.size()))
                        .second)
                    places_.push_back({village, cycle});
            });
        before_ = JoinedSets(places_.size());
        after_ = JoinedSets(places_.size());
    }

    /// Who claimed the face, and whose it is now.
    template<class Visit>
    void visit(std::uint32_t cycle, Visit visit) const {
        for (const Winding& winding : bench_.faces.cover[cycle])
            if (winding.times > 0)
                visit(winding.claimant);
        if (owner_of_[cycle] != nobody)
            visit(owner_of_[cycle]);
    }

    static std::uint64_t key(Claimant village, std::uint32_t cycle) {
        return static_cast<std::uint64_t>(village) << 32 | cycle;
    }

    bool stays(Claimant village, std::uint32_t cycle) const {
        return owner_of_[cycle] == nobody || owner_of_[cycle] == village;
    }

    void join_across_lines() {
        for (std::uint32_t e = 0; e < bench_.arrangement.edge_count(); ++e) {
            const std::uint32_t left = bench_.faces.cycle[2 * e];
            const std::uint32_t right = bench_.faces.cycle[2 * e + 1];
            visit(left, [&](Claimant village) {
                const auto here = place_at_.find(key(village, left));
                const auto there = place_at_.find(key(village, right));
                if (here == place_at_.end() || there == place_at_.end())
                    return;
                before_.join(here->second, there->second);
                if (stays(village, left) && stays(village, right))
                    after_.join(here->second, there->second);
            });
        }
    }

    /// The walk around an island is no face of its own: what lies around it goes on elsewhere.
    double area_of(std::uint32_t cycle) const {
        return bench_.faces.is_outer[cycle]
                   ? std::numeric_limits<double>::infinity()
                   : geo::area(geo::MultiPolygon{{ring_of(bench_.fabric(), cycle), {}}});
    }

    std::vector<CutPiece> told() {
        using Pieces = std::map<std::uint32_t, CutPiece>; // by root after
        std::map<std::uint32_t, Pieces> all;              // by root before
        for (std::uint32_t i = 0; i < places_.size(); ++i)
            if (const auto [village, cycle] = places_[i]; stays(village, cycle)) {
                CutPiece& piece = all[before_.root(i)][after_.root(i)];
                piece.village = village;
                piece.cycles.push_back(cycle);
            }
        std::vector<CutPiece> cut;
        for (auto& [before, pieces] : all) {
            if (pieces.size() < 2)
                continue;
            const std::size_t first = cut.size();
            for (auto& [after, piece] : pieces) {
                for (const std::uint32_t cycle : piece.cycles)
                    piece.area += area_of(cycle);
                cut.push_back(std::move(piece));
            }
            const auto begin = cut.begin() + static_cast<std::ptrdiff_t>(first);
            cut.erase(std::max_element(begin, cut.end(), [](const auto& one, const auto& other) {
                return one.area < other.area;
            }));
        }
        for (CutPiece& piece : cut)
            look_around(piece);
        std::stable_sort(cut.begin(), cut.end(), [](const auto& one, const auto& other) {
            return one.village < other.village;
        });
        return cut;
    }

    void look_around(CutPiece& piece) const {
        const std::set<std::uint32_t> own(piece.cycles.begin(), piece.cycles.end());
        std::map<Claimant, double> borders;
        std::set<std::uint32_t> beside;
        geo::Box box;
        for (const std::uint32_t cycle : own)
            bench_.faces.walk(cycle, [&](std::uint32_t half) {
                const geo::Line line = bench_.points_of(half);
                for (const geo::Point p : line)
                    box.extend(p);
                const std::uint32_t beyond = bench_.faces.cycle[half ^ 1];
                if (own.count(beyond))
                    return;
                piece.perimeter += geo::length(line);
                if (place_at_.count(key(piece.village, beyond)))
                    beside.insert(beyond);
                if (const Claimant owner = owner_after(beyond); owner != nobody)
                    borders[owner] += geo::length(line);
            });
        piece.beside.assign(beside.begin(), beside.end());
        const auto longest =
            std::max_element(borders.begin(), borders.end(), [](const auto& one, const auto& two) {
                return one.second < two.second;
            });
        if (longest != borders.end() && !bench_.barred[longest->first])
            piece.neighbour = longest->first;
        piece.is_plain = !bench_.barred[piece.village] && !has_island(box) &&
                         std::all_of(own.begin(), own.end(), [&](std::uint32_t cycle) {
                             return owner_after(cycle) == piece.village;
                         });
    }

    Claimant owner_after(std::uint32_t cycle) const {
        if (owner_of_[cycle] != nobody)
            return owner_of_[cycle];
        const auto cover = covering(bench_.faces.cover[cycle]);
        return cover.size() == 1 ? cover.front() : nobody;
    }

    /// Something that hangs together with nothing around it may lie in the piece.
    bool has_island(const geo::Box& box) const {
        return std::any_of(bench_.faces.components.begin(), bench_.faces.components.end(),
                           [&](const Faces::Component& component) {
                               return box.contains(bench_.arrangement.nodes[component.node]) &&
                                      !bench_.faces.cover[component.outer_cycle].empty();
                           });
    }

    const RepairBench& bench_;
    std::span<const Claimant> owner_of_;
    std::set<Claimant> losers_; ///< who claimed what went to somebody else
    std::vector<Place> places_;
    std::unordered_map<std::uint64_t, std::uint32_t> place_at_;
    JoinedSets before_;
    JoinedSets after_;
};

} // namespace

std::vector<CutPiece> cut_pieces(const RepairBench& bench, std::span<const Claimant> owner_of) {
    return PieceSearch(bench, owner_of).run();
}

} // namespace antardesa::topology::detail
