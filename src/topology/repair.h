#pragma once

#include "topology/flaws.h"

#include <functional>
#include <optional>

namespace antardesa::topology {

enum class RepairRule {
    to_owner,       ///< all of it to one of its claimants
    longest_border, ///< to the claimant whose undisputed land borders it on the longest line
    midline         ///< divided where both sides are equally far; three or more: longest_border
};

/// What shall become of one strip.
struct RepairDecision {
    RepairRule rule = RepairRule::longest_border;
    Claimant owner = nobody; ///< with `to_owner`: one of the strip's claimants
};
/// Asked for each strip, in the order of `find_flaws`; nothing leaves the strip as it is, and with
/// it the gaps (or overlaps) between the same villages that it alternates with.
using RepairChoice = std::function<std::optional<RepairDecision>(const Strip&)>;

/// The area ledger (neraca luas), in square metres of the local metric: what all claim together,
/// less what is claimed twice, and what none claims, is the same before and after.
struct LedgerRow {
    Claimant claimant = nobody;
    double before = 0;
    double after = 0;
};
struct Ledger {
    std::vector<LedgerRow> villages; ///< those that gain or lose, ascending
    double overlap_before = 0;       ///< land counted more than once: each time but the first
    double overlap_after = 0;
    double gap_before = 0; ///< enclosed land of nobody
    double gap_after = 0;
    /// Gains, losses and what became of overlaps and gaps together: 0 but for rounding.
    double sum() const;
};

struct Repair {
    /// The new outlines of the villages that a strip touched, ascending. Vertices are the imported
    /// ones, crossings of the old lines and, with `midline`, the new line; neighbours share them.
    std::vector<std::pair<Claimant, geo::MultiPolygon>> outlines;
    Ledger ledger;
    int repaired = 0; ///< strips
    int left = 0;     ///< strips that stay: not chosen, or see `refused`
    int refused =
        0; ///< of those: a village with broken or duplicate rings, or one that would vanish
};

/// Repairs strips of a coverage; nothing else is moved. A village whose rings are invalid, or
/// that has a duplicate, is not touched: which land it means must be settled first. No village
/// loses more than half of its land by one repair. A second run with the same choice finds nothing
/// more to do. `metric` turns the coordinates' x and y into metres (see SimplifyOptions).
/// Pure function; throws `Cancelled`.
Repair repair(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
              geo::Point metric, Progress& progress);

} // namespace antardesa::topology
