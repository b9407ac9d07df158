#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// The first page of a database of somebody else's, as far as a byte reader sees it.
std::string database_with(const std::string& sql) {
    std::string bytes("SQLite format 3\0", 16);
    bytes.resize(100, '\0');
    bytes[59] = 1; // UTF-8
    return bytes + "tableminemine\2" + sql + std::string(200, '\0');
}

/// What is asked for must not take the place of something that somebody needs.
class Outputs : public Shell {
  protected:
    Outputs() {
        hooks_.screenshot = [this](const ScreenshotRequest&, const workspace::Environment&) {
            ++pictures_;
            return std::optional<FrameTimes>();
        };
    }
    std::string copy_of_project(const std::string& name) {
        fs::copy_file(project(), folder_ / name, fs::copy_options::overwrite_existing);
        return in_folder(name);
    }
    /// Runs it, demands that it is refused with the words, and that the file is as it was.
    void kept(const std::string& path, const std::vector<std::string>& command,
              const std::string& words) {
        const std::string before = bytes(path);
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 1) << path;
        EXPECT_THAT(answer.error, HasSubstr(words)) << path;
        EXPECT_TRUE(bytes(path) == before) << path << " was replaced";
    }
    int pictures_ = 0;
};

TEST_F(Outputs, NoneTakesThePlaceOfAProject) {
    const std::string source = project();
    const std::string words = "adalah proyek AntarDesa";
    for (const char* name : {"p.pdf", "p.png", "p.svg"})
        kept(copy_of_project(name), {"export", source, "-o", in_folder(name)}, words);
    kept(copy_of_project("p.pdf"), {"export", in_folder("p.pdf"), "-o", in_folder("p.pdf")}, words);
    for (const char* name : {"p.xlsx", "p.csv"})
        kept(copy_of_project(name), {"register", "export", source, "-o", in_folder(name)}, words);
    for (const char* name : {"p.docx", "p.xlsx", "p.pdf"})
        kept(copy_of_project(name), {"report", source, "--kind", "register", "-o", in_folder(name)},
             words);
    for (const char* name : {"p.gpkg", "p.geojson", "p.kml", "p.shp", "p.dbf"}) {
        fs::path output = folder_ / name;
        if (output.extension() == ".dbf")
            output.replace_extension(".shp");
        const std::string path = copy_of_project(name);
        kept(path, {"convert", source, "--layer", "desa", "-o", output.string()}, words);
        kept(path, {"check", source, "-o", output.string()}, words);
        fs::remove(path);
    }
    const std::string text = copy_of_project("p.txt");
    kept(text, {"import", three_villages(), in_folder("baru.gpkg"), "--report", text}, words);
    kept(text, {"inspect", three_villages(), "--report", text}, words);
    EXPECT_FALSE(fs::exists(in_folder("baru.gpkg")));
    kept(source, {"recover", source, "-o", source}, "sudah ada");
}

TEST_F(Outputs, APictureOfTheWindowNeither) {
    const std::string picture = copy_of_project("p.png");
    kept(picture, {"screenshot", picture, "-o", picture}, "adalah proyek AntarDesa");
    const std::string path = project();
    fs::create_symlink(path, folder_ / "tautan.png");
    kept(path, {"screenshot", path, "-o", in_folder("tautan.png")}, "tautan");
    write("gambar.png", "bukan gambar");
    kept(in_folder("gambar.png"), {"screenshot", path, "-o", in_folder("gambar.png")}, ".png");
    EXPECT_EQ(run({"screenshot", path, "-o", path}).code, 2) << "the ending of a picture alone";
    EXPECT_EQ(pictures_, 0);
    write("gambar.png", "\x89PNG\r\n\x1a\n…");
    EXPECT_EQ(run({"screenshot", path, "-o", in_folder("gambar.png")}).code, 0);
    EXPECT_EQ(pictures_, 1);
}

TEST_F(Outputs, NoReportTakesThePlaceOfWhatIsRead) {
    const std::string path = project();
    fs::create_directory(folder_ / "smp");
    write("smp/dokumen.csv", "nomor,jenis\n1,perbup\n");
    const std::string table = in_folder("smp/dokumen.csv");
    const std::string words = "adalah berkas yang dibaca";
    kept(table, {"register", "import", table, path, "--report", table}, words);
    kept(table, {"inspect", table, "--report", table}, words);
    fs::create_hard_link(table, folder_ / "lain.csv");
    kept(table, {"inspect", table, "--report", in_folder("lain.csv")}, words);
    fs::copy_file(three_villages(), folder_ / "smp/desa.geojson");
    kept(table, {"import", in_folder("smp"), in_folder("baru.gpkg"), "--report", table}, words);
    EXPECT_FALSE(fs::exists(in_folder("baru.gpkg")));
    EXPECT_EQ(run({"inspect", table, "--report", in_folder("laporan.csv")}).code, 0);
    EXPECT_EQ(run({"inspect", table, "--report", in_folder("laporan.csv")}).code, 0)
        << "an older report may be";
}

TEST_F(Outputs, FindingsNeverReplaceTheFileThatWasChecked) {
    const std::string source = three_villages();
    kept(source, {"check", source, "-o", source}, "adalah berkas yang dibaca");
    EXPECT_EQ(run({"check", source, "-o", in_folder("temuan.geojson")}).code, 0);
    EXPECT_EQ(run({"check", source, "-o", in_folder("temuan.geojson")}).code, 0);
}

TEST_F(Outputs, ARecordedCheckWhoseFindingsHaveNoPlaceRecordsNothing) {
    const std::string path = project();
    const std::string other = copy_of_project("lain.gpkg");
    kept(path, {"check", path, "--save", "-o", other}, "adalah proyek AntarDesa");
}

TEST_F(Outputs, AContainerWithOtherTablesStays) {
    const std::string path = project();
    write("milik.gpkg", database_with("CREATE TABLE mine(a)"));
    for (const char* command : {"convert", "check"}) {
        std::vector<std::string> words{command, path, "-o", in_folder("milik.gpkg")};
        if (words.front() == "convert")
            words.insert(words.end(), {"--layer", "desa"});
        kept(in_folder("milik.gpkg"), words, "mine");
    }
    const auto convert = [&](const char* layer, const char* name) {
        return std::vector<std::string>{"convert", path, "--layer", layer, "-o", in_folder(name)};
    };
    EXPECT_EQ(run(convert("kecamatan", "kecamatan.gpkg")).code, 0);
    EXPECT_EQ(run(convert("kecamatan", "kecamatan.gpkg")).code, 0) << "the same layer again";
    kept(in_folder("kecamatan.gpkg"), convert("desa", "kecamatan.gpkg"), "kecamatan");
    write("kecamatan.gpkg-wal", "catatan");
    kept(in_folder("kecamatan.gpkg"), convert("kecamatan", "kecamatan.gpkg"), "-wal");
}

TEST_F(Outputs, OnlyAFileOfItsOwnKindIsReplaced) {
    const std::string path = project();
    const auto convert = [&](const char* name) {
        return std::vector<std::string>{"convert", path, "--layer", "desa", "-o", in_folder(name)};
    };
    for (const char* name : {"a.geojson", "a.kml", "a.shp", "a.gpkg"}) {
        EXPECT_EQ(run(convert(name)).code, 0) << name;
        EXPECT_EQ(run(convert(name)).code, 0) << name;
        write(name, "surat penting");
        kept(in_folder(name), convert(name), "isinya bukan");
        write(name, "");
        EXPECT_EQ(run(convert(name)).code, 0) << "nothing is lost with an empty " << name;
    }
    write("daftar.dbf", "tabel yang berdiri sendiri");
    kept(in_folder("daftar.dbf"), convert("daftar.shp"), "daftar.dbf");
    EXPECT_FALSE(fs::exists(in_folder("daftar.shp")));
    for (const char* name : {"a.pdf", "a.svg", "a.png"}) {
        const std::vector<std::string> command{"export",        path,    "-o",
                                               in_folder(name), "--dpi", "36"};
        EXPECT_EQ(run(command).code, 0) << name;
        EXPECT_EQ(run(command).code, 0) << name;
        write(name, "surat penting");
        kept(in_folder(name), command, "isinya bukan");
    }
    for (const char* name : {"b.docx", "b.pdf", "b.xlsx"}) {
        const std::vector<std::string> command{"report",   path, "--kind",
                                               "register", "-o", in_folder(name)};
        EXPECT_EQ(run(command).code, 0) << name;
        EXPECT_EQ(run(command).code, 0) << name;
    }
    fs::copy_file(in_folder("b.docx"), in_folder("b.xlsx"), fs::copy_options::overwrite_existing);
    kept(in_folder("b.xlsx"), {"register", "export", path, "-o", in_folder("b.xlsx")},
         "isinya bukan");
}

} // namespace
} // namespace antardesa::cli
