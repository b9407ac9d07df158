#pragma once

#include "workspace/shown.h"
#include "workspace/views.h"

namespace antardesa::workspace {

/// Where a subject lies, map metres; empty for one without a place. An agreement's box holds its
/// villages' inner points.
geo::Box subject_box(const Shown& shown, Subject subject);

} // namespace antardesa::workspace
