#include "render_cairo/detail/handles.h"

namespace antardesa::render_cairo::detail {

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw Failure(cairo_status_to_string(status));
}

Context owned(cairo_t* context) {
    Context owner(context);
    check(cairo_status(context));
    return owner;
}

Surface owned(cairo_surface_t* surface) {
    Surface owner(surface);
    check(cairo_surface_status(surface));
    return owner;
}

Face owned(cairo_font_face_t* face) {
    Face owner(face);
    check(cairo_font_face_status(face));
    return owner;
}

Options owned(cairo_font_options_t* options) {
    Options owner(options);
    check(cairo_font_options_status(options));
    return owner;
}

Surface pixel_surface(int width, int height) {
    return owned(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
}

} // namespace antardesa::render_cairo::detail
