#pragma once

#include "base/job.h"
#include "cartography/mark.h"

namespace antardesa::render_gl {

/// Draws a whole drawing into RGBA pixels (straight alpha over an opaque background, rows from the
/// top) with an antialiasing CPU rasteriser. Any thread. Fast enough to follow a pan: see
/// scripts/bench. Throws `Cancelled`; checks often.
cartography::Image rasterise(const cartography::Drawing& drawing, double pixels_per_millimetre,
                             const text::Typesetter& typesetter, Progress& progress);

} // namespace antardesa::render_gl
