#include "cli/typed_place.h"

#include "cli/session.h"
#include "crs/coordinate_list.h"
#include "crs/coordinate_text.h"

namespace antardesa::cli {

geo::Point typed_place(const std::string& text, const model::Atlas& atlas) {
    const crs::CoordinateReading reading = crs::read_coordinates(text, atlas.box());
    if (reading.position)
        return *reading.position;
    if (crs::parse_coordinates(text))
        throw Error(reading.why);
    // Metres without their zone say so; anything else is told how it is written here.
    const std::string& key = reading.why.key;
    if (key.starts_with("crs.zone_missing") || key == "crs.hemisphere_missing")
        throw Usage(reading.why);
    throw Usage({"cli.usage.coordinates", {text}});
}

} // namespace antardesa::cli
