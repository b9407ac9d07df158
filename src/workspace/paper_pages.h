#pragma once

#include "cartography/mark.h"
#include "documents/pages.h"

namespace antardesa::workspace {

/// A page of a paper as what the renderers draw.
cartography::Drawing drawing_of(const documents::Page& page);

} // namespace antardesa::workspace
