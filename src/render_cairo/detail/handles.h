#pragma once

#include <cairo.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace antardesa::render_cairo::detail {

/// Something on the way to the file went wrong; `what()` is the reason alone. The public functions
/// turn it into `Error` with the file's name.
class Failure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Throws `Failure` with cairo's own words.
void check(cairo_status_t status);

struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyFace {
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};
struct DestroyOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

/// Owners. Made by `owned` only, so that an object in error is never held.
using Context = std::unique_ptr<cairo_t, DestroyContext>;
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Face = std::unique_ptr<cairo_font_face_t, DestroyFace>;
using Options = std::unique_ptr<cairo_font_options_t, DestroyOptions>;

Context owned(cairo_t* context);
Surface owned(cairo_surface_t* surface);
Face owned(cairo_font_face_t* face);
Options owned(cairo_font_options_t* options);

/// An ARGB32 surface of `width` × `height` pixels, transparent.
Surface pixel_surface(int width, int height);

} // namespace antardesa::render_cairo::detail
