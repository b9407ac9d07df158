#include "workspace/sheet_code.h"

#include "crs/crs.h"
#include "digest/hash.h"

#include <algorithm>
#include <cmath>

namespace antardesa::workspace {

namespace {

/// Without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U.
constexpr std::string_view alphabet = "34679ACDEFGHJKMNPRTVWXY";
constexpr int base = 23; ///< prime: weights 1 … 16 tell every single fault and exchange apart
static_assert(alphabet.size() == base);
constexpr std::size_t day_signs = 3;
constexpr std::size_t hash_signs = 12;
constexpr std::size_t all_signs = day_signs + hash_signs + 1;
constexpr std::chrono::sys_days first_day{std::chrono::year(2020) / 1 / 1};
constexpr int days_told = base * base * base;

using Millimetres = std::vector<std::pair<long long, long long>>;

std::string text_of(const Millimetres& line) {
    std::string text;
    for (const auto& [x, y] : line)
        text += std::to_string(x) + ' ' + std::to_string(y) + ',';
    return text;
}

crs::UtmZone zone_of(const geo::MultiLine& lines) {
    geo::Box box;
    for (const geo::Line& line : lines)
        for (const geo::Point p : line)
            box.extend(p);
    return crs::utm_zone(box.centre());
}

char sign_of(int value) {
    return alphabet[static_cast<std::size_t>(value)];
}

/// Makes the weighted sum of all signs divisible by the base.
char check_sign(std::string_view signs) {
    int sum = 0;
    for (std::size_t i = 0; i < signs.size(); ++i)
        sum += static_cast<int>(alphabet.find(signs[i])) * static_cast<int>(i + 1);
    // The last sign has the weight 16, whose inverse modulo 23 is 13 (16 · 13 = 208 = 9 · 23 + 1).
    constexpr int inverse = 13;
    return sign_of((base - sum % base) % base * inverse % base);
}

std::string grouped(std::string_view signs) {
    std::string text;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += '-';
        text += signs[i];
    }
    return text;
}

std::string signs_of(std::string_view form) {
    const digest::Sha256 hash =
        digest::sha256({reinterpret_cast<const std::uint8_t*>(form.data()), form.size()});
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | hash[i];
    std::string signs;
    for (std::size_t i = 0; i < hash_signs; ++i, number /= base)
        signs += sign_of(static_cast<int>(number % base));
    return signs;
}

template<class Segments>
geo::MultiLine lines_of(const Segments& segments) {
    geo::MultiLine lines;
    for (const model::BoundarySegment* segment : segments)
        if (segment->geometry)
            lines.insert(lines.end(), segment->geometry->begin(), segment->geometry->end());
    return lines;
}

} // namespace

std::optional<int> code_day(Date day) {
    const auto number = (std::chrono::sys_days(day) - first_day).count();
    if (number < 0 || number >= days_told)
        return std::nullopt;
    return static_cast<int>(number);
}

std::string canonical_form(const geo::MultiLine& lines, std::string_view case_number, int day) {
    const crs::Transformer to_metres(crs::wgs84(), crs::utm(zone_of(lines)));
    std::vector<std::string> texts;
    for (const geo::Line& line : lines) {
        Millimetres points;
        for (const geo::Point p : line) {
            const geo::Point metres = to_metres(p).value_or(p);
            const std::pair at{std::llround(metres.x * 1000), std::llround(metres.y * 1000)};
            if (points.empty() || points.back() != at)
                points.push_back(at);
        }
        if (std::lexicographical_compare(points.rbegin(), points.rend(), points.begin(),
                                         points.end()))
            std::reverse(points.begin(), points.end());
        texts.push_back(text_of(points));
    }
    std::sort(texts.begin(), texts.end());
    std::string form = "antardesa-lembar-1\n" + std::to_string(day) + '\n';
    form.append(case_number).append("\n");
    for (const std::string& text : texts)
        form += text + '\n';
    return form;
}

std::string sheet_code(const geo::MultiLine& lines, std::string_view case_number, Date day) {
    const auto number = code_day(day);
    if (!number || lines.empty())
        return {};
    std::string signs{sign_of(*number / (base * base)), sign_of(*number / base % base),
                      sign_of(*number % base)};
    signs += signs_of(canonical_form(lines, case_number, *number));
    signs += check_sign(signs);
    return grouped(signs);
}

std::string sheet_code(const model::BoundarySegment& segment, Date day) {
    return segment.geometry ? sheet_code(*segment.geometry, "", day) : std::string();
}

std::string sheet_code(const model::Atlas& atlas, const model::BoundaryDispute& dispute, Date day) {
    return sheet_code(lines_of(atlas.segments_of(dispute)), dispute.number, day);
}

std::string sheet_code(const model::Atlas& atlas, Id<model::Village> village, Date day) {
    return sheet_code(lines_of(atlas.segments_of(village)), "", day);
}

std::optional<ReadCode> read_code(std::string_view typed) {
    std::string signs;
    for (const char one : typed) {
        const char sign = one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one;
        if (sign != ' ' && sign != '-' && sign != '\t' && sign != '\n' && sign != '\r')
            signs += sign;
    }
    if (signs.starts_with(code_scheme))
        signs.erase(0, code_scheme.size());
    if (signs.size() != all_signs || signs.find_first_not_of(alphabet) != std::string::npos ||
        check_sign(std::string_view(signs).substr(0, all_signs - 1)) != signs.back())
        return std::nullopt;
    int day = 0;
    for (std::size_t i = 0; i < day_signs; ++i)
        day = day * base + static_cast<int>(alphabet.find(signs[i]));
    return ReadCode{grouped(signs), Date(first_day + std::chrono::days(day))};
}

} // namespace antardesa::workspace
