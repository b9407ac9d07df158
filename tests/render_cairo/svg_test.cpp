#include "drawings.h"

#include "render_cairo/detail/svg_text.h"
#include "render_cairo/paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::render_cairo {
namespace {

using namespace test;
using detail::PathData;
using detail::short_number;
using testing::HasSubstr;
using testing::Not;

std::string svg_of(const cartography::Drawing& page, const std::string& title = "Peta") {
    const Scratch scratch;
    Progress progress;
    write_svg(scratch / "a.svg", page, {title, "DPMD", {}}, progress);
    return content(scratch / "a.svg");
}

TEST(Svg, PageInMillimetresAndNamedLayers) {
    const std::string svg = svg_of(small_drawing());
    EXPECT_THAT(svg, HasSubstr("width=\"100mm\" height=\"60mm\" viewBox=\"0 0 100 60\""));
    EXPECT_THAT(svg, HasSubstr("inkscape:groupmode=\"layer\" inkscape:label=\"boundaries\""));
    EXPECT_THAT(svg, HasSubstr("d=\"M10 50 40 50 40 20 10 20 10 50Z\""));
    EXPECT_THAT(svg, HasSubstr("aria-label=\"Sumberrejo Hulu\""));
}

TEST(Svg, EachGlyphIsStoredOnce) {
    cartography::Drawing page = small_drawing();
    page.groups[0].marks = {text_mark({10, 10}, "aaaa aaaa")};
    const std::string svg = svg_of(page);
    EXPECT_THAT(svg, HasSubstr("<path id=\"g1\""));
    EXPECT_THAT(svg, Not(HasSubstr("<path id=\"g2\"")));
}

TEST(Svg, StrangeTextStaysText) {
    cartography::Drawing page = small_drawing();
    page.groups[0].name = "a\"><script>";
    const std::string svg = svg_of(page, "Tanah & \"air\" <b>\x01");
    EXPECT_THAT(svg, Not(HasSubstr("<script>")));
    EXPECT_THAT(svg, HasSubstr("<title>Tanah &amp; &quot;air&quot; &lt;b&gt;�</title>"));
}

TEST(Svg, IsWellFormed) {
    if (!installed("python3"))
        GTEST_SKIP() << "python3 is not installed";
    const Scratch scratch;
    Progress progress;
    cartography::Drawing page = small_drawing();
    page.groups[0].clip = geo::Box{{0, 0}, {50, 50}};
    write_svg(scratch / "a.svg", page, {"T", "A", {}}, progress);
    EXPECT_THAT(output_of("python3 -c 'import sys, xml.dom.minidom as m; "
                          "print(m.parse(sys.argv[1]).documentElement.tagName)' " +
                          (scratch / "a.svg").string()),
                HasSubstr("svg"));
}

TEST(SvgText, NumbersAreShort) {
    EXPECT_EQ(short_number(12.5), "12.5");
    EXPECT_EQ(short_number(-0.0001), "0");
    EXPECT_EQ(short_number(7), "7");
    EXPECT_EQ(short_number(120), "120");
    EXPECT_EQ(short_number(120, 0), "120");
    EXPECT_EQ(short_number(0.12345, 2), "0.12");
}

TEST(SvgText, PathDataLeavesOutWhatRepeats) {
    PathData data;
    data.move_to({1, 2});
    data.line_to({3, -4});
    data.line_to({5, 6});
    data.curve_to({1, 1}, {2, 2}, {3, 3});
    data.curve_to({1, 1}, {2, 2}, {-3, 3});
    data.close();
    EXPECT_EQ(data.text(), "M1 2 3-4 5 6C1 1 2 2 3 3 1 1 2 2-3 3Z");
}

TEST(SvgText, Paint) {
    EXPECT_EQ(detail::paint_attribute("fill", {1, 2, 255, 255}), " fill=\"#0102ff\"");
    EXPECT_EQ(detail::paint_attribute("stroke", {0, 0, 0, 51}),
              " stroke=\"#000000\" stroke-opacity=\"0.2\"");
    EXPECT_EQ(detail::paint_attribute("fill", {9, 9, 9, 0}), " fill=\"none\"");
}

} // namespace
} // namespace antardesa::render_cairo
