#pragma once

#include <string>
#include <string_view>

namespace antardesa::documents::detail {

/// For element text and attributes: what XML 1.0 forbids or reads as its own is replaced, what acts
/// unseen is shown as \u{…} (`shown_on_one_line`). One line.
std::string xml_text(std::string_view text);

} // namespace antardesa::documents::detail
