#pragma once

#include "analysis/boundary_check.h"

namespace antardesa::analysis {

/// Parts of one kecamatan that other kecamatan enclose wholly, cut off from its main land: an
/// exclave, or villages entered under the wrong kecamatan. Only exact borders count, so that a
/// coast or an open strip beside it keeps land from being called enclosed.
struct EnclosedLand {
    std::vector<std::uint32_t> shapes; ///< ascending
    geo::MultiPolygon outline;
    geo::Point place;
};
std::vector<EnclosedLand> enclosed_land(const topology::Coverage& coverage,
                                        std::span<const CheckedShape> shapes);

} // namespace antardesa::analysis
