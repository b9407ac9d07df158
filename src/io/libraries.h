#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::io {

/// GDAL and Expat.
std::vector<Library> libraries();

} // namespace antardesa::io
