#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::i18n {

/// Boost.Locale.
std::vector<Library> libraries();

} // namespace antardesa::i18n
