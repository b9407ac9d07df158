#include "io/reader.h"

#include "base/result.h"
#include "base/sanitizers.h"
#include "io/misbehaviour.h"
#include "io/sample_files.h"
#include "io/through_process.h"

#include <cstdlib>
#include <thread>

#include <sys/stat.h>

namespace antardesa::io::testing {
namespace {

using std::chrono::milliseconds;

Reader misbehaving(const std::string& role, ReaderBudget budget = {}) {
    return {budget, prefix + role};
}

std::string error_of(const Reader& reader, const std::filesystem::path& path) {
    try {
        Progress progress;
        reader.read_vector(path, {}, progress);
    } catch (const Error& error) {
        EXPECT_EQ(error.message().arguments.at(0), path.string());
        return error.message().key;
    }
    return "read";
}

ShapefileBytes two_villages() {
    ShapefileBytes bytes({{"NAMA"}, {"KODE"}});
    bytes.add({square(110, -7)}, {"Sukamaju", "99.01.10.2001"});
    bytes.add({square(110.01, -7)}, {"Tom\xc3\xa9", "99.01.10.2002"});
    return bytes;
}

TEST(Reader, ReadsWhatIsReadHere) {
    const TemporaryFolder folder;
    expect_same_through_a_process(two_villages().write(folder));
    expect_same_through_a_process(ANTARDESA_SOURCE_DIR "/data/sample/ADMINISTRASIDESA_AR_25K.shp");
    expect_same_through_a_process(ANTARDESA_SOURCE_DIR "/data/sample/SUNGAI.shp");
}

TEST(Reader, ReadsShapesThatLackThings) {
    const TemporaryFolder folder;
    const ShapefileBytes bytes = two_villages();
    expect_same_through_a_process(folder.write("saja.shp", bytes.shp()));
    expect_same_through_a_process(folder.write("potong.shp", bytes.shp().substr(0, 200)));
}

TEST(Reader, KnowsSystemsAndEncodingsAfterItLockedItselfDown) {
    const TemporaryFolder folder;
    const ShapefileBytes bytes = two_villages();
    const auto path =
        bytes.write(folder, "utm",
                    "PROJCS[\"Kabupaten\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
                    "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
                    "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    "PARAMETER[\"False_Easting\",200000.0],PARAMETER[\"False_Northing\",1500000.0],"
                    "PARAMETER[\"Central_Meridian\",109.5],PARAMETER[\"Scale_Factor\",0.9999],"
                    "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");
    folder.write("utm.cpg", "850");
    folder.write("utm.dbf", [&] {
        std::string dbf = bytes.dbf();
        dbf.replace(dbf.find("\xc3\xa9"), 2, "\x82 ");
        return dbf;
    }());
    expect_same_through_a_process(path);
    Progress progress;
    const FeatureTable table = Reader().read_vector(path, {}, progress);
    ASSERT_TRUE(table.crs);
    EXPECT_FALSE(table.crs->is_geographic());
    EXPECT_EQ(table.columns[0].text(1), "Tom\xc3\xa9");
}

TEST(Reader, ReadsTables) {
    for (const char* name : {"kerja_sama.csv", "dokumen.csv"}) {
        const std::string path = std::string(ANTARDESA_SOURCE_DIR "/data/sample/") + name;
        Progress progress;
        EXPECT_EQ(flat(Reader().read_tables(path, progress).at(0)), flat(read_csv(path)));
        EXPECT_EQ(flat(Reader().inspect(path, progress)), flat(inspect_file(path, progress)));
    }
}

TEST(Reader, HandsErrorsBack) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_of(Reader(), folder / "tiada.shp"), "io.not_found");
    EXPECT_EQ(error_of(Reader(), folder.write("x.vrt", "<OGRVRTDataSource/>")),
              "io.unknown_format");
    std::filesystem::create_symlink("/etc/passwd", folder / "tautan.geojson");
    EXPECT_EQ(error_of(Reader(), folder / "tautan.geojson"), "io.link_not_followed");
}

TEST(Reader, InspectingMakesFindingsOfThem) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipa.geojson").c_str(), 0600), 0);
    Progress progress;
    const FileSummary pipe = Reader().inspect(folder / "pipa.geojson", progress);
    EXPECT_EQ(pipe.kind, FileKind::unknown);
    EXPECT_TRUE(has_finding(pipe.findings, "pipe_not_file"));
    const FileSummary dead = misbehaving("dies").inspect(folder / "x.shp", progress);
    EXPECT_EQ(dead.kind, FileKind::unknown);
    ASSERT_TRUE(has_finding(dead.findings, "reader_died"));
    EXPECT_EQ(dead.findings[0].severity, Severity::error);
    EXPECT_THROW(Reader().inspect(folder / "tiada.shp", progress), Error);
}

TEST(Reader, NamesWhatABadProcessDid) {
    const std::string path = "desa.shp";
    EXPECT_EQ(error_of(misbehaving("dies"), path), "io.reader_died");
    for (const char* role : {"silent", "unsealed", "garbage", "huge_count", "another_question",
                             "foreign_message", "infinite_coordinate", "open_ring", "connects"})
        EXPECT_EQ(error_of(misbehaving(role), path), "io.reader_misbehaved") << role;
}

TEST(Reader, LosesPatience) {
    EXPECT_EQ(error_of(misbehaving("hangs", {0, 1, milliseconds(50)}), "x.shp"),
              "io.reader_too_slow");
    EXPECT_EQ(error_of(misbehaving("loops"), "x.shp"), "io.reader_too_slow");
}

TEST(Reader, BelievesNoAbsurdProgress) {
    Progress progress;
    EXPECT_EQ(misbehaving("absurd_progress").read_vector("x.shp", {}, progress).features.size(),
              1u);
    EXPECT_GE(progress.done(), 0);
    EXPECT_GE(progress.total(), 0);
}

TEST(Reader, MemoryHasAnEnd) {
    if (built_with_sanitizers)
        GTEST_SKIP() << "sanitizers need the address space";
    const TemporaryFolder folder;
    std::string csv = "a,b,c,d,e,f,g,h\n";
    for (int row = 0; row < 400000; ++row)
        csv += "1,2,3,4,5,6,7,8\n";
    const auto path = folder.write("besar.csv", csv);
    try {
        Progress progress;
        Reader({std::uint64_t{1} << 20, 60, milliseconds(300000)}).read_tables(path, progress);
        FAIL() << "read";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "io.reader_out_of_memory");
    }
}

TEST(Reader, IsCancelled) {
    std::stop_source stop;
    Progress progress(stop.get_token());
    std::jthread later([&] {
        std::this_thread::sleep_for(milliseconds(60));
        stop.request_stop();
    });
    EXPECT_THROW(misbehaving("hangs").read_vector("x.shp", {}, progress), Cancelled);
    EXPECT_THROW(Reader().read_vector("x.shp", {}, progress), Cancelled);
}

TEST(Reader, WithoutLandlockRefusesWhatCanNameOtherFiles) {
    const TemporaryFolder folder;
    const auto kml = folder.write("desa.kml", "<kml><Document/></kml>");
    const auto shp = two_villages().write(folder);
    ::setenv("ANTARDESA_WITHOUT_LANDLOCK", "1", 1);
    EXPECT_EQ(error_of(Reader(), kml), "io.format_needs_landlock");
    EXPECT_EQ(error_of(Reader(), shp), "read");
    EXPECT_EQ(Reader().protection().at(0).key, "io.protection.no_landlock");
    ::unsetenv("ANTARDESA_WITHOUT_LANDLOCK");
}

TEST(Reader, SaysWhatProtectsIt) {
    const auto lines = Reader().protection();
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[1].key, "io.protection.system_calls");
    EXPECT_EQ(lines[3].key, "io.protection.resources");
}

} // namespace
} // namespace antardesa::io::testing
