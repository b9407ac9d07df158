#include "ui/placing.h"

#include "geo/shape.h"

namespace antardesa::ui {

namespace {

constexpr double beside = 96; ///< pixels

} // namespace

std::vector<geo::Line> Placing::parts_on_glass(const geo::Line& course) const {
    const geo::Box map{{static_cast<double>(map_.min.x), static_cast<double>(map_.min.y)},
                       {static_cast<double>(map_.max.x), static_cast<double>(map_.max.y)}};
    return geo::clipped(course, map.grown(beside));
}

std::vector<std::vector<ImVec2>> Placing::parts(std::span<const geo::Point> course) const {
    geo::Line placed;
    placed.reserve(course.size());
    for (const geo::Point p : course)
        placed.push_back(on_glass(p));
    std::vector<std::vector<ImVec2>> parts;
    for (const geo::Line& part : parts_on_glass(placed)) {
        std::vector<ImVec2>& points = parts.emplace_back();
        for (const geo::Point p : part)
            points.push_back({static_cast<float>(p.x), static_cast<float>(p.y)});
    }
    return parts;
}

void stroke_part(std::span<const ImVec2> part, ImU32 colour, float width) {
    if (part.size() > 1)
        ImGui::GetWindowDrawList()->AddPolyline(part.data(), static_cast<int>(part.size()), colour,
                                                0, width);
}

void stroke_course(const Placing& place, std::span<const geo::Point> course, ImU32 colour,
                   float width) {
    for (const std::vector<ImVec2>& part : place.parts(course))
        stroke_part(part, colour, width);
}

} // namespace antardesa::ui
