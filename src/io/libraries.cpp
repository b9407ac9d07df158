#include "io/libraries.h"

#include <expat.h>
#include <gdal.h>
#include <xlsxwriter.h>

namespace antardesa::io {

std::vector<Library> libraries() {
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME"), "MIT"},
            {"Expat", std::string(XML_ExpatVersion()).substr(6), "MIT"}, // "expat_2.5.0"
            {"libxlsxwriter", lxw_version(), "BSD-2-Clause"}};
}

} // namespace antardesa::io
