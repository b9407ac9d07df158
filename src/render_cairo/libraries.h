#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::render_cairo {

/// cairo, fontconfig and libpng.
std::vector<Library> libraries();

} // namespace antardesa::render_cairo
