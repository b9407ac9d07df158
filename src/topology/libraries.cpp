#include "topology/libraries.h"

#include <geos_c.h>

namespace antardesa::topology {

std::vector<Library> libraries() {
    return {{"GEOS", GEOSversion(), "LGPL-2.1-only"}};
}

} // namespace antardesa::topology
