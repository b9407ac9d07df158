#pragma once

#include "cartography/detail/composition.h"
#include "cartography/detail/link_layout.h"

namespace antardesa::cartography {

/// Centre of gravity of the ends, drawn towards the nearest end until it lies on land.
geo::Point hub_of(const Composition& composition, const std::vector<geo::Point>& ends);

/// The shape of an agreement of three or more: a star, a tree, or a contour where they lie close
/// together and no village that takes no part lies in it. `ends` are the anchors of `villages`,
/// then places beyond the kabupaten, with which there is no contour.
LinkShape group_link(const Composition& composition, const std::vector<std::uint32_t>& villages,
                     const std::vector<geo::Point>& ends);

LegendKey legend_of(model::StageGroup stage);
/// What is drawn above what, and whose badge takes its place first.
int importance(model::StageGroup stage, bool selected);

/// What ties a third party to an agreement on the map.
struct PartyLink {
    Id<model::Agreement> agreement;
    Colour colour;
    geo::Point from; ///< where the line begins
    int rank = 0;    ///< among those of the agreement
};
void draw_third_party(Composition& composition, Group& group, const model::ThirdParty& party,
                      const PartyLink& link);

} // namespace antardesa::cartography
