#pragma once

#include "cli/command_line.h"

namespace antardesa::app {

/// Draws the window without a display (EGL surfaceless) and saves its own frame; with frames,
/// pans and zooms along a fixed path and measures each. Throws `Error` "app.no_opengl" when the
/// machine cannot draw at all.
std::optional<cli::FrameTimes> take_screenshot(const cli::ScreenshotRequest& request,
                                               const workspace::Environment& environment);

} // namespace antardesa::app
