#include "workspace/recent_files.h"

#include "base/whole_file.h"
#include "json/value.h"

#include <fstream>
#include <sstream>

namespace antardesa::workspace {

namespace {

constexpr const char* file_name = "terkini.json";

} // namespace

std::vector<std::filesystem::path> read_recent_files(const std::filesystem::path& folder) {
    std::ifstream file(folder / file_name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    std::vector<std::filesystem::path> files;
    try {
        const json::Value list = json::parse(text.str());
        for (const json::Value& entry : list["files"].array())
            if (const std::string path = entry.string();
                !path.empty() && files.size() < recent_files_kept)
                files.emplace_back(path);
    } catch (const Error&) {
        return {};
    }
    return files;
}

void write_recent_files(const std::filesystem::path& folder,
                        const std::vector<std::filesystem::path>& files) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    json::Array list;
    for (const auto& path : files)
        list.emplace_back(path.string());
    json::Value value;
    value.set("files", std::move(list));
    write_whole_file(folder / file_name, json::print(value) + "\n");
}

std::vector<std::filesystem::path> with_recent(std::vector<std::filesystem::path> files,
                                               const std::filesystem::path& path) {
    std::erase(files, path);
    files.insert(files.begin(), path);
    if (files.size() > recent_files_kept)
        files.resize(recent_files_kept);
    return files;
}

} // namespace antardesa::workspace
