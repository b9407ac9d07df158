#pragma once

#include "workspace/action.h"
#include "workspace/verbs.h"

#include <span>

namespace antardesa::workspace {

/// Writes findings of the boundary check, or what may stay, in the order given: the layer
/// "temuan_batas" or "pengecualian_batas" of `convert_layer` with these rows alone. Subjects of
/// another kind than the first are left out. Returns how many. Refused as `convert_layer` refuses.
Result<int> write_findings(const model::Atlas& atlas, std::span<const Subject> subjects,
                           const std::filesystem::path& output, Progress& progress);

} // namespace antardesa::workspace
