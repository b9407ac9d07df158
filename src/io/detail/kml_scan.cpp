#include "io/detail/kml_scan.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace antardesa::io::detail {

namespace {

bool is_position(std::string_view token) {
    const std::vector<std::string> numbers = split(token, ',');
    if (numbers.size() < 2 || numbers.size() > 3)
        return false;
    return std::all_of(numbers.begin(), numbers.end(), [](const std::string& text) {
        const auto number = parse_number(text.starts_with('+') ? text.substr(1) : text);
        return number && std::isfinite(*number);
    });
}

} // namespace

bool is_coordinate_list(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    std::size_t positions = 0;
    for (std::size_t at = text.find_first_not_of(space); at != std::string_view::npos;
         at = text.find_first_not_of(space, at)) {
        const std::size_t end = std::min(text.find_first_of(space, at), text.size());
        if (!is_position(text.substr(at, end - at)))
            return false;
        ++positions;
        at = end;
    }
    return positions > 0;
}

KmlScan scan_kml(std::string_view bytes) {
    KmlScan scan;
    std::string collected;
    bool collecting = false;
    XmlEvents events;
    events.open = [&](const std::string& name, const auto&) {
        scan.is_kml = scan.is_kml || name == "kml" || name == "Document" || name == "Folder" ||
                      name == "Placemark";
        scan.placemarks += name == "Placemark";
        scan.folders += name == "Folder" || name == "Document";
        scan.links += name == "NetworkLink";
        scan.overlays += name.ends_with("Overlay");
        collecting = name == "coordinates" || name == "href";
        collected.clear();
    };
    events.text = [&](std::string_view text) {
        if (collecting)
            collected += text;
    };
    events.close = [&](const std::string& name) {
        if (name == "href")
            scan.addresses += !trimmed(collected).empty();
        if (name == "coordinates" && !is_coordinate_list(collected)) {
            if (scan.bad_coordinates++ == 0)
                scan.first_bad = scan.placemarks;
        }
        collecting = false;
    };
    scan.xml = walk_xml(bytes, events);
    return scan;
}

} // namespace antardesa::io::detail
