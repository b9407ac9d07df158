#pragma once

#include "analysis/filter.h"
#include "base/job.h"

#include <array>
#include <vector>

namespace antardesa::analysis {

/// How one village stands in the network. Two villages are tied when an agreement that passes the
/// filter binds both, however many it binds besides.
struct VillageTies {
    Id<model::Village> village;
    int agreements = 0; ///< that it is party to
    int degree = 0;     ///< different villages of the project that it is tied to
    int component = -1; ///< its number in `CooperationNetwork::components`; -1: none
    /// Betweenness: of the shortest ways between two other villages of its component, the share
    /// that leads over it; 0 … 1. L. C. Freeman, "A set of measures of centrality based on
    /// betweenness", Sociometry 40 (1977).
    double brokerage = 0;
};

/// The agreements that pass a filter as a graph of villages. Third parties and villages of other
/// kabupaten tie no one here.
struct CooperationNetwork {
    std::vector<VillageTies> villages; ///< in table order
    /// Villages connected by ties, a single one too, the largest component first. A kelurahan
    /// without ties is in none: it cannot be a party.
    std::vector<std::vector<Id<model::Village>>> components;
    std::vector<Id<model::Village>> isolated; ///< desa and desa adat without a tie, ascending
    int agreements = 0;
    std::array<int, 10> by_field{};        ///< agreements by model::Field
    std::array<int, 4> by_current_field{}; ///< by model::CurrentField
    std::array<int, 10> by_stage{};        ///< by model::Stage
    /// Brokerage was estimated from some of the villages as starting points.
    bool estimated = false;
};

/// In a component of more than 2,000 villages brokerage is estimated from 400 starting points at
/// equal distances in table order (U. Brandes, C. Pich, "Centrality estimation in large networks",
/// 2007). Throws `Cancelled`.
CooperationNetwork cooperation_network(const model::Atlas& atlas, const Filter& filter, Date today,
                                       Progress& progress);

} // namespace antardesa::analysis
