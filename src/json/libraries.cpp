#include "json/libraries.h"

#include <nlohmann/json.hpp>

namespace antardesa::json {

std::vector<Library> libraries() {
    return {{"JSON for Modern C++",
             std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
                 std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
                 std::to_string(NLOHMANN_JSON_VERSION_PATCH),
             "MIT"}};
}

} // namespace antardesa::json
