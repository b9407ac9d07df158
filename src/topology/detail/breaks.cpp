#include "topology/detail/breaks.h"

namespace antardesa::topology::detail {

namespace {

/// One ring passing through a vertex.
struct Passing {
    Position before; ///< segment that arrives
    Position after;  ///< segment that leaves, and the vertex itself
};

class BreakSearch {
  public:
    BreakSearch(FlatRings& flat, std::span<const Position> twins) : flat_(flat), twins_(twins) {}

    NodeTable run(Progress& progress) {
        find_open(progress);
        NodeTable table(open_.size());
        for (const Passing& passing : open_)
            look(table.at(flat_, passing.after), passing);
        progress.check();
        // Plain vertices seldom coincide with one of the table, but overlapping neighbours do
        // such things. A place may turn into a node late: marks are set after all were seen.
        std::vector<Passing> coincident;
        for_each_passing([&](const Passing& passing) {
            if (!is_first_side(passing))
                return;
            if (NodeTable::Slot* slot = table.find(flat_, passing.after)) {
                look(*slot, passing);
                coincident.push_back(passing);
            }
        });
        progress.check();
        for (const Passing& passing : open_)
            if (table.find(flat_, passing.after)->is_node)
                flat_.marks[passing.after] |= FlatRings::arc_break;
        for (const Passing& passing : coincident)
            if (table.find(flat_, passing.after)->is_node) {
                flat_.marks[passing.after] |= FlatRings::arc_break;
                flat_.marks[twins_[passing.before]] |= FlatRings::arc_break;
            }
        return table;
    }

  private:
    template<class Visit>
    void for_each_passing(Visit visit) const {
        for (const FlatRings::Ring& ring : flat_.rings) {
            Position before = ring.first + ring.count - 1;
            for (Position p = ring.first; p < ring.first + ring.count; ++p) {
                visit(Passing{before, p});
                before = p;
            }
        }
    }

    void find_open(Progress& progress) {
        progress.check();
        for_each_passing([&](const Passing& passing) {
            if (is_plain(passing))
                return;
            flat_.marks[passing.after] |= FlatRings::open;
            open_.push_back(passing);
        });
    }

    /// A plain passing is met from two sides; the one that comes first is enough.
    bool is_first_side(const Passing& passing) const {
        return !(flat_.marks[passing.after] & FlatRings::open) &&
               twins_[passing.after] > passing.after;
    }

    /// The neighbour on the other side passes through here as well, with the same segments.
    bool is_plain(const Passing& passing) const {
        const Position arriving = twins_[passing.before];
        const Position leaving = twins_[passing.after];
        if (arriving == no_position || leaving == no_position || is_spike(passing))
            return false;
        // Cheap form of leaving == previous(arriving), which needs a search at ring starts.
        return leaving + 1 == arriving || (flat_.marks[arriving] & FlatRings::ring_start &&
                                           leaving == flat_.previous(arriving));
    }

    bool is_spike(const Passing& passing) const {
        return flat_.points[passing.before] == flat_.points[passing.after + 1];
    }

    bool changes_pair(const Passing& passing) const {
        const Position arriving = twins_[passing.before];
        const Position leaving = twins_[passing.after];
        if (arriving == no_position && leaving == no_position)
            return false;
        return arriving == no_position || leaving == no_position ||
               leaving != flat_.previous(arriving);
    }

    bool same_neighbours(const Passing& one, const Passing& other) const {
        const geo::Point one_before = flat_.points[one.before];
        const geo::Point one_after = flat_.points[one.after + 1];
        const geo::Point other_before = flat_.points[other.before];
        const geo::Point other_after = flat_.points[other.after + 1];
        return (one_before == other_before && one_after == other_after) ||
               (one_before == other_after && one_after == other_before);
    }

    void look(NodeTable::Slot& slot, const Passing& passing) const {
        if (slot.is_node)
            return;
        const Passing known{flat_.previous(slot.position), slot.position};
        slot.is_node =
            is_spike(passing) || changes_pair(passing) || !same_neighbours(known, passing);
    }

    FlatRings& flat_;
    std::span<const Position> twins_;
    std::vector<Passing> open_; ///< all that are not plain
};

} // namespace

NodeTable::NodeTable(std::size_t count)
    : slots_(slots_for(count)), seen_(std::max<std::size_t>(slots_.size() * 4 / 64, 1), 0),
      shift_(64 - static_cast<int>(std::countr_zero(slots_.size()))), seen_shift_(shift_ - 2) {
}

std::size_t NodeTable::slot_of(const FlatRings& flat, Position p) const {
    const geo::Point point = flat.points[p];
    std::size_t at = hash_of(point) >> shift_;
    while (slots_[at].position != no_position && flat.points[slots_[at].position] != point)
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

NodeTable::Slot& NodeTable::at(const FlatRings& flat, Position p) {
    Slot& slot = slots_[slot_of(flat, p)];
    if (slot.position == no_position) {
        slot.position = p;
        const std::uint64_t bit = hash_of(flat.points[p]) >> seen_shift_;
        seen_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    return slot;
}

NodeTable::Slot* NodeTable::find(const FlatRings& flat, Position p) {
    const std::uint64_t bit = hash_of(flat.points[p]) >> seen_shift_;
    if (!(seen_[bit / 64] >> (bit % 64) & 1))
        return nullptr;
    Slot& slot = slots_[slot_of(flat, p)];
    return slot.position == no_position ? nullptr : &slot;
}

NodeTable mark_breaks(FlatRings& flat, std::span<const Position> twins, Progress& progress) {
    return BreakSearch(flat, twins).run(progress);
}

} // namespace antardesa::topology::detail
