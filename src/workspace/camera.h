#pragma once

#include "cartography/scene.h"

namespace antardesa::workspace {

/// What part of the map the panel shows: follows pan and zoom at once, knows nothing of pictures.
/// Pixels count from the panel's upper left corner, y downwards; map coordinates are metres.
class Camera {
  public:
    const cartography::View& view() const { return view_; }
    double pixels_per_millimetre() const { return pixels_per_millimetre_; }
    double metres_per_pixel() const;

    /// Keeps centre and scale, or fits anew while nobody has moved since the last `fit`.
    void resize(int width, int height, double pixels_per_millimetre);
    /// How many pixels on the right something covers from top to bottom, and at the top from side
    /// to side: what is fitted or revealed stands beside and below it. Takes effect with the next
    /// `resize`, `fit` or `reveal`.
    void keep_clear(double right_pixels, double top_pixels = 0) {
        covered_right_ = right_pixels;
        covered_top_ = top_pixels;
    }
    /// The map follows the hand: `pixels` is how far the content moves.
    void pan(geo::Point pixels);
    /// Factor > 1 zooms in; the place under `at` stays where it is.
    void zoom(double factor, geo::Point at);
    void set_scale(double denominator);
    /// Shows all of the box with a little room around it. An empty box does nothing.
    void fit(const geo::Box& box);
    /// Moves so that the box is in view; changes the scale only when it does not fit.
    void reveal(const geo::Box& box);

    geo::Point to_map(geo::Point pixels) const;
    geo::Point to_pixels(geo::Point map) const;

  private:
    double limited(double denominator) const;
    double clear_width() const;  ///< millimetres
    double clear_height() const; ///< likewise
    geo::Box clear_extent() const;
    void centre_on(geo::Point place);
    cartography::View view_;
    double pixels_per_millimetre_ = 96 / 25.4;
    double covered_right_ = 0;
    double covered_top_ = 0;
    geo::Box fitted_; ///< empty once a person moved the map
};

} // namespace antardesa::workspace
