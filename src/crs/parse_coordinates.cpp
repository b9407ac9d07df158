#include "crs/coordinate_text.h"
#include "crs/detail/coordinate_scan.h"

#include <cmath>
#include <span>

namespace antardesa::crs {

namespace {

using detail::Group;
using detail::Mark;
using detail::Number;

enum class Axis { unknown, latitude, longitude };

struct Side {
    Axis axis = Axis::unknown;
    double sign = 1;
};

std::optional<Side> side_of(const std::string& letters) {
    if (letters.empty())
        return Side{};
    if (letters == "LS" || letters == "S")
        return Side{Axis::latitude, -1};
    if (letters == "LU" || letters == "N" || letters == "U")
        return Side{Axis::latitude, 1};
    if (letters == "BT" || letters == "E" || letters == "T")
        return Side{Axis::longitude, 1};
    if (letters == "BB" || letters == "W" || letters == "B")
        return Side{Axis::longitude, -1};
    return std::nullopt;
}

struct Angle {
    double degrees = 0;
    Axis axis = Axis::unknown;
};

// Degrees, then minutes and seconds below 60; only the last may have decimals.
std::optional<Angle> angle_of(std::span<const Number> numbers, const std::string& letters) {
    const auto side = side_of(letters);
    if (!side || numbers.empty() || numbers.size() > 3)
        return std::nullopt;
    double degrees = 0;
    double unit = 1;
    for (std::size_t i = 0; i < numbers.size(); ++i, unit /= 60) {
        const Number& n = numbers[i];
        const Mark expected = i == 0 ? Mark::degree : i == 1 ? Mark::minute : Mark::second;
        const bool last = i + 1 == numbers.size();
        if ((n.mark != Mark::none && n.mark != expected) || (!last && !n.whole) ||
            (i > 0 && (n.value >= 60 || n.negative)))
            return std::nullopt;
        degrees += n.value * unit;
    }
    const bool negative = numbers[0].negative;
    if (negative && side->axis != Axis::unknown)
        return std::nullopt;
    return Angle{(negative ? -degrees : degrees) * side->sign, side->axis};
}

std::optional<geo::Point> paired(const Angle& first, const Angle& second) {
    if ((first.axis == Axis::unknown) != (second.axis == Axis::unknown))
        return std::nullopt;
    const bool swapped = first.axis == Axis::longitude || second.axis == Axis::latitude;
    if (first.axis != Axis::unknown && first.axis == second.axis)
        return std::nullopt;
    const geo::Point p = swapped ? geo::Point{first.degrees, second.degrees}
                                 : geo::Point{second.degrees, first.degrees};
    if (std::abs(p.x) > 180 || std::abs(p.y) > 90)
        return std::nullopt;
    return p;
}

// Without letters both angles stand in one run of numbers: two equal halves.
std::optional<geo::Point> without_letters(std::span<const Number> numbers) {
    if (numbers.size() % 2 != 0 || numbers.size() > 6 || numbers.empty())
        return std::nullopt;
    const std::size_t half = numbers.size() / 2;
    const auto first = angle_of(numbers.first(half), {});
    const auto second = angle_of(numbers.subspan(half), {});
    return first && second ? paired(*first, *second) : std::nullopt;
}

/// "LS 7°15'30" BT 109°10'" as if the sides stood behind their angles.
void sides_behind(std::vector<Group>& groups) {
    if (groups.size() != 3 || !groups[0].numbers.empty() || groups[1].letters.empty() ||
        groups[1].numbers.empty() || !groups[2].letters.empty())
        return;
    groups[2].letters = std::move(groups[1].letters);
    groups[1].letters = std::move(groups[0].letters);
    groups.erase(groups.begin());
}

} // namespace

std::optional<geo::Point> parse_coordinates(std::string_view text) {
    if (text.size() > 200)
        return std::nullopt;
    if (const auto planar = detail::planar_in(text))
        return detail::degrees_of(*planar);
    auto groups = detail::scan_coordinates(text);
    if (!groups || groups->empty())
        return std::nullopt;
    sides_behind(*groups);
    if (groups->size() == 1 && groups->front().letters.empty())
        return without_letters(groups->front().numbers);
    if (groups->size() != 2)
        return std::nullopt;
    const auto first = angle_of((*groups)[0].numbers, (*groups)[0].letters);
    const auto second = angle_of((*groups)[1].numbers, (*groups)[1].letters);
    return first && second ? paired(*first, *second) : std::nullopt;
}

} // namespace antardesa::crs
