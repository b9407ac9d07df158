#pragma once

#include "geo/geometry.h"

namespace antardesa::geo {

/// Counter-clockwise box as a closed ring.
inline Ring box_ring(double x0, double y0, double x1, double y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
}

inline Ring reversed(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}

/// Ten by ten with a hole of two by two at (4, 4), and an island of one by one at (20, 0).
inline MultiPolygon sample_village() {
    return {{box_ring(0, 0, 10, 10), {reversed(box_ring(4, 4, 6, 6))}},
            {box_ring(20, 0, 21, 1), {}}};
}

} // namespace antardesa::geo
