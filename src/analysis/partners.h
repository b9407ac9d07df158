#pragma once

#include "model/rows.h"

namespace antardesa::analysis {

/// Whether villages are partners by it: what a party did not agree to (Permendagri 96/2017, side
/// state of its stages) is on record and ties nobody.
inline bool makes_partners(const model::Agreement& agreement) {
    return agreement.stage != model::Stage::refused;
}

} // namespace antardesa::analysis
