#pragma once

#include <string>
#include <string_view>

namespace antardesa::project::detail {

/// The QML (QGIS layer style) with which other programs shall show a layer of ours, so that the
/// file looks there much as it does here. Empty for a table without one. Part of the
/// schema that brought the layer.
std::string layer_style(std::string_view table);

} // namespace antardesa::project::detail
