#include "workspace/import_source.h"

#include "base/result.h"
#include "base/text.h"
#include "io/vector_reader.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

bool is_vector(const fs::path& path) {
    const auto& endings = io::vector_extensions();
    const std::string ending = lower_case(path.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_register(const fs::path& path) {
    const std::string ending = lower_case(path.extension().string());
    return ending == ".csv" || ending == ".xlsx";
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void sort_in(ImportSources& sources, const fs::path& path) {
    if (is_register(path)) {
        sources.registers.push_back(path);
        return;
    }
    if (!is_vector(path))
        return;
    const std::string stem = lower_case(path.stem().string());
    if (stem.find("sungai") != std::string::npos)
        sources.references.emplace_back(model::ReferenceKind::river, path);
    else if (stem.find("jalan") != std::string::npos)
        sources.references.emplace_back(model::ReferenceKind::road, path);
    else if (sources.boundaries.empty() ||
             (stem.find("desa") != std::string::npos &&
              lower_case(sources.boundaries.stem().string()).find("desa") == std::string::npos))
        sources.boundaries = path;
}

} // namespace

ImportSources find_sources(const fs::path& given) {
    // Shells complete a folder's name, and so a .gdb's, with a slash behind it.
    const fs::path source = given.has_filename() ? given : given.parent_path();
    std::error_code ignored;
    if (!fs::exists(source, ignored))
        throw Error({"workspace.import.not_found", {source.string()}});
    ImportSources sources;
    if (!fs::is_directory(source, ignored) || is_vector(source)) {
        (is_register(source) ? sources.registers.emplace_back() : sources.boundaries) = source;
        return sources;
    }
    for (const fs::path& path : sorted_entries(source))
        sort_in(sources, path);
    if (sources.boundaries.empty() && sources.registers.empty() && sources.references.empty())
        throw Error({"workspace.import.nothing_in_folder", {source.string()}});
    return sources;
}

} // namespace antardesa::workspace
