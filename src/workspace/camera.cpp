#include "workspace/camera.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

constexpr double largest_scale = 100;
constexpr double smallest_scale = 50'000'000;
/// Share of the panel that a fitted box may take.
constexpr double fit_share = 0.92;

} // namespace

double Camera::metres_per_pixel() const {
    return view_.scale.metres_per_millimetre() / pixels_per_millimetre_;
}

double Camera::clear_width() const {
    return std::max(view_.width.value - covered_right_ / pixels_per_millimetre_,
                    view_.width.value / 4);
}

double Camera::clear_height() const {
    return std::max(view_.height.value - covered_top_ / pixels_per_millimetre_,
                    view_.height.value / 2);
}

geo::Box Camera::clear_extent() const {
    geo::Box extent = view_.extent();
    const double metre = view_.scale.metres_per_millimetre();
    extent.max.x -= (view_.width.value - clear_width()) * metre;
    extent.max.y -= (view_.height.value - clear_height()) * metre;
    return extent;
}

void Camera::centre_on(geo::Point place) {
    const double metre = view_.scale.metres_per_millimetre();
    const double aside = (view_.width.value - clear_width()) / 2;
    const double down = (view_.height.value - clear_height()) / 2;
    view_.centre = {place.x + aside * metre, place.y + down * metre};
}

double Camera::limited(double denominator) const {
    return std::clamp(denominator, largest_scale, smallest_scale);
}

void Camera::resize(int width, int height, double pixels_per_millimetre) {
    if (width <= 0 || height <= 0 || !(pixels_per_millimetre > 0))
        return;
    pixels_per_millimetre_ = pixels_per_millimetre;
    view_.width = {width / pixels_per_millimetre};
    view_.height = {height / pixels_per_millimetre};
    view_.detail = {1 / (3 * pixels_per_millimetre)};
    if (!fitted_.empty())
        fit(geo::Box(fitted_));
}

void Camera::pan(geo::Point pixels) {
    const double metres = metres_per_pixel();
    view_.centre = {view_.centre.x - pixels.x * metres, view_.centre.y + pixels.y * metres};
    fitted_ = {};
}

void Camera::zoom(double factor, geo::Point at) {
    if (!(factor > 0))
        return;
    const geo::Point before = to_map(at);
    view_.scale = {limited(view_.scale.denominator / factor)};
    view_.centre = view_.centre + (before - to_map(at));
    fitted_ = {};
}

void Camera::set_scale(double denominator) {
    view_.scale = {limited(denominator)};
    fitted_ = {};
}

void Camera::fit(const geo::Box& box) {
    if (box.empty())
        return;
    const double across = box.width() / (clear_width() * fit_share);
    const double up = box.height() / (clear_height() * fit_share);
    view_.scale = {limited(std::max(across, up) * 1000)};
    centre_on(box.centre());
    fitted_ = box;
}

void Camera::reveal(const geo::Box& box) {
    const geo::Box shown = clear_extent();
    if (box.empty() || shown.contains(box))
        return;
    if (box.width() > shown.width() * fit_share || box.height() > shown.height() * fit_share) {
        fit(box);
        fitted_ = {};
        return;
    }
    centre_on(box.centre());
    fitted_ = {};
}

geo::Point Camera::to_map(geo::Point pixels) const {
    const double metres = metres_per_pixel();
    const double middle_x = view_.width.value * pixels_per_millimetre_ / 2;
    const double middle_y = view_.height.value * pixels_per_millimetre_ / 2;
    return {view_.centre.x + (pixels.x - middle_x) * metres,
            view_.centre.y - (pixels.y - middle_y) * metres};
}

geo::Point Camera::to_pixels(geo::Point map) const {
    const double metres = metres_per_pixel();
    const double middle_x = view_.width.value * pixels_per_millimetre_ / 2;
    const double middle_y = view_.height.value * pixels_per_millimetre_ / 2;
    return {middle_x + (map.x - view_.centre.x) / metres,
            middle_y - (map.y - view_.centre.y) / metres};
}

} // namespace antardesa::workspace
