#include "documents/pages.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::documents {
namespace {

class Pages : public ::testing::Test {
  protected:
    std::vector<Page> lay(std::vector<Block> blocks) {
        Document document;
        document.header = "Kepala";
        document.page_words = "Halaman {0} dari {1}";
        document.blocks = std::move(blocks);
        return lay_out(document, typesetter_);
    }
    static int count(const Page& page, const std::string& text) {
        return static_cast<int>(
            std::count_if(page.texts.begin(), page.texts.end(),
                          [&](const PageText& one) { return one.run.text == text; }));
    }
    static const PageText* find(const Page& page, const std::string& text) {
        for (const PageText& one : page.texts)
            if (one.run.text == text)
                return &one;
        return nullptr;
    }
    static void expect_inside(const std::vector<Page>& pages) {
        for (const Page& page : pages)
            for (const PageText& one : page.texts) {
                EXPECT_GE(one.at.x, 0) << one.run.text;
                EXPECT_LE(one.at.x + one.run.width, page.width) << one.run.text;
                EXPECT_GE(one.at.y - one.run.descent, 0) << one.run.text;
                EXPECT_LE(one.at.y + one.run.ascent, page.height) << one.run.text;
            }
    }
    static Table long_table(int rows) {
        Table table{"T", {{"NO", 1, Align::right}, {"NAMA", 4}}, {}};
        for (int i = 1; i <= rows; ++i)
            table.rows.push_back({std::to_string(i), "Desa " + std::to_string(i)});
        return table;
    }

    text::Typesetter typesetter_;
};

TEST_F(Pages, AnEmptyDocumentHasOnePage) {
    const auto pages = lay({});
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(count(pages[0], "Halaman 1 dari 1"), 1);
    EXPECT_EQ(count(pages[0], "Kepala"), 1);
}

TEST_F(Pages, TheHeadOfATableStandsOnEveryPageAndEveryRowOnce) {
    const auto pages = lay({long_table(130)});
    ASSERT_GE(pages.size(), 3U);
    int rows = 0;
    for (const Page& page : pages) {
        EXPECT_EQ(count(page, "NAMA"), 1);
        for (int i = 1; i <= 130; ++i)
            rows += count(page, "Desa " + std::to_string(i));
    }
    EXPECT_EQ(rows, 130);
    EXPECT_EQ(count(pages.back(), "Halaman " + std::to_string(pages.size()) + " dari " +
                                      std::to_string(pages.size())),
              1);
    expect_inside(pages);
}

TEST_F(Pages, ARowTallerThanAPageLosesNothing) {
    std::string words;
    for (int i = 0; i < 1500; ++i)
        words += "kata" + std::to_string(i) + " ";
    const auto pages = lay({Table{"T", {{"ISI", 1}}, {{words}}}});
    ASSERT_GE(pages.size(), 2U);
    std::string read;
    for (const Page& page : pages)
        for (const PageText& one : page.texts)
            read += " " + one.run.text + " ";
    for (int i = 0; i < 1500; ++i)
        EXPECT_NE(read.find("kata" + std::to_string(i) + " "), std::string::npos) << i;
    expect_inside(pages);
}

TEST_F(Pages, WordsWiderThanTheirCellAreCutNotDrawnOverTheNext) {
    const std::string wide(200, 'W');
    const auto pages = lay({Table{"T", {{"A", 1}, {"B", 1}}, {{wide, "x"}}}});
    const PageText* next = find(pages[0], "x");
    ASSERT_NE(next, nullptr);
    for (const PageText& one : pages[0].texts) {
        if (one.run.text.starts_with("WW")) {
            EXPECT_LT(one.at.x + one.run.width, next->at.x);
        }
    }
}

TEST_F(Pages, ALongLabelIsWrittenWholeBesideItsValue) {
    const std::string label = "Nomor Desa Tirtojaya Kulon Progo Wetan";
    const auto pages = lay({Facts{{{label, "140/7"}, {"Nomor", ""}, {"Tempat", "Balai desa"}}}});
    const PageText* name = find(pages[0], label);
    const PageText* value = find(pages[0], "140/7");
    ASSERT_TRUE(name && value);
    EXPECT_LT(name->at.x + name->run.width, value->at.x);
    EXPECT_DOUBLE_EQ(find(pages[0], "Balai desa")->at.x, value->at.x) << "values line up";
    EXPECT_GT(find(pages[0], "Nomor")->at.y, find(pages[0], "Tempat")->at.y)
        << "an empty value keeps its line";
}

TEST_F(Pages, AHeadingIsNotPartedFromWhatIsSignedBelowIt) {
    // Whatever stands above, heading and place to sign are on the same page.
    for (int lines = 20; lines < 60; ++lines) {
        std::vector<Block> blocks(static_cast<std::size_t>(lines), Paragraph{"Baris"});
        blocks.emplace_back(Heading{"Menyetujui", 1});
        blocks.emplace_back(Signatures{{{{"Kepala Desa A"}}}});
        const auto pages = lay(std::move(blocks));
        for (const Page& page : pages)
            EXPECT_EQ(count(page, "Menyetujui"), count(page, "Kepala Desa A")) << lines;
        expect_inside(pages);
    }
}

TEST_F(Pages, WhatEndsTheSignaturesStandsOnNoPageAlone) {
    const Signatures team{{{{"1."}, {"2."}, {"3."}}}};
    const MatrixCode matrix = matrix_code("ANTARDESA:7K3M-2PQR");
    for (int lines = 5; lines < 60; ++lines) {
        std::vector<Block> blocks(static_cast<std::size_t>(lines), Paragraph{"Baris"});
        blocks.emplace_back(Heading{"Fasilitator", 1});
        blocks.emplace_back(Signatures{{{{"Camat"}}}});
        blocks.emplace_back(Heading{"Tim Kabupaten", 1});
        blocks.emplace_back(team);
        std::vector<Block> annex(static_cast<std::size_t>(lines), Paragraph{"Baris"});
        annex.emplace_back(Signatures{{{{"Kepala Desa A"}}, {{"Kepala Desa B"}}}});
        annex.emplace_back(SheetCode{"7K3M-2PQR", "Periksa", matrix, ""});
        for (const Page& page : lay(std::move(blocks)))
            EXPECT_EQ(count(page, "Tim Kabupaten"), count(page, "Camat")) << lines;
        for (const Page& page : lay(std::move(annex)))
            EXPECT_EQ(count(page, "7K3M-2PQR"), count(page, "Kepala Desa B")) << lines;
    }
}

TEST_F(Pages, MoreThanAPageToSignIsPartedBetweenItsRows) {
    Signatures team;
    for (int i = 1; i <= 24; ++i)
        team.rows.push_back({{std::to_string(i) + "."}});
    std::vector<Block> blocks(25, Paragraph{"Baris"});
    blocks.emplace_back(Heading{"Fasilitator", 1});
    blocks.emplace_back(Signatures{{{{"Camat"}}}});
    blocks.emplace_back(Heading{"Tim Kabupaten", 1});
    blocks.emplace_back(team);
    const auto pages = lay(std::move(blocks));
    EXPECT_EQ(count(pages.front(), "Camat"), 1) << "no page is left half empty for nothing";
    expect_inside(pages);
}

TEST_F(Pages, ABlankToSignOnIsOneLineHoweverManySign) {
    for (const std::size_t count : {1U, 2U, 3U, 4U, 5U, 6U}) {
        const auto pages = lay({Signatures{{std::vector<Signature>(count, {"Kepala Desa"})}}});
        std::vector<std::string> blanks;
        for (const PageText& one : pages[0].texts)
            if (one.run.text.find("...") != std::string::npos)
                blanks.push_back(one.run.text);
        ASSERT_EQ(blanks.size(), count);
        for (const std::string& blank : blanks) {
            EXPECT_THAT(blank, testing::AllOf(testing::StartsWith("("), testing::EndsWith(")")));
            EXPECT_GE(blank.size(), count < 4 ? 48U : 20U) << count;
        }
    }
}

TEST_F(Pages, ACodeIsDrawnModuleByModule) {
    const MatrixCode matrix = matrix_code("ANTARDESA:7K3M-2PQR");
    const auto dark = std::count(matrix.dark.begin(), matrix.dark.end(), true);
    const auto pages = lay({SheetCode{"7K3M-2PQR", "Periksa", matrix, ""}});
    EXPECT_EQ(static_cast<long>(pages[0].fills.size()), dark);
    EXPECT_EQ(count(pages[0], "7K3M-2PQR"), 1);
}

TEST(MatrixCode, HasTheThreeFinderPatterns) {
    const MatrixCode matrix = matrix_code("ANTARDESA:7K3M-2PQR");
    ASSERT_GE(matrix.size, 21);
    const auto finder_at = [&](int left, int top) {
        for (int row = 0; row < 7; ++row)
            for (int column = 0; column < 7; ++column) {
                const bool ring = row == 0 || row == 6 || column == 0 || column == 6;
                const bool eye = row >= 2 && row <= 4 && column >= 2 && column <= 4;
                if (matrix.at(left + column, top + row) != (ring || eye))
                    return false;
            }
        return true;
    };
    EXPECT_TRUE(finder_at(0, 0));
    EXPECT_TRUE(finder_at(matrix.size - 7, 0));
    EXPECT_TRUE(finder_at(0, matrix.size - 7));
    EXPECT_FALSE(finder_at(matrix.size - 7, matrix.size - 7));
}

} // namespace
} // namespace antardesa::documents
