// One look on glass and paper: the same drawing through AGG and through cairo must agree.
#include "render_cairo/paper.h"
#include "render_gl/raster.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace antardesa;
using geo::Point;

namespace {

std::vector<Point> wavy_ring(Point centre, double radius) {
    std::vector<Point> ring;
    for (int i = 0; i <= 90; ++i) {
        const double angle = 2 * 3.14159265358979 * i / 90;
        const double reach = radius * (1 + 0.15 * std::sin(7 * angle));
        ring.push_back(centre + Point{std::cos(angle), std::sin(angle)} * reach);
    }
    ring.back() = ring.front();
    return ring;
}

cartography::Drawing sample_drawing(const text::Typesetter& typesetter) {
    cartography::Drawing drawing;
    drawing.width = {80};
    drawing.height = {60};
    auto& group = drawing.groups.emplace_back();
    group.placement = {{0, 0}, {0, 0}, 0.1};
    cartography::AreaMark area;
    area.rings.add(wavy_ring({400, 300}, 200));
    area.rings.add(wavy_ring({400, 300}, 60));
    area.fill = {209, 209, 176, 255};
    cartography::LineMark line;
    line.lines.add(wavy_ring({400, 300}, 200));
    line.lines.add(std::vector<Point>{{100, 100}, {100, 100}});
    line.colour = {23, 38, 44, 255};
    line.width = {0.65};
    cartography::PointMark point;
    point.position = {650, 500};
    point.shape = cartography::Shape::rounded_square;
    point.size = {6};
    point.fill = {255, 255, 255, 255};
    point.stroke = {179, 38, 30, 255};
    point.stroke_width = {0.5};
    cartography::TextMark text;
    text.position = {300, 120};
    text.run =
        typesetter.shape("Sumberrejo Hulu", {text::Family::sans, text::Weight::semibold, {4}});
    text.colour = {0, 0, 0, 255};
    group.marks = {area, line, point, text};
    return drawing;
}

} // namespace

TEST(Renderers, GlassAndPaperAgreeWithinAntialiasing) {
    const text::Typesetter typesetter;
    const auto drawing = sample_drawing(typesetter);
    Progress progress;
    constexpr double pixels_per_millimetre = 4;
    const auto glass = render_gl::rasterise(drawing, pixels_per_millimetre, typesetter, progress);
    const auto paper = render_cairo::render_image(drawing, pixels_per_millimetre * 25.4, progress);
    ASSERT_EQ(glass.width, paper.width);
    ASSERT_EQ(glass.height, paper.height);
    double sum = 0;
    std::size_t far_off = 0;
    for (std::size_t i = 0; i < glass.rgba.size(); ++i) {
        const int difference = std::abs(int(glass.rgba[i]) - int(paper.rgba[i]));
        sum += difference;
        far_off += difference > 96;
    }
    EXPECT_LT(sum / static_cast<double>(glass.rgba.size()), 1.0);
    EXPECT_LT(static_cast<double>(far_off) / static_cast<double>(glass.rgba.size()), 0.004);
}
