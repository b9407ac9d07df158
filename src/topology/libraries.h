#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::topology {

/// GEOS.
std::vector<Library> libraries();

} // namespace antardesa::topology
