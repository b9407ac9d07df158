#pragma once

#include "i18n/catalogue.h"

namespace antardesa::workspace {

/// A position as `crs` writes it, for readers of that language: "07°34'42,18\" LS" and "298 712 mT"
/// are said `07°34'42.18" S` and `298 712 mE` in English. Both can be typed.
std::string spoken_position(std::string text, i18n::Language language);

} // namespace antardesa::workspace
