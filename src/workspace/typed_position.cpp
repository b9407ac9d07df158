#include "workspace/typed_position.h"

#include "base/text.h"
#include "crs/coordinate_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iomanip>
#include <locale>
#include <sstream>

namespace antardesa::workspace {

namespace {

bool has_letters(const std::string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

std::string plain(double value) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << std::fixed << std::setprecision(12) << value;
    return text.str();
}

/// The other half of the position in the same manner: with letters beside letters.
std::string other_half(double value, bool letters, const char* positive, const char* negative) {
    if (!letters)
        return plain(value);
    return plain(std::abs(value)) + " " + (value < 0 ? negative : positive);
}

/// Why a whole position is none, rather than that it is one coordinate.
bool is_about_a_whole(const Message& why) {
    return why.key.rfind("crs.outside", 0) == 0 || why.key.rfind("crs.zone_missing", 0) == 0 ||
           why.key == "crs.hemisphere_missing";
}

/// "692 431,25", as the table shows it, with the mark that keeps its groups together.
std::string marked(const std::string& typed, const char* mark) {
    return has_letters(typed) ? typed : typed + " " + mark;
}

} // namespace

crs::CoordinateReading typed_position(const std::string& text, LineColumn column, geo::Point old,
                                      const Shown& shown) {
    const geo::Box& box = shown.atlas->box();
    if (crs::CoordinateReading whole = crs::read_coordinates(text, box);
        whole.position || is_about_a_whole(whole.why))
        return whole;
    const std::string typed = trimmed(text);
    const bool letters = has_letters(typed);
    const crs::UtmZone zone = shown.geometry->zone();
    const geo::Point metres = shown.geometry->to_map(old);
    switch (column) {
    case LineColumn::latitude:
        return crs::read_coordinates(typed + "  " + other_half(old.x, letters, "BT", "BB"), box);
    case LineColumn::longitude:
        return crs::read_coordinates(other_half(old.y, letters, "LU", "LS") + "  " + typed, box);
    case LineColumn::easting:
        return crs::read_coordinates(
            marked(typed, "mT") + "  " + plain(metres.y) + " mU  " + crs::utm_zone_name(zone), box);
    case LineColumn::northing:
        break;
    }
    return crs::read_coordinates(
        plain(metres.x) + " mT  " + marked(typed, "mU") + "  " + crs::utm_zone_name(zone), box);
}

} // namespace antardesa::workspace
