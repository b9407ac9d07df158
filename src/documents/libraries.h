#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::documents {

/// minizip and libqrencode.
std::vector<Library> libraries();

} // namespace antardesa::documents
