#pragma once

#include "workspace/proposal_table.h"
#include "workspace/words.h"

/// What is shown of a case's kept lines.
namespace antardesa::workspace {

/// Gains and losses below this are none: half of what is shown.
inline constexpr double shown_m2 = 50;
/// "+6,94 ha".
std::string signed_hectares(const i18n::Catalogue& language, double square_metres);

/// Puts courses into the square that holds the land, for sketches.
class LandSketch {
  public:
    explicit LandSketch(const analysis::ContestedLand& land);
    std::vector<geo::Point> operator()(const std::vector<geo::Point>& line) const;

  private:
    geo::Point place(geo::Point p) const;
    geo::Point metric_;
    geo::Point middle_;
    double size_ = 1;
};

/// In the order of their ids; `table` has a review.
std::vector<ScenarioView> scenario_views(const model::Atlas& atlas, const Words& words,
                                         const ProposalTable& table);
/// Nothing when one of the two is no line through the land.
std::optional<SwipeView> swipe_view(const Shown& shown, const Words& words,
                                    const ProposalTable& table, const CompareProposals& wanted);

} // namespace antardesa::workspace
