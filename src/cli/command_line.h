#pragma once

#include "base/library.h"
#include "i18n/catalogue.h"
#include "workspace/verbs.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <vector>

namespace antardesa::cli {

/// `antardesa screenshot` as asked for.
struct ScreenshotRequest {
    std::filesystem::path project;
    std::filesystem::path output; ///< PNG; may be empty when only frames are measured
    int width = 1366;
    int height = 768;
    std::string
        panel; ///< "", "batas", "temuan", "aset", "lembar", "riwayat", "berkas", "setelan", …
    int frames = 0; ///< > 0: pan and zoom along the fixed path and measure
    i18n::Language language = i18n::Language::indonesian;
    std::stop_token stop = {}; ///< ends it with `Cancelled`
};
struct FrameTimes {
    int frames = 0;
    double median_ms = 0;
    double p99_ms = 0;
    double max_ms = 0;
    double floor_ms = 0;       ///< median frame of the same window with an empty map
    double first_frame_ms = 0; ///< from opening the file to the first complete map
    double sharp_ms = 0;       ///< longest wait for a crisp picture after the camera rested
};

/// What needs a window. Each throws `Error` when there is no way to draw.
struct Hooks {
    std::function<std::optional<FrameTimes>(const ScreenshotRequest&,
                                            const workspace::Environment&)>
        screenshot;
    /// Opens the window with a file, or empty; returns the exit code. The stop closes it as its
    /// close button does.
    std::function<int(const std::optional<std::filesystem::path>&, const workspace::Environment&,
                      std::optional<i18n::Language>, const std::stop_token&)>
        window;
    std::vector<Library> libraries = {}; ///< of the rooms that only the window links
};

/// Where the program's own files are; found by `app`.
struct Installation {
    std::filesystem::path data_folder;
    std::filesystem::path languages_folder;
    std::filesystem::path config_folder; ///< the person's own: recent files; empty: keep none
};

struct Streams {
    std::ostream& out;
    std::ostream& error;
    bool error_is_terminal = false; ///< progress is shown only then
};

/// The whole command line of product.md. Exit codes: 0 done, 1 refused or failed (one clear line
/// on `error`, nothing written), 2 usage; 128 and its number when a signal ended the work (130 by
/// SIGINT, 143 by SIGTERM), with the same line and nothing written. Never throws. Without a command
/// the window opens, with a file it opens that file.
int run_command_line(const std::vector<std::string>& arguments, const Installation& installation,
                     const Hooks& hooks, Streams streams);

} // namespace antardesa::cli
