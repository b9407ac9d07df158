#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <vector>

namespace antardesa::cartography {

/// Where text may still go on the surface: boxes already taken, in a grid of cells, in
/// millimetres. A box counts only if it lies wholly on the surface.
class LabelSpace {
  public:
    LabelSpace(double width, double height);

    void take(const geo::Box& box);
    bool is_free(const geo::Box& box) const;
    const geo::Box& surface() const { return surface_; }

  private:
    struct Cells {
        int left, right, bottom, top;
    };
    Cells cells_of(const geo::Box& box) const;

    geo::Box surface_;
    int columns_;
    int rows_;
    std::vector<geo::Box> boxes_;
    std::vector<std::vector<std::uint32_t>> cells_;
};

} // namespace antardesa::cartography
