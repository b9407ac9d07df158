#include "render_gl/libraries.h"

namespace antardesa::render_gl {

std::vector<Library> libraries() {
    return {{"Anti-Grain Geometry", "2.6", "BSD-3-Clause"},
            {"libepoxy", ANTARDESA_EPOXY_VERSION, "MIT"}};
}

} // namespace antardesa::render_gl
