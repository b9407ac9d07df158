#include "workspace/typed_date.h"

#include "base/text.h"

#include <algorithm>

namespace antardesa::workspace {

std::optional<Date> typed_date(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char letter) { return letter == '/' || letter == '.'; }, '-');
    if (const auto date = parse_date(text))
        return date;
    std::vector<std::string> parts = split(text, '-');
    if (parts.size() != 3 || parts[2].size() != 4)
        return std::nullopt;
    for (std::string& part : parts)
        part.insert(0, part.size() == 1 ? 1 : 0, '0');
    return parse_date(parts[2] + "-" + parts[1] + "-" + parts[0]);
}

} // namespace antardesa::workspace
