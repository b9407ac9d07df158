#pragma once

#include "analysis/boundary_repair.h"

namespace antardesa::analysis {

/// Mends broken rings (topology::mend_rings) of those that the request means. Lines that a Perbup
/// fixed stay, and so do agreed ones unless it is said what becomes of them. `outlines`: of the
/// villages, then of the special areas. `found`: whether the target is there.
topology::Repair mended_rings(const model::Atlas& atlas, const RepairRequest& request,
                              std::span<const geo::MultiPolygon* const> outlines, geo::Point metric,
                              const topology::LandMeasure& land, bool& found, Progress& progress);

/// Copies of villages go: of those with one code and one outline that stays which entries rest on
/// (agreements, cases, assets, papers of a line), else the first. Refused: equal outlines under
/// different codes or without one (`differing_codes`: all of it is claimed twice, and no rule says
/// whose it is), and two copies that entries rest on (`copy_in_use`). Special areas have no code:
/// those of one kind whose names do not differ (or are not given) are one, and that stays which an
/// exception rests on, else the first with a name; others (`differing_areas`), and a village with
/// the outline of a special area (`village_and_area`), stay until a person says of one case whom to
/// keep (RepairRule::to_owner): never an area before a village. In the ledger what a copy held was
/// land counted more than once.
topology::Repair without_copies(const model::Atlas& atlas, const RepairRequest& request,
                                std::span<const geo::MultiPolygon* const> outlines,
                                const topology::LandMeasure& land, bool& found, Progress& progress);

} // namespace antardesa::analysis
