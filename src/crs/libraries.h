#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::crs {

/// PROJ.
std::vector<Library> libraries();

} // namespace antardesa::crs
