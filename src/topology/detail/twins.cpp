#include "topology/detail/twins.h"

#include <deque>
#include <unordered_map>

namespace antardesa::topology::detail {

namespace {

/// Segments by the unordered pair of their end points. Those that walk the same way between the
/// same points share a slot, so that thousands of them cost no more than one each.
class SegmentTable {
  public:
    explicit SegmentTable(std::size_t count)
        : slots_(slots_for(count), Slot{no_position, 0}),
          shift_(64 - static_cast<int>(std::countr_zero(slots_.size()))) {}

    /// The earliest stored segment that walks `p` the other way and `is_free`; otherwise stores
    /// `p`. `same(p, q)` and `opposite(p, q)` compare both ends.
    template<class Same, class Opposite, class Free>
    Position find_or_add(Position p, std::uint64_t hash, Same same, Opposite opposite,
                         Free is_free) {
        const auto tag = static_cast<std::uint32_t>(hash);
        Slot* own = nullptr;
        for (std::size_t at = hash >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
            Slot& slot = slots_[at];
            if (slot.segment == no_position) {
                if (own == nullptr)
                    slot = {p, tag};
                else
                    put_behind(*own, p, is_free);
                return no_position;
            }
            if (slot.tag != tag)
                continue;
            if (opposite(p, slot.segment)) {
                if (make_first_free(slot, is_free))
                    return slot.segment;
            } else if (own == nullptr && same(p, slot.segment)) {
                own = &slot;
            }
        }
    }

  private:
    struct Slot {
        Position segment;
        std::uint32_t tag;
    };

    /// False when all of the slot are taken.
    template<class Free>
    bool make_first_free(Slot& slot, Free is_free) {
        if (is_free(slot.segment))
            return true;
        const auto behind = behind_.find(&slot);
        if (behind == behind_.end())
            return false;
        std::deque<Position>& queue = behind->second;
        while (!queue.empty()) {
            slot.segment = queue.front();
            queue.pop_front();
            if (is_free(slot.segment))
                return true;
        }
        return false;
    }

    template<class Free>
    void put_behind(Slot& slot, Position p, Free is_free) {
        if (make_first_free(slot, is_free))
            behind_[&slot].push_back(p);
        else
            slot.segment = p;
    }

    std::vector<Slot> slots_;
    std::unordered_map<const Slot*, std::deque<Position>> behind_; ///< of few slots, in order
    int shift_;
};

/// Does not depend on the direction of the segment.
std::uint64_t segment_hash(std::uint64_t one_end, std::uint64_t other_end) {
    const std::uint64_t sum = one_end + other_end;
    return (sum ^ (sum >> 32)) * 0x9E3779B97F4A7C15;
}

class Matcher {
  public:
    explicit Matcher(const FlatRings& flat)
        : flat_(flat), twins_(flat.points.size(), no_position) {}

    /// Tries the segments whose hash falls into one of `share` classes. Twins share a hash, so
    /// a pair is either tried whole or not at all.
    void match(std::size_t expected, std::uint64_t share, Progress& progress) {
        SegmentTable table(expected);
        std::uint64_t end_hash = 0;
        Position hashed = no_position;
        flat_.for_each_segment(progress, [&](Position p) {
            if (twins_[p] != no_position)
                return;
            const std::uint64_t start_hash = hashed == p ? end_hash : hash_of(flat_.points[p]);
            end_hash = hash_of(flat_.points[p + 1]);
            hashed = p + 1;
            const std::uint64_t hash = segment_hash(start_hash, end_hash);
            if ((hash & (share - 1)) != 0)
                return;
            const Position twin = table.find_or_add(
                p, hash, [&](Position a, Position b) { return same(a, b); },
                [&](Position a, Position b) { return opposite(a, b); },
                [&](Position q) { return twins_[q] == no_position; });
            if (twin != no_position)
                pair_up(p, twin);
        });
    }

    std::size_t unmatched() const {
        std::size_t count = 0;
        for (const FlatRings::Ring& ring : flat_.rings)
            for (Position p = ring.first; p < ring.first + ring.count; ++p)
                count += twins_[p] == no_position;
        return count;
    }

    std::vector<Position> take() && { return std::move(twins_); }

  private:
    bool same(Position p, Position q) const {
        return flat_.points[p] == flat_.points[q] && flat_.points[p + 1] == flat_.points[q + 1];
    }
    bool opposite(Position p, Position q) const {
        return flat_.points[p] == flat_.points[q + 1] && flat_.points[p + 1] == flat_.points[q];
    }
    bool fits(Position p, Position q) const {
        return twins_[p] == no_position && twins_[q] == no_position && p != q && opposite(p, q);
    }

    void join(Position p, Position q) {
        twins_[p] = q;
        twins_[q] = p;
    }

    /// Neighbours along a border share many segments in a row: once one pair is known, the
    /// rest needs no table.
    void pair_up(Position p, Position q) {
        join(p, q);
        for (Position a = flat_.next(p), b = flat_.previous(q); fits(a, b);
             a = flat_.next(a), b = flat_.previous(b))
            join(a, b);
        for (Position a = flat_.previous(p), b = flat_.next(q); fits(a, b);
             a = flat_.previous(a), b = flat_.next(b))
            join(a, b);
    }

    const FlatRings& flat_;
    std::vector<Position> twins_;
};

} // namespace

std::vector<Position> match_twins(const FlatRings& flat, Progress& progress) {
    // A sample finds all longer borders with an eighth of the look-ups; what it misses, and
    // what has no twin, goes through a table of its own afterwards.
    constexpr std::uint64_t sampled = 8;
    Matcher matcher(flat);
    matcher.match(flat.points.size() / sampled * 5 / 4, sampled, progress);
    matcher.match(matcher.unmatched(), 1, progress);
    return std::move(matcher).take();
}

} // namespace antardesa::topology::detail
