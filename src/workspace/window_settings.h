#pragma once

#include "i18n/catalogue.h"
#include "workspace/action.h"

#include <filesystem>

namespace antardesa::workspace {

/// How the window is set up, kept over a restart in `folder`/setelan.json.
struct WindowSettings {
    i18n::Language language = i18n::Language::indonesian;
    UiTheme theme = UiTheme::light;
    int scale_percent = 100; ///< 100 to 250
    /// The office's own rules of compliance; empty: those that came with the program.
    std::filesystem::path rules_file = {};
    friend bool operator==(const WindowSettings&, const WindowSettings&) = default;
};

/// `trouble`: why the file cannot be used, in English, for the log; then `settings` are the
/// defaults. No file is no trouble. A few hundred bytes: read before the first frame.
struct ReadSettings {
    WindowSettings settings;
    std::string trouble = {};
};
ReadSettings read_window_settings(const std::filesystem::path& folder);
/// Whole or not at all. Throws `Error` as `write_whole_file` does.
void write_window_settings(const std::filesystem::path& folder, const WindowSettings& settings);

} // namespace antardesa::workspace
