#pragma once

#include "base/date.h"
#include "model/atlas.h"
#include "model/reach.h"

#include <bitset>
#include <string>
#include <vector>

namespace antardesa::analysis {

/// Which overlaps and gaps a person wants to see, as the limits of a check (CheckLimits).
struct StripLimits {
    std::optional<double> least_m2;
    std::optional<double> most_m2;
    std::optional<double> widest_m;
    friend bool operator==(const StripLimits&, const StripLimits&) = default;
};

/// One filter for map, lists and charts. A default filter lets everything pass.
struct Filter {
    std::bitset<10> fields = std::bitset<10>().set();       ///< by model::Field
    std::bitset<4> stage_groups = std::bitset<4>().set();   ///< by model::StageGroup
    std::bitset<5> segment_groups = std::bitset<5>().set(); ///< by model::SegmentGroup
    std::optional<int> first_year; ///< in force at some time in [first_year, last_year]
    std::optional<int> last_year;
    Id<model::District> district; ///< none: all; else at least one party lies in it
    std::string words;            ///< in title or number, case-insensitive; empty: all
    StripLimits strips;
    std::vector<Id<model::Village>> partners; ///< each of them is a party; ascending
    bool partners_alone = false;              ///< of `partners`: and no other village
    Id<model::Agreement> agreement;           ///< none: all; else this one
    std::optional<int> ends_within_days;      ///< is in force, and ends so soon
    /// None: all.
    std::optional<model::Branch> branch;
    std::optional<model::CooperationKind> kind;
    std::optional<model::Reach> reach;
    std::optional<model::CurrentField> current_field;
    std::optional<std::size_t> aim; ///< of the four; it is one of the agreement's
    friend bool operator==(const Filter&, const Filter&) = default;

    bool passes_everything() const { return *this == Filter{}; }
};

bool matches(const Filter& filter, const model::Agreement& agreement, const model::Atlas& atlas,
             Date today);

/// Whether the parties are whom the filter asks for.
bool partners_pass(const Filter& filter, const model::Agreement& agreement,
                   const model::Atlas& atlas);

/// By its group alone; kecamatan are the caller's to ask.
bool matches(const Filter& filter, const model::BoundarySegment& segment);
/// By the limits alone: other findings than overlaps and gaps always do. What may stay has no
/// width.
bool matches(const Filter& filter, const model::BoundaryFinding& finding);
bool matches(const Filter& filter, const model::BoundaryException& exception);

/// Counts for the chips and the live sentence. Counted over agreements that pass `filter`,
/// except that each dimension's own chips ignore that dimension.
struct FilterCounts {
    std::array<int, 10> by_field{};
    std::array<int, 4> by_stage_group{};
    std::array<int, 5> by_segment_group{}; ///< segments of the filter's kecamatan
    int matching = 0;
    int running = 0;   ///< of `matching`: carried out
    int postponed = 0; ///< of `matching`: put off after signing; they bind, but do not run
    int total = 0;
    int villages_bound = 0; ///< villages that are party to a matching agreement
    int villages_free = 0;  ///< desa (not kelurahan) without one
    int first_year = 0;     ///< span of all agreements; 0 when there is none with dates
    int last_year = 0;
};
FilterCounts count(const Filter& filter, const model::Atlas& atlas, Date today);

} // namespace antardesa::analysis
