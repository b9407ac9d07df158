#pragma once

#include "workspace/office_list.h"

#include <span>
#include <string_view>

/// How offices call the columns of their lists.
namespace antardesa::workspace {

struct OfficeTitle {
    std::string_view words; ///< in small letters; the longest that a title has counts
    std::string_view field;
};
std::span<const OfficeTitle> office_titles(OfficeKind kind);

/// Words in titles and names of files by which a list of the kind is known.
std::span<const std::string_view> telling_words(OfficeKind kind);

} // namespace antardesa::workspace
