#include "ui/marks.h"

#include "ui/draw.h"

namespace antardesa::ui {

namespace {

/// Where a mark's millimetres lie on the glass.
struct Ground {
    Scope& scope;
    ImVec2 origin;
    float scale;
    ImVec2 at(geo::Point p) const {
        return {origin.x + static_cast<float>(p.x) * scale,
                origin.y - static_cast<float>(p.y) * scale};
    }
    float size(Millimetres mm) const { return static_cast<float>(mm.value) * scale; }
};

ImDrawList& list() {
    return *ImGui::GetWindowDrawList();
}

void draw(const Ground& ground, const cartography::AreaMark& mark) {
    for (std::size_t i = 0; i < mark.rings.size(); ++i) {
        std::vector<ImVec2> points;
        for (const geo::Point p : mark.rings.part(i))
            points.push_back(ground.at(p));
        if (points.size() > 2)
            list().AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                       to_u32(mark.fill));
    }
}

void draw(const Ground& ground, const cartography::LineMark& mark) {
    const float width = std::max(1.0F, ground.size(mark.width));
    const ImU32 colour = to_u32(mark.colour);
    for (std::size_t i = 0; i < mark.lines.size(); ++i) {
        const auto part = mark.lines.part(i);
        if (part.size() == 2 && part[0] == part[1]) {
            list().AddCircleFilled(ground.at(part[0]), std::max(0.8F, width / 2), colour, 8);
            continue;
        }
        std::vector<ImVec2> points;
        for (const geo::Point p : part)
            points.push_back(ground.at(p));
        list().AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, width);
    }
}

void draw_outline(const Ground& ground, const cartography::PointMark& mark, Rect box,
                  float corner) {
    const float stroke = ground.size(mark.stroke_width);
    if (mark.fill.alpha > 0)
        fill(box, to_u32(mark.fill), corner);
    if (stroke > 0 && mark.stroke.alpha > 0)
        outline(box, to_u32(mark.stroke), corner, std::max(1.0F, stroke));
}

void draw(const Ground& ground, const cartography::PointMark& mark) {
    using cartography::Shape;
    const ImVec2 centre = ground.at(mark.position);
    const float half = ground.size(mark.size) / 2;
    const float wide = mark.shape == Shape::capsule ? ground.size(mark.width) / 2 : half;
    const Rect box{{centre.x - wide, centre.y - half}, {centre.x + wide, centre.y + half}};
    if (mark.shape == Shape::triangle)
        list().AddTriangleFilled({centre.x, box.min.y}, box.max, {box.min.x, box.max.y},
                                 to_u32(mark.fill));
    else if (mark.shape == Shape::square)
        draw_outline(ground, mark, box, 0);
    else
        draw_outline(ground, mark, box, mark.shape == Shape::rounded_square ? half * 0.45F : half);
    for (const text::GlyphRun& run : mark.content) {
        const bool icon = run.style.family == text::Family::icons;
        put_text_centred(ground.scope, box.inset(-8, 0), run.text,
                         icon ? Role::icon14 : Role::small, to_u32(mark.content_colour));
    }
}

void draw(const Ground& ground, const cartography::TextMark& mark) {
    const ImVec2 at = ground.at(mark.position + mark.offset);
    put_text(ground.scope, at, mark.run.text, Role::small, to_u32(mark.colour));
}

void draw(const Ground&, const cartography::ImageMark&) {
}

} // namespace

void draw_marks(Scope& scope, const std::vector<cartography::Mark>& marks, ImVec2 lower_left,
                float pixels_per_millimetre) {
    // A sample's letters belong to the sample, not to the panel's words.
    Witness* witness = std::exchange(scope.witness, nullptr);
    const Ground ground{scope, lower_left, pixels_per_millimetre};
    for (const cartography::Mark& mark : marks)
        std::visit([&](const auto& one) { draw(ground, one); }, mark);
    scope.witness = witness;
}

} // namespace antardesa::ui
