#include "crs/coordinate_text.h"

#include "base/text.h"

#include <cctype>
#include <cmath>
#include <vector>

namespace antardesa::crs {

namespace {

enum class Mark { none, degree, minute, second };
enum class Axis { unknown, latitude, longitude };

struct Number {
    double value = 0;
    bool negative = false;
    bool whole = true;
    std::size_t digits = 0;
    Mark mark = Mark::none;
};

/// Numbers up to a letter group, or up to a clear separator.
struct Group {
    std::vector<Number> numbers;
    std::string letters; ///< upper case
};

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

class Scanner {
  public:
    explicit Scanner(std::string text) : text_(std::move(text)) {}

    /// Nothing when a character has no meaning in coordinates.
    std::optional<std::vector<Group>> groups() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_digit(c) || c == '-' || c == '+') {
                if (!number())
                    return std::nullopt;
            } else if (c == 'd' || c == '\'' || c == '"') {
                if (!mark(c))
                    return std::nullopt;
            } else if (std::isalpha(static_cast<unsigned char>(c))) {
                letters();
            } else if (c == ' ' || c == '\t' || c == ',' || c == ';') {
                ++at_;
            } else {
                return std::nullopt;
            }
        }
        return std::move(groups_);
    }

  private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    char peek(std::size_t ahead) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    bool number() {
        Number number;
        if (text_[at_] == '-' || text_[at_] == '+')
            number.negative = text_[at_++] == '-';
        const std::size_t start = at_;
        while (is_digit(peek(0)))
            ++at_;
        number.digits = at_ - start;
        std::string digits = text_.substr(start, at_ - start);
        if ((peek(0) == ',' || peek(0) == '.') && is_digit(peek(1))) {
            number.whole = false;
            digits += '.';
            for (++at_; is_digit(peek(0)); ++at_)
                digits += text_[at_];
        }
        const auto value = parse_number(digits);
        if (!value)
            return false;
        number.value = *value;
        if (groups_.empty() || !groups_.back().letters.empty())
            groups_.emplace_back();
        groups_.back().numbers.push_back(number);
        return true;
    }

    bool mark(char c) {
        ++at_;
        if (groups_.empty() || groups_.back().numbers.empty() || !groups_.back().letters.empty())
            return false;
        Number& last = groups_.back().numbers.back();
        if (last.mark != Mark::none)
            return false;
        last.mark = c == 'd' ? Mark::degree : c == '\'' ? Mark::minute : Mark::second;
        return true;
    }

    void letters() {
        std::string word;
        while (std::isalpha(static_cast<unsigned char>(peek(0))) && peek(0) != 'd')
            word += static_cast<char>(std::toupper(static_cast<unsigned char>(text_[at_++])));
        if (groups_.empty() || !groups_.back().letters.empty())
            groups_.emplace_back();
        groups_.back().letters = word;
    }

    std::string text_;
    std::size_t at_ = 0;
    std::vector<Group> groups_;
};

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

// "298 712": a first number of up to three digits, then groups of exactly three.
std::optional<double> metres_of(std::span<const Number> numbers) {
    double value = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Number& n = numbers[i];
        const bool last = i + 1 == numbers.size();
        if (n.negative || n.mark != Mark::none || (!n.whole && !last) || (i > 0 && n.digits != 3) ||
            (numbers.size() > 1 && i == 0 && n.digits > 3))
            return std::nullopt;
        value = value * 1000 + n.value;
    }
    return numbers.empty() ? std::nullopt : std::optional(value);
}

std::optional<UtmZone> zone_of(const Number& number, const std::string& letters) {
    const bool south = letters == "S" || letters == "M" || letters == "L";
    if ((!south && letters != "N") || !number.whole || number.negative || number.value < 1 ||
        number.value > 60 || number.mark != Mark::none)
        return std::nullopt;
    return UtmZone{static_cast<int>(number.value), south};
}

std::optional<geo::Point> from_metres(UtmZone zone, std::optional<double> east,
                                      std::optional<double> north) {
    if (!east || !north || *east < 100000 || *east > 900000 || *north > 10000000)
        return std::nullopt;
    const Transformer transformer(utm(zone), wgs84());
    return transformer({*east, *north});
}

// "49S 298712 9161840" or what utm_text writes: "298 712 mT  9 161 840 mU  49S".
std::optional<geo::Point> as_utm(std::span<const Group> groups) {
    if (groups.size() == 2 && groups[0].numbers.size() == 1 && groups[1].letters.empty() &&
        groups[1].numbers.size() == 2) {
        const auto zone = zone_of(groups[0].numbers[0], groups[0].letters);
        const std::span<const Number> metres(groups[1].numbers);
        return zone ? from_metres(*zone, metres_of(metres.first(1)), metres_of(metres.subspan(1)))
                    : std::nullopt;
    }
    if (groups.size() == 3 && groups[0].letters == "MT" && groups[1].letters == "MU" &&
        groups[2].numbers.size() == 1) {
        const auto zone = zone_of(groups[2].numbers[0], groups[2].letters);
        return zone ? from_metres(*zone, metres_of(groups[0].numbers), metres_of(groups[1].numbers))
                    : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<geo::Point> parse_coordinates(std::string_view text) {
    if (text.size() > 200)
        return std::nullopt;
    const auto groups = Scanner(with_plain_marks(text)).groups();
    if (!groups || groups->empty())
        return std::nullopt;
    if (const auto position = as_utm(*groups))
        return position;
    if (groups->size() == 1 && groups->front().letters.empty())
        return without_letters(groups->front().numbers);
    if (groups->size() != 2)
        return std::nullopt;
    const auto first = angle_of((*groups)[0].numbers, (*groups)[0].letters);
    const auto second = angle_of((*groups)[1].numbers, (*groups)[1].letters);
    return first && second ? paired(*first, *second) : std::nullopt;
}

} // namespace antardesa::crs
