#pragma once

#include "analysis/proposal.h"
#include "cartography/map_options.h"
#include "workspace/compared_scenarios.h"
#include "workspace/proposal_actions.h"
#include "workspace/words.h"

#include <memory>

namespace antardesa::workspace {

/// A line through contested land with all that is said about it.
struct ReviewedProposal {
    std::shared_ptr<const analysis::ContestedLand> land;
    analysis::Proposal proposal;                    ///< without line when `refused`
    std::optional<Message> refused;                 ///< why no such line is there
    std::array<analysis::LandContents, 2> contents; ///< of each side's part
    std::array<double, 2> village_m2{0, 0};         ///< the whole villages, before
    std::array<int, 2> numbers{0, 1}; ///< of the sides' colours: by code, the first is blue
    /// What changes hands against the line in force; nothing where that cannot be said.
    std::optional<analysis::ExchangedLand> exchanged;
    std::shared_ptr<const cartography::RepairPicture> picture;
    std::shared_ptr<const std::vector<ComparedScenario>> scenarios; ///< never null
};

analysis::ProposalRequest request_of(const model::Atlas& atlas, const PreviewProposal& asked,
                                     Progress& progress);

/// Draws the line that is asked for: work for a job. Throws `Error` with the refusal's sentence
/// where the dispute has no land, and as reading a file does.
ReviewedProposal review_proposal(const model::Atlas& atlas, const PreviewProposal& asked,
                                 Progress& progress);
/// The same land with another line, at once: what a hand leads. Nothing where it is no line through
/// the land.
std::optional<ReviewedProposal> with_line(const model::Atlas& atlas, const ReviewedProposal& before,
                                          const geo::Line& line);

/// "equal-area": as `model::Proposal::method` keeps it.
const char* method_code(ProposalWay way);
/// "60:40", of ways that were given shares; as `model::Proposal::share` keeps it.
std::string share_text(const PreviewProposal& asked);

} // namespace antardesa::workspace
