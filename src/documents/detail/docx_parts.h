#pragma once

#include "documents/document.h"

namespace antardesa::documents::detail {

// The parts of the package besides the body, as XML.
std::string content_types_part(bool with_code);
std::string package_relations_part();
std::string document_relations_part(bool with_code);
std::string core_properties_part(const Document& document);
std::string styles_part();
std::string numbering_part(int lists);
std::string header_part(const Document& document);
std::string footer_part(const Document& document);

inline constexpr const char* xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr const char* word_names =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")";

} // namespace antardesa::documents::detail
