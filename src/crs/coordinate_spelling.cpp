#include "crs/detail/coordinate_spelling.h"

#include "base/text.h"
#include "crs/crs.h"
#include "crs/detail/coordinate_scan.h"
#include "crs/tm3.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <utility>

namespace antardesa::crs::detail {

namespace {

std::string with_plain_marks(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> replacements[] = {
        {"\u00b0", "d"},  {"\u00ba", "d"},  {"\u2032", "'"}, {"\u2019", "'"},
        {"\u2033", "\""}, {"\u201d", "\""}, {"''", "\""},    {"\u2212", "-"},
        {"\u00a0", " "},  {"\u202f", " "},  {"\u2009", " "}};
    std::string result(text);
    for (const auto& [from, to] : replacements)
        for (std::size_t at = result.find(from); at != std::string::npos;
             at = result.find(from, at + to.size()))
            result.replace(at, from.size(), to);
    return result;
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Whole words, whatever stands beside them: "UTM49S", "zona 49S", "lintang selatan".
std::string with_plain_words(std::string text) {
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"lintang selatan", "LS"},
        {"lintang utara", "LU"},
        {"bujur timur", "BT"},
        {"bujur barat", "BB"},
        {"selatan", "S"},
        {"utara", "N"},
        {"utm", " "},
        {"zona", " "},
        {"zone", " "}};
    for (const auto& [word, plain] : words) {
        const std::string lower = lower_case(text);
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = at + word.size();
            const bool whole = lower.compare(at, word.size(), word) == 0 &&
                               (at == 0 || !is_letter(text[at - 1])) &&
                               (end >= text.size() || !is_letter(text[end]));
            if (whole)
                result += plain;
            else
                result += text[at];
            at = whole ? end : at + 1;
        }
        text = std::move(result);
    }
    return text;
}

// "TM-3", "TM3" and "TM 3" become one word, since what follows is a zone such as 49.1.
std::string with_tm3_as_word(std::string text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if ((text[at] != 't' && text[at] != 'T') || (text[at + 1] != 'm' && text[at + 1] != 'M'))
            continue;
        const std::size_t digit = text[at + 2] == '3' ? at + 2 : at + 3;
        const bool separated = digit == at + 2 || text[at + 2] == '-' || text[at + 2] == ' ';
        if (!separated || digit >= text.size() || text[digit] != '3')
            continue;
        // Some write the degrees of its zones: "TM-3°".
        const std::size_t end = digit + 1 < text.size() && text[digit + 1] == 'd' ? 2 : 1;
        text.replace(at, digit + end - at, std::string(" ") + tm3_word + " ");
    }
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The end of a number that begins there, signs, points and commas included.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    const std::size_t start = at;
    while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',' ||
                                (at == start && (text[at] == '-' || text[at] == '+'))))
        ++at;
    while (at > start && !is_digit(text[at - 1]))
        --at;
    return at;
}

/// "EPSG:32749" says the zone; the degrees that 4326 and 9470 (SRGI2013) name need no word.
std::string zone_of_system(int code) {
    if (code == 4326 || code == 9470)
        return " ";
    for (int number = 46; number <= 54; ++number) {
        for (const bool south : {true, false})
            if (const auto national = srgi2013_utm({number, south});
                code == utm({number, south}).epsg() || (national && code == national->epsg()))
                return utm_zone_name({number, south});
        for (const int half : {1, 2})
            if (const auto system = tm3({number, half}); system && system->epsg() == code)
                return tm3_zone_name({number, half});
    }
    return {};
}

std::string with_zones_of_systems(std::string text) {
    const std::string lower = lower_case(text);
    const std::size_t at = lower.find("epsg");
    if (at == std::string::npos)
        return text;
    std::size_t start = at + 4;
    while (start < text.size() && (text[start] == ':' || text[start] == ' '))
        ++start;
    std::size_t end = start;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    const auto code = parse_number(text.substr(start, end - start));
    const std::string zone =
        code && *code < 100000 ? zone_of_system(static_cast<int>(*code)) : std::string();
    return zone.empty() ? text : text.replace(at, end - at, " " + zone + " ");
}

/// "08-19-48.40" as "08 19 48.40": a stroke between figures is no sign, twice in a row.
std::string with_parted_angles(std::string text) {
    const auto digits_after = [&text](std::size_t at) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        return end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t degrees = digits_after(at);
        const std::size_t minutes = degrees > at && degrees < text.size() && text[degrees] == '-'
                                        ? digits_after(degrees + 1)
                                        : degrees;
        const bool parted = minutes > degrees + 1 && minutes + 1 < text.size() &&
                            text[minutes] == '-' && is_digit(text[minutes + 1]);
        if (parted)
            text[degrees] = text[minutes] = ' ';
        at = std::max(degrees, at + 1);
    }
    return text;
}

struct Labelled {
    std::size_t start = 0; ///< of the label
    std::size_t end = 0;   ///< of the number
    std::string number;
};

/// "X=500000", "x : 500000", "X 500000", "bujur: 109,7".
std::optional<Labelled> labelled(const std::string& text,
                                 std::initializer_list<std::string_view> labels) {
    const std::string lower = lower_case(text);
    for (const std::string_view label : labels)
        for (std::size_t at = lower.find(label); at != std::string::npos;
             at = lower.find(label, at + 1)) {
            if (at > 0 && is_letter(text[at - 1]))
                continue;
            const std::size_t end_of_label = at + label.size();
            std::size_t number = text.find_first_not_of(" =:", end_of_label);
            if (number == std::string::npos || number == end_of_label)
                continue;
            const std::size_t end = end_of_number(text, number);
            if (end > number)
                return Labelled{at, end, text.substr(number, end - number)};
        }
    return std::nullopt;
}

/// X is the easting or the longitude, Y the northing or the latitude, whichever stands first.
std::string with_letters_for_labels(std::string text) {
    const auto x = labelled(text, {"x", "longitude", "long", "lon", "bujur"});
    const auto y = labelled(text, {"y", "latitude", "lat", "lintang"});
    if (!x || !y)
        return text;
    std::string rest = text;
    const auto& [later, earlier] = x->start > y->start ? std::pair(x, y) : std::pair(y, x);
    rest.erase(later->start, later->end - later->start);
    rest.erase(earlier->start, earlier->end - earlier->start);
    const auto easting = parse_number(x->number.substr(0, x->number.find_first_of(".,")));
    const bool degrees = easting && std::abs(*easting) <= 180 &&
                         trimmed(rest).find_first_not_of(" ,;") == std::string::npos;
    return degrees ? y->number + "; " + x->number : x->number + " mT " + y->number + " mU " + rest;
}

} // namespace

std::string plain_spelling(std::string_view text) {
    std::string plain = with_zones_of_systems(with_plain_marks(text));
    return with_tm3_as_word(
        with_plain_words(with_letters_for_labels(with_parted_angles(std::move(plain)))));
}

} // namespace antardesa::crs::detail
