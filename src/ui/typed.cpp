#include "ui/typed.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace antardesa::ui {

std::optional<double> typed_number(std::string text, double most) {
    std::replace(text.begin(), text.end(), ',', '.');
    const auto value = parse_number(text);
    if (!value || !(*value > 0) || *value > most)
        return std::nullopt;
    return value;
}

std::string date_to_type(Date date) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02u-%02u-%04d", static_cast<unsigned>(date.day()),
                  static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
    return text.data();
}

} // namespace antardesa::ui
