#include "workspace/folder_desk.h"

#include "base/text.h"
#include "io/vector_reader.h"

#include <algorithm>
#include <utility>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

bool can_be_opened(const fs::path& path) {
    const std::string ending = lower_case(path.extension().string());
    const auto& endings = io::vector_extensions();
    return ending == ".gpkg" || ending == ".csv" || ending == ".xlsx" ||
           std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string size_text(std::uintmax_t bytes, const i18n::Catalogue& language) {
    const auto size = static_cast<double>(bytes);
    if (size >= 1e6)
        return language.number(size / 1e6, 1) + " MB";
    return language.number(std::max(1.0, size / 1e3)) + " kB";
}

/// Folders first, then files, each by name without case; hidden ones left out. A folder that cannot
/// be read is an empty one.
std::vector<FileEntry> read_folder(const fs::path& folder, const i18n::Catalogue& language,
                                   const Progress& progress) {
    std::vector<FileEntry> entries;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        progress.check();
        const fs::path path = at->path();
        const std::string name = path.filename().string();
        std::error_code ignored;
        // A FileGDB is a folder to the disk and a file to its reader.
        const bool directory = at->is_directory(ignored) && !can_be_opened(path);
        if (name.empty() || name.front() == '.')
            continue;
        const std::uintmax_t size = directory ? 0 : at->file_size(ignored);
        entries.push_back({path, name, directory,
                           directory || ignored ? std::string() : size_text(size, language),
                           directory || can_be_opened(path)});
    }
    std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) {
        if (a.folder != b.folder)
            return a.folder;
        return lower_case(a.name) < lower_case(b.name);
    });
    return entries;
}

} // namespace

const FolderView& FolderDesk::folder(const fs::path& path, bool afresh,
                                     const i18n::Catalogue& language) {
    if (asked_ && folder_.folder == path && !afresh)
        return folder_;
    asked_ = true;
    folder_ = {path, true, {}, folder_.number + 1};
    runner_.start(
        {"workspace.job.folder", {}},
        [this, path, &language](Progress& progress) -> JobRunner::Continuation {
            auto entries = read_folder(path, language, progress);
            return [this, path, entries = std::move(entries)] {
                if (folder_.folder == path) // else another one was asked for meanwhile
                    folder_ = {path, false, entries, folder_.number + 1};
            };
        },
        [](const Message&) {});
    return folder_;
}

std::optional<Target> FolderDesk::target(const fs::path& path) {
    if (target_ && target_->path == path)
        return std::exchange(target_, std::nullopt); // the next question looks again
    if (wanted_ == path && busy())
        return std::nullopt;
    wanted_ = path;
    runner_.start(
        {"workspace.job.folder", {}},
        [this, path](Progress&) -> JobRunner::Continuation {
            std::error_code ignored;
            const bool exists = fs::exists(fs::symlink_status(path, ignored));
            const bool is_folder = exists && fs::is_directory(path, ignored);
            return [this, found = Target{path, exists, is_folder}] { target_ = found; };
        },
        [](const Message&) {});
    return std::nullopt;
}

} // namespace antardesa::workspace
