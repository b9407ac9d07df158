#pragma once

#include "json/value.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace antardesa::end_to_end {

struct Outcome {
    int code = 0;
    std::string out;
    std::string error;
};

inline std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A private folder and the processes run in it.
class Place {
  public:
    Place()
        : folder_(std::filesystem::temp_directory_path() /
                  ("antardesa-e2e-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_ / "kerja");
    }
    ~Place() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    std::filesystem::path work() const { return folder_ / "kerja"; }

    /// Runs a shell line in the work folder.
    Outcome shell(const std::string& line) const {
        const std::string out = (folder_ / "out").string();
        const std::string error = (folder_ / "error").string();
        const std::string whole = "cd '" + work().string() + "' && { " + line + "\n} >'" + out +
                                  "' 2>'" + error + "' </dev/null";
        const int status = std::system(whole.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, content(out), content(error)};
    }
    Outcome program(const std::string& arguments) const {
        return shell(std::string("'") + ANTARDESA_PROGRAM + "' " + arguments);
    }
    json::Value ask(const std::string& arguments) const {
        return json::parse(program(arguments + " --json").out);
    }
    bool has_tool(const std::string& name) const { return shell("command -v " + name).code == 0; }
    std::string listing() const { return shell("find . -type f | LC_ALL=C sort").out; }

  private:
    std::filesystem::path folder_;
};

} // namespace antardesa::end_to_end
