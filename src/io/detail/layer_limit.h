#pragma once

#include "base/finding.h"

namespace antardesa::io::detail {

/// No map of boundaries has more layers; the rest is named in one finding and not read.
inline constexpr int most_layers = 200;
/// A KML's folders become layers, at a price that grows with their square.
inline constexpr int most_folders = 2000;

inline Finding layers_not_read(const std::string& shown, int count) {
    return {Severity::warning,
            "layers_not_read",
            shown,
            std::nullopt,
            {"io.layers_not_read", {shown, std::to_string(count), std::to_string(most_layers)}}};
}

} // namespace antardesa::io::detail
