#pragma once

#include "analysis/filter.h"

#include <array>
#include <vector>

/// What a look at all of the cooperation counts, over the agreements that pass a filter.
namespace antardesa::analysis {

/// Agreements by kecamatan and field. One that binds villages of two kecamatan counts in both.
struct FieldMatrix {
    struct Row {
        Id<model::District> district;
        std::array<int, 10> by_field{}; ///< by model::Field
        int agreements = 0;             ///< each once
    };
    std::vector<Row> rows; ///< every kecamatan, in table order
    std::array<int, 10> by_field{};
    int most = 0; ///< in one cell
};
FieldMatrix field_matrix(const model::Atlas& atlas, const Filter& filter, Date today);

/// How long agreements are in force, soonest end first, those without an end last.
struct Validity {
    Id<model::Agreement> agreement;
    std::optional<Date> starts;
    std::optional<Date> ends;
    int days_left = 0; ///< to the end; negative when it has passed
    model::StageGroup group = model::StageGroup::running;
};
std::vector<Validity> validities(const model::Atlas& atlas, const Filter& filter, Date today);
/// Of those in force: how many end within 30, 90 and 180 days. The end of a draft is a plan.
std::array<int, 3> ending_within(const std::vector<Validity>& validities);

/// Villages that cooperate in exactly this set.
struct PartnerSet {
    std::vector<Id<model::Village>> villages;     ///< ascending, two or more
    std::vector<Id<model::Agreement>> agreements; ///< in table order
    int at_least = 0; ///< agreements that bind all of them, whoever else
};
/// Most agreements first, then the smaller set, then by villages.
std::vector<PartnerSet> partner_sets(const model::Atlas& atlas, const Filter& filter, Date today);

/// A village of those sets and in how many agreements of theirs it is: the size of its set.
struct PartnerVillage {
    Id<model::Village> village;
    int agreements = 0;
};
/// Most agreements first, then in the order of the sets.
std::vector<PartnerVillage> partner_villages(const std::vector<PartnerSet>& sets);

} // namespace antardesa::analysis
