#pragma once

#include "cartography/detail/composition.h"

namespace antardesa::cartography {

/// Centre of gravity of the ends, drawn towards the nearest end until it lies on land.
geo::Point hub_of(const Composition& composition, const std::vector<geo::Point>& ends);

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
