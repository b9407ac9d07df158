#include "workspace/typed_date.h"

#include <algorithm>

namespace antardesa::workspace {

std::optional<Date> typed_date(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char letter) { return letter == '/' || letter == '.'; }, '-');
    if (const auto date = parse_date(text))
        return date;
    if (text.size() != 10)
        return std::nullopt;
    return parse_date(text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
}

} // namespace antardesa::workspace
