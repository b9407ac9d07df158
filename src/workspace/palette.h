#pragma once

#include "workspace/view_context.h"

namespace antardesa::workspace {

inline constexpr std::size_t palette_entries = 12;

/// Villages by name or code, agreements by title or number, disputes, assets and commands that
/// match the words, best first: whole beginnings before beginnings of a later word before
/// anything inside. Without words: the commands.
std::vector<PaletteEntry> find_in_palette(const ViewContext& context, const std::string& words);

} // namespace antardesa::workspace
