#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace antardesa::io::detail {

enum class XmlFault {
    none,
    declares_entities, ///< a document type: entities are refused before any is expanded
    too_deep,
    truncated,
    tags_differ,      ///< one closes what another opened
    unknown_encoding, ///< or another than the file states
    after_the_end,    ///< something stands behind the outermost element
    undeclared_entity,
    malformed, ///< anything else that is no XML
};

/// What one walk over XML reports. Names come without their namespace prefix.
struct XmlEvents {
    std::function<void(const std::string& name, const std::map<std::string, std::string>&)> open;
    std::function<void(const std::string& name)> close;
    std::function<void(std::string_view)> text; ///< may come in pieces
    /// Bytes of the tag that `open` or `close` is told of next; none for the end of "<a/>".
    std::function<void(std::size_t begin, std::size_t length)> tag;
};

struct XmlOutcome {
    XmlFault fault = XmlFault::none;
    std::int64_t line = 0;
};

/// Walks a stranger's XML from its bytes: nothing external is loaded, a document type ends the
/// walk, elements nest at most 64 deep. UTF-8, UTF-16, ISO 8859-1 and US-ASCII.
XmlOutcome walk_xml(std::string_view bytes, const XmlEvents& events);

/// Throws `Error` "io.xml_…" for any fault, with the file and the line.
void require_sound(const XmlOutcome& outcome, const std::string& shown);

} // namespace antardesa::io::detail
