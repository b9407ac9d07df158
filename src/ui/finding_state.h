#pragma once

#include "analysis/filter.h"

#include <array>
#include <string>

/// What the panels of the findings remember. Part of `UiState`.
namespace antardesa::ui {

/// The limits of the findings, being typed: least and most square metres, greatest width.
struct LimitsForm {
    std::array<std::string, 3> texts;
    analysis::StripLimits shown; ///< what the texts say
};

/// The tolerances of the next check, as typed; empty: the usual ones.
struct CheckForm {
    std::string sliver;
    std::string near_miss;
};

} // namespace antardesa::ui
