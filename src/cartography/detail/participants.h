#pragma once

#include "cartography/detail/composition.h"

namespace antardesa::cartography {

/// The parties of one agreement, each once.
struct Participants {
    std::vector<std::uint32_t> villages; ///< indexes in the atlas, in party order
    std::vector<Id<model::ThirdParty>> third_parties;
    std::vector<std::string> outside; ///< names of villages of other kabupaten
    std::size_t size() const { return villages.size() + third_parties.size() + outside.size(); }
};
Participants participants_of(const model::Atlas& atlas, Id<model::Agreement> agreement);

} // namespace antardesa::cartography
