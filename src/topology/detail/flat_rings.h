#pragma once

#include "topology/coverage.h"

#include <bit>

namespace antardesa::topology::detail {

/// Index of a vertex in `FlatRings::points`, and of the segment that starts there.
using Position = std::uint32_t;
inline constexpr Position no_position = 0xFFFFFFFF;

/// All rings one after the other, each walked so that its claimant lies on the left, each with
/// its first vertex repeated at the end. Segment p leads from points[p] to points[p + 1].
struct FlatRings {
    struct Ring {
        Position first = 0;
        std::uint32_t count = 0; ///< segments; 0 for a ring without extent
        Claimant claimant = nobody;
        std::uint32_t polygon = 0;
        bool hole = false;
    };
    enum Mark : std::uint8_t {
        ring_start = 1,
        closing = 2,   ///< the repeated first vertex: no segment starts here
        arc_break = 4, ///< an arc begins at this vertex
        open = 16,     ///< no neighbour passes here along the same two segments
        arc_known = 8, ///< the arc that begins here was stored from its other side
    };

    std::vector<geo::Point> points;
    std::vector<std::uint8_t> marks; ///< one per point
    std::vector<Ring> rings;         ///< grouped by claimant, each outer ring before its holes

    /// Pre-condition of all: `p` is a segment, not a closing vertex.
    Position next(Position p) const { return marks[p + 1] & closing ? ring_of(p).first : p + 1; }
    Position previous(Position p) const {
        if (!(marks[p] & ring_start))
            return p - 1;
        const Ring& ring = ring_of(p);
        return ring.first + ring.count - 1;
    }
    const Ring& ring_of(Position p) const;

    /// Calls `visit(Position)` for each segment, and `progress` now and then.
    template<class Visit>
    void for_each_segment(Progress& progress, Visit visit) const {
        for (const Ring& ring : rings) {
            progress.check();
            for (Position p = ring.first; p < ring.first + ring.count; ++p)
                visit(p);
            progress.advance(ring.count);
        }
    }
};

/// Drops repeated vertices, closes what is open, turns what runs the wrong way.
FlatRings flatten(std::span<const geo::MultiPolygon* const> claimants, Progress& progress);

/// Equal positions hash alike, also 0 and -0.
inline std::uint64_t hash_of(geo::Point p) {
    std::uint64_t x = std::bit_cast<std::uint64_t>(p.x + 0.0);
    std::uint64_t y = std::bit_cast<std::uint64_t>(p.y + 0.0);
    // Round numbers have their digits at the top only: bring them down before multiplying.
    x = (x ^ (x >> 32)) * 0x9E3779B97F4A7C15;
    y = (y ^ (y >> 32)) * 0xC2B2AE3D27D4EB4F;
    const std::uint64_t both = (x ^ (x >> 29)) + std::rotl(y, 31);
    return (both ^ (both >> 32)) * 0xD6E8FEB86659FD93;
}

/// Slots of an open-addressing table for `count` entries: a power of two, at most half full.
inline std::size_t slots_for(std::size_t count) {
    return std::bit_ceil(std::max<std::size_t>(count * 2, 16));
}

} // namespace antardesa::topology::detail
