#pragma once

#include "analysis/summary.h"

namespace antardesa::analysis {

/// The boundaries of one kecamatan: its inner ones, and those with another kecamatan, which count
/// in both.
struct DistrictBoundaries {
    Id<model::District> district;
    BoundaryLengths lengths;
};

/// Boundaries by the five groups, in the kabupaten and in each kecamatan.
struct BoundaryRollUp {
    BoundaryLengths regency;                   ///< every segment once
    std::vector<DistrictBoundaries> districts; ///< in table order; those without a segment too
    /// What two kecamatan have in common: by so much the kecamatan add up to more than the
    /// kabupaten.
    double between_districts_m = 0;
    int between_districts = 0;
    /// Rows kept for what was entered although their villages touch no more; counted nowhere.
    std::vector<Id<model::BoundarySegment>> without_line;
};
BoundaryRollUp roll_up(const model::Atlas& atlas);

} // namespace antardesa::analysis
