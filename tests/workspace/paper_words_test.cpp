#include "workspace/paper_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

Date day(int year, unsigned month, unsigned number) {
    return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number));
}

TEST(PaperWords, Numbers) {
    const std::vector<std::pair<int, const char*>> numbers{
        {0, "nol"},
        {1, "satu"},
        {10, "sepuluh"},
        {11, "sebelas"},
        {12, "dua belas"},
        {19, "sembilan belas"},
        {20, "dua puluh"},
        {21, "dua puluh satu"},
        {31, "tiga puluh satu"},
        {100, "seratus"},
        {101, "seratus satu"},
        {111, "seratus sebelas"},
        {200, "dua ratus"},
        {999, "sembilan ratus sembilan puluh sembilan"},
        {1000, "seribu"},
        {1001, "seribu satu"},
        {1999, "seribu sembilan ratus sembilan puluh sembilan"},
        {2000, "dua ribu"},
        {2016, "dua ribu enam belas"},
        {2026, "dua ribu dua puluh enam"},
        {11000, "sebelas ribu"},
        {100000, "seratus ribu"}};
    for (const auto& [number, words] : numbers)
        EXPECT_EQ(number_in_words(number), words);
}

TEST(PaperWords, Days) {
    EXPECT_EQ(date_in_words(day(2016, 2, 29)),
              "Senin, tanggal dua puluh sembilan, bulan Februari, tahun dua ribu enam belas "
              "(29-02-2016)");
    EXPECT_EQ(date_in_words(day(2026, 11, 1)),
              "Minggu, tanggal satu, bulan November, tahun dua ribu dua puluh enam (01-11-2026)");
    EXPECT_EQ(date_in_words(day(2025, 7, 11)),
              "Jumat, tanggal sebelas, bulan Juli, tahun dua ribu dua puluh lima (11-07-2025)");
    const std::string open = date_in_words(std::nullopt);
    EXPECT_THAT(open, ::testing::StartsWith("…"));
    EXPECT_THAT(open, ::testing::HasSubstr("bulan …"));
}

TEST(PaperWords, TheEightWinds) {
    const geo::Point here{109, -8};
    EXPECT_EQ(direction_in_words(here, {109, -7.9}), "utara");
    EXPECT_EQ(direction_in_words(here, {109.1, -7.9}), "timur laut");
    EXPECT_EQ(direction_in_words(here, {109.1, -8}), "timur");
    EXPECT_EQ(direction_in_words(here, {109.1, -8.1}), "tenggara");
    EXPECT_EQ(direction_in_words(here, {109, -8.1}), "selatan");
    EXPECT_EQ(direction_in_words(here, {108.9, -8.1}), "barat daya");
    EXPECT_EQ(direction_in_words(here, {108.9, -8}), "barat");
    EXPECT_EQ(direction_in_words(here, {108.9, -7.9}), "barat laut");
    EXPECT_EQ(direction_in_words(here, {108.999, -7.9}), "utara") << "just west of north";
}

} // namespace
} // namespace antardesa::workspace
