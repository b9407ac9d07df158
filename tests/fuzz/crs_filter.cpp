// Texts that name a reference system, from strangers. A system that came through names no file.
#include "crs/crs.h"
#include "crs/crs_text.h"
#include "fuzz/harness.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (crs::judge_text(fuzz::text_of(data, size)) == crs::TextVerdict::refused) {
        // Web Mercator as ArcGIS and GDAL write it is known by its code alone.
        const auto system = crs::Crs::from_wkt(fuzz::text_of(data, size));
        fuzz::require(!system || system->wkt() == crs::Crs::from_epsg(3857)->wkt(),
                      "refused texts name nothing, or Web Mercator by its code");
        return 0;
    }
    if (const auto system = crs::Crs::from_wkt(fuzz::text_of(data, size))) {
        for (const char* word : {"nadgrids", "NADGRIDS", "EXTENSION", "http://", "+init"})
            fuzz::require(system->wkt().find(word) == std::string::npos, "no file, no address");
    }
    return 0;
}
