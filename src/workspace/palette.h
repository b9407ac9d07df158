#pragma once

#include "workspace/view_context.h"

namespace antardesa::workspace {

inline constexpr std::size_t palette_entries = 12;

/// What the present state allows; a command that it does not is not offered.
struct Offered {
    bool undo = false;
    bool redo = false;
    bool edit = false;    ///< a project is open for writing
    bool close = false;   ///< something is open
    bool project = false; ///< a project is
    bool accept = false;  ///< rows are not as they were written and can be declared right
    bool recover = false; ///< something is damaged
};

/// Villages by name or code, agreements by title or number, disputes, assets, segments and commands
/// that match the words, best first: whole beginnings before beginnings of a later word before
/// anything inside. Without words: the commands.
std::vector<PaletteEntry> find_in_palette(const ViewContext& context, const Offered& offered,
                                          const std::string& words);

} // namespace antardesa::workspace
