#include "style/style_sheet.h"

#include "base/result.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace antardesa::style {
namespace {

std::string shipped_text() {
    std::ifstream file(ANTARDESA_SOURCE_DIR "/data/styles/antardesa.json");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string small_sheet(const std::string& light) {
    return R"({"icons": {"clock": "E8B5"}, "screen_light": {)" + light +
           R"(}, "screen_dark": {"based_on": "screen_light"}, "print": {"based_on": "screen_light"}})";
}

std::string error_of(const std::string& text) {
    try {
        parse_style_sheet(text);
    } catch (const Error& error) {
        return debug_text(error.message());
    }
    return "no error";
}

TEST(ParseStyleSheet, LengthsAreMillimetresOrPixels) {
    const auto sheet = parse_style_sheet(small_sheet(
        R"("colours": {"ink": "#102030"},
           "lines": {"a": {"colour": "ink/0.5", "width": "1.8px", "pattern": [4, "2px"]}})"));
    const LineInk& ink = sheet.screen_light.line("a");
    EXPECT_NEAR(ink.width.value, 1.8 * 25.4 / 96, 1e-12);
    EXPECT_NEAR(ink.pattern.at(1), 2 * 25.4 / 96, 1e-12);
    EXPECT_DOUBLE_EQ(ink.pattern.at(0), 4);
    EXPECT_EQ(ink.colour, (Colour{0x10, 0x20, 0x30, 128}));
}

TEST(ParseStyleSheet, AMediumInheritsAndNamedColoursAreResolvedAfterwards) {
    const auto sheet = parse_style_sheet(R"({
        "screen_light": {"colours": {"ink": "#000000"},
                         "lines": {"a": {"colour": "ink", "width": 1}}},
        "screen_dark": {"based_on": "screen_light", "colours": {"ink": "#FFFFFF"}},
        "print": {"based_on": "screen_light", "lines": {"a": {"width": 0.5}}}})");
    EXPECT_EQ(sheet.screen_dark.line("a").colour.red, 255);
    EXPECT_EQ(sheet.screen_dark.line("a").width.value, 1);
    EXPECT_EQ(sheet.print.line("a").colour.red, 0);
    EXPECT_EQ(sheet.print.line("a").width.value, 0.5);
}

TEST(ParseStyleSheet, NamesTheEntryThatIsWrong) {
    EXPECT_EQ(error_of(small_sheet(R"("lines": {"a": {"colour": "pink", "width": 1}})")),
              "style.malformed(screen_light.lines.a.colour)");
    EXPECT_EQ(error_of(small_sheet(R"("lines": {"a": {"colour": "#000000", "width": "wide"}})")),
              "style.malformed(screen_light.lines.a.width)");
    EXPECT_EQ(error_of(small_sheet(
                  R"("lines": {"a": {"colour": "#000000", "width": 1, "pattern": [1]}})")),
              "style.malformed(screen_light.lines.a.pattern)");
    EXPECT_EQ(error_of(small_sheet(
                  R"("areas": {"a": {"hatch": {"colour": "#000000", "width": 1, "spacing": 0}}})")),
              "style.malformed(screen_light.areas.a.hatch.spacing)");
    EXPECT_EQ(error_of("{}"), "style.malformed(screen_light)");
    EXPECT_EQ(error_of("{"), "json.malformed(1)");
}

TEST(Inks, AMissingNameGivesAPlainInk) {
    const auto sheet = parse_style_sheet(small_sheet(""));
    EXPECT_TRUE(sheet.print.line("nowhere").pattern.empty());
    EXPECT_EQ(sheet.print.number("nowhere", 7), 7);
    EXPECT_TRUE(sheet.print.palette("nowhere").empty());
    EXPECT_EQ(sheet.icon("nowhere"), 0U);
    EXPECT_EQ(sheet.icon("clock"), 0xE8B5U);
}

/// What the eye of a deuteranope is not tested here, but what can be computed is: WCAG contrast.
double luminance(Colour c) {
    const auto linear = [](double byte) {
        const double s = byte / 255;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}
double contrast(Colour a, Colour b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

class ShippedSheet : public testing::Test {
  protected:
    const StyleSheet sheet = parse_style_sheet(shipped_text());
    const std::vector<const Inks*> media{&sheet.screen_light, &sheet.screen_dark, &sheet.print};
};

TEST_F(ShippedSheet, FieldColoursStandOutFromEveryDistrictFill) {
    for (const Inks* inks : media) {
        ASSERT_EQ(inks->palette("field").size(), 10U);
        ASSERT_EQ(inks->palette("district").size(), 12U);
        ASSERT_EQ(inks->hatches("district").size(), 12U);
        for (const Colour field : inks->palette("field"))
            for (const Colour fill : inks->palette("district"))
                EXPECT_GE(contrast(field, fill), 3.0);
    }
}

TEST_F(ShippedSheet, HatchesLeaveTheDiagonalsToDisputesAndMembers) {
    for (const Inks* inks : media) {
        for (const auto& hatch : inks->hatches("district"))
            EXPECT_NE(std::abs(hatch.value_or(HatchInk{{}, {}, {}, 0}).angle), 45);
        EXPECT_EQ(inks->area("dispute.contested").hatch.value().angle, 45);
        EXPECT_EQ(inks->area("agreement.member").hatch.value().angle, -45);
    }
}

TEST_F(ShippedSheet, PrintKeepsTheMillimetresOfTheBook) {
    EXPECT_DOUBLE_EQ(sheet.print.line("boundary.regency").width.value, 0.65);
    EXPECT_DOUBLE_EQ(sheet.print.line("boundary.district").width.value, 0.50);
    EXPECT_DOUBLE_EQ(sheet.print.line("boundary.village").width.value, 0.25);
    EXPECT_DOUBLE_EQ(sheet.print.line("agreement.berjalan").width.value, 0.75);
    EXPECT_EQ(sheet.print.line("boundary.village").pattern.size(), 10U);
    EXPECT_EQ(sheet.print.colour("state.agreed"), (Colour{0, 0, 0, 255}));
}

TEST_F(ShippedSheet, LettersAreNeverTooSmall) {
    for (const auto& [name, ink] : sheet.print.labels)
        EXPECT_GE(ink.size.value, 2.5) << name;
    for (const auto& [name, ink] : sheet.screen_light.labels)
        EXPECT_GE(ink.size.value, 12 * millimetres_per_pixel - 1e-9) << name;
}

} // namespace
} // namespace antardesa::style
