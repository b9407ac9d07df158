#include "workspace/data_file.h"

#include "base/result.h"

#include <fstream>
#include <sstream>

namespace antardesa::workspace {

std::string data_text(const std::filesystem::path& path, std::string_view key) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        throw Error({std::string(key), {path.string()}});
    return text.str();
}

} // namespace antardesa::workspace
