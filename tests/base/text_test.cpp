#include "base/text.h"

#include <gtest/gtest.h>

using namespace antardesa;

TEST(Text, TrimsSpacesNulAndNoBreakSpace) {
    using namespace std::string_literals;
    EXPECT_EQ(trimmed("  Suka Maju\t\r\n"), "Suka Maju");
    EXPECT_EQ(trimmed("Suka\0\0"s), "Suka");
    EXPECT_EQ(trimmed("\xC2\xA0Suka\xC2\xA0 "), "Suka");
    EXPECT_EQ(trimmed(" \t "), "");
}

TEST(Text, KnowsWellFormedUtf8) {
    for (const char* good : {"", "Desa", "é", "\xE2\x80\x99", "\xF0\x9F\x97\xBA"})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (const char* bad :
         {"\xE9", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "a\x80"})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(Text, ShowsWhatWouldActOnATerminal) {
    EXPECT_EQ(shown_on_one_line("a\nb"), "a\\u{a}b");
    EXPECT_EQ(shown_on_one_line("\x1B[31m"), "\\u{1b}[31m");
    EXPECT_EQ(shown_on_one_line("x\xE2\x80\xAEy"), "x\\u{202e}y");
    EXPECT_EQ(shown_on_one_line("\xFF"), "\\u{ff}");
    EXPECT_EQ(shown_on_one_line("Désa ’"), "Désa ’");
    EXPECT_EQ(shown_on_one_line("a\u200Bb\u00ADc\u2060d\uFEFF"),
              "a\\u{200b}b\\u{ad}c\\u{2060}d\\u{feff}");
    EXPECT_EQ(shown_on_one_line("\U000E0041x"), "\\u{e0041}x") << "tags are invisible";
}

TEST(Text, LeavesAccentsAndEndsFloods) {
    EXPECT_EQ(shown_on_one_line("e\u0301\u0323"), "e\u0301\u0323");
    std::string flood = "Z";
    for (int i = 0; i < 300; ++i)
        flood += "\u0300";
    EXPECT_EQ(shown_on_one_line(flood + "a"), "Z\\u{300}×300a");
}

TEST(Text, SplitsKeepingEmptyParts) {
    EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), std::vector<std::string>{""});
}

TEST(Text, ReadsWholeNumbersOnly) {
    EXPECT_EQ(parse_number("-7.5"), -7.5);
    EXPECT_FALSE(parse_number("7,5"));
    EXPECT_FALSE(parse_number("7 "));
    EXPECT_FALSE(parse_number(""));
    EXPECT_EQ(parse_integer("2003"), 2003);
    EXPECT_FALSE(parse_integer("20.0"));
}
