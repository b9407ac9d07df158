#include "render_gl/glass.h"

#include <gtest/gtest.h>

using namespace antardesa;

namespace {

class Glass : public testing::Test {
  protected:
    void SetUp() override {
        context = render_gl::HeadlessContext::create(64, 32);
        if (!context)
            GTEST_SKIP() << "no EGL surfaceless context on this machine";
    }
    std::unique_ptr<render_gl::HeadlessContext> context;
};

} // namespace

TEST_F(Glass, SaysWhatItIs) {
    const auto glass = render_gl::describe_glass();
    EXPECT_FALSE(glass.renderer.empty());
    EXPECT_TRUE(glass.sufficient) << glass.version;
}

TEST_F(Glass, ClearsAndReadsBack) {
    render_gl::clear_glass(64, 32, {10, 200, 30, 255});
    const auto image = render_gl::read_glass(64, 32);
    ASSERT_EQ(image.rgba.size(), 64U * 32U * 4U);
    EXPECT_EQ(image.rgba[0], 10);
    EXPECT_EQ(image.rgba[1], 200);
    EXPECT_EQ(image.rgba[image.rgba.size() - 2], 30);
}

TEST_F(Glass, TexturesKeepTheirNameWhenOnlyPixelsChange) {
    cartography::Image image{4, 2, std::vector<std::uint8_t>(32, 128)};
    render_gl::PictureTexture texture;
    EXPECT_EQ(texture.name(), 0U);
    texture.upload(image);
    const auto name = texture.name();
    EXPECT_NE(name, 0U);
    image.rgba.assign(32, 7);
    texture.upload(image);
    EXPECT_EQ(texture.name(), name);
    EXPECT_EQ(texture.width(), 4);
    render_gl::PictureTexture moved = std::move(texture);
    EXPECT_EQ(moved.name(), name);
    EXPECT_EQ(texture.name(), 0U);
}

TEST_F(Glass, AnEmptyPictureIsIgnored) {
    render_gl::PictureTexture texture;
    texture.upload({});
    EXPECT_EQ(texture.name(), 0U);
}
