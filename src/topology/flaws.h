#pragma once

#include "topology/coverage.h"

namespace antardesa::topology {

enum class StripKind {
    overlap, ///< several claim it
    gap      ///< none claims it, and two or more villages enclose it
};

/// One strip of land between the same villages as a person sees it: pieces that touch, or that
/// are parted by no more of an agreed border than they are long, are one strip.
struct Strip {
    StripKind kind = StripKind::overlap;
    std::vector<Claimant> claimants; ///< who claim it, or who border the gap; ascending
    geo::MultiPolygon pieces;        ///< imported vertices and the crossings between them
    double area = 0;                 ///< in the square of the coordinates' unit
    double perimeter = 0;
    geo::Point place; ///< inside the largest piece
};

enum class RingFault {
    too_few_points,     ///< fewer than three different ones
    unclosed,           ///< the last vertex is not the first
    repeated_vertex,    ///< the same vertex twice in a row
    self_crossing,      ///< the claimant's rings cross
    spike,              ///< a ring goes out and back along the same line
    self_touch,         ///< a ring passes a place twice
    shared_line,        ///< two rings of the claimant run along the same line
    hole_outside,       ///< a hole, or a ring turned inside out, where the claimant is not
    nested,             ///< a part within another, or a hole within a hole
    interior_in_pieces, ///< holes that touch cut a part in two
};
/// "too_few_points", …: the form used in JSON.
const char* ring_fault_name(RingFault fault);

struct InvalidRing {
    Claimant claimant = nobody;
    RingFault fault = RingFault::self_crossing;
    geo::Point place; ///< of the first
    int count = 1;    ///< places with the same fault
};

/// Boundaries of two villages that pass each other at less than the tolerance without meeting:
/// corners at the coast that should be one, or a slit that is open at an end and so no gap. Also
/// borders that lie on each other and still are not one, since a vertex of the one stands on an
/// edge of the other, which has none there: nobody moves both. Their distance is about nothing.
struct NearMiss {
    Claimant first = nobody; ///< first < second
    Claimant second = nobody;
    geo::Point place; ///< half-way between the nearest two vertices
    double distance = 0;
    int count = 1;                  ///< pairs of vertices
    std::vector<geo::Point> places; ///< of each pair, nearest first
};

/// Parts of a group that hang together, and not with its main land, among land of other groups.
struct CutOff {
    struct Part {
        Claimant claimant = nobody;
        std::uint32_t polygon = 0; ///< of the claimant's MultiPolygon
        friend auto operator<=>(const Part&, const Part&) = default;
    };
    std::vector<Part> parts; ///< ascending
    bool enclosed = false;   ///< wholly; else part of its border is coast
};

struct FlawOptions {
    double near_miss = 0; ///< in the coordinates' unit; 0: near misses are not looked for
    /// The coordinates are degrees. An edge that was straight in UTM, TM-3 or Mercator runs beside
    /// the vertices that stood on it, by 4 mm on a kilometre: land between them that no more than
    /// this parts is no strip, for they were one line. That they share no vertex is a near miss.
    bool degrees = false;
    /// Of each claimant: its group, whose land should hang together (a kecamatan); 0: none is
    /// known. Empty: not looked at.
    std::span<const std::uint32_t> groups = {};
};

/// What is wrong with a coverage. Each list is in a fixed order for the same input.
struct Flaws {
    std::vector<Strip> strips;                     ///< overlaps and gaps, by claimants, then place
    std::vector<InvalidRing> invalid;              ///< by claimant, then fault
    std::vector<std::vector<Claimant>> duplicates; ///< the same shape; each group ascending
    std::vector<NearMiss> near_misses;             ///< by claimants, one for each two
    std::vector<CutOff> cut_off;                   ///< by group, then part
    int holes = 0;     ///< enclosed by one claimant only: a lake, not a gap
    Coverage coverage; ///< what was checked: the shapes, without the copies
};

/// Checks the polygons against each other: matches borders (`build_coverage`), nodes what is
/// left by snap rounding on a grid of some 0.1 µm, and counts who covers each face. Strips
/// narrower than 32 cells of that grid are the rounding of the file and left out. Of equal
/// polygons the first stands for all; its copies appear in `duplicates` only. Nothing is moved.
/// O(n log n) where borders meet as on maps. Throws `Cancelled`.
Flaws find_flaws(std::span<const geo::MultiPolygon* const> claimants, const FlawOptions& options,
                 Progress& progress);

/// After an edit: the flaws in which one of the `changed` claimants takes part, as `find_flaws` of
/// all would list them, from the neighbourhood alone. `boxes` are the claimants' bounds; `known`
/// are the strips of the last whole check, whose villages are looked at again together. Two
/// limits: which of several copies stands for a duplicate is decided among the neighbours, and a
/// bay that the edit closes over more villages than touch the changed ones' boxes is found by the
/// next whole check only. `coverage` and `holes` are the neighbourhood's, numbered by itself; what
/// is cut off is not looked for.
Flaws find_flaws_around(std::span<const geo::MultiPolygon* const> claimants,
                        std::span<const geo::Box> boxes, std::span<const Claimant> changed,
                        std::span<const Strip> known, const FlawOptions& options,
                        Progress& progress);

} // namespace antardesa::topology
