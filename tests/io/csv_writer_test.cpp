#include "io/csv_writer.h"

#include "io/table_reader.h"

#include <gtest/gtest.h>

namespace antardesa::io {
namespace {

TEST(CsvWriter, QuotesWhatSeparates) {
    EXPECT_EQ(csv_line({"a", "b;c", "d\"e", "f\ng", ""}), "a,\"b;c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST(CsvWriter, GuardsTextsThatWouldBeCalculated) {
    for (const char* formula : {"=1+1", "+62", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1",
                                "＝1", "＋1", "－1", "＠A", "'=1"})
        EXPECT_EQ(formula_guarded(formula), "'" + std::string(formula)) << formula;
    for (const char* text : {"Sukamaju", "", "'kutip", "a=b", "''", "– desa"})
        EXPECT_EQ(formula_guarded(text), text);
}

TEST(CsvWriter, LeavesFiguresAndWhatIsAskedToStay) {
    EXPECT_EQ(csv_line({Figure{"-7.5"}, "-7.5"}), "-7.5,\"'-7.5\"\r\n");
    EXPECT_EQ(csv_line({"=1"}, Formulas::as_written), "=1\r\n");
}

TEST(CsvWriter, TheReaderTakesExactlyTheGuardAway) {
    for (const std::string text :
         {"=1+1", "'=1", "''+2", "'kutip", "Desa", "-", "@", "=\"x\",1", "＝A1", "=a\nb"}) {
        const Table table = parse_csv("nama,lain\r\n" + csv_line({text, "x"}), "uji.csv");
        ASSERT_EQ(table.rows.size(), 1u) << text;
        EXPECT_EQ(without_formula_guard(table.rows[0].cells[0]), text);
    }
}

} // namespace
} // namespace antardesa::io
