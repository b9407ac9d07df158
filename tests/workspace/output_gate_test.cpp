#include "workspace/output_gate.h"

#include "running.h"
#include "sqlite/database.h"

#include <fstream>

#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;

TEST(OutputGate, TheWindowNeverReplacesWhatItShows) {
    const TemporaryFolder folder;
    const auto source = write_grid(folder / "desa.geojson", grid(4));
    const std::string before = bytes_of(source);
    Running app;
    app.act(OpenFile{source});
    ASSERT_NE(app.workspace.atlas(), nullptr);
    app.act(ExportLayer{"desa", source});
    EXPECT_TRUE(app.says("berkas yang dibaca"));
    EXPECT_EQ(bytes_of(source), before);
    app.act(ExportLayer{"desa", folder / "lain.geojson"});
    EXPECT_TRUE(fs::exists(folder / "lain.geojson"));
}

TEST(OutputGate, TheWindowKeepsAProjectWhateverItsName) {
    const TemporaryFolder folder;
    const auto project = make_project(folder, grid(4));
    Running app;
    app.act(OpenFile{project});
    for (const char* name : {"p.pdf", "p.xlsx", "p.txt", "p.geojson"})
        fs::copy_file(project, folder / name);
    const std::string before = bytes_of(folder / "p.pdf");
    app.act(ExportSheet{folder / "p.pdf"});
    app.act(WritePaper{{PaperKind::dispute_register, {}, {}, {}, {}}, folder / "p.xlsx"});
    app.act(ExportLayer{register_layer, folder / "p.xlsx"});
    app.act(ExportLayer{"desa", folder / "p.geojson"});
    app.act(ExportFindings{folder / "p.geojson"});
    EXPECT_TRUE(app.says("adalah proyek AntarDesa"));
    for (const char* name : {"p.pdf", "p.xlsx", "p.geojson"})
        EXPECT_TRUE(bytes_of(folder / name) == before) << name;
}

TEST(OutputGate, TheWindowMakesNoSheetOfRowsThatAreNotAsWritten) {
    const TemporaryFolder folder;
    const auto project = make_project(folder, grid(4));
    Running app;
    app.act(OpenFile{project});
    app.act(ExportSheet{folder / "utuh.svg"});
    EXPECT_TRUE(fs::exists(folder / "utuh.svg"));
    sqlite::Database::open(project, sqlite::Access::read_write)
        .execute("UPDATE proyek SET kabupaten = 'PALSU'");
    app.act(ExportSheet{folder / "peta.svg"});
    app.act(WritePaper{{PaperKind::dispute_register, {}, {}, {}, {}}, folder / "daftar.docx"});
    EXPECT_TRUE(app.says("Lembar tidak dibuat"));
    EXPECT_FALSE(fs::exists(folder / "peta.svg"));
    EXPECT_FALSE(fs::exists(folder / "daftar.docx"));
}

TEST(OutputGate, NamesWhatElseIsInAContainer) {
    const TemporaryFolder folder;
    const auto path = folder / "x.gpkg";
    const auto written = [&](const std::string& sql) {
        std::string bytes("SQLite format 3\0", 16);
        bytes.resize(100, '\0');
        bytes[59] = 1;
        // Far behind the first pages, and over the border of what is read at once.
        bytes += std::string((std::size_t{1} << 20) - 110, ' ') + sql + '\0';
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        const auto why = why_not_written({path, {}, "desa"});
        return why ? why->message.arguments.at(1) : std::string();
    };
    EXPECT_EQ(written("CREATE TABLE \"desa\"(a)"), "");
    EXPECT_EQ(written("CREATE TABLE gpkg_contents(a)"), "");
    EXPECT_EQ(written("CREATE VIRTUAL TABLE \"rtree_desa_geom\" USING rtree(a)"), "");
    EXPECT_EQ(written("CREATE TABLE \"milik kami\"(a)"), "milik kami");
    EXPECT_EQ(written("CREATE TABLE [kota](a)"), "kota");
    EXPECT_EQ(written("CREATE VIEW pandangan AS SELECT 1"), "pandangan");
    EXPECT_EQ(written("CREATE TABLE layer_styles(a)"), "layer_styles");
    EXPECT_FALSE(why_not_written({path})) << "without a layer its writer asks again";
}

TEST(OutputGate, PipesFoldersAndLinksStay) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "a.pdf");
    fs::create_symlink(folder / "tiada.pdf", folder / "b.pdf");
    ASSERT_EQ(::mkfifo((folder / "c.pdf").c_str(), 0600), 0);
    const auto key = [&](const char* name) {
        const auto why = why_not_written({folder / name});
        return why ? why->message.key : std::string();
    };
    EXPECT_EQ(key("a.pdf"), "base.folder_in_its_place");
    EXPECT_EQ(key("b.pdf"), "base.file_is_link");
    EXPECT_EQ(key("c.pdf"), "workspace.output.no_plain_file");
    EXPECT_EQ(key("d.pdf"), "");
}

TEST(OutputGate, PartsOfASetStayUnlessAWriteWasCutOff) {
    const TemporaryFolder folder;
    std::ofstream(folder / "desa.dbf") << "tabel";
    ASSERT_TRUE(why_not_written({folder / "desa.shp"}));
    EXPECT_EQ(why_not_written({folder / "desa.shp"})->message.key, "workspace.output.part_alone");
    fs::create_directory(folder / ".antardesa-abcdef");
    std::ofstream(folder / ".antardesa-abcdef/lain.shp") << "another one";
    EXPECT_TRUE(why_not_written({folder / "desa.shp"}));
    std::ofstream(folder / ".antardesa-abcdef/desa.shp") << "it still waits";
    EXPECT_FALSE(why_not_written({folder / "desa.shp"}));
}

} // namespace
} // namespace antardesa::workspace
