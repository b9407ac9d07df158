#include "style/ink.h"

#include <gtest/gtest.h>

namespace antardesa::style {
namespace {

TEST(ParseColour, ReadsSixAndEightDigits) {
    EXPECT_EQ(parse_colour("#0B6B70"), (Colour{0x0B, 0x6B, 0x70, 255}));
    EXPECT_EQ(parse_colour("#ffffff80"), (Colour{255, 255, 255, 128}));
}

TEST(ParseColour, RefusesEverythingElse) {
    for (const char* text : {"", "#", "0B6B70", "#0B6B7", "#0B6B7G", "#-1-1-1", "#0B6B70F", "red"})
        EXPECT_FALSE(parse_colour(text)) << text;
}

TEST(Mixed, GoesFromOneColourToTheOther) {
    const Colour black{0, 0, 0, 255};
    const Colour white{255, 255, 255, 255};
    EXPECT_EQ(mixed(black, white, 0), black);
    EXPECT_EQ(mixed(black, white, 1), white);
    EXPECT_EQ(mixed(black, white, 0.72).red, 184);
}

TEST(Colour, OpacityIsRounded) {
    EXPECT_EQ((Colour{1, 2, 3, 255}.with_alpha(0.6)), (Colour{1, 2, 3, 153}));
}

} // namespace
} // namespace antardesa::style
