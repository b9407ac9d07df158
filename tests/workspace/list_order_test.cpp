#include "workspace/list_builder.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

/// Whether the one stands above the other in a list sorted by their text.
bool comes_before(const std::string& one, const std::string& other) {
    SortableRow first;
    SortableRow second;
    first.text(one);
    second.text(other);
    return first.keys[0] < second.keys[0];
}

TEST(ListOrder, CountsAsPeopleDo) {
    EXPECT_TRUE(comes_before("2/PB/2024", "10/PB/2019"));
    EXPECT_TRUE(comes_before("999", "1000"));
    EXPECT_TRUE(comes_before("Dusun 2", "dusun 10"));
    EXPECT_TRUE(comes_before("03/PB", "12/PB"));
    EXPECT_FALSE(comes_before("007", "7")) << "the same number";
    EXPECT_FALSE(comes_before("7", "007"));
    EXPECT_TRUE(comes_before("99.01.02.2001", "99.01.10.2001"));
}

TEST(ListOrder, IsByLettersWhereThereAreNoNumbers) {
    EXPECT_TRUE(comes_before("Air bersih", "pasar desa"));
    EXPECT_TRUE(comes_before("Pasar", "Pasar desa"));
    EXPECT_TRUE(comes_before("1", "Air")) << "digits before letters";
}

TEST(ListOrder, FindsTheTextAsItWasWritten) {
    SortableRow row;
    row.text("010/PB/2024");
    EXPECT_NE(row.searched.find("010/pb/2024"), std::string::npos);
}

} // namespace
} // namespace antardesa::workspace
