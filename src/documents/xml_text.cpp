#include "documents/detail/xml_text.h"

#include "base/text.h"

#include <algorithm>

namespace antardesa::documents::detail {

std::string xml_text(std::string_view text) {
    const std::string shown = shown_on_one_line(text);
    std::string xml;
    xml.reserve(shown.size());
    for (std::size_t at = 0; at < shown.size();) {
        const Character character = character_at(shown, at);
        if (character.length == 0 || character.code == 0xFFFE || character.code == 0xFFFF)
            xml += "\xEF\xBF\xBD";
        else if (character.code == '&')
            xml += "&amp;";
        else if (character.code == '<')
            xml += "&lt;";
        else if (character.code == '>')
            xml += "&gt;";
        else if (character.code == '"')
            xml += "&quot;";
        else
            xml.append(shown, at, character.length);
        at += std::max<std::size_t>(character.length, 1);
    }
    return xml;
}

} // namespace antardesa::documents::detail
