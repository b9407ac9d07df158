#pragma once

#include "topology/detail/arrangement.h"

#include <optional>

namespace antardesa::topology::detail {

/// How many times a claimant's rings go round a place: 1 where it lies, 0 elsewhere; anything
/// else comes from broken rings.
struct Winding {
    Claimant claimant = nobody;
    int times = 0;
    friend bool operator==(const Winding&, const Winding&) = default;
};
/// Who lies at a place: ascending, none with 0 times.
using Cover = std::vector<Winding>;
/// Whose land it is: where the rings go round it counter-clockwise. A loop turned inside out by
/// a crossing is not; so a crossing in a shared border makes neither gap nor overlap.
std::vector<Claimant> covering(const Cover& cover);

/// The faces of an arrangement. A cycle is a closed walk of half-edges with one face on its
/// left; a face has one outer cycle, and what lies in it unconnected is a component of its own.
struct Faces {
    struct Component {
        std::uint32_t outer_cycle = 0; ///< the walk around it, from outside
        std::uint32_t node = 0;        ///< any of its nodes
    };
    std::vector<std::uint32_t> next;        ///< of each half-edge along its cycle
    std::vector<std::uint32_t> cycle;       ///< of each half-edge
    std::vector<std::uint32_t> cycle_start; ///< a half-edge of each cycle
    std::vector<Cover> cover;               ///< of each cycle's face
    std::vector<bool> is_outer;             ///< of each cycle: it runs around a component
    std::vector<Component> components;

    /// Where so many lie on each other that the lists of who lies where would not end.
    struct Crowd {
        geo::Point place;
        std::vector<Claimant> claimants;
    };
    std::optional<Crowd> crowd; ///< then the rest is of no use

    /// Calls `visit(half-edge)` along the cycle.
    template<class Visit>
    void walk(std::uint32_t of_cycle, Visit visit) const {
        const std::uint32_t start = cycle_start[of_cycle];
        std::uint32_t half = start;
        do {
            visit(half);
            half = next[half];
        } while (half != start);
    }
};

/// Traces the faces and finds who covers each. Components are placed by counting how often
/// other components' rings go round them. Throws `Cancelled`, `TooTangled`.
Faces trace_faces(const Coverage& coverage, const Arrangement& arrangement, const Grid& grid,
                  Progress& progress);

/// A coverage taken apart: what the searches for flaws look at.
struct Fabric {
    const Coverage& coverage;
    const Grid& grid;
    const Arrangement& arrangement;
    const Faces& faces;
};

/// Appends the half-edge's points but for its last one.
void append_points(const Fabric& fabric, std::uint32_t half, geo::Line& line);
/// The closed ring of a cycle.
geo::Ring ring_of(const Fabric& fabric, std::uint32_t cycle);
/// Whether the ring is no wider than what rounding makes of a line.
bool is_rounding(const Fabric& fabric, double area, double perimeter);

} // namespace antardesa::topology::detail
