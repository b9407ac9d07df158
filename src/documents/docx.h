#pragma once

#include "documents/document.h"

namespace antardesa::documents {

/// The document for a word processor: WordprocessingML (ISO/IEC 29500-1, transitional) in an OPC
/// package. Same input, same bytes. Throws `Error` "documents.not_packed".
std::string docx_bytes(const Document& document);

} // namespace antardesa::documents
