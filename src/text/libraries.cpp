#include "text/libraries.h"

#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H

namespace antardesa::text {

std::vector<Library> libraries() {
    return {{"FreeType",
             std::to_string(FREETYPE_MAJOR) + "." + std::to_string(FREETYPE_MINOR) + "." +
                 std::to_string(FREETYPE_PATCH),
             "FTL"},
            {"HarfBuzz", hb_version_string(), "MIT"}};
}

} // namespace antardesa::text
