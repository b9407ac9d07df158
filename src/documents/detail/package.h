#pragma once

#include <string>
#include <vector>

namespace antardesa::documents::detail {

struct Part {
    std::string name; ///< "word/document.xml"
    std::string bytes;
};
/// A ZIP of the parts in their order, every time in it 1980-01-01. Throws `Error`
/// "documents.not_packed".
std::string package_bytes(const std::vector<Part>& parts);

} // namespace antardesa::documents::detail
