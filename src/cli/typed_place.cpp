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
    throw Usage(reading.why);
}

} // namespace antardesa::cli
