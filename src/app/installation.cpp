#include "app/installation.h"

#include <cstdlib>

namespace antardesa::app {

namespace fs = std::filesystem;

namespace {

fs::path first_existing(const char* variable, const fs::path& installed, const char* built) {
    if (const char* chosen = std::getenv(variable))
        return chosen;
    std::error_code ignored;
    return fs::is_directory(installed, ignored) ? installed : fs::path(built);
}

/// XDG base directory specification: where this person's settings belong.
fs::path config_folder() {
    if (const char* chosen = std::getenv("XDG_CONFIG_HOME"))
        return fs::path(chosen) / "antardesa";
    const char* home = std::getenv("HOME");
    return home ? fs::path(home) / ".config" / "antardesa" : fs::path();
}

} // namespace

cli::Installation find_installation() {
    std::error_code ignored;
    const fs::path share = fs::read_symlink("/proc/self/exe", ignored).parent_path().parent_path() /
                           "share" / "antardesa";
    return {first_existing("ANTARDESA_DATA", share / "data", ANTARDESA_DATA_FOLDER),
            first_existing("ANTARDESA_LANGUAGES", share / "languages", ANTARDESA_LANGUAGES_FOLDER),
            config_folder()};
}

} // namespace antardesa::app
