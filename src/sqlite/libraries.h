#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::sqlite {

/// SQLite.
std::vector<Library> libraries();

} // namespace antardesa::sqlite
