#include "base/text.h"
#include "io/vector_reader.h"
#include "workspace/palette.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

bool can_be_opened(const fs::path& path) {
    const std::string ending = lower_case(path.extension().string());
    const auto& endings = io::vector_extensions();
    return ending == ".gpkg" || ending == ".csv" ||
           std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string size_text(std::uintmax_t bytes, const i18n::Catalogue& language) {
    const auto size = static_cast<double>(bytes);
    if (size >= 1e6)
        return language.number(size / 1e6, 1) + " MB";
    return language.number(std::max(1.0, size / 1e3)) + " kB";
}

} // namespace

std::vector<FolderEntry> read_folder(const fs::path& folder, const i18n::Catalogue& language) {
    std::vector<FolderEntry> entries;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const fs::path path = at->path();
        const std::string name = path.filename().string();
        std::error_code ignored;
        // A FileGDB is a folder to the disk and a file to its reader.
        const bool directory = at->is_directory(ignored) && !can_be_opened(path);
        if (name.empty() || name.front() == '.' || (!directory && !can_be_opened(path)))
            continue;
        const std::uintmax_t size = directory ? 0 : at->file_size(ignored);
        entries.push_back({path, name, directory,
                           directory || ignored ? std::string() : size_text(size, language)});
    }
    std::sort(entries.begin(), entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
        if (a.folder != b.folder)
            return a.folder;
        return lower_case(a.name) < lower_case(b.name);
    });
    return entries;
}

} // namespace antardesa::workspace
