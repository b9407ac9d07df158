#pragma once

#include "documents/document.h"

namespace antardesa::documents::detail {

/// Places to sign under their heading from here on.
inline bool is_signed_group(const std::vector<Block>& blocks, std::size_t heading) {
    return heading + 1 < blocks.size() && std::holds_alternative<Heading>(blocks[heading]) &&
           std::holds_alternative<Signatures>(blocks[heading + 1]);
}

/// What ends a run of places to sign stands on no page alone: their last row is kept with the code
/// that follows, and those before the last with that group.
inline bool stays_with_next(const std::vector<Block>& blocks, std::size_t signatures) {
    const std::size_t next = signatures + 1;
    if (next >= blocks.size() || !std::holds_alternative<Signatures>(blocks[signatures]))
        return false;
    if (std::holds_alternative<SheetCode>(blocks[next]))
        return true;
    return is_signed_group(blocks, next) && !is_signed_group(blocks, next + 2);
}

} // namespace antardesa::documents::detail
