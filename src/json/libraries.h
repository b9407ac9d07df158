#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::json {

/// JSON for Modern C++.
std::vector<Library> libraries();

} // namespace antardesa::json
