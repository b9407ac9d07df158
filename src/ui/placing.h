#pragma once

#include "ui/frame.h"

#include <span>

namespace antardesa::ui {

/// Map metres to the glass.
class Placing {
  public:
    Placing(const FrameViews& views, Rect map)
        : map_(map), centre_(views.view.centre), middle_(map.centre()),
          pixels_per_metre_(views.pixels_per_millimetre /
                            views.view.scale.metres_per_millimetre()) {}
    ImVec2 operator()(geo::Point p) const {
        const geo::Point at = on_glass(p);
        return {static_cast<float>(at.x), static_cast<float>(at.y)};
    }
    /// The same in pixels that are not rounded to what a float holds.
    geo::Point on_glass(geo::Point p) const {
        return {static_cast<double>(middle_.x) + (p.x - centre_.x) * pixels_per_metre_,
                static_cast<double>(middle_.y) + (centre_.y - p.y) * pixels_per_metre_};
    }
    /// Map metres of a place on the glass.
    geo::Point back(ImVec2 glass) const {
        return {centre_.x + static_cast<double>(glass.x - middle_.x) / pixels_per_metre_,
                centre_.y - static_cast<double>(glass.y - middle_.y) / pixels_per_metre_};
    }

    /// What of a course lies on the map or within a hand's breadth of it. Of what is far beyond
    /// nothing is drawn: zoomed in deep its pixels are more than a float can tell apart, and lines
    /// to it would cross the glass where there are none.
    std::vector<std::vector<ImVec2>> parts(std::span<const geo::Point> course) const;
    /// The same of places on the glass.
    std::vector<geo::Line> parts_on_glass(const geo::Line& course) const;

  private:
    Rect map_;
    geo::Point centre_;
    ImVec2 middle_;
    double pixels_per_metre_;
};

/// Draws what of the course there is to see.
void stroke_course(const Placing& place, std::span<const geo::Point> course, ImU32 colour,
                   float width);
void stroke_part(std::span<const ImVec2> part, ImU32 colour, float width);

} // namespace antardesa::ui
