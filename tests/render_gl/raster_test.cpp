#include "render_gl/raster.h"

#include <gtest/gtest.h>

using namespace antardesa;
using cartography::Drawing;
using geo::Point;

namespace {

constexpr style::Colour red{200, 0, 0, 255};
constexpr style::Colour black{0, 0, 0, 255};

/// 100 × 50 mm at one pixel a millimetre, group units = millimetres.
Drawing page() {
    Drawing drawing;
    drawing.width = {100};
    drawing.height = {50};
    drawing.groups.emplace_back();
    return drawing;
}

std::vector<Point> box(double left, double bottom, double right, double top) {
    return {{left, bottom}, {right, bottom}, {right, top}, {left, top}, {left, bottom}};
}

class Raster : public testing::Test {
  protected:
    cartography::Image draw(double pixels_per_millimetre = 1) {
        Progress progress;
        return render_gl::rasterise(drawing, pixels_per_millimetre, typesetter, progress);
    }
    static style::Colour pixel(const cartography::Image& image, int x, int y) {
        const std::uint8_t* p = &image.rgba[4 * (static_cast<std::size_t>(y) * image.width + x)];
        return {p[0], p[1], p[2], p[3]};
    }
    static int darkness(const cartography::Image& image) {
        int sum = 0;
        for (std::size_t i = 0; i < image.rgba.size(); i += 4)
            sum += 255 - image.rgba[i + 1];
        return sum;
    }

    text::Typesetter typesetter;
    Drawing drawing = page();
};

} // namespace

TEST_F(Raster, BackgroundCoversEverythingOpaquely) {
    drawing.background = {10, 20, 30, 255};
    const auto image = draw(2);
    EXPECT_EQ(image.width, 200);
    EXPECT_EQ(image.height, 100);
    EXPECT_EQ(pixel(image, 0, 0), drawing.background);
    EXPECT_EQ(pixel(image, 199, 99), drawing.background);
}

TEST_F(Raster, FillsByTheEvenOddRuleWithYUpwards) {
    cartography::AreaMark area;
    area.rings.add(box(10, 5, 40, 35));
    area.rings.add(box(20, 15, 30, 25));
    area.fill = red;
    drawing.groups[0].marks.push_back(area);
    const auto image = draw();
    EXPECT_EQ(pixel(image, 12, 50 - 7), red);
    EXPECT_EQ(pixel(image, 25, 50 - 20).green, 255) << "the hole";
    EXPECT_EQ(pixel(image, 12, 5).green, 255) << "above the box";
}

TEST_F(Raster, EdgesAreAntialiased) {
    cartography::AreaMark area;
    area.rings.add(box(10, 10, 20.5, 20));
    area.fill = black;
    drawing.groups[0].marks.push_back(area);
    EXPECT_NEAR(pixel(draw(), 20, 35).red, 128, 4);
}

TEST_F(Raster, PlacementTakesMapMetresToPaper) {
    auto& group = drawing.groups[0];
    group.placement = {{500000, 9000000}, {50, 25}, 0.01};
    cartography::AreaMark area;
    area.rings.add(box(499900, 8999900, 500100, 9000100));
    area.fill = red;
    group.marks.push_back(area);
    const auto image = draw();
    EXPECT_EQ(pixel(image, 50, 25), red);
    EXPECT_EQ(pixel(image, 49, 25), red) << "inside: one millimetre is 100 m";
    EXPECT_EQ(pixel(image, 53, 25).green, 255) << "outside";
}

TEST_F(Raster, StrokesAreAsWideAsTheirInk) {
    cartography::LineMark line;
    line.lines.add(std::vector<Point>{{10, 25}, {90, 25}});
    line.colour = black;
    line.width = {4};
    drawing.groups[0].marks.push_back(line);
    const auto image = draw(2);
    int dark = 0;
    for (int y = 0; y < image.height; ++y)
        dark += pixel(image, 100, y).red < 128;
    EXPECT_EQ(dark, 8);
}

TEST_F(Raster, ADotIsRound) {
    cartography::LineMark line;
    line.lines.add(std::vector<Point>{{50, 25}, {50, 25}});
    line.colour = black;
    line.width = {10};
    drawing.groups[0].marks.push_back(line);
    const auto image = draw();
    EXPECT_LT(pixel(image, 50, 25).red, 20);
    EXPECT_GT(pixel(image, 54, 29).red, 200) << "the corner of its box stays white";
    EXPECT_NEAR(darkness(image) / 255.0, 78.5, 3);
}

TEST_F(Raster, ClipKeepsInkInsideTheFrame) {
    auto& group = drawing.groups[0];
    group.clip = geo::Box{{20, 10}, {60, 40}};
    cartography::AreaMark area;
    area.rings.add(box(0, 0, 100, 50));
    area.fill = black;
    group.marks.push_back(area);
    const auto image = draw();
    EXPECT_EQ(pixel(image, 21, 25).red, 0);
    EXPECT_EQ(pixel(image, 18, 25).red, 255);
    EXPECT_EQ(pixel(image, 61, 25).red, 255);
    EXPECT_EQ(pixel(image, 40, 8).red, 255);
}

TEST_F(Raster, TextLeavesInkAboveItsBaselineAndAHaloAroundIt) {
    cartography::TextMark text;
    text.position = {10, 20};
    text.run = typesetter.shape("Sumberrejo", {text::Family::sans, text::Weight::regular, {8}});
    if (text.run.glyphs.empty())
        GTEST_SKIP() << "no font on this machine";
    text.colour = black;
    drawing.background = {120, 120, 120, 255};
    drawing.groups[0].marks.push_back(text);
    const auto plain = draw(2);
    text.halo = {255, 255, 255, 255};
    text.halo_width = {0.6};
    drawing.groups[0].marks = {text};
    const auto haloed = draw(2);
    int black_pixels = 0, white_pixels = 0;
    for (std::size_t i = 0; i < plain.rgba.size(); i += 4) {
        black_pixels += plain.rgba[i] < 30;
        white_pixels += haloed.rgba[i] > 240;
    }
    EXPECT_GT(black_pixels, 100);
    EXPECT_GT(white_pixels, 100);
    EXPECT_EQ(pixel(plain, 30, 80).red, 120) << "nothing far below the baseline";
}

TEST_F(Raster, SymbolsHaveTheirSizeWhereverTheyStand) {
    for (const auto shape : {cartography::Shape::circle, cartography::Shape::square,
                             cartography::Shape::rounded_square, cartography::Shape::triangle,
                             cartography::Shape::capsule}) {
        cartography::PointMark point;
        point.position = {50, 25};
        point.shape = shape;
        point.size = {10};
        point.width = {20};
        point.fill = black;
        drawing.groups[0].marks = {point};
        const auto image = draw();
        EXPECT_LT(pixel(image, 50, 25).red, 20);
        EXPECT_EQ(pixel(image, 50, 12).red, 255);
        EXPECT_EQ(pixel(image, 50, 38).red, 255);
        EXPECT_EQ(pixel(image, 58, 25).red < 20, shape == cartography::Shape::capsule);
    }
}

TEST_F(Raster, PicturesAreScaledIntoTheirBox) {
    auto image = std::make_shared<cartography::Image>();
    image->width = 2;
    image->height = 1;
    image->rgba = {255, 0, 0, 255, 0, 0, 255, 255};
    drawing.groups[0].marks.push_back(cartography::ImageMark{{{10, 10}, {30, 20}}, image});
    const auto drawn = draw();
    EXPECT_EQ(pixel(drawn, 12, 35), (style::Colour{255, 0, 0, 255}));
    EXPECT_EQ(pixel(drawn, 28, 35), (style::Colour{0, 0, 255, 255}));
    EXPECT_EQ(pixel(drawn, 31, 35).green, 255);
}

TEST_F(Raster, StopsWhenAsked) {
    drawing.groups[0].marks.push_back(cartography::AreaMark{});
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(render_gl::rasterise(drawing, 1, typesetter, progress), Cancelled);
}
