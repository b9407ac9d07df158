#include "base/result.h"
#include "io/detail/shape_outline.h"
#include "io/detail/shapefile_walk.h"
#include "io/sample_files.h"
#include "io/vector_reader.h"

#include <gmock/gmock.h>

#include <functional>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;

namespace {

constexpr std::size_t header = 100;
constexpr std::size_t record_header = 8;
constexpr std::size_t content = 44 + 4 + 5 * 16; // one ring of five points

/// Three villages whose bytes are changed by the test before they are written.
struct Damaged {
    std::string shp;
    std::string shx;
    std::string dbf;

    explicit Damaged(std::vector<ShapefileBytes::Field> fields = {{"NAMOBJ"}, {"POP", 6, 'N'}}) {
        ShapefileBytes file(std::move(fields));
        for (int i = 0; i < 3; ++i)
            file.add({square(110 + 0.01 * i, -7)},
                     {"Desa " + std::to_string(i), "1" + std::to_string(i)});
        shp = file.shp();
        shx = file.shx();
        dbf = file.dbf();
    }
    void big(std::string& bytes, std::size_t at, std::uint32_t value) const {
        for (std::size_t i = 0; i < 4; ++i)
            bytes[at + i] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
    }
    void little(std::string& bytes, std::size_t at, std::uint32_t value,
                std::size_t width = 4) const {
        for (std::size_t i = 0; i < width; ++i)
            bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xff);
    }
    static std::size_t record(std::size_t i) { return header + i * (record_header + content); }

    FeatureTable read() const {
        const TemporaryFolder folder;
        folder.write("desa.shx", shx);
        folder.write("desa.dbf", dbf);
        folder.write("desa.prj", wgs84_prj);
        Progress progress;
        return read_vector(folder.write("desa.shp", shp), {}, progress);
    }
};

bool has_outline(const FeatureTable& table, std::size_t row) {
    return !std::holds_alternative<std::monostate>(table.features[row].geometry);
}

} // namespace

TEST(DamagedShapefile, CountsThatLieTakeOneOutlineAndSayWhich) {
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> lies{
        {0x7fffffff, 5}, {1, 0x10000000}, {1, 0x7fffffff},
        {0xffffffff, 5}, {1, 0xfffffffb}, {0, 5}};
    for (const auto& [parts, points] : lies) {
        Damaged file;
        file.little(file.shp, Damaged::record(1) + record_header + 36, parts);
        file.little(file.shp, Damaged::record(1) + record_header + 40, points);
        const FeatureTable table = file.read();
        ASSERT_EQ(table.features.size(), 3u) << parts << " " << points;
        EXPECT_TRUE(has_outline(table, 0) && has_outline(table, 2));
        EXPECT_FALSE(has_outline(table, 1));
        ASSERT_EQ(count_findings(table.findings, "damaged_outline"), 1);
        EXPECT_THAT(table.findings[0].subject, ::testing::HasSubstr("Desa 1"));
    }
}

TEST(DamagedShapefile, PartsThatBeginNowhereAreDamage) {
    for (const std::uint32_t start : {1u, 5000u, 0xfffffffbu}) {
        Damaged file;
        file.little(file.shp, Damaged::record(0) + record_header + 44, start);
        EXPECT_TRUE(has_finding(file.read().findings, "damaged_outline")) << start;
    }
}

TEST(DamagedShapefile, AnIndexThatCoversTheFileOutlivesAWrongLength) {
    for (const std::uint32_t length : {0u, 0x7ffffff8u, 0xfffffffeu, 5u}) {
        Damaged file;
        file.big(file.shp, Damaged::record(1) + 4, length);
        const FeatureTable table = file.read();
        EXPECT_EQ(vertex_count(table), 15u);
        EXPECT_TRUE(has_finding(table.findings, "record_headers_wrong"));
    }
}

TEST(DamagedShapefile, AnIndexThatNamesARecordTwiceIsNotObeyed) {
    Damaged file;
    file.shx.replace(header + 8, 8, file.shx.substr(header, 8));
    const FeatureTable table = file.read();
    EXPECT_TRUE(has_finding(table.findings, "index_rebuilt"));
    EXPECT_NEAR(geo::bounds(table.features[1].geometry).min.x, 110.01, 1e-12);
}

TEST(DamagedShapefile, AnIndexInAnotherOrderIsObeyedAndTold) {
    Damaged file;
    const std::string entries = file.shx.substr(header);
    file.shx = file.shx.substr(0, header) + entries.substr(16, 8) + entries.substr(8, 8) +
               entries.substr(0, 8);
    const FeatureTable table = file.read();
    EXPECT_NEAR(geo::bounds(table.features[0].geometry).min.x, 110.02, 1e-12);
    EXPECT_TRUE(has_finding(table.findings, "record_numbers_wrong"));
}

TEST(DamagedShapefile, ATypeThatIsNoneIsRefused) {
    Damaged file;
    file.little(file.shp, 32, 99);
    EXPECT_THROW(file.read(), Error);
}

TEST(DamagedShapefile, APointAmongPolygonsIsTold) {
    Damaged file;
    file.little(file.shp, Damaged::record(2) + record_header, 1);
    EXPECT_TRUE(has_finding(file.read().findings, "outline_other_kind"));
}

TEST(DamagedShapefile, RowsAreNotShiftedByALengthThatIsTooShort) {
    Damaged file;
    file.little(file.dbf, 10, 9, 2);
    const FeatureTable table = file.read();
    EXPECT_TRUE(table.columns.empty());
    EXPECT_EQ(table.features.size(), 3u);
    EXPECT_TRUE(has_finding(table.findings, "table_unusable"));
}

TEST(DamagedShapefile, HeadersThatCannotBeAreNoTable) {
    for (const std::uint32_t length : {0u, 32u, 65535u}) {
        Damaged file;
        file.little(file.dbf, 8, length, 2);
        EXPECT_TRUE(has_finding(file.read().findings, "table_unusable")) << length;
    }
}

TEST(DamagedShapefile, ANumberThatIsNoneIsNoValueAndNeverZero) {
    Damaged file;
    const std::size_t rows = 33 + 2 * 32;
    file.dbf.replace(rows + 1 + 20, 6, "12x4  ");
    const FeatureTable table = file.read();
    EXPECT_TRUE(table.columns[1].is_null(0));
    EXPECT_EQ(table.columns[1].text(1), "11");
    EXPECT_TRUE(has_finding(table.findings, "number_unreadable"));
}

TEST(DamagedShapefile, ANumberWithMoreDigitsThanItHoldsIsTold) {
    Damaged area({{"NAMOBJ"}, {"LUAS", 6, 'F'}});
    const std::size_t rows = 33 + 2 * 32;
    area.dbf.replace(rows + 1 + 20, 6, "3.1e-4");
    EXPECT_FALSE(has_finding(area.read().findings, "column_rounded"));
    area.dbf.replace(rows + 1 + 20, 6, "2.0e11");
    EXPECT_TRUE(has_finding(area.read().findings, "column_rounded"));
}

TEST(DamagedShapefile, RowsMarkedDeletedAreCounted) {
    Damaged file;
    const std::size_t rows = 33 + 2 * 32;
    file.dbf[rows] = '*';
    const FeatureTable table = file.read();
    EXPECT_EQ(table.features.size(), 2u);
    EXPECT_EQ(table.features_in_file, 3);
    EXPECT_EQ(table.columns[0].text(0), "Desa 1");
    EXPECT_TRUE(has_finding(table.findings, "deleted_rows"));
}

TEST(DamagedShapefile, OddFieldsAreToldByName) {
    Damaged twice({{"KODE"}, {"KODE"}});
    EXPECT_TRUE(has_finding(twice.read().findings, "duplicate_column"));
    Damaged unknown({{"KODE"}, {"X", 4, 'Z'}});
    EXPECT_TRUE(has_finding(unknown.read().findings, "field_type_unknown"));
    Damaged memo({{"KODE"}, {"M", 10, 'M'}});
    EXPECT_TRUE(has_finding(memo.read().findings, "memo_not_read"));
}

TEST(ShapefileWalk, NeverReadsBeyondTheBytes) {
    const Damaged file;
    for (std::size_t size = 0; size < file.shp.size(); size += 3)
        for (const std::size_t index :
             {std::size_t{0}, std::size_t{60}, std::size_t{107}, file.shx.size()}) {
            const auto walk = detail::walk_shapefile(std::string_view(file.shp).substr(0, size),
                                                     std::string_view(file.shx).substr(0, index));
            for (const auto& record : walk.records)
                ASSERT_LE(record.content + record.length, size);
        }
}

TEST(AssembleRings, ByDirectionByNestingAndTellsWhatIsOdd) {
    using geo::Ring;
    const auto reversed = [](Ring ring) { return Ring(ring.rbegin(), ring.rend()); };
    const Ring outer = square(0, 0, 10);
    const Ring inner = square(2, 2, 2);
    detail::GeometryFlaws flaws;
    const auto holed = detail::assemble_rings({outer, reversed(inner)}, flaws);
    ASSERT_EQ(holed.size(), 1u);
    EXPECT_EQ(holed[0].holes.size(), 1u);
    const auto turned = detail::assemble_rings({reversed(outer), reversed(inner)}, flaws);
    ASSERT_EQ(turned.size(), 1u);
    EXPECT_EQ(turned[0].holes.size(), 1u);
    EXPECT_FALSE(flaws.hole_outside || flaws.repeated_ring);
    const auto outside = detail::assemble_rings({outer, reversed(square(20, 0, 1))}, flaws);
    EXPECT_EQ(outside.size(), 2u);
    EXPECT_TRUE(flaws.hole_outside);
    detail::assemble_rings({outer, outer}, flaws);
    EXPECT_TRUE(flaws.repeated_ring);
}
