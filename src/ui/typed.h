#pragma once

#include "base/date.h"
#include "workspace/typed_date.h"

#include <optional>
#include <string>

namespace antardesa::ui {

/// A positive number as people type it, "698", "698,0" or "698.0", up to `most`; nothing for
/// anything else.
std::optional<double> typed_number(std::string text, double most);
using workspace::typed_date;
/// As `typed_date` reads it back: "23-11-2026".
std::string date_to_type(Date date);

} // namespace antardesa::ui
