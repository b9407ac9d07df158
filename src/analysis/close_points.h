#pragma once

#include "model/atlas.h"

#include <optional>

namespace antardesa::analysis {

/// Another titik kartometrik, or pilar of the same kind, of the segment as near to a point as
/// points lie on their line (`on_line_m`), the nearest: the two may be one.
struct CloseTwin {
    const model::TurningPoint* other = nullptr;
    double metres = 0;
};
std::optional<CloseTwin> close_twin(const model::Atlas& atlas, const model::TurningPoint& point);

} // namespace antardesa::analysis
