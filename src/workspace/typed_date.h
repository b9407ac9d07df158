#pragma once

#include "base/date.h"

#include <optional>
#include <string>

namespace antardesa::workspace {

/// A day as people type it: "23-11-2026" as well as "2026-11-23", with any of - . / between.
std::optional<Date> typed_date(std::string text);

} // namespace antardesa::workspace
