#pragma once

#include "base/library.h"
#include "i18n/catalogue.h"

#include <filesystem>
#include <vector>

/// What the program is and stands on, for the About box, `antardesa about` and reports.
namespace antardesa::workspace {

/// As in CMakeLists.txt, project(… VERSION …).
inline constexpr const char* program_version = "0.1.0";

/// What only the window knows; told once at its start.
struct MachineFacts {
    std::string renderer;           ///< "llvmpipe (LLVM 15.0.6)"; empty: no window
    std::string graphics;           ///< "4.5 (Core Profile) Mesa 22.3.6"
    std::vector<Library> libraries; ///< of the rooms above this one
};

/// Of this room and those below it.
std::vector<Library> libraries();

struct AboutView {
    std::string program;                                    ///< "AntarDesa 0.1.0"
    std::vector<std::pair<std::string, std::string>> facts; ///< label, value
    std::vector<Library> libraries;
};
struct AboutRequest {
    MachineFacts machine;
    std::filesystem::path data_folder;
    std::filesystem::path config_folder;
    int slow_frames = 0; ///< over 100 ms since the start
    double worst_frame_ms = 0;
};
AboutView make_about(const AboutRequest& request, const i18n::Catalogue& language);

} // namespace antardesa::workspace
