#pragma once

#include "cartography/mark.h"

#include <span>
#include <vector>

namespace antardesa::render_gl::detail {

/// A pixel box, y downwards.
struct PixelBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// The AGG side of the rasteriser: fills and strokes paths given in pixels (y downwards) onto an
/// opaque RGBA picture. Not for sharing between threads.
class Canvas {
  public:
    Canvas(int width, int height, style::Colour background);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void set_clip(const PixelBox& box);

    /// Adds a part to the path under construction. `close` makes it a ring.
    void move_to(geo::Point p);
    void line_to(geo::Point p);
    void close();
    bool path_empty() const;

    enum class Rule { even_odd, non_zero };
    /// Fills the path and forgets it.
    void fill(style::Colour colour, Rule rule);
    /// Strokes the path and forgets it. `width` in pixels.
    void stroke(style::Colour colour, double width, bool round);
    /// Strokes without forgetting, so that a halo can go under the fill of the same path.
    void stroke_keeping(style::Colour colour, double width);

    /// Copies pixels scaled into the box (nearest sample), for base pictures.
    void draw_image(const cartography::Image& image, const PixelBox& box);

    cartography::Image take() &&;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace antardesa::render_gl::detail
