#pragma once

#include <string>
#include <string_view>

namespace antardesa::io::detail {

/// The library's own words without paths, pointers and places in its sources; short, perhaps empty.
std::string technical_remark(std::string_view text);

} // namespace antardesa::io::detail
