#pragma once

#include "text/typesetter.h"

namespace antardesa::text {

/// File names that serve a style, best first; the last ones belong to the fallback typeface.
std::vector<std::string> font_file_names(Family family, Weight weight);

/// The first of the names that exists in one of the folders (names before folders); empty if
/// none does.
std::string find_font_file(const std::vector<std::filesystem::path>& folders,
                           const std::vector<std::string>& names);

} // namespace antardesa::text
