#pragma once

#include "model/atlas.h"

namespace antardesa::cli {

/// By its code, or by "#" and its id where it has none. Throws `Error`, which names the village
/// that once had this code.
const model::Village& village_named(const model::Atlas& atlas, const std::string& label);

} // namespace antardesa::cli
