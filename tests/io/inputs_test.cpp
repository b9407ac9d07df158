#include "io/detail/inputs.h"

#include "base/result.h"
#include "base/text.h"
#include "sample_files.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

namespace antardesa::io::testing {
namespace {

using detail::Inputs;
using detail::member_name;

constexpr const char* village =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nama":"Sukamaju"},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110.1,-7.1],[110,-7]]]}}]})";

std::string refused(const std::filesystem::path& path) {
    try {
        Inputs::gather(path);
    } catch (const Error& error) {
        return error.message().key;
    }
    return "opened";
}

ShapefileBytes one_village() {
    ShapefileBytes bytes({{"NAMA"}});
    bytes.add({square(110, -7)}, {"Sukamaju"});
    return bytes;
}

std::vector<std::string> names_of(const Inputs& inputs) {
    std::vector<std::string> names;
    for (const Inputs::Member& member : inputs.members())
        names.push_back(member.name);
    return names;
}

TEST(Inputs, OfAShapefileItsOwnPartsAndNothingElse) {
    const TemporaryFolder folder;
    const auto path = one_village().write(folder);
    for (const char* other : {"desa.qix", "desa.sbn", "desa.shp.xml", "desa2.dbf", "lain.prj"})
        folder.write(other, "x");
    const Inputs inputs = Inputs::gather(path);
    EXPECT_EQ(names_of(inputs),
              (std::vector<std::string>{"desa.shp", "desa.dbf", "desa.prj", "desa.shx"}));
    EXPECT_EQ(inputs.bytes(), bytes_of(path));
    EXPECT_EQ(inputs.shown(), path.string());
    ASSERT_TRUE(has_finding(inputs.findings(), "ignored_beside"));
    EXPECT_EQ(inputs.findings()[0].message.arguments[1], "desa.qix, desa.sbn, desa.shp.xml");
    EXPECT_EQ(inputs.findings()[0].severity, Severity::information);
}

TEST(Inputs, PartsAreFoundWithoutRegardToCase) {
    const TemporaryFolder folder;
    const ShapefileBytes bytes = one_village();
    folder.write("Desa.SHX", bytes.shx());
    folder.write("DESA.Dbf", bytes.dbf());
    const Inputs inputs = Inputs::gather(folder.write("DESA.SHP", bytes.shp()));
    EXPECT_EQ(names_of(inputs), (std::vector<std::string>{"DESA.shp", "DESA.dbf", "DESA.shx"}));
    Progress progress;
    EXPECT_EQ(read_vector(inputs, {}, progress).columns.at(0).text(0), "Sukamaju");
}

TEST(Inputs, AJournalBesideADatabaseIsAWarning) {
    const TemporaryFolder folder;
    folder.write("desa.gpkg-wal", "x");
    folder.write("desa.gpkg-journal", "x");
    const Inputs inputs = Inputs::gather(folder.write("desa.gpkg", "SQLite format 3"));
    EXPECT_EQ(inputs.members().size(), 1u);
    ASSERT_TRUE(has_finding(inputs.findings(), "journal_beside"));
    EXPECT_EQ(inputs.findings()[0].severity, Severity::warning);
}

TEST(Inputs, WhatIsNoFileIsNamedAndNeverWaitedFor) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipa.geojson").c_str(), 0600), 0);
    std::filesystem::create_symlink("/etc/passwd", folder / "tautan.geojson");
    std::filesystem::create_symlink("putaran.geojson", folder / "putaran.geojson");
    EXPECT_EQ(refused(folder / "pipa.geojson"), "io.pipe_not_file");
    EXPECT_EQ(refused(folder / "tautan.geojson"), "io.link_not_followed");
    EXPECT_EQ(refused(folder / "putaran.geojson"), "io.link_not_followed");
    EXPECT_EQ(refused(folder.path()), "io.folder_not_file");
    EXPECT_EQ(refused("/dev/zero"), "io.device_not_file");
    EXPECT_EQ(refused(folder / "tiada.shp"), "io.not_found");
    EXPECT_EQ(refused(""), "io.not_found");
}

TEST(Inputs, WithoutPermissionTheReasonIsSaidInWords) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    const TemporaryFolder folder;
    const auto path = folder.write("desa.geojson", village);
    ASSERT_EQ(::chmod(path.c_str(), 0), 0);
    EXPECT_EQ(refused(path), "io.may_not_be_read");
}

TEST(Inputs, ASidecarThatIsNoFileIsLeftOutWithAFinding) {
    const TemporaryFolder folder;
    const auto path = one_village().write(folder, "desa", "");
    ASSERT_EQ(::mkfifo((folder / "desa.prj").c_str(), 0600), 0);
    std::filesystem::remove(folder / "desa.dbf");
    std::filesystem::create_symlink("/etc/passwd", folder / "desa.dbf");
    const Inputs inputs = Inputs::gather(path);
    EXPECT_EQ(names_of(inputs), (std::vector<std::string>{"desa.shp", "desa.shx"}));
    EXPECT_EQ(count_findings(inputs.findings(), "sidecar_left_out"), 2);
}

TEST(Inputs, AnEmptyFileHasNoBytes) {
    const TemporaryFolder folder;
    EXPECT_TRUE(Inputs::gather(folder.write("kosong.csv", "")).bytes().empty());
}

TEST(Inputs, AnyNameOpensTheFileThatBearsIt) {
    const TemporaryFolder folder;
    const std::vector<std::string> names{"PG:host=127.0.0.1 dbname=x.geojson",
                                         "a\nb.geojson",
                                         "\xe2\x80\xaegnp.geojson",
                                         "%s%n.geojson",
                                         "\xff\xfe.geojson",
                                         "-rf.geojson",
                                         "\xc3\xa9.geojson",
                                         "vsizip{x}.geojson",
                                         std::string(240, 'x') + ".geojson"};
    for (const std::string& name : names) {
        Progress progress;
        const FeatureTable table =
            read_vector(Inputs::gather(folder.write(name, village)), {}, progress);
        EXPECT_EQ(table.features.size(), 1u) << name;
        EXPECT_EQ(table.source, (folder / name).string());
    }
}

TEST(Inputs, MemberNamesAreHarmless) {
    EXPECT_EQ(member_name("Desa Sukamaju (2).v1"), "Desa Sukamaju (2).v1");
    EXPECT_EQ(member_name("d\xc3\xa9sa"), "d\xc3\xa9sa");
    EXPECT_EQ(member_name("a/b\\c:d\ne"), "a_b_c_d_e");
    EXPECT_EQ(member_name(""), "_");
    EXPECT_EQ(member_name(".."), "_..");
    EXPECT_EQ(member_name("\xff\xfe"), "__");
    EXPECT_LE(member_name(std::string(400, 'x')).size(), 120u);
    std::string accents;
    while (accents.size() < 300)
        accents += "\xc3\xa9";
    EXPECT_TRUE(is_utf8(member_name("x" + accents)));
}

} // namespace
} // namespace antardesa::io::testing
