#pragma once

#include "base/library.h"

#include <vector>

namespace antardesa::ui {

/// Dear ImGui.
std::vector<Library> libraries();

} // namespace antardesa::ui
