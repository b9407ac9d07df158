#include "io/table_reader.h"

#include "base/result.h"
#include "io/sample_files.h"

#include <gmock/gmock.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::ElementsAre;

TEST(ParseCsv, ReadsQuotesAndLineBreaks) {
    const Table table = parse_csv("nomor,judul\r\n1,\"Pasar \"\"Legi\"\", bersama\"\r\n"
                                  "2,\"dua\nbaris\"\r\n3,tiga",
                                  "x.csv");
    EXPECT_THAT(table.columns, ElementsAre("nomor", "judul"));
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows[0].cells[1], "Pasar \"Legi\", bersama");
    EXPECT_EQ(table.rows[1].cells[1], "dua\nbaris");
    EXPECT_EQ(table.rows[1].line, 3);
    EXPECT_EQ(table.rows[2].line, 5);
    EXPECT_EQ(table.cell(table.rows[2], "JUDUL"), "tiga");
    EXPECT_EQ(table.cell(table.rows[2], "lain"), "");
    EXPECT_TRUE(table.findings.empty());
}

TEST(ParseCsv, FindsTheSeparator) {
    EXPECT_EQ(parse_csv("a;b;c\n1,5;2;3\n", "x").rows[0].cells[0], "1,5");
    EXPECT_EQ(parse_csv("a\tb\n1\t2\n", "x").separator, '\t');
    EXPECT_EQ(parse_csv("\"a;x\",b\n1,2\n", "x").separator, ',');
    EXPECT_THAT(parse_csv("a\n1\n", "x").columns, ElementsAre("a"));
}

TEST(ParseCsv, TakesMarksAndOtherEncodings) {
    EXPECT_EQ(parse_csv("\xef\xbb\xbfnama\nA\n", "x").columns[0], "nama");
    const Table old = parse_csv("nama\nCaf\xe9\n", "x");
    EXPECT_EQ(old.rows[0].cells[0], "Café");
    EXPECT_TRUE(has_finding(old.findings, "table_encoding"));
}

TEST(ParseCsv, ReportsRaggedRowsWithTheirLine) {
    const Table table = parse_csv("a,b\n1\n\n,,\n1,2,3\n", "x.csv");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_THAT(table.rows[0].cells, ElementsAre("1", ""));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "2"));
    ASSERT_EQ(table.findings.size(), 2u);
    EXPECT_EQ(table.findings[0].subject, "row 2");
    EXPECT_EQ(table.findings[1].message, (Message{"io.ragged_row", {"x.csv", "5", "3", "2"}}));
}

TEST(ParseCsv, ReportsColumnsNamedTwice) {
    const Table table = parse_csv("a,A\n1,2\n", "x");
    EXPECT_TRUE(has_finding(table.findings, "duplicate_column"));
    EXPECT_EQ(table.cell(table.rows[0], "a"), "1");
}

TEST(ParseCsv, NamesTheLineOfAnOpenQuote) {
    try {
        parse_csv("a,b\n1,2\n3,\"vier\n5,6\n", "x.csv");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), (Message{"io.open_quote", {"x.csv", "3"}}));
    }
}

TEST(ParseCsv, ExcelsLineAboveTheTableStatesTheSeparator) {
    for (const char* start : {"sep=;\n", "SEP=;\r\n", "\xef\xbb\xbfsep=;\n"}) {
        const Table table = parse_csv(std::string(start) + "kode;nama\n1;\"a,b\"\n", "x");
        EXPECT_EQ(table.columns, (std::vector<std::string>{"kode", "nama"})) << start;
        ASSERT_EQ(table.rows.size(), 1u);
        EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"1", "a,b"}));
        EXPECT_EQ(table.rows[0].line, 3);
        EXPECT_TRUE(table.findings.empty());
    }
    EXPECT_EQ(parse_csv("sep=\tkode\n1\t2\n", "x").columns.front(), "sep=");
    EXPECT_EQ(parse_csv("sep=", "x").columns.front(), "sep=");
}

TEST(ParseCsv, ReadsUtf32EitherWayRound) {
    const std::u32string text = U"kode,nama\n1,Tomé \U0001F33D\n";
    for (const bool big : {false, true}) {
        std::string bytes = big ? std::string("\0\0\xfe\xff", 4) : std::string("\xff\xfe\0\0", 4);
        for (const char32_t code : text)
            for (unsigned i = 0; i < 4; ++i)
                bytes += static_cast<char>(code >> 8 * (big ? 3 - i : i));
        const Table table = parse_csv(bytes, "x");
        EXPECT_EQ(table.columns, (std::vector<std::string>{"kode", "nama"}));
        ASSERT_EQ(table.rows.size(), 1u);
        EXPECT_EQ(table.rows[0].cells[1], "Tomé \U0001F33D");
        EXPECT_TRUE(has_finding(table.findings, "table_utf32"));
        const Table cut = parse_csv(bytes + "\xff", "x");
        EXPECT_EQ(cut.rows.back().cells[0], "\uFFFD");
    }
}

TEST(ParseCsv, IsContentWithNothing) {
    EXPECT_TRUE(parse_csv("", "x").columns.empty());
    EXPECT_TRUE(parse_csv("\n\n", "x").rows.empty());
    EXPECT_TRUE(parse_csv("a,b", "x").rows.empty());
}

TEST(ReadCsv, ReadsFilesAndSaysWhatIsWrong) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_csv(folder.write("a.csv", "a\n1\n")).rows.size(), 1u);
    EXPECT_THROW(read_csv(folder / "none.csv"), Error);
    EXPECT_THROW(read_csv(folder.path()), Error);
}

TEST(ParseCsv, Utf16WithoutItsMarkIsRead) {
    const std::string plain = "kode,nama\n1,Desa\n";
    for (const bool big : {false, true}) {
        std::string wide;
        for (const char c : plain)
            wide += big ? std::string{'\0', c} : std::string{c, '\0'};
        const Table table = parse_csv(wide, "x.csv");
        ASSERT_EQ(table.rows.size(), 1u);
        EXPECT_EQ(table.cell(table.rows[0], "nama"), "Desa");
        ASSERT_EQ(table.findings.size(), 1u);
        EXPECT_EQ(table.findings[0].code, "table_utf16");
    }
    EXPECT_EQ(parse_csv(std::string("a,b\n1,\0\n", 8), "x.csv").findings[0].code, "table_nul");
}
