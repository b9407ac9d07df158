#include "drawings.h"

#include "base/result.h"
#include "render_cairo/paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>

namespace antardesa::render_cairo {
namespace {

using namespace test;
using cartography::Image;

std::array<int, 4> pixel(const Image& image, double x_mm, double y_mm, double dpi) {
    const int x = static_cast<int>(x_mm / 25.4 * dpi);
    const int y = image.height - 1 - static_cast<int>(y_mm / 25.4 * dpi);
    const std::uint8_t* p =
        &image.rgba[4 * (std::size_t(y) * std::size_t(image.width) + std::size_t(x))];
    return {p[0], p[1], p[2], p[3]};
}

Image rendered(const cartography::Drawing& page, double dpi) {
    Progress progress;
    return render_image(page, dpi, progress);
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

using Rgba = std::array<int, 4>;
constexpr Rgba white{255, 255, 255, 255};

TEST(Pixels, MarksStandWhereTheyBelong) {
    const Image image = rendered(small_drawing(), 127);
    EXPECT_EQ(image.width, 500);
    EXPECT_EQ(image.height, 300);
    EXPECT_EQ(pixel(image, 25, 25, 127), (Rgba{200, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 5, 25, 127), white);
    EXPECT_EQ(pixel(image, 70, 30, 127), (Rgba{0, 0, 200, 255}));
    EXPECT_EQ(pixel(image, 70, 31, 127), white);
    EXPECT_EQ(pixel(image, 66, 45, 127), (Rgba{0, 120, 0, 255}));
    EXPECT_EQ(pixel(image, 64.7, 47.6, 127), white) << "the capsule's corner is round";
}

TEST(Pixels, ALineIsAsLongAsItSays) {
    cartography::Drawing page{{100}, {20}, {255, 255, 255, 255}, {}};
    page.groups.push_back({"bar", {}, std::nullopt, {}});
    page.groups[0].marks.push_back(
        cartography::LineMark{line({{10, 10}, {90, 10}}), {0, 0, 0, 255}, {2}, false, {}});
    const Image image = rendered(page, 254);
    int dark = 0;
    for (int x = 0; x < image.width; ++x)
        dark += image.rgba[4 * (std::size_t(image.height / 2) * std::size_t(image.width) +
                                std::size_t(x))] < 128;
    EXPECT_EQ(dark, 800);
}

TEST(Pixels, EvenOddLeavesHoles) {
    cartography::Drawing page{{40}, {40}, {255, 255, 255, 255}, {}};
    cartography::AreaMark area;
    area.fill = {0, 0, 0, 255};
    area.rings = line({{5, 5}, {35, 5}, {35, 35}, {5, 35}, {5, 5}});
    const std::vector<geo::Point> hole{{15, 15}, {25, 15}, {25, 25}, {15, 25}, {15, 15}};
    area.rings.add(hole);
    page.groups.push_back({"a", {}, std::nullopt, {area}});
    const Image image = rendered(page, 50);
    EXPECT_EQ(pixel(image, 10, 20, 50), (Rgba{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 20, 20, 50), white);
}

TEST(Pixels, GroupsHaveTheirOwnPlacementAndClip) {
    cartography::Drawing page{{40}, {40}, {255, 255, 255, 255}, {}};
    cartography::AreaMark area;
    area.fill = {0, 0, 0, 255};
    area.rings = line({{0, 0}, {4000, 0}, {4000, 4000}, {0, 4000}, {0, 0}});
    cartography::Placement metres{{0, 0}, {0, 0}, 0.01};
    page.groups.push_back({"a", metres, geo::Box{{10, 10}, {20, 20}}, {area}});
    const Image image = rendered(page, 50);
    EXPECT_EQ(pixel(image, 15, 15, 50), (Rgba{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 25, 15, 50), white);
    EXPECT_EQ(pixel(image, 15, 25, 50), white);
}

TEST(Pixels, ADotIsRoundInk) {
    cartography::Drawing page{{20}, {20}, {255, 255, 255, 255}, {}};
    page.groups.push_back({"a", {}, std::nullopt, {}});
    page.groups[0].marks.push_back(
        cartography::LineMark{line({{10, 10}, {10, 10}}), {0, 0, 0, 255}, {6}, true, {}});
    const Image image = rendered(page, 127);
    EXPECT_EQ(pixel(image, 10, 10, 127), (Rgba{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 12.5, 10, 127), (Rgba{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 12.6, 12.6, 127), white);
}

TEST(Pixels, PicturesKeepTheirOrderOfRows) {
    cartography::Drawing page{{20}, {20}, {255, 255, 255, 255}, {}};
    auto image = std::make_shared<Image>(Image{1, 2, {255, 0, 0, 255, 0, 0, 255, 255}});
    page.groups.push_back(
        {"a", {}, std::nullopt, {cartography::ImageMark{{{0, 0}, {20, 20}}, image}}});
    const Image drawn = rendered(page, 50);
    EXPECT_EQ(pixel(drawn, 10, 18, 50), (Rgba{255, 0, 0, 255}));
    EXPECT_EQ(pixel(drawn, 10, 2, 50), (Rgba{0, 0, 255, 255}));
}

TEST(Pixels, StraightAlphaComesBackAsItWent) {
    cartography::Drawing page{{10}, {10}, {200, 100, 50, 128}, {}};
    const auto got = pixel(rendered(page, 50), 5, 5, 50);
    EXPECT_NEAR(got[0], 200, 1);
    EXPECT_NEAR(got[1], 100, 1);
    EXPECT_NEAR(got[2], 50, 1);
    EXPECT_EQ(got[3], 128);
}

TEST(Png, SizeAndResolution) {
    const Scratch scratch;
    Progress progress;
    write_png(scratch / "a.png", small_drawing(), 300, progress);
    const std::string bytes = content(scratch / "a.png");
    EXPECT_EQ(number_at(bytes, 16), 1181U); // 100 mm
    EXPECT_EQ(number_at(bytes, 20), 709U);  // 60 mm
    EXPECT_EQ(bytes.at(25), 2) << "RGB";
    const std::size_t physical = bytes.find("pHYs");
    ASSERT_NE(physical, std::string::npos);
    EXPECT_EQ(number_at(bytes, physical + 4), 11811U);
    EXPECT_EQ(progress.done() <= progress.total(), true);
}

TEST(Png, BandsJoinWithoutASeam) {
    // 1.2 m at 400 dpi is 18 898 pixels: two tiles a row and several bands.
    cartography::Drawing page{{1200}, {100}, {255, 255, 255, 255}, {}};
    page.groups.push_back({"a", {}, std::nullopt, {}});
    page.groups[0].marks.push_back(
        cartography::LineMark{line({{0, 0}, {1200, 100}}), {0, 0, 0, 255}, {5}, true, {}});
    const Image image = rendered(page, 400);
    ASSERT_EQ(image.width, 18898);
    for (int x = 200; x < image.width - 200; x += 37) {
        const int y = static_cast<int>((1 - double(x) / image.width) * image.height);
        EXPECT_EQ(image.rgba[4 * (std::size_t(y) * std::size_t(image.width) + std::size_t(x))], 0)
            << x;
    }
}

TEST(Png, AbsurdResolutionsAreRefused) {
    const Scratch scratch;
    Progress progress;
    EXPECT_THROW(write_png(scratch / "a.png", small_drawing(), 0, progress), Error);
    EXPECT_THROW(write_png(scratch / "a.png", small_drawing(), -3, progress), Error);
    EXPECT_THROW(write_png(scratch / "a.png", small_drawing(), 1e9, progress), Error);
    EXPECT_THROW(rendered(small_drawing(), 1e9), Error);
    EXPECT_EQ(scratch.entries(), 0);
}

TEST(Png, SavesAFinishedPicture) {
    const Scratch scratch;
    save_png(scratch / "a.png", Image{2, 1, {1, 2, 3, 255, 4, 5, 6, 7}});
    EXPECT_EQ(number_at(content(scratch / "a.png"), 16), 2U);
    EXPECT_THROW(save_png(scratch / "b.png", Image{2, 2, {1, 2, 3, 255}}), Error);
    EXPECT_THROW(save_png(scratch / "b.png", Image{}), Error);
    EXPECT_EQ(scratch.entries(), 1);
}

} // namespace
} // namespace antardesa::render_cairo
