#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::render_gl {

/// AGG and libepoxy.
std::vector<Library> libraries();

} // namespace antardesa::render_gl
