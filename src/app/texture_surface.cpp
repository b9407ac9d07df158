#include "app/texture_surface.h"

namespace antardesa::app {

std::uint64_t TextureSurface::map_texture(const workspace::MapPicture& picture) {
    if (!picture.image)
        return 0;
    if (picture.generation != map_generation_) {
        map_.upload(*picture.image);
        map_generation_ = picture.generation;
    }
    return map_.name();
}

std::uint64_t TextureSurface::preview_texture(const cartography::Image& image) {
    if (previewed_ != &image) {
        preview_.upload(image);
        previewed_ = &image;
    }
    return preview_.name();
}

} // namespace antardesa::app
