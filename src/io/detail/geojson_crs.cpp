#include "io/detail/geojson_crs.h"

#include "base/text.h"
#include "crs/crs.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t longest_member = 400;

// The letters of "crs" written as escapes would be the same member to GDAL.
void unescape_letters(std::string& json) {
    static constexpr std::array<std::pair<std::string_view, char>, 3> escapes{
        {{"\\u0063", 'c'}, {"\\u0072", 'r'}, {"\\u0073", 's'}}};
    for (const auto& [escape, letter] : escapes)
        for (std::size_t at = json.find(escape); at != std::string::npos;
             at = json.find(escape, at))
            json.replace(at, escape.size(), 1, letter);
}

std::size_t after_space(std::string_view json, std::size_t at) {
    while (at < json.size() && std::isspace(static_cast<unsigned char>(json[at])))
        ++at;
    return at;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.size() < 7 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_plain_name(const std::string& name) {
    if (name == "urn:ogc:def:crs:OGC:1.3:CRS84" || name == "urn:ogc:def:crs:OGC::CRS84")
        return true;
    const std::string code = name.substr(name.rfind(':') + 1);
    for (const std::string_view start : {"EPSG:", "urn:ogc:def:crs:EPSG:"})
        if (name.compare(0, start.size(), start) == 0)
            return all_digits(code) &&
                   crs::Crs::from_epsg(static_cast<int>(parse_integer(code).value_or(0)));
    return false;
}

// {"type":"name","properties":{"name":"…"}} and nothing else, in any order and spacing.
bool is_plain_member(std::string_view value) {
    std::string compact;
    for (const char c : value.substr(0, longest_member))
        if (!std::isspace(static_cast<unsigned char>(c)))
            compact += c;
    constexpr std::string_view start = "{\"type\":\"name\",\"properties\":{\"name\":\"";
    if (compact.compare(0, start.size(), start) != 0)
        return false;
    const std::size_t end = compact.find('"', start.size());
    if (end == std::string::npos || compact.compare(end, 3, "\"}}") != 0)
        return false;
    return is_plain_name(compact.substr(start.size(), end - start.size()));
}

/// Where the outermost object has a member "crs" that is neither an object nor null, which RFC
/// 7946 lets pass. The text is JSON already.
std::vector<std::size_t> crs_of_no_object(std::string_view json) {
    constexpr std::string_view key = "\"crs\"";
    std::vector<std::size_t> places;
    int depth = 0;
    for (std::size_t at = 0; at < json.size(); ++at) {
        depth += json[at] == '{' || json[at] == '[';
        depth -= json[at] == '}' || json[at] == ']';
        if (json[at] != '"')
            continue;
        const std::size_t start = at;
        for (++at; at < json.size() && json[at] != '"'; ++at)
            at += json[at] == '\\';
        if (depth != 1 || json.substr(start, key.size()) != key)
            continue;
        const std::size_t colon = after_space(json, start + key.size());
        if (colon >= json.size() || json[colon] != ':')
            continue;
        const std::size_t value = after_space(json, colon + 1);
        if (value < json.size() && json[value] != '{' && json.substr(value, 4) != "null")
            places.push_back(start);
    }
    return places;
}

} // namespace

bool hide_unsafe_crs(std::string& json) {
    constexpr std::string_view key = "\"crs\"";
    unescape_letters(json);
    bool hidden = false;
    for (const std::size_t at : crs_of_no_object(json)) {
        json[at + 3] = '_';
        hidden = true;
    }
    for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at + 1)) {
        const std::size_t colon = after_space(json, at + key.size());
        if (colon >= json.size() || json[colon] != ':')
            continue;
        const std::size_t value = after_space(json, colon + 1);
        if (value >= json.size() || json[value] != '{')
            continue;
        if (is_plain_member(std::string_view(json).substr(value)))
            continue;
        json[at + 3] = '_';
        hidden = true;
    }
    return hidden;
}

} // namespace antardesa::io::detail
