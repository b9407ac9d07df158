#pragma once

#include "workspace/view_context.h"

#include <filesystem>

namespace antardesa::workspace {

inline constexpr std::size_t palette_entries = 12;

/// Villages by name or code, agreements by title or number, disputes, assets and commands that
/// match the words, best first: whole beginnings before beginnings of a later word before
/// anything inside. Without words: the commands.
std::vector<PaletteEntry> find_in_palette(const ViewContext& context, const std::string& words);

struct FolderEntry {
    std::filesystem::path path;
    std::string name;
    bool folder = false;
    std::string size; ///< "1,2 MB"; empty for folders
};
/// Folders first, then files that can be opened, each by name without case; hidden ones left
/// out. A folder that cannot be read is an empty one.
std::vector<FolderEntry> read_folder(const std::filesystem::path& folder,
                                     const i18n::Catalogue& language);

} // namespace antardesa::workspace
