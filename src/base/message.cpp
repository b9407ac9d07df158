#include "base/message.h"

#include <charconv>

namespace antardesa {

std::string fill_placeholders(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string text;
    text.reserve(pattern.size());
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            text += pattern[at];
            continue;
        }
        if (pattern.substr(at, 2) == "{{") {
            text += '{';
            ++at;
            continue;
        }
        std::size_t index = 0;
        const char* end = pattern.data() + pattern.size();
        auto [stop, failure] = std::from_chars(pattern.data() + at + 1, end, index);
        if (failure == std::errc{} && stop != end && *stop == '}' && index < arguments.size()) {
            text += arguments[index];
            at = static_cast<std::size_t>(stop - pattern.data());
        } else {
            text += '{';
        }
    }
    return text;
}

std::string debug_text(const Message& message) {
    std::string text = message.key + "(";
    for (const std::string& argument : message.arguments) {
        if (text.back() != '(')
            text += ", ";
        text += argument;
    }
    return text + ")";
}

} // namespace antardesa
