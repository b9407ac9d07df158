#pragma once

#include "geo/geometry.h"

#include <span>

namespace antardesa::topology::detail {

/// Whether the closed ring really touches or crosses itself inside the box, decided without
/// rounding; coming very near is no fault.
bool touches_itself(std::span<const geo::Point> ring, const geo::Box& near);

} // namespace antardesa::topology::detail
