#include "workspace/sheet_code.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

const Date today(std::chrono::year(2026) / 11 / 26);

geo::MultiLine two_lines() {
    return {{{109.1, -7.5}, {109.11, -7.51}, {109.12, -7.5}}, {{109.2, -7.5}, {109.21, -7.51}}};
}

TEST(SheetCode, HasFourGroupsOfSignsThatDoNotLookAlike) {
    const std::string code = sheet_code(two_lines(), "", today);
    EXPECT_THAT(code, ::testing::MatchesRegex("....-....-....-...."));
    EXPECT_EQ(code.find_first_of("0OQ1IL2Z5S8BU"), std::string::npos);
    const auto read = read_code(code);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->code, code);
    EXPECT_EQ(read->day, today);
}

TEST(SheetCode, DoesNotDependOnHowALineWasDigitised) {
    const std::string code = sheet_code(two_lines(), "", today);
    geo::MultiLine turned = two_lines();
    std::reverse(turned[0].begin(), turned[0].end());
    EXPECT_EQ(sheet_code(turned, "", today), code) << "direction";
    std::swap(turned[0], turned[1]);
    EXPECT_EQ(sheet_code(turned, "", today), code) << "order of parts";
    turned[0].insert(turned[0].begin(), turned[0].front());
    EXPECT_EQ(sheet_code(turned, "", today), code) << "the same place twice";
}

TEST(SheetCode, DependsOnLineCaseAndDay) {
    std::set<std::string> codes{
        sheet_code(two_lines(), "", today), sheet_code(two_lines(), "001/SB/2026", today),
        sheet_code(two_lines(), "002/SB/2026", today),
        sheet_code(two_lines(), "", Date(std::chrono::sys_days(today) + std::chrono::days(1)))};
    geo::MultiLine moved = two_lines();
    moved[0][1].x += 5e-8; // 5 mm
    codes.insert(sheet_code(moved, "", today));
    geo::MultiLine shorter = two_lines();
    shorter.pop_back();
    codes.insert(sheet_code(shorter, "", today));
    EXPECT_EQ(codes.size(), 6U);
    EXPECT_EQ(sheet_code({}, "", today), "");
    EXPECT_EQ(sheet_code(two_lines(), "", Date(std::chrono::year(2019) / 12 / 31)), "");
}

TEST(SheetCode, IsReadAsPeopleAndScannersGiveIt) {
    const std::string code = sheet_code(two_lines(), "", today);
    std::string typed = " " + code + "\n";
    std::transform(typed.begin(), typed.end(), typed.begin(), [](char one) {
        return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
    });
    std::string bare = code;
    std::erase(bare, '-');
    for (const std::string& one : {typed, bare, std::string(code_scheme) + code}) {
        const auto read = read_code(one);
        ASSERT_TRUE(read) << one;
        EXPECT_EQ(read->code, code);
    }
    for (const char* wrong : {"", "ABCD", "0000-0000-0000-0000", "ANTARDESA:"})
        EXPECT_FALSE(read_code(wrong)) << wrong;
}

TEST(SheetCode, EveryWrongSignAndEveryExchangeIsNoticed) {
    const std::string code = sheet_code(two_lines(), "", today);
    const std::string signs = "34679ACDEFGHJKMNPRTVWXY";
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '-')
            continue;
        for (const char other : signs) {
            std::string wrong = code;
            wrong[i] = other;
            EXPECT_EQ(read_code(wrong).has_value(), other == code[i]) << wrong;
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (code[k] == '-' || code[k] == code[i])
                continue;
            std::string wrong = code;
            std::swap(wrong[i], wrong[k]);
            EXPECT_FALSE(read_code(wrong)) << wrong;
        }
    }
}

} // namespace
} // namespace antardesa::workspace
