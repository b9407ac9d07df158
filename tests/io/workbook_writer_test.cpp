#include "io/workbook_writer.h"

#include "base/result.h"
#include "io/detail/xlsx.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace antardesa::io {
namespace {

using ::testing::ElementsAre;

constexpr Date made{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

WrittenSheet sheet() {
    return {"kerja_sama",
            {{"judul", 30, SheetStyle::text},
             {"nilai", 18, SheetStyle::rupiah},
             {"mulai", 12, SheetStyle::date}},
            {{std::string("Pasar & <kios>"), 450000000.0, made},
             {std::string("=HYPERLINK(\"http://contoh\")"), 0.1, std::monostate{}}}};
}

detail::Workbook read_back(const std::vector<WrittenSheet>& sheets) {
    return detail::read_workbook(workbook_bytes(sheets, made), "buku.xlsx");
}

TEST(WorkbookWriter, WhatIsWrittenIsReadBack) {
    const detail::Workbook book = read_back({sheet()});
    ASSERT_EQ(book.sheets.size(), 1U);
    EXPECT_THAT(book.names, ElementsAre("kerja_sama"));
    EXPECT_THAT(book.sheets[0].columns, ElementsAre("judul", "nilai", "mulai"));
    ASSERT_EQ(book.sheets[0].rows.size(), 2U);
    EXPECT_THAT(book.sheets[0].rows[0].cells, ElementsAre("Pasar & <kios>", "450000000", "46349"));
    EXPECT_EQ(book.sheets[0].rows[1].cells[2], "");
}

TEST(WorkbookWriter, ATextThatLooksLikeAFormulaStaysAText) {
    const detail::Workbook book = read_back({sheet()});
    EXPECT_EQ(book.sheets[0].rows[1].cells[0], "=HYPERLINK(\"http://contoh\")");
    for (const Finding& finding : book.sheets[0].findings)
        EXPECT_NE(finding.code, "formulas_not_computed");
}

TEST(WorkbookWriter, SameInputSameBytes) {
    EXPECT_EQ(workbook_bytes({sheet(), {"lain", {{"a"}}, {}}}, made),
              workbook_bytes({sheet(), {"lain", {{"a"}}, {}}}, made));
}

TEST(WorkbookWriter, EveryNumberComesBackBitForBit) {
    std::mt19937_64 chance(11);
    WrittenSheet numbers{"angka", {{"a", 12, SheetStyle::number}, {"b"}}, {}};
    std::vector<double> written;
    for (int i = 0; i < 500; ++i) {
        const double value =
            std::ldexp(static_cast<double>(chance() >> 11), static_cast<int>(chance() % 60) - 70);
        written.push_back(i % 3 == 0 ? std::round(value * 100) / 100 : value);
        numbers.rows.push_back({written.back(), std::string("x")});
    }
    const detail::Workbook book = read_back({numbers});
    for (std::size_t i = 0; i < written.size(); ++i)
        EXPECT_EQ(std::stod(book.sheets[0].rows[i].cells[0]), written[i]) << i;
}

TEST(WorkbookWriter, RefusesATextThatNoCellHolds) {
    WrittenSheet one{"a", {{"teks"}}, {{std::string(longest_cell_text, 'x')}}};
    EXPECT_NO_THROW(workbook_bytes({one}, made));
    one.rows[0][0] = std::string(longest_cell_text + 1, 'x');
    try {
        workbook_bytes({one}, made);
        FAIL() << "written";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "io.cell_too_long");
        EXPECT_THAT(error.message().arguments, ElementsAre("a", "2"));
    }
}

} // namespace
} // namespace antardesa::io
