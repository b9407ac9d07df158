#include "workspace/layer_sheet.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using ::testing::ElementsAre;

io::VectorFile points() {
    io::VectorFile layer;
    layer.layer = "titik_batas";
    layer.fields = {{"id", io::FieldType::integer},
                    {"kode", io::FieldType::text},
                    {"tanggal", io::FieldType::text},
                    {"akurasi", io::FieldType::real}};
    layer.rows = {{geo::PointSet{{{109.5, -7.25}}},
                   {std::int64_t{1}, std::string("TK.99"), std::string("2026-03-04"), 0.5}},
                  {geo::PointSet{{{109.6, -7.5}}},
                   {std::int64_t{2}, std::string("=1+1"), std::monostate(), std::monostate()}}};
    return layer;
}

std::vector<std::string> titles(const io::WrittenSheet& sheet) {
    std::vector<std::string> all;
    for (const io::SheetColumn& column : sheet.columns)
        all.push_back(column.title);
    return all;
}

TEST(LayerSheet, KeepsTypesAndPlaces) {
    const io::WrittenSheet sheet = layer_sheet(points());
    EXPECT_THAT(titles(sheet), ElementsAre("id", "kode", "tanggal", "akurasi", "bujur", "lintang"));
    EXPECT_EQ(sheet.columns[0].style, io::SheetStyle::number);
    EXPECT_EQ(sheet.columns[2].style, io::SheetStyle::date);
    ASSERT_EQ(sheet.rows.size(), 2U);
    EXPECT_EQ(std::get<double>(sheet.rows[0][0]), 1);
    EXPECT_EQ(iso_text(std::get<Date>(sheet.rows[0][2])), "2026-03-04");
    EXPECT_EQ(std::get<std::string>(sheet.rows[1][1]), "=1+1") << "a text, never a formula";
    EXPECT_TRUE(std::holds_alternative<std::monostate>(sheet.rows[1][3]));
    EXPECT_EQ(std::get<double>(sheet.rows[1][5]), -7.5);
}

TEST(LayerSheet, ATextThatLooksLikeADayAmongOthersStaysOne) {
    io::VectorFile layer = points();
    layer.rows[1].values[2] = std::string("belum");
    const io::WrittenSheet sheet = layer_sheet(layer);
    EXPECT_EQ(sheet.columns[2].style, io::SheetStyle::text);
    EXPECT_EQ(std::get<std::string>(sheet.rows[0][2]), "2026-03-04");
}

TEST(LayerSheet, IsKnownByItsEnding) {
    EXPECT_TRUE(is_sheet_file("a.XLSX"));
    EXPECT_TRUE(is_sheet_file("a.csv"));
    EXPECT_FALSE(is_sheet_file("a.gpkg"));
}

} // namespace
} // namespace antardesa::workspace
