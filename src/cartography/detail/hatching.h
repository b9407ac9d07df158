#pragma once

#include "cartography/detail/composition.h"

namespace antardesa::cartography {

/// Hatch lines inside rings (even-odd), in map metres, phase fixed to the map so that a pan does
/// not make them crawl.
LineMark hatch_mark(const Composition& composition, const Path& rings, const style::HatchInk& ink,
                    Subject subject);

} // namespace antardesa::cartography
