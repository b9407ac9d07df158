#include "text/detail/line_text.h"

#include "base/text.h"

#include <algorithm>

namespace antardesa::text {
namespace {

constexpr std::string_view mark = "\xEF\xBF\xBD";

} // namespace

std::string one_visible_line(std::string_view bytes) {
    std::string line;
    line.reserve(bytes.size());
    int marks = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = character_at(bytes, at);
        const std::size_t length = std::max<std::size_t>(character.length, 1);
        marks = character.length > 0 && is_combining(character.code) ? marks + 1 : 0;
        if (character.length == 0 || acts_unseen(character.code) || marks == most_combining + 1)
            line += mark;
        else if (marks <= most_combining)
            line += bytes.substr(at, length);
        at += length;
    }
    return line;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::string& word : split(text, ' '))
        if (!word.empty())
            words.push_back(std::move(word));
    return words;
}

std::vector<std::size_t> character_starts(std::string_view utf8) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < utf8.size(); ++i)
        if ((static_cast<unsigned char>(utf8[i]) & 0xC0) != 0x80)
            starts.push_back(i);
    starts.push_back(utf8.size());
    return starts;
}

} // namespace antardesa::text
