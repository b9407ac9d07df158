#include "io/detail/warm_libraries.h"

#include "crs/crs.h"
#include "io/detail/format.h"

#include <ctime>

#include <iconv.h>

namespace antardesa::io::detail {

namespace {

void warm_reference_systems() {
    const SpatialReference system(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(system.get(), 32749);
    // Asks GDAL's own context of this thread for its database.
    crs_of(system.get());
    crs::Crs::from_wkt(crs::wgs84().wkt());
    crs::Transformer(crs::utm({49, true}), crs::wgs84());
}

void warm_drivers() {
    for (const Format format : {Format::geojson, Format::kml, Format::file_gdb, Format::flatgeobuf})
        register_driver(format);
    if (!GDALGetDriverByName("GTiff"))
        GDALRegister_GTiff();
}

// Kept open: the C library forgets a table that nobody uses.
void warm_encodings() {
    for (const char* name : {"CP437", "CP850", "CP1250", "CP1251", "CP1252", "CP1254", "CP1257",
                             "ISO-8859-2", "ISO-8859-15", "UTF-16", "UTF-16LE", "UTF-16BE"})
        static_cast<void>(::iconv_open("UTF-8", name));
}

} // namespace

void warm_libraries() {
    const Session session;
    ::tzset();
    warm_drivers();
    warm_encodings();
    warm_reference_systems();
}

} // namespace antardesa::io::detail
