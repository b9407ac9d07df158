#pragma once

#include "analysis/exchanged_land.h"
#include "analysis/proposal.h"
#include "model/proceedings.h"

#include <vector>

namespace antardesa::workspace {

/// A line that was kept with a case, as it would be today.
struct ComparedScenario {
    Id<model::Proposal> id;
    std::optional<Message> trouble;    ///< it is no line through the land any more
    analysis::Proposal proposal;       ///< without line with `trouble`
    analysis::ExchangedLand exchanged; ///< against the line in force
};

/// Those of the case that lead between the ends of this land, in the order of their ids.
std::vector<ComparedScenario> compared_scenarios(const model::Atlas& atlas,
                                                 const analysis::ContestedLand& land,
                                                 Progress& progress);

/// Metres of rivers or roads among what lies in some land.
double length_m(const model::Atlas& atlas, const analysis::LandContents& contents,
                model::ReferenceKind kind);

} // namespace antardesa::workspace
