#include "io/vector_writer.h"

#include "io/sample_files.h"
#include "io/vector_reader.h"

#include <gmock/gmock.h>

#include <array>
#include <map>
#include <unistd.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

VectorFile villages() {
    VectorFile file;
    file.layer = "desa";
    file.fields = {{"nama_desa_lengkap", FieldType::text},
                   {"nama_desa_singkat", FieldType::text},
                   {"jumlah", FieldType::integer},
                   {"luas_ha", FieldType::real}};
    file.rows.push_back({geo::PolygonSet{{{square(110, -7), {}}, {square(110.1, -7), {}}}},
                         {std::string("Tomé"), std::string("T"), std::int64_t{3}, 12.5}});
    file.rows.push_back({geo::PolygonSet{{{square(110.2, -7), {}}}},
                         {std::monostate(), std::string("=2+2"), std::monostate(), 0.1}});
    return file;
}

class Formats : public ::testing::TestWithParam<const char*> {};

FeatureTable read(const std::filesystem::path& path) {
    Progress progress;
    return read_vector(path, {}, progress);
}

} // namespace

TEST(Widths, OfShapefileFieldsAreAsAskedUnlessATextIsLonger) {
    const TemporaryFolder folder;
    VectorFile file = villages();
    file.fields = {{"nama", FieldType::text, 50},
                   {"catatan", FieldType::text, 3},
                   {"kelas", FieldType::integer, 9},
                   {"luas", FieldType::real}};
    ASSERT_TRUE(write_vector(folder / "desa.shp", file));
    const std::string table = bytes_of(folder / "desa.dbf");
    const auto width = [&](std::size_t field) {
        return static_cast<int>(static_cast<unsigned char>(table.at(32 + 32 * field + 16)));
    };
    EXPECT_EQ(width(0), 50);
    EXPECT_EQ(width(1), 254) << "\"=2+2\" has four letters";
    EXPECT_EQ(width(2), 9);
}

TEST_P(Formats, ComeBackAsWritten) {
    const TemporaryFolder folder;
    const auto path = folder / (std::string("desa") + GetParam());
    const auto written = write_vector(path, villages());
    ASSERT_TRUE(written);
    EXPECT_EQ(written.value().back(), path);
    EXPECT_EQ(folder.names().size(), written.value().size());
    const FeatureTable table = read(path);
    ASSERT_EQ(table.features.size(), 2u);
    EXPECT_EQ(table.crs, crs::wgs84());
    EXPECT_EQ(vertex_count(table), 15u);
    const bool shapefile = std::string(GetParam()) == ".shp";
    const auto name = table.column_index(shapefile ? "nama_desa_" : "nama_desa_lengkap");
    ASSERT_TRUE(name);
    EXPECT_EQ(table.columns[*name].text(0), "Tomé");
    EXPECT_EQ(table.columns[*name].text(1), "");
    const auto brief = table.column_index(shapefile ? "nama_des_1" : "nama_desa_singkat");
    ASSERT_TRUE(brief);
    EXPECT_EQ(table.columns[*brief].text(1), "=2+2");
    EXPECT_EQ(table.columns[*table.column_index("jumlah")].text(0), "3");
    EXPECT_EQ(table.columns[*table.column_index("luas_ha")].number(1), 0.1);
    for (const Finding& finding : table.findings)
        ADD_FAILURE() << debug_text(finding.message);
}

TEST_P(Formats, GiveTheSameBytes) {
    const TemporaryFolder one;
    const TemporaryFolder two;
    const std::string name = std::string("desa") + GetParam();
    ASSERT_TRUE(write_vector(one / name, villages()));
    ASSERT_TRUE(write_vector(two / name, villages()));
    for (const std::string& file : one.names())
        EXPECT_EQ(bytes_of(one / file), bytes_of(two / file)) << file;
}

TEST_P(Formats, NeverOverwriteUnasked) {
    const TemporaryFolder folder;
    const auto path = folder.write(std::string("desa") + GetParam(), "milik orang");
    const auto refused = write_vector(path, villages());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().message.key, "io.exists");
    EXPECT_EQ(bytes_of(path), "milik orang");
    ASSERT_TRUE(write_vector(path, villages(), Existing::replace));
    EXPECT_EQ(read(path).features.size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(All, Formats, ::testing::Values(".geojson", ".kml", ".shp", ".gpkg"));

TEST(WriteVector, ASetReplacesTheOlderOneWithItsIndexes) {
    const TemporaryFolder folder;
    ASSERT_TRUE(write_vector(folder / "desa.shp", villages()));
    folder.write("desa.qix", "an index over other rows");
    folder.write("desa.qpj", "another system");
    folder.write("desa-lain.dbf", "not of this set");
    VectorFile shorter = villages();
    shorter.rows.pop_back();
    ASSERT_TRUE(write_vector(folder / "desa.shp", shorter, Existing::replace));
    EXPECT_EQ(read(folder / "desa.shp").features.size(), 1u);
    EXPECT_THAT(folder.names(),
                ::testing::UnorderedElementsAre("desa.cpg", "desa.dbf", "desa.prj", "desa.shp",
                                                "desa.shx", "desa-lain.dbf"));
}

TEST(WriteVector, AnOlderSetComesBackWhenTheNewOneCannotBePlaced) {
    const TemporaryFolder folder;
    ASSERT_TRUE(write_vector(folder / "desa.shp", villages()));
    std::map<std::string, std::string> before;
    for (const std::string& name : folder.names())
        if (name != "desa.prj")
            before[name] = bytes_of(folder / name);
    // A folder in the place of one part stops the renames half-way.
    std::filesystem::remove(folder / "desa.prj");
    std::filesystem::create_directory(folder / "desa.prj");
    VectorFile shorter = villages();
    shorter.rows.pop_back();
    try {
        static_cast<void>(write_vector(folder / "desa.shp", shorter, Existing::replace));
        FAIL() << "written over a folder";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().arguments.at(0), (folder / "desa.shp").string());
    }
    EXPECT_EQ(folder.names().size(), before.size() + 1) << "nothing private is left";
    for (const auto& [name, bytes] : before)
        EXPECT_EQ(bytes_of(folder / name), bytes) << name;
}

TEST(WriteVector, DoesNotTakeATableThatStandsAlone) {
    const TemporaryFolder folder;
    const auto table = folder.write("desa.dbf", "milik orang");
    const auto refused = write_vector(folder / "desa.shp", villages());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().message.arguments.at(0), table.string());
    EXPECT_EQ(bytes_of(table), "milik orang");
}

/// An older set and a newer one of which a killed process placed some parts.
class CutOffSet : public ::testing::Test {
  protected:
    CutOffSet() {
        EXPECT_TRUE(write_vector(folder_ / "desa.shp", villages()));
        for (const char* ending : endings)
            older_[ending] = bytes_of(folder_ / (std::string("desa") + ending));
        shorter_.rows.pop_back();
        std::filesystem::create_directory(waiting_);
        EXPECT_TRUE(write_vector(waiting_ / "desa.shp", shorter_));
        std::filesystem::create_directory(aside_);
    }
    void move(const std::filesystem::path& from, const std::filesystem::path& to,
              std::initializer_list<const char*> parts) {
        for (const char* ending : parts) {
            const std::string name = std::string("desa") + ending;
            std::filesystem::rename(from / name, to / name);
        }
    }
    void expect_done_again() {
        ASSERT_TRUE(write_vector(folder_ / "desa.shp", shorter_, Existing::replace));
        EXPECT_EQ(read(folder_ / "desa.shp").features.size(), 1u);
        for (const auto& [ending, bytes] : older_)
            EXPECT_EQ(bytes_of(aside_ / ("desa" + ending)), bytes) << "the older set is whole";
        for (const std::string& name : folder_.names())
            EXPECT_TRUE(!name.starts_with("desa.shp.lama-") || name == "desa.shp.lama-aaaaaa")
                << name;
    }

    static constexpr std::array endings{".shp", ".shx", ".dbf", ".prj", ".cpg"};
    const TemporaryFolder folder_;
    const std::filesystem::path waiting_ = folder_ / ".antardesa-abcdef";
    const std::filesystem::path aside_ = folder_ / "desa.shp.lama-aaaaaa";
    VectorFile shorter_ = villages();
    std::map<std::string, std::string> older_;
};

TEST_F(CutOffSet, WhileTheOlderOneWasCleared) {
    move(folder_.path(), aside_, {".shp", ".cpg", ".dbf"});
    expect_done_again();
}

TEST_F(CutOffSet, WhileTheNewOneWasPlaced) {
    move(folder_.path(), aside_, {".shp", ".cpg", ".dbf", ".prj", ".shx"});
    move(waiting_, folder_.path(), {".cpg", ".dbf"});
    expect_done_again();
}

TEST(WriteVector, NeverDeletesATableThatStoodAlone) {
    const TemporaryFolder folder;
    folder.write("desa.dbf", "milik orang");
    ASSERT_TRUE(write_vector(folder / "desa.shp", villages(), Existing::replace));
    std::string kept;
    for (const std::string& name : folder.names())
        if (name.starts_with("desa.shp.lama-"))
            kept = bytes_of(folder / name / "desa.dbf");
    EXPECT_EQ(kept, "milik orang");
}

TEST(WriteVector, TransformsForGeoJson) {
    const TemporaryFolder folder;
    VectorFile file;
    file.layer = "titik";
    file.crs = crs::utm({49, true});
    file.rows.push_back({geo::PointSet{{{430617.3, 9138283}}}, {}});
    ASSERT_TRUE(write_vector(folder / "t.geojson", file));
    const FeatureTable degrees = read(folder / "t.geojson");
    EXPECT_NEAR(bounds(degrees).min.x, 110.3708, 1e-3);
    ASSERT_TRUE(write_vector(folder / "t.shp", file));
    const FeatureTable metres = read(folder / "t.shp");
    EXPECT_EQ(metres.crs->epsg(), 32749);
    EXPECT_EQ(bounds(metres).min, (geo::Point{430617.3, 9138283}));
}

TEST(WriteVector, WritesLinesWithHolesAndNoRowsAlike) {
    const TemporaryFolder folder;
    VectorFile lines;
    lines.layer = "segmen";
    lines.rows.push_back({geo::LineSet{{{{110, -7}, {111, -7}}, {{112, -7}, {113, -8}}}}, {}});
    lines.rows.push_back({std::monostate(), {}});
    ASSERT_TRUE(write_vector(folder / "l.gpkg", lines));
    EXPECT_EQ(vertex_count(read(folder / "l.gpkg")), 4u);
    VectorFile empty;
    empty.layer = "kosong";
    ASSERT_TRUE(write_vector(folder / "e.geojson", empty));
    EXPECT_TRUE(read(folder / "e.geojson").features.empty());
    VectorFile hole;
    hole.layer = "desa";
    hole.rows.push_back(
        {geo::PolygonSet{{{square(110, -7), {square(110.002, -6.998, 0.001)}}}}, {}});
    ASSERT_TRUE(write_vector(folder / "h.shp", hole));
    const FeatureTable table = read(folder / "h.shp");
    EXPECT_EQ(std::get<geo::PolygonSet>(table.features[0].geometry).polygons[0].holes.size(), 1u);
}

TEST(WriteVector, RefusesWhatItCannotDoWhole) {
    const TemporaryFolder folder;
    VectorFile mixed = villages();
    mixed.rows.push_back({geo::PointSet{{{110, -7}}}, {}});
    EXPECT_EQ(write_vector(folder / "m.shp", mixed).refusal().message.key, "io.mixed_geometry");
    EXPECT_TRUE(write_vector(folder / "m.geojson", mixed));
    EXPECT_EQ(write_vector(folder / "x.dxf", mixed).refusal().message.key, "io.unknown_output");
    std::filesystem::create_symlink("/nowhere", folder / "link.geojson");
    EXPECT_EQ(write_vector(folder / "link.geojson", mixed, Existing::replace).refusal().message.key,
              "io.exists");
    EXPECT_THAT(folder.names(), ElementsAre("link.geojson", "m.geojson"));
}

TEST(WriteVector, LeavesNothingWhenTheFolderIsAbsent) {
    const TemporaryFolder folder;
    EXPECT_THROW(write_vector(folder / "tiada/desa.shp", villages()), Error);
    EXPECT_TRUE(folder.names().empty());
}
