#pragma once

#include "ui/frame.h"

namespace antardesa::ui {

/// Map metres to the glass.
class Placing {
  public:
    Placing(const FrameViews& views, Rect map)
        : centre_(views.view.centre), middle_(map.centre()),
          pixels_per_metre_(views.pixels_per_millimetre /
                            views.view.scale.metres_per_millimetre()) {}
    ImVec2 operator()(geo::Point p) const {
        return {middle_.x + static_cast<float>((p.x - centre_.x) * pixels_per_metre_),
                middle_.y + static_cast<float>((centre_.y - p.y) * pixels_per_metre_)};
    }
    /// Map metres of a place on the glass.
    geo::Point back(ImVec2 glass) const {
        return {centre_.x + static_cast<double>(glass.x - middle_.x) / pixels_per_metre_,
                centre_.y - static_cast<double>(glass.y - middle_.y) / pixels_per_metre_};
    }

  private:
    geo::Point centre_;
    ImVec2 middle_;
    double pixels_per_metre_;
};

} // namespace antardesa::ui
