#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::digest {

/// libsodium.
std::vector<Library> libraries();

} // namespace antardesa::digest
