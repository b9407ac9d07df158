#include "render_cairo/libraries.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <png.h>

namespace antardesa::render_cairo {

std::vector<Library> libraries() {
    const int fontconfig = FcGetVersion(); // 21400 is 2.14.0
    return {{"cairo", cairo_version_string(), "LGPL-2.1-only OR MPL-1.1"},
            {"fontconfig",
             std::to_string(fontconfig / 10000) + "." + std::to_string(fontconfig / 100 % 100) +
                 "." + std::to_string(fontconfig % 100),
             "HPND"},
            {"libpng", png_get_libpng_ver(nullptr), "libpng-2.0"}};
}

} // namespace antardesa::render_cairo
