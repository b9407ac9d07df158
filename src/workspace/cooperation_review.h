#pragma once

#include "analysis/compliance.h"
#include "analysis/cooperation_network.h"
#include "analysis/suggestions.h"
#include "cartography/mark.h"

#include <memory>
#include <optional>
#include <vector>

namespace antardesa::workspace {

/// What the records of cooperation lack by the law, and where cooperation may be missing: made by a
/// job for one snapshot, shown in lists and cards.
struct CooperationReview {
    std::vector<analysis::ComplianceFinding> compliance;
    std::vector<analysis::Suggestion> suggestions;
    /// Of all agreements; none for more than `network_up_to` villages, where it takes seconds.
    std::optional<analysis::CooperationNetwork> network;
};
inline constexpr std::size_t network_up_to = 5000;

using ComplianceRules = std::vector<analysis::ComplianceRule>;

/// Without rules nothing is held against the law. Throws `Cancelled`.
std::shared_ptr<const CooperationReview> review_cooperation(const model::Atlas& atlas,
                                                            const ComplianceRules* rules,
                                                            Date today, Progress& progress);

/// What the map and the cards know it by; none for a body, which has no card.
cartography::Subject subject_of(const analysis::ComplianceSubject& subject);

} // namespace antardesa::workspace
