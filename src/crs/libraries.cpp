#include "crs/libraries.h"

#include <proj.h>

namespace antardesa::crs {

std::vector<Library> libraries() {
    return {{"PROJ", proj_info().version, "MIT"}};
}

} // namespace antardesa::crs
