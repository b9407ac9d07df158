#include "crs/crs_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace antardesa::crs {

namespace {

constexpr std::size_t longest_text = 65536;
constexpr int deepest_nesting = 32;

bool is_dangerous(std::string_view text) {
    static constexpr std::array<std::string_view, 15> words{"nadgrid",
                                                            "geoidgrid",
                                                            "gridfile",
                                                            "gridshift",
                                                            "extension",
                                                            "+init",
                                                            "init=",
                                                            "://",
                                                            "proj=",
                                                            "pipeline",
                                                            "abridgedtransformation",
                                                            "parameterfile",
                                                            "@",
                                                            "/etc/",
                                                            "\\"};
    const std::string lower = lower_case(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

bool nests_too_deep(std::string_view text) {
    int depth = 0;
    for (const char c : text) {
        depth += (c == '[' || c == '(') - (c == ']' || c == ')');
        if (depth > deepest_nesting)
            return true;
    }
    return false;
}

} // namespace

TextVerdict judge_text(std::string_view text) {
    if (text.size() > longest_text || !is_utf8(text))
        return TextVerdict::refused;
    if (trimmed(text).empty())
        return TextVerdict::empty;
    return nests_too_deep(text) || is_dangerous(text) ? TextVerdict::refused
                                                      : TextVerdict::harmless;
}

} // namespace antardesa::crs
