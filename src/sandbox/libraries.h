#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::sandbox {

/// libseccomp.
std::vector<Library> libraries();

} // namespace antardesa::sandbox
