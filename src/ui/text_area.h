#pragma once

#include "ui/widgets.h"

namespace antardesa::ui {

/// A field for several lines; Enter begins the next one and confirms no dialog, Tab leads on.
Typed text_area(Scope& scope, Rect area, std::string& text, const Field& what);

} // namespace antardesa::ui
