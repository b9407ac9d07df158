#include "workspace/camera.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

constexpr double pixels_per_millimetre = 96 / 25.4;

Camera camera() {
    Camera camera;
    camera.resize(800, 600, pixels_per_millimetre);
    camera.fit({{290000, 9150000}, {310000, 9165000}});
    return camera;
}

TEST(Camera, FitShowsTheWholeBox) {
    const Camera c = camera();
    EXPECT_TRUE(c.view().extent().contains(geo::Box{{290000, 9150000}, {310000, 9165000}}));
    EXPECT_NEAR(c.view().centre.x, 300000, 1e-6);
    EXPECT_NEAR(c.view().detail.value * pixels_per_millimetre, 1.0 / 3, 1e-9);
}

TEST(Camera, FitsBesideWhatCoversItsRightEdge) {
    Camera camera;
    camera.keep_clear(300);
    camera.resize(900, 400, 4);
    const geo::Box box{{0, 0}, {1000, 100}};
    camera.fit(box);
    EXPECT_GE(camera.to_pixels(box.min).x, 0);
    EXPECT_LE(camera.to_pixels(box.max).x, 600) << "nothing of it lies under the card";
    camera.keep_clear(0);
    camera.resize(900, 400, 4);
    EXPECT_GT(camera.to_pixels(box.max).x, 600) << "the card is closed: it has all the room";
    camera.keep_clear(300);
    camera.pan({0, 0});
    const geo::Box hidden{camera.to_map({700, 220}), camera.to_map({750, 200})};
    camera.reveal(hidden);
    EXPECT_LE(camera.to_pixels(hidden.max).x, 600);
}

TEST(Camera, FitsBelowWhatCoversItsTop) {
    Camera camera;
    camera.keep_clear(0, 100);
    camera.resize(400, 500, 4);
    const geo::Box box{{0, 0}, {100, 1000}};
    camera.fit(box);
    EXPECT_GE(camera.to_pixels(box.max).y, 100) << "nothing of it lies under the sentence";
    EXPECT_LE(camera.to_pixels(box.min).y, 500);
    camera.pan({0, 0});
    const geo::Box hidden{camera.to_map({200, 60}), camera.to_map({220, 20})};
    camera.reveal(hidden);
    EXPECT_GE(camera.to_pixels(hidden.max).y, 100);
}

TEST(Camera, PixelsAndMapPositionsAreInverse) {
    const Camera c = camera();
    for (const geo::Point pixels : {geo::Point{0, 0}, {800, 600}, {123, 456}}) {
        const geo::Point back = c.to_pixels(c.to_map(pixels));
        EXPECT_NEAR(back.x, pixels.x, 1e-6);
        EXPECT_NEAR(back.y, pixels.y, 1e-6);
    }
    EXPECT_GT(c.to_map({0, 0}).y, c.to_map({0, 600}).y) << "y runs up on the map";
}

TEST(Camera, ZoomKeepsThePlaceUnderTheCursor) {
    Camera c = camera();
    for (const double factor : {2.0, 0.5, 1.1}) {
        const geo::Point at{650, 80};
        const geo::Point before = c.to_map(at);
        c.zoom(factor, at);
        EXPECT_NEAR(c.to_map(at).x, before.x, 1e-3);
        EXPECT_NEAR(c.to_map(at).y, before.y, 1e-3);
    }
}

TEST(Camera, ZoomStaysWithinBounds) {
    Camera c = camera();
    for (int i = 0; i < 200; ++i)
        c.zoom(2, {400, 300});
    EXPECT_DOUBLE_EQ(c.view().scale.denominator, 100);
    for (int i = 0; i < 200; ++i)
        c.zoom(0.5, {400, 300});
    EXPECT_TRUE(std::isfinite(c.view().centre.x));
    EXPECT_LE(c.view().scale.denominator, 50'000'000);
    c.zoom(0, {1, 1});
    c.zoom(-3, {1, 1});
    EXPECT_LE(c.view().scale.denominator, 50'000'000);
}

TEST(Camera, PanFollowsTheHand) {
    Camera c = camera();
    const geo::Point place = c.to_map({400, 300});
    c.pan({100, -40});
    const geo::Point now = c.to_pixels(place);
    EXPECT_NEAR(now.x, 500, 1e-6);
    EXPECT_NEAR(now.y, 260, 1e-6);
}

TEST(Camera, ResizeFitsAnewUntilSomebodyMoves) {
    Camera c = camera();
    const double before = c.view().scale.denominator;
    c.resize(400, 300, pixels_per_millimetre);
    EXPECT_NEAR(c.view().scale.denominator, before * 2, before * 0.01);
    c.pan({5, 0});
    const double moved = c.view().scale.denominator;
    c.resize(800, 600, pixels_per_millimetre);
    EXPECT_DOUBLE_EQ(c.view().scale.denominator, moved);
    c.resize(0, 0, pixels_per_millimetre);
    EXPECT_GT(c.view().width.value, 0);
}

TEST(Camera, RevealMovesOnlyWhenNeeded) {
    Camera c = camera();
    const auto before = c.view();
    c.reveal({{299000, 9157000}, {301000, 9158000}});
    EXPECT_EQ(c.view(), before);
    c.reveal({{400000, 9157000}, {401000, 9158000}});
    EXPECT_DOUBLE_EQ(c.view().scale.denominator, before.scale.denominator);
    EXPECT_TRUE(c.view().extent().contains(geo::Point{400500, 9157500}));
    c.reveal({{100000, 9000000}, {500000, 9300000}});
    EXPECT_GT(c.view().scale.denominator, before.scale.denominator);
    c.reveal({});
}

} // namespace
} // namespace antardesa::workspace
