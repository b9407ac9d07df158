#include "crs/crs.h"
#include "crs/detail/coordinate_scan.h"
#include "crs/tm3.h"

#include <cmath>
#include <span>

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

std::optional<Planar> with_metres(std::optional<Planar> zone, std::span<const Number> two) {
    if (two.size() != 2)
        return std::nullopt;
    return with_metres(zone, metres_of(two.first(1), false), metres_of(two.last(1), true));
}

bool is_plain(const Group& group, std::size_t numbers) {
    return group.letters.empty() && group.numbers.size() == numbers;
}

// "298 712 mT  9 161 840 mU  49S" and the same with "TM-3 49.1": what the program writes.
std::optional<Planar> marked(std::span<const Group> groups) {
    if (groups.size() < 3 || groups[0].letters != "MT" || groups[1].letters != "MU")
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

// "49.1 298712 1161840", "TM-3 49.1 298712 1161840", "298712 1161840 TM-3 49.1".
std::optional<Planar> as_tm3(std::span<const Group> groups) {
    if (groups.size() == 1 && is_plain(groups[0], 3)) {
        const std::span<const Number> numbers(groups[0].numbers);
        return with_metres(tm3_of(numbers[0]), numbers.last(2));
    }
    if (groups.size() != 2 || groups[0].letters != tm3_word)
        return std::nullopt;
    const std::span<const Number> after(groups[1].numbers);
    if (groups[0].numbers.empty() && is_plain(groups[1], 3))
        return with_metres(tm3_of(after[0]), after.last(2));
    if (is_plain(groups[1], 1))
        return with_metres(tm3_of(after[0]), groups[0].numbers);
    return std::nullopt;
}

// "49S 298712 9161840" and "298712 9161840 49S".
std::optional<Planar> as_utm(std::span<const Group> groups) {
    if (groups.size() == 1 && groups[0].numbers.size() == 3) {
        const std::span<const Number> numbers(groups[0].numbers);
        return with_metres(utm_of(numbers[2], groups[0].letters), numbers.first(2));
    }
    if (groups.size() == 2 && groups[0].numbers.size() == 1 && is_plain(groups[1], 2))
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

std::optional<geo::Point> degrees_of(const Planar& planar) {
    const geo::Point p = planar.metres;
    if (planar.tm3) {
        // A zone is some 330 km wide; half as much again on each side, 12.5° S to 9° N.
        if (p.x < 1000 || p.x > 500000 || p.y < 100000 || p.y > 2500000)
            return std::nullopt;
        const auto system = tm3({planar.zone, planar.half});
        return system ? Transformer(*system, wgs84())(p) : std::nullopt;
    }
    // A kabupaten may lie across a zone's side and across the equator: a degree or so beyond.
    constexpr double beyond = 1'000'000;
    if (p.x < 20'000 || p.x > 980'000 || p.y < (planar.south ? 0 : -beyond) ||
        p.y > 10'000'000 + (planar.south ? beyond : 0))
        return std::nullopt;
    return Transformer(utm({planar.zone, planar.south}), wgs84())(p);
}

} // namespace antardesa::crs::detail
