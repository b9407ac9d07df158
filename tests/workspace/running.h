#pragma once

#include "grid_file.h"
#include "workspace/workspace.h"

#include <atomic>

namespace antardesa::workspace::testing {

/// A rasteriser that only counts: pictures of the right size without drawing.
struct FakeRasteriser {
    std::shared_ptr<std::atomic<int>> calls = std::make_shared<std::atomic<int>>(0);

    Rasterise function() const {
        return [count = calls](const cartography::Drawing& drawing, double scale, Progress&) {
            ++*count;
            cartography::Image image;
            image.width = static_cast<int>(drawing.width.value * scale);
            image.height = static_cast<int>(drawing.height.value * scale);
            image.rgba.resize(4UL * static_cast<std::size_t>(image.width) *
                              static_cast<std::size_t>(image.height));
            return image;
        };
    }
};

/// A workspace as a window would drive it, without a window.
struct Running {
    explicit Running(Environment environment = test_environment())
        : workspace(std::move(environment), raster.function()) {
        workspace.dispatch(ResizeMap{800, 600, 96 / 25.4});
    }
    void act(const Action& action) {
        workspace.dispatch(action);
        workspace.settle();
    }
    int pictures() const { return *raster.calls; }
    bool says(const std::string& part) const {
        for (const NoticeView& notice : workspace.notices())
            if ((notice.text + notice.detail).find(part) != std::string::npos)
                return true;
        return false;
    }

    FakeRasteriser raster;
    Workspace workspace;
};

} // namespace antardesa::workspace::testing
