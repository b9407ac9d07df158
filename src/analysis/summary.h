#pragma once

#include "analysis/filter.h"

#include <array>
#include <vector>

namespace antardesa::analysis {

/// Lengths of boundary by the five groups shown to people (model::SegmentGroup), in metres.
struct BoundaryLengths {
    std::array<double, 5> by_group{};
    std::array<int, 5> count_by_group{};
    int segments = 0;
    void add(const model::BoundarySegment& segment);
    double total() const;
    /// 0 … 1; 0 without any boundary.
    double share(model::SegmentGroup group) const;
};

/// Everything countable about one village. Segments whose line is gone are not counted. Area on the
/// ellipsoid from the geometry, never the official one.
struct VillageSummary {
    double area_m2 = 0;
    BoundaryLengths boundaries;
    int neighbours = 0;
    int agreements = 0;          ///< all it is party to
    int agreements_in_force = 0; ///< running or expiring
    int partners = 0;            ///< other villages in those in force, outside ones included
    int bodies = 0;              ///< BKAD with a member from here
    int enterprises = 0;         ///< BUM Desa Bersama it has capital in
    int assets = 0;
    int disputes = 0;
    int open_disputes = 0;
};
/// A default summary for an unknown id.
VillageSummary summarise(const model::Atlas& atlas, Id<model::Village> village, Date today);

/// The whole kabupaten, or the filter's kecamatan: agreements under the filter, places and
/// boundaries by its kecamatan alone.
struct RegencySummary {
    int villages = 0;       ///< desa and desa adat, and those of unknown kind
    int urban_villages = 0; ///< kelurahan
    int districts = 0;
    FilterCounts counts;
    std::array<int, 10> by_stage{}; ///< matching agreements by model::Stage
    BoundaryLengths boundaries;
    int disputes = 0;
    int open_disputes = 0;
    int assets = 0;
};
RegencySummary summarise(const model::Atlas& atlas, const Filter& filter, Date today);

/// How strongly a village is tied to others by the agreements that pass the filter.
struct Degree {
    int agreements = 0;
    int partners = 0; ///< different other villages of the project
};
/// In the order of the village table.
std::vector<Degree> degrees(const model::Atlas& atlas, const Filter& filter, Date today);

/// Agreements in force whose end lies within `days` from today (today included), soonest first.
std::vector<const model::Agreement*> expiring_within(const model::Atlas& atlas, Date today,
                                                     int days);

/// Running or expiring (model::StageGroup).
bool in_force(const model::Agreement& agreement, Date today);

/// Whether a dispute still waits for an outcome.
bool is_open(model::DisputeState state);

} // namespace antardesa::analysis
