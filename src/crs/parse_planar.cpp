#include "crs/crs.h"
#include "crs/detail/coordinate_scan.h"
#include "crs/tm3.h"

#include <cmath>
#include <span>
#include <utility>

namespace antardesa::crs::detail {

namespace {

// "298 712": a first number of up to three digits, then groups of exactly three. A northing beyond
// the equator of its zone is negative as a whole.
std::optional<double> metres_of(std::span<const Number> numbers, bool northing) {
    double value = 0;
    const bool negative = !numbers.empty() && numbers[0].negative;
    if (negative && !northing)
        return std::nullopt;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Number& n = numbers[i];
        const bool last = i + 1 == numbers.size();
        if ((n.negative && i > 0) || n.mark != Mark::none || (!n.whole && !last) ||
            (i > 0 && n.digits != 3) || (numbers.size() > 1 && i == 0 && n.digits > 3))
            return std::nullopt;
        value = value * 1000 + n.value;
    }
    return numbers.empty() ? std::nullopt : std::optional(negative ? -value : value);
}

std::optional<Planar> utm_of(const Number& number, const std::string& letters) {
    const bool south = letters == "S" || letters == "M" || letters == "L";
    if ((!south && letters != "N") || !number.whole || number.negative || number.value < 1 ||
        number.value > 60 || number.mark != Mark::none)
        return std::nullopt;
    return Planar{{}, false, static_cast<int>(number.value), south, 0};
}

// "49.1": the western half of zone 49.
std::optional<Planar> tm3_of(const Number& number) {
    constexpr double beyond_all_zones = 61;
    if (!(number.value < beyond_all_zones))
        return std::nullopt;
    const double tenths = number.value * 10;
    const int zone = static_cast<int>(std::floor(number.value));
    const int half = static_cast<int>(std::lround(tenths)) - 10 * zone;
    if (number.negative || number.whole || number.mark != Mark::none ||
        std::abs(tenths - std::round(tenths)) > 1e-9 || !tm3(Tm3Zone{zone, half}))
        return std::nullopt;
    return Planar{{}, true, zone, false, half};
}

std::optional<Planar> with_metres(std::optional<Planar> zone, std::optional<double> east,
                                  std::optional<double> north) {
    if (!zone || !east || !north)
        return std::nullopt;
    zone->metres = {*east, *north};
    return zone;
}

bool is_in_range(const Planar& planar) {
    const geo::Point p = planar.metres;
    // A zone of TM-3 is some 330 km wide; half as much again on each side, 12.5° S to 9° N.
    if (planar.tm3)
        return p.x >= 1000 && p.x <= 500000 && p.y >= 100000 && p.y <= 2500000;
    // A kabupaten may lie across a zone's side and across the equator: a degree or so beyond.
    constexpr double beyond = 1'000'000;
    return p.x >= 20'000 && p.x <= 980'000 && p.y >= (planar.south ? 0 : -beyond) &&
           p.y <= 10'000'000 + (planar.south ? beyond : 0);
}

// Two numbers, or "298 712 9 161 840" where one way alone to part it makes sense.
std::optional<Planar> with_metres(std::optional<Planar> zone, std::span<const Number> numbers) {
    if (numbers.size() == 2)
        return with_metres(zone, metres_of(numbers.first(1), false),
                           metres_of(numbers.last(1), true));
    std::optional<Planar> found;
    for (std::size_t east = 1; east < numbers.size(); ++east) {
        const auto read = with_metres(zone, metres_of(numbers.first(east), false),
                                      metres_of(numbers.subspan(east), true));
        if (!read || !is_in_range(*read))
            continue;
        if (found)
            return std::nullopt;
        found = read;
    }
    return found;
}

bool is_plain(const Group& group, std::size_t numbers) {
    return group.letters.empty() && group.numbers.size() == numbers;
}

bool is_east(const std::string& letters) {
    return letters == "MT" || letters == "ME" || letters == "T" || letters == "E" || letters == "M";
}
bool is_north(const std::string& letters) {
    return letters == "MU" || letters == "MN" || letters == "U" || letters == "N" || letters == "M";
}

// "49S 298712 mE 9161840 mN", "TM-3 49.1 287654 mE 663210 mN".
std::optional<Planar> marked_after_zone(std::span<const Group> groups) {
    if (groups.size() != 3 || !is_east(groups[1].letters) || !is_north(groups[2].letters))
        return std::nullopt;
    std::span<const Number> east(groups[1].numbers);
    std::optional<Planar> zone;
    if (groups[0].letters == tm3_word && groups[0].numbers.empty() && east.size() > 1) {
        zone = tm3_of(east.front());
        east = east.subspan(1);
    } else if (groups[0].numbers.size() == 1) {
        zone = utm_of(groups[0].numbers[0], groups[0].letters);
    }
    return with_metres(zone, metres_of(east, false), metres_of(groups[2].numbers, true));
}

// "298 712 mT  9 161 840 mU  49S" and the same with "TM-3 49.1": what the program writes.
std::optional<Planar> marked_east_first(std::span<const Group> groups) {
    if (const auto read = marked_after_zone(groups))
        return read;
    if (groups.size() < 3 || !is_east(groups[0].letters) || !is_north(groups[1].letters))
        return std::nullopt;
    std::optional<Planar> zone;
    if (groups.size() == 3 && groups[2].numbers.size() == 1)
        zone = utm_of(groups[2].numbers[0], groups[2].letters);
    if (groups.size() == 4 && groups[2].numbers.empty() && groups[2].letters == tm3_word &&
        is_plain(groups[3], 1))
        zone = tm3_of(groups[3].numbers[0]);
    return with_metres(zone, metres_of(groups[0].numbers, false),
                       metres_of(groups[1].numbers, true));
}

// "9 161 840 mU  298 712 mT  49S", too.
std::optional<Planar> marked(const std::vector<Group>& groups) {
    if (const auto read = marked_east_first(groups))
        return read;
    for (std::size_t first = 0; first + 1 < groups.size(); ++first) {
        const std::string& one = groups[first].letters;
        if (one == "M" || !is_north(one) || !is_east(groups[first + 1].letters))
            continue;
        std::vector<Group> turned = groups;
        std::swap(turned[first], turned[first + 1]);
        return marked_east_first(turned);
    }
    return std::nullopt;
}

// "49.1 298712 1161840", "TM-3 49.1 298712 1161840", "298712 1161840 TM-3 49.1".
std::optional<Planar> as_tm3(std::span<const Group> groups) {
    if (groups.size() == 1 && groups[0].letters.empty() && groups[0].numbers.size() >= 3) {
        const std::span<const Number> numbers(groups[0].numbers);
        return with_metres(tm3_of(numbers[0]), numbers.subspan(1));
    }
    if (groups.size() != 2 || groups[0].letters != tm3_word)
        return std::nullopt;
    const std::span<const Number> after(groups[1].numbers);
    if (groups[0].numbers.empty() && groups[1].letters.empty() && after.size() >= 3)
        return with_metres(tm3_of(after[0]), after.subspan(1));
    if (is_plain(groups[1], 1))
        return with_metres(tm3_of(after[0]), groups[0].numbers);
    return std::nullopt;
}

// "49S 298712 9161840" and "298712 9161840 49S".
std::optional<Planar> as_utm(std::span<const Group> groups) {
    if (groups.size() == 1 && groups[0].numbers.size() >= 3) {
        const std::span<const Number> numbers(groups[0].numbers);
        return with_metres(utm_of(numbers.back(), groups[0].letters),
                           numbers.first(numbers.size() - 1));
    }
    if (groups.size() == 2 && groups[0].numbers.size() == 1 && groups[1].letters.empty())
        return with_metres(utm_of(groups[0].numbers[0], groups[0].letters), groups[1].numbers);
    return std::nullopt;
}

} // namespace

std::optional<Planar> planar_of(const std::vector<Group>& groups) {
    if (const auto read = marked(groups))
        return read;
    if (const auto read = as_tm3(groups))
        return read;
    return as_utm(groups);
}

namespace {

/// Some write the northing first. No easting is as great as a northing south of the equator.
std::optional<Planar> northing_first(std::optional<Planar> read) {
    if (read)
        std::swap(read->metres.x, read->metres.y);
    return read;
}

} // namespace

std::optional<Planar> planar_in(std::string_view text) {
    const auto groups = scan_coordinates(text);
    const auto plain = groups ? planar_of(*groups) : std::nullopt;
    if (plain && is_in_range(*plain))
        return plain;
    const auto parted = scan_coordinates(text, true);
    const auto grouped = parted ? planar_of(*parted) : std::nullopt;
    if (grouped && is_in_range(*grouped))
        return grouped;
    for (const auto& read : {plain, grouped})
        if (const auto turned = northing_first(read); turned && is_in_range(*turned))
            return turned;
    return plain;
}

std::optional<geo::Point> degrees_of(const Planar& planar) {
    if (!is_in_range(planar))
        return std::nullopt;
    if (planar.tm3) {
        const auto system = tm3({planar.zone, planar.half});
        return system ? Transformer(*system, wgs84())(planar.metres) : std::nullopt;
    }
    return Transformer(utm({planar.zone, planar.south}), wgs84())(planar.metres);
}

} // namespace antardesa::crs::detail
