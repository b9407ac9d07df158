#include "io/feature_table.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

using namespace antardesa;
using namespace antardesa::io;

TEST(Column, KeepsTextsApart) {
    Column column("NAMOBJ", FieldType::text);
    column.append(std::string_view("Batutengah"));
    column.append_null();
    column.append(std::string_view(""));
    column.append(std::string_view("Bumikencana"));
    ASSERT_EQ(column.size(), 4u);
    EXPECT_EQ(column.text(0), "Batutengah");
    EXPECT_TRUE(column.is_null(1));
    EXPECT_EQ(column.text(1), "");
    EXPECT_FALSE(column.is_null(2));
    EXPECT_EQ(column.text_view(3), "Bumikencana");
    EXPECT_EQ(column.value(3), AttributeValue(std::string("Bumikencana")));
    EXPECT_EQ(column.value(1), AttributeValue());
}

TEST(Column, WritesNumbersAsPeopleDo) {
    Column reals("KODE", FieldType::real);
    for (const double value : {6101172008.0, 6101072008.000001, 0.25, -3.0, 1e20,
                               std::numeric_limits<double>::infinity()})
        reals.append(value);
    EXPECT_EQ(reals.text(0), "6101172008");
    EXPECT_EQ(reals.text(1), "6101072008");
    EXPECT_EQ(reals.text(2), "0.25");
    EXPECT_EQ(reals.text(3), "-3");
    EXPECT_EQ(reals.text(4), "100000000000000000000");
    EXPECT_EQ(reals.text(5), "");
    EXPECT_FALSE(reals.number(5));
    Column integers("N", FieldType::integer);
    integers.append(std::int64_t{-2147483648});
    integers.append_null();
    EXPECT_EQ(integers.text(0), "-2147483648");
    EXPECT_EQ(integers.number(0), -2147483648.0);
    EXPECT_FALSE(integers.number(1));
    EXPECT_EQ(integers.value(0), AttributeValue(std::int64_t{-2147483648}));
}

TEST(Column, ReadsNumbersOutOfTexts) {
    Column column("LUAS", FieldType::text);
    column.append(std::string_view(" 12.5 "));
    column.append(std::string_view("dua"));
    EXPECT_EQ(column.number(0), 12.5);
    EXPECT_FALSE(column.number(1));
}

TEST(Column, KnowsWhetherItHoldsAnything) {
    Column column("WADMKD", FieldType::text);
    column.append_null();
    column.append(std::string_view("  "));
    EXPECT_TRUE(column.all_empty());
    column.append(std::string_view("x"));
    EXPECT_FALSE(column.all_empty());
}

TEST(FeatureTable, FindsColumnsWithoutCase) {
    FeatureTable table;
    table.columns.emplace_back("NamObj", FieldType::text);
    table.columns.emplace_back("NAMOBJ", FieldType::text);
    EXPECT_EQ(table.column_index("namobj"), 0u);
    EXPECT_FALSE(table.column_index("namob"));
}

TEST(FeatureTable, CountsAndMeasuresItsVertices) {
    FeatureTable table;
    EXPECT_TRUE(bounds(table).empty());
    table.features.push_back({0, geo::PointSet{{{1, 2}, {3, 4}}}});
    table.features.push_back({1, std::monostate()});
    table.features.push_back({2, geo::LineSet{{{{0, 0}, {5, 1}}}}});
    EXPECT_EQ(vertex_count(table), 4u);
    EXPECT_EQ(bounds(table), (geo::Box{{0, 0}, {5, 4}}));
}
