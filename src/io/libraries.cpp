#include "io/libraries.h"

#include <gdal.h>

namespace antardesa::io {

std::vector<Library> libraries() {
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME"), "MIT"}};
}

} // namespace antardesa::io
