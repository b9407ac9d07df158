#include "io/detail/xml_walk.h"

#include "base/result.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>

#include <expat.h>

namespace antardesa::io::detail {

namespace {

constexpr int deepest = 64;

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

std::string without_prefix(const char* name) {
    const std::string_view whole(name);
    const std::size_t colon = whole.rfind(':');
    return std::string(colon == std::string_view::npos ? whole : whole.substr(colon + 1));
}

/// Between expat's callbacks, through which no exception may pass.
struct Walk {
    const XmlEvents& events;
    XML_Parser parser;
    XmlOutcome outcome;
    int depth = 0;
    std::exception_ptr thrown;

    void stop(XmlFault fault) {
        outcome.fault = fault;
        XML_StopParser(parser, XML_FALSE);
    }

    void tell_tag() {
        if (events.tag)
            events.tag(static_cast<std::size_t>(XML_GetCurrentByteIndex(parser)),
                       static_cast<std::size_t>(XML_GetCurrentByteCount(parser)));
    }

    template<class Action>
    void guarded(Action action) {
        if (thrown || outcome.fault != XmlFault::none)
            return;
        try {
            action();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void XMLCALL on_open(void* self, const char* name, const char** attributes) {
    auto& walk = *static_cast<Walk*>(self);
    if (++walk.depth > deepest)
        return walk.stop(XmlFault::too_deep);
    walk.guarded([&] {
        std::map<std::string, std::string> values;
        for (; attributes[0]; attributes += 2)
            values[without_prefix(attributes[0])] = attributes[1];
        walk.tell_tag();
        if (walk.events.open)
            walk.events.open(without_prefix(name), values);
    });
}

void XMLCALL on_close(void* self, const char* name) {
    auto& walk = *static_cast<Walk*>(self);
    --walk.depth;
    walk.guarded([&] {
        walk.tell_tag();
        if (walk.events.close)
            walk.events.close(without_prefix(name));
    });
}

void XMLCALL on_text(void* self, const char* text, int length) {
    auto& walk = *static_cast<Walk*>(self);
    walk.guarded([&] {
        if (walk.events.text)
            walk.events.text({text, static_cast<std::size_t>(length)});
    });
}

void XMLCALL on_document_type(void* self, const char*, const char*, const char*, int) {
    static_cast<Walk*>(self)->stop(XmlFault::declares_entities);
}

XmlFault fault_of(XML_Error error) {
    switch (error) {
    case XML_ERROR_NO_MEMORY:
        throw std::bad_alloc();
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
        return XmlFault::truncated;
    case XML_ERROR_TAG_MISMATCH:
        return XmlFault::tags_differ;
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
        return XmlFault::unknown_encoding;
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return XmlFault::after_the_end;
    case XML_ERROR_UNDEFINED_ENTITY:
        return XmlFault::undeclared_entity;
    default:
        return XmlFault::malformed;
    }
}

} // namespace

XmlOutcome walk_xml(std::string_view bytes, const XmlEvents& events) {
    const Parser parser(XML_ParserCreate(nullptr));
    if (!parser)
        throw std::bad_alloc();
    Walk walk{events, parser.get(), {}, 0, nullptr};
    XML_SetUserData(parser.get(), &walk);
    XML_SetElementHandler(parser.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
    constexpr std::size_t piece = std::size_t{1} << 20;
    XML_Status status = XML_STATUS_OK;
    for (std::size_t at = 0; status == XML_STATUS_OK && at <= bytes.size(); at += piece) {
        const std::string_view part = bytes.substr(at, piece);
        status = XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()),
                           at + piece > bytes.size());
    }
    if (walk.thrown)
        std::rethrow_exception(walk.thrown);
    walk.outcome.line = static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get()));
    if (status != XML_STATUS_OK && walk.outcome.fault == XmlFault::none)
        walk.outcome.fault = fault_of(XML_GetErrorCode(parser.get()));
    return walk.outcome;
}

void require_sound(const XmlOutcome& outcome, const std::string& shown) {
    const std::string line = std::to_string(outcome.line);
    switch (outcome.fault) {
    case XmlFault::none:
        return;
    case XmlFault::declares_entities:
        throw Error({"io.xml_entities", {shown, line}});
    case XmlFault::too_deep:
        throw Error({"io.xml_too_deep", {shown, line}});
    case XmlFault::truncated:
        throw Error({"io.xml_truncated", {shown, line}});
    case XmlFault::tags_differ:
        throw Error({"io.xml_tags_differ", {shown, line}});
    case XmlFault::unknown_encoding:
        throw Error({"io.xml_unknown_encoding", {shown, line}});
    case XmlFault::after_the_end:
        throw Error({"io.xml_after_the_end", {shown, line}});
    case XmlFault::undeclared_entity:
        throw Error({"io.xml_undeclared_entity", {shown, line}});
    case XmlFault::malformed:
        throw Error({"io.xml_damaged", {shown, line}});
    }
}

} // namespace antardesa::io::detail
