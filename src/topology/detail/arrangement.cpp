#include "topology/detail/arrangement.h"

#include <algorithm>
#include <unordered_map>

namespace antardesa::topology::detail {

namespace {

/// A part of an arc between two of its cuts, as an edge before equal ones are merged.
struct Piece {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t edge = 0;
    bool turned = false; ///< the edge runs the other way
};

class Arranger {
  public:
    Arranger(const Coverage& coverage, const Grid& grid, std::span<const Cut> cuts)
        : coverage_(coverage), grid_(grid), cuts_(cuts) {}

    Arrangement run(Progress& progress) {
        node_of_cell_.reserve(coverage_.nodes.size() + cuts_.size());
        piece_starts_.reserve(coverage_.arcs.size() + 1);
        for (const Arc& arc : coverage_.arcs) {
            piece_starts_.push_back(static_cast<std::uint32_t>(pieces_.size()));
            cut_up(arc);
        }
        piece_starts_.push_back(static_cast<std::uint32_t>(pieces_.size()));
        progress.check();
        make_edges();
        add_owners();
        pass_rings();
        return std::move(result_);
    }

  private:
    std::uint32_t node_at(Cell cell, geo::Point place) {
        const auto next = static_cast<std::uint32_t>(result_.nodes.size());
        const auto [found, is_new] = node_of_cell_.try_emplace(cell, next);
        if (is_new) {
            result_.cells.push_back(cell);
            result_.nodes.push_back(place);
        }
        return found->second;
    }

    std::uint32_t node_at_vertex(std::uint32_t vertex) {
        const geo::Point place = coverage_.vertices[vertex];
        return node_at(grid_.of(place), place);
    }

    void cut_up(const Arc& arc) {
        const std::uint32_t last = arc.first + arc.count - 1;
        std::uint32_t node = node_at_vertex(arc.first);
        std::uint32_t from = arc.first + 1;
        for (; next_cut_ < cuts_.size() && cuts_[next_cut_].segment < last; ++next_cut_) {
            const Cut& cut = cuts_[next_cut_];
            const bool at_vertex = cut.along == 0;
            const std::uint32_t here =
                at_vertex ? node_at_vertex(cut.segment) : node_at(cut.at, cut.place);
            const std::uint32_t to = at_vertex ? cut.segment : cut.segment + 1;
            add(node, here, from, std::max(from, to));
            node = here;
            from = cut.segment + 1;
        }
        add(node, node_at_vertex(last), from, last);
    }

    /// Vertices that share a cell with the node beside them say nothing.
    void add(std::uint32_t start, std::uint32_t end, std::uint32_t from, std::uint32_t to) {
        const auto in_cell = [&](std::uint32_t vertex, std::uint32_t node) {
            return grid_.of(coverage_.vertices[vertex]) == result_.cells[node];
        };
        while (from < to && in_cell(from, start))
            ++from;
        while (from < to && in_cell(to - 1, end))
            --to;
        if (start == end && to - from == 1) {
            // Two lines that meet again in the cell beside their corner: there and back.
            const std::uint32_t corner = node_at_vertex(from);
            pieces_.push_back({start, corner, from, 0, 0, false});
            pieces_.push_back({corner, end, to, 0, 0, false});
        } else if (start != end || from < to) {
            pieces_.push_back({start, end, from, to - from, 0, false});
        }
    }

    void make_edges() {
        std::unordered_map<std::uint64_t, std::uint32_t> straight;
        for (Piece& piece : pieces_) {
            const auto next = static_cast<std::uint32_t>(result_.edges.size());
            piece.edge = next;
            if (piece.count == 0) {
                const auto [low, high] = std::minmax(piece.start, piece.end);
                const std::uint64_t key = static_cast<std::uint64_t>(low) << 32 | high;
                piece.edge = straight.try_emplace(key, next).first->second;
            }
            if (piece.edge == next)
                result_.edges.push_back({piece.start, piece.end, piece.first, piece.count, 0});
            else
                piece.turned = result_.edges[piece.edge].start != piece.start;
        }
    }

    template<class Visit>
    void for_each_piece(const RingOfArcs& ring, Visit visit) const {
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const std::int32_t reference = coverage_.ring_arcs[i];
            const auto arc = static_cast<std::uint32_t>(reference < 0 ? ~reference : reference);
            const std::uint32_t from = piece_starts_[arc];
            const std::uint32_t to = piece_starts_[arc + 1];
            for (std::uint32_t k = 0; k < to - from; ++k)
                visit(pieces_[reference < 0 ? to - 1 - k : from + k], reference < 0);
        }
    }

    template<class Visit>
    void for_each_ring(Visit visit) const {
        for (Claimant c = 0; c < coverage_.claimant_count(); ++c)
            for (std::uint32_t r = coverage_.claimant_rings[c]; r < coverage_.claimant_rings[c + 1];
                 ++r)
                visit(coverage_.rings[r], r, c);
    }

    void add_owners() {
        std::vector<std::uint32_t> next(result_.edges.size() + 1, 0);
        for_each_ring([&](const RingOfArcs& ring, std::uint32_t, Claimant) {
            for_each_piece(ring, [&](const Piece& piece, bool) { ++next[piece.edge + 1]; });
        });
        result_.edges.push_back({});
        for (std::size_t e = 0; e < result_.edges.size(); ++e) {
            next[e] += e > 0 ? next[e - 1] : 0;
            result_.edges[e].owners = next[e];
        }
        result_.owners.resize(next.back());
        for_each_ring([&](const RingOfArcs& ring, std::uint32_t r, Claimant c) {
            for_each_piece(ring, [&](const Piece& piece, bool backwards) {
                // A ring has its claimant on the left, whichever way it runs.
                result_.owners[next[piece.edge]++] = {r, c, piece.turned == backwards};
            });
        });
    }

    void pass_rings() {
        for_each_ring([&](const RingOfArcs& ring, std::uint32_t, Claimant) {
            result_.ring_starts.push_back(static_cast<std::uint32_t>(result_.ring_nodes.size()));
            for_each_piece(ring, [&](const Piece& piece, bool backwards) {
                result_.ring_nodes.push_back(backwards ? piece.end : piece.start);
            });
        });
        result_.ring_starts.push_back(static_cast<std::uint32_t>(result_.ring_nodes.size()));
    }

    const Coverage& coverage_;
    const Grid& grid_;
    std::span<const Cut> cuts_;
    std::size_t next_cut_ = 0;
    std::unordered_map<Cell, std::uint32_t, CellHash> node_of_cell_;
    std::vector<Piece> pieces_;
    std::vector<std::uint32_t> piece_starts_; ///< of each arc
    Arrangement result_;
};

} // namespace

Arrangement arrange(const Coverage& coverage, const Grid& grid, std::span<const Cut> cuts,
                    Progress& progress) {
    return Arranger(coverage, grid, cuts).run(progress);
}

} // namespace antardesa::topology::detail
