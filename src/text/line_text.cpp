#include "text/detail/line_text.h"

#include "base/text.h"

namespace antardesa::text {
namespace {

constexpr std::string_view mark = "\xEF\xBF\xBD";

/// Length of the well-formed character at the start of `rest`; 0 if there is none.
std::size_t character_length(std::string_view rest) {
    for (std::size_t length = 1; length <= 4 && length <= rest.size(); ++length)
        if (is_utf8(rest.substr(0, length)))
            return length;
    return 0;
}

bool acts(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1)
        return first < 0x20 || first == 0x7F;
    if (character.size() == 2 && first == 0xC2)
        return static_cast<unsigned char>(character[1]) < 0xA0;
    if (character.size() != 3 || first != 0xE2)
        return false;
    const auto second = static_cast<unsigned char>(character[1]);
    const auto third = static_cast<unsigned char>(character[2]);
    // U+200B..200F and U+2028..202E; U+2066..2069.
    return (second == 0x80 &&
            ((third >= 0x8B && third <= 0x8F) || (third >= 0xA8 && third <= 0xAE))) ||
           (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

} // namespace

std::string one_visible_line(std::string_view bytes) {
    std::string line;
    line.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t length = character_length(bytes);
        const std::string_view character = bytes.substr(0, length);
        line += length == 0 || acts(character) ? mark : character;
        bytes.remove_prefix(length == 0 ? 1 : length);
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
