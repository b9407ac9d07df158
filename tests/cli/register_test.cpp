#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class RegisterCommand : public Shell {
  protected:
    std::string sample(const std::string& name) {
        const Answer answer = run({"--quiet", "demo", in_folder(name)});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return in_folder(name + "/kabupaten-contoh.gpkg");
    }
    std::string exported(const std::string& project, const std::string& name) {
        const Answer answer = run({"register", "export", project, "-o", in_folder(name)});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return in_folder(name);
    }
    json::Value list(const std::string& path, const char* kind) {
        return run({"list", path, kind, "--json"}).json()["items"];
    }
};

TEST_F(RegisterCommand, WhatIsExportedAndImportedAgainChangesNothing) {
    const std::string path = sample("contoh");
    const std::string book = exported(path, "register.xlsx");
    const Answer answer = run({"register", "import", book, path, "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, HasSubstr("nothing_changed"));
    EXPECT_EQ(run({"info", path, "--json"}).json()["revision"].integer(), 0);
}

TEST_F(RegisterCommand, AnEmptyProjectTakesTheWholeRegister) {
    const std::string path = sample("contoh");
    const std::string book = exported(path, "register.xlsx");
    const std::string bare = in_folder("batas.gpkg");
    ASSERT_EQ(
        run({"import",
             std::string(ANTARDESA_SOURCE_DIR) + "/data/sample/ADMINISTRASIDESA_AR_25K.shp", bare})
            .code,
        0);
    EXPECT_EQ(list(bare, "agreements").array().size(), 0U);
    const Answer answer = run({"register", "import", book, bare, "--json"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    for (const char* kind : {"agreements", "assets", "disputes", "segments", "documents"})
        EXPECT_EQ(json::print(list(bare, kind)), json::print(list(path, kind))) << kind;
    // Exported from there it is the same book again.
    EXPECT_EQ(bytes(exported(bare, "lagi.xlsx")), bytes(book));
}

TEST_F(RegisterCommand, OneRegisterAsCsv) {
    const std::string path = sample("contoh");
    const std::string text = bytes(exported(path, "kerja_sama.csv"));
    EXPECT_THAT(text, StartsWith("id,nomor,judul,cabang,"));
    EXPECT_THAT(text, HasSubstr("Pasar desa bersama Gunungpanjang Kulon"));
    EXPECT_THAT(text, HasSubstr(",450000000,")) << "a sum of money has no exponent";
    const Answer bodies =
        run({"register", "export", path, "-o", in_folder("bkad.csv"), "--name", "bkad"});
    EXPECT_EQ(bodies.code, 0);
    EXPECT_THAT(bytes(in_folder("bkad.csv")), StartsWith("id,nama,kode_kecamatan,"));
    const Answer none =
        run({"register", "export", path, "-o", in_folder("x.csv"), "--name", "antah"});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.error, HasSubstr("kerja_sama_pihak"));
}

TEST_F(RegisterCommand, RefusesWhatIsNoRegister) {
    const std::string path = sample("contoh");
    EXPECT_EQ(run({"register", "export", path, "-o", in_folder("x.pdf")}).code, 1);
    EXPECT_EQ(run({"register", "import", in_folder("desa.geojson"), path}).code, 2);
    EXPECT_EQ(run({"register"}).code, 2);
    EXPECT_THAT(run({"register", "--help"}).out, HasSubstr("export"));
}

TEST_F(RegisterCommand, ALongOutlineGoesOnInTheNextColumns) {
    const std::string path = sample("contoh");
    std::string line = "LINESTRING (109.1";
    for (int i = 0; i < 3000; ++i)
        line += std::string(i == 0 ? "" : ", 109.1") + "23456789" + std::to_string(1000 + i) +
                " -8.2" + std::to_string(10000000 + i * 7);
    line += ")";
    write("aset_bersama.csv", "id,nama,jenis,geometri\n901,Jalan panjang,jalan,\"" + line + "\"\n");
    const Answer taken = run({"register", "import", in_folder("aset_bersama.csv"), path});
    ASSERT_EQ(taken.code, 0) << taken.error;
    const std::string book = exported(path, "panjang.xlsx");
    const Answer again = run({"register", "import", book, path, "--json"});
    ASSERT_EQ(again.code, 0) << again.error;
    EXPECT_THAT(again.out, HasSubstr("nothing_changed"));
}

} // namespace
} // namespace antardesa::cli
