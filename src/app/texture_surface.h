#pragma once

#include "render_gl/glass.h"
#include "ui/window.h"

namespace antardesa::app {

/// Keeps the map's and the sheet preview's pixels as textures. Lives and dies with a current
/// context.
class TextureSurface : public ui::MapSurface {
  public:
    std::uint64_t map_texture(const workspace::MapPicture& picture) override;
    std::uint64_t preview_texture(const cartography::Image& image) override;

  private:
    render_gl::PictureTexture map_;
    render_gl::PictureTexture preview_;
    std::uint64_t map_generation_ = 0;
    const cartography::Image* previewed_ = nullptr;
};

} // namespace antardesa::app
