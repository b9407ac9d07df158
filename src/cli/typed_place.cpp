#include "cli/typed_place.h"

#include "cli/session.h"
#include "crs/coordinate_list.h"
#include "crs/coordinate_text.h"

namespace antardesa::cli {

geo::Point typed_place(const std::string& text, const model::Atlas& atlas) {
    if (!crs::parse_coordinates(text))
        throw Usage({"cli.usage.coordinates", {text}});
    const crs::CoordinateReading reading = crs::read_coordinates(text, atlas.box());
    if (!reading.position)
        throw Error(reading.why);
    return *reading.position;
}

} // namespace antardesa::cli
