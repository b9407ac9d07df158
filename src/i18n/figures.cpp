#include "i18n/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace antardesa::i18n {
namespace {

/// Digits without sign and separators: "12345.68".
std::string plain_digits(double value, int decimals) {
    // Fifteen digits are what a person typed; rounding their decimal form instead of the binary
    // one is what makes 1,005 come out as 1,01.
    const int before = value < 1 ? 1 : static_cast<int>(std::floor(std::log10(value))) + 1;
    const int kept = std::max(0, 15 - before);
    if (kept > decimals) {
        const double step = std::pow(10.0, -decimals);
        const double slack = std::pow(10.0, -kept) * 0.5;
        value = std::floor((value + slack) / step + 0.5) * step;
    }
    std::array<char, 400> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

} // namespace

std::string figure_text(double value, int decimals, const FigureForm& form) {
    if (!std::isfinite(value))
        return "—";
    decimals = std::clamp(decimals, 0, 9);
    const std::string digits = plain_digits(std::fabs(value), decimals);
    const std::size_t whole =
        decimals == 0 ? digits.size() : digits.size() - static_cast<std::size_t>(decimals) - 1;
    std::string text;
    if (value < 0 && digits.find_first_of("123456789") != std::string::npos)
        text += "−";
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0)
            text += form.thousands;
        text += digits[i];
    }
    if (decimals > 0)
        text += form.decimal + digits.substr(whole + 1);
    return text;
}

} // namespace antardesa::i18n
