#pragma once

#include "cartography/detail/composition.h"
#include "cartography/detail/label_space.h"

#include <map>

namespace antardesa::cartography {

/// Labels at the map's rim for members that lie beyond it: "ke Muaramaju Hulu →". Never dropped:
/// a box whose place is taken moves along the rim. One box a name and side.
class EdgeBoxes {
  public:
    explicit EdgeBoxes(Composition& composition);

    /// `at`: where the line leaves the map, map metres. `direction`: outward. Returns the middle
    /// of the box, so that a line may end there.
    geo::Point add(std::string_view name, geo::Point at, geo::Point direction, Subject subject);

    /// Part of the surface that lines may use before they meet a box, map metres.
    const geo::Box& rim() const { return rim_; }

  private:
    Composition& composition_;
    LabelSpace space_;
    geo::Box rim_;
    std::map<std::string, geo::Point> known_; ///< middles by what the box says
};

} // namespace antardesa::cartography
