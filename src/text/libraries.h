#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::text {

/// FreeType and HarfBuzz.
std::vector<Library> libraries();

} // namespace antardesa::text
