#include "text/typesetter.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace antardesa::text {
namespace {

const FontStyle ten{Family::sans, Weight::regular, Millimetres{10}, {}};

struct TypesetterTest : testing::Test {
    Typesetter typesetter;
    void SetUp() override {
        if (typesetter.font_file(Family::sans, Weight::regular).empty())
            GTEST_SKIP() << "no sans font installed";
    }
};

std::pair<float, float> height_of(const GlyphOutline& outline) {
    std::pair<float, float> range{0, 0};
    for (const auto& p : outline.points)
        range = {std::min(range.first, p.y), std::max(range.second, p.y)};
    return range;
}

double outline_area(const GlyphOutline& outline) {
    double area = 0;
    for (std::size_t r = 0; r < outline.ring_starts.size(); ++r) {
        const std::size_t begin = outline.ring_starts[r];
        const std::size_t end =
            r + 1 < outline.ring_starts.size() ? outline.ring_starts[r + 1] : outline.points.size();
        for (std::size_t i = begin; i < end; ++i) {
            const auto a = outline.points[i];
            const auto b = outline.points[i + 1 < end ? i + 1 : begin];
            area += (a.x * b.y - b.x * a.y) / 2;
        }
    }
    return std::abs(area);
}

TEST_F(TypesetterTest, ShapesALineInOrder) {
    const GlyphRun run = typesetter.shape("Sumberrejo", ten);
    EXPECT_EQ(run.text, "Sumberrejo");
    EXPECT_EQ(run.glyphs.size(), 10U);
    EXPECT_TRUE(std::is_sorted(run.glyphs.begin(), run.glyphs.end(),
                               [](const Glyph& a, const Glyph& b) { return a.x < b.x; }));
    EXPECT_GT(run.width, 40);
    EXPECT_LT(run.width, 80);
    EXPECT_GT(run.ascent, 7);
    EXPECT_GT(run.descent, 1);
}

TEST_F(TypesetterTest, SizeScalesEverything) {
    FontStyle twenty = ten;
    twenty.size = {20};
    EXPECT_NEAR(typesetter.shape("Desa", twenty).width, 2 * typesetter.shape("Desa", ten).width,
                1e-9);
}

TEST_F(TypesetterTest, LetterSpacingGoesBetweenGlyphs) {
    FontStyle spaced = ten;
    spaced.letter_spacing = {1.5};
    EXPECT_NEAR(typesetter.shape("DESA", spaced).width,
                typesetter.shape("DESA", ten).width + 3 * 1.5, 1e-9);
}

TEST_F(TypesetterTest, ClustersPointIntoTheText) {
    const GlyphRun run = typesetter.shape("é½→x", ten);
    ASSERT_EQ(run.clusters.size(), run.glyphs.size());
    EXPECT_THAT(run.clusters, testing::ElementsAre(0U, 2U, 4U, 7U));
}

TEST_F(TypesetterTest, ControlCharactersAndBrokenBytesBecomeVisible) {
    EXPECT_EQ(typesetter.shape("a\nb\x01", ten).text, "a\xEF\xBF\xBD"
                                                      "b\xEF\xBF\xBD");
    EXPECT_EQ(typesetter.shape("a\xFF", ten).text, "a\xEF\xBF\xBD");
    EXPECT_EQ(typesetter.shape("a\u202Eb", ten).text, "a\xEF\xBF\xBD"
                                                      "b");
}

TEST_F(TypesetterTest, WholeRunFallsBackOrShowsBoxes) {
    const std::string sans = typesetter.font_file(Family::sans, Weight::regular);
    const GlyphRun armenian = typesetter.shape("Դեսա", ten);
    for (const Glyph& glyph : armenian.glyphs)
        EXPECT_NE(glyph.index, 0U);
    const GlyphRun impossible = typesetter.shape("Desa \U0001F3DD", ten);
    EXPECT_EQ(impossible.font_file, sans);
    EXPECT_EQ(impossible.glyphs.back().index, 0U);
    EXPECT_GT(impossible.width, typesetter.shape("Desa ", ten).width);
}

TEST_F(TypesetterTest, WrapsAtSpacesOnly) {
    const auto lines = typesetter.wrap("Sumberrejo Hulu Utara", ten, Millimetres{60});
    ASSERT_GE(lines.size(), 2U);
    EXPECT_EQ(lines[0].text, "Sumberrejo");
    std::string joined;
    for (const GlyphRun& line : lines)
        joined += (joined.empty() ? "" : " ") + line.text;
    EXPECT_EQ(joined, "Sumberrejo Hulu Utara");
    EXPECT_EQ(typesetter.wrap("Sumberrejo", ten, Millimetres{1}).size(), 1U);
    EXPECT_TRUE(typesetter.wrap("  ", ten, Millimetres{10}).empty());
}

TEST_F(TypesetterTest, ElidesToTheWidth) {
    const GlyphRun cut = typesetter.elided("Purwomurni Utara", ten, Millimetres{40});
    EXPECT_LE(cut.width, 40);
    EXPECT_TRUE(cut.text.ends_with("…"));
    EXPECT_TRUE(cut.text.starts_with("Pur"));
    EXPECT_EQ(typesetter.elided("Desa", ten, Millimetres{100}).text, "Desa");
    EXPECT_EQ(typesetter.elided("Desa", ten, Millimetres{0}).text, "…");
}

TEST_F(TypesetterTest, OutlinesAreClosedShapesInEm) {
    const GlyphRun run = typesetter.shape("H", ten);
    const GlyphOutline& outline = typesetter.outline(run, run.glyphs[0].index);
    const auto [low, high] = height_of(outline);
    EXPECT_NEAR(low, 0, 0.01);
    EXPECT_NEAR(high, 0.73, 0.03);
    EXPECT_EQ(outline.ring_starts.size(), 1U);
    EXPECT_EQ(&outline, &typesetter.outline(run, run.glyphs[0].index));
}

TEST_F(TypesetterTest, CurvesKeepTheirArea) {
    const GlyphRun run = typesetter.shape("O", ten);
    const GlyphOutline& outline = typesetter.outline(run, run.glyphs[0].index);
    EXPECT_EQ(outline.ring_starts.size(), 2U);
    EXPECT_GT(outline_area(outline), 0.12);
    EXPECT_LT(outline_area(outline), 0.30);
}

TEST_F(TypesetterTest, IconsAreOneGlyphOrNothing) {
    if (typesetter.font_file(Family::icons, Weight::regular).empty())
        GTEST_SKIP() << "no icon font installed";
    const GlyphRun gavel = typesetter.icon(0xE90E, Millimetres{5});
    ASSERT_EQ(gavel.glyphs.size(), 1U);
    EXPECT_NEAR(gavel.width, 5, 0.3);
    EXPECT_FALSE(typesetter.outline(gavel, gavel.glyphs[0].index).points.empty());
    EXPECT_TRUE(typesetter.icon(0x41F1, Millimetres{5}).glyphs.empty());
    EXPECT_TRUE(typesetter.icon(0, Millimetres{5}).glyphs.empty());
}

TEST_F(TypesetterTest, WeightsAreDifferentFiles) {
    EXPECT_NE(typesetter.font_file(Family::sans, Weight::regular),
              typesetter.font_file(Family::sans, Weight::bold));
}

TEST_F(TypesetterTest, ManyThreadsMayAsk) {
    std::vector<double> widths(4);
    {
        std::vector<std::jthread> threads;
        for (double& width : widths)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    const GlyphRun run = typesetter.shape("Desa " + std::to_string(i), ten);
                    width +=
                        run.width + static_cast<double>(
                                        typesetter.outline(run, run.glyphs[0].index).points.size());
                }
            });
    }
    EXPECT_THAT(widths, testing::Each(widths[0]));
}

TEST(TypesetterWithoutFonts, MeasuresAnyway) {
    const Typesetter bare({"/nonexistent"});
    const GlyphRun run = bare.shape("Desa", ten);
    EXPECT_TRUE(run.glyphs.empty());
    EXPECT_NEAR(run.width, 22, 1e-9);
    EXPECT_TRUE(bare.icon(0xE90E, Millimetres{5}).glyphs.empty());
    EXPECT_TRUE(bare.outline(run, 3).points.empty());
    EXPECT_EQ(bare.font_file(Family::sheet, Weight::bold), "");
}

} // namespace
} // namespace antardesa::text
