#pragma once

#include "analysis/boundary_check.h"
#include "model/atlas.h"
#include "topology/repair.h"

#include <map>
#include <memory>
#include <optional>

namespace antardesa::analysis {

/// One finding of a check, found again by who takes part and where it lies.
struct RepairTarget {
    std::optional<topology::StripKind> kind; ///< none: no strip
    std::vector<std::uint32_t> shapes;       ///< as in BoundaryFlaw: villages, then special areas
    geo::Point place;                        ///< inside it, EPSG:4326
    FlawKind flaw = FlawKind::near_miss;
    double width_m = 0; ///< of a near miss its distance
};
/// Nothing for a flaw that is neither overlap, gap, near miss, broken ring nor equal outlines.
std::optional<RepairTarget> target_of(const BoundaryFlaw& flaw);
/// The same for what the last recorded check found.
std::optional<RepairTarget> target_of(const model::Atlas& atlas,
                                      const model::BoundaryFinding& finding);

/// With `to_owner`: to whom.
enum class RepairOwner {
    chosen, ///< RepairRequest::owner
    first,  ///< the first of each strip's villages, as the check lists them
    second
};

/// What is mended.
enum class Mends {
    strips, ///< gaps and overlaps; with RepairRequest::snap_m near misses too
    rings,  ///< broken ones: of the target's village every fault
    copies  ///< equal outlines under one code; of special areas, of one kind and name
};

/// Which strips of a project are repaired, and how. The defaults take technical slivers only.
struct RepairRequest {
    Mends mends = Mends::strips;
    topology::RepairRule rule = topology::RepairRule::longest_border;
    RepairOwner owner_is = RepairOwner::chosen;
    std::uint32_t owner = topology::nobody;               ///< a shape; strips of others stay
    std::shared_ptr<const geo::MultiLine> line = nullptr; ///< with `follow`; EPSG:4326
    /// One case instead of a batch: that strip with what it alternates with; limits do not count.
    std::optional<RepairTarget> target = std::nullopt;
    /// What becomes of lines that are agreed (sepakat, verifikasi teknis) is said: strips between
    /// their villages are mended too. Else they stay, `settled_line`.
    bool settled_answered = false;
    /// More than 0: no rule; borders that pass each other nearer than this are brought together
    /// (topology::snap), of the target's villages or of all.
    double snap_m = 0;
    double max_width_m = 1;
    double max_area_m2 = std::numeric_limits<double>::infinity();
};

/// Whether the request's rule is one for findings of this kind.
bool mends(const RepairRequest& request, FlawKind kind);

/// What a repair would do. Claimant c is village number c of the atlas in table order; those
/// after the villages are the special areas.
struct BoundaryRepair {
    topology::Repair repair; ///< its ledger is on the ellipsoid: areas as crs::ellipsoidal_area's
    bool found = false;      ///< the target is there; true without one
    double too_wide_m = 0;   ///< of the target, where a snap's tolerance is less; else 0
    double tolerance_m = 0;  ///< of the snap
    /// Too tangled to be compared: left out, with what may be a gap beside them. Shape and place.
    std::map<std::uint32_t, geo::Point> tangled;
};
/// What became of all that a check finds of gaps and overlaps (and of near misses, by a snap). Each
/// is counted once.
struct RepairCounts {
    int repaired = 0;
    int left = 0;       ///< beyond the limits, or not asked for
    int allowed = 0;    ///< by an exception
    int final = 0;      ///< the line between the villages is law
    int settled = 0;    ///< it is agreed, and nothing says what becomes of it
    int unmendable = 0; ///< asked for; why not says each one's reason
    int total() const { return repaired + left + allowed + final + settled + unmendable; }
};
RepairCounts counts_of(const topology::Repair& repair);

/// A strip that two villages with a final segment (Perbup) between them share is left alone, and so
/// is one between villages that agreed on their line unless it is said what becomes of that; so is,
/// by a batch, one that is allowed (model::BoundaryException). Throws `Cancelled`,
/// topology::TooTangled where it cannot be said who is.
BoundaryRepair repair_boundaries(const model::Atlas& atlas, const RepairRequest& request,
                                 Progress& progress);

} // namespace antardesa::analysis
