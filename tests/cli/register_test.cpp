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

TEST_F(RegisterCommand, ARegisterThatIsExportedAloneComesBackAlone) {
    const std::string path = sample("contoh");
    for (const char* name : {"penanda_tangan", "bukti_sengketa", "aset_bersama_hak"}) {
        const std::string file = in_folder(std::string(name) + ".csv");
        ASSERT_EQ(run({"register", "export", path, "-o", file, "--name", name}).code, 0);
        const Answer answer = run({"register", "import", file, path, "--json"});
        EXPECT_EQ(answer.code, 0) << answer.error;
        EXPECT_THAT(answer.out, HasSubstr("nothing_changed")) << name;
    }
    write("bukti_sengketa.csv", "sengketa_id,kode_desa,jenis,judul\n"
                                "001/SB/2026,99.01.10.2001,foto,Pilar lama\n");
    EXPECT_EQ(run({"register", "import", in_folder("bukti_sengketa.csv"), path}).code, 0);
    EXPECT_THAT(run({"history", path}).out, HasSubstr("1\t"));
}

TEST_F(RegisterCommand, AnOfficesListIsReadByItsColumnsAndNames) {
    const std::string path = sample("contoh");
    const std::size_t before = list(path, "agreements").array().size();
    const std::string village = list(path, "villages").array()[0]["name"].string();
    write("Daftar 2025.csv", "No,Urusan,Nomor PKS,Desa\n1,Kebun bibit,77/PKS/2025,Ds. " + village +
                                 " dan Antahberantah\n");
    const std::string file = in_folder("Daftar 2025.csv");
    const Answer open = run({"register", "import", file, path});
    EXPECT_EQ(open.code, 1) << "a name that nobody knows";
    EXPECT_THAT(open.error + open.out, HasSubstr("Antahberantah"));
    EXPECT_EQ(list(path, "agreements").array().size(), before) << "nothing is written by halves";
    const Answer taken = run({"register", "import", file, path, "--column", "Urusan=judul",
                              "--village", "Antahberantah=-"});
    EXPECT_EQ(taken.code, 0) << taken.error;
    EXPECT_THAT(taken.out, HasSubstr("1 dari 1 baris masuk")) << "of a list no villages are told";
    EXPECT_THAT(taken.out, ::testing::Not(HasSubstr("0 desa")));
    const json::Value agreements = list(path, "agreements");
    ASSERT_EQ(agreements.array().size(), before + 1);
    EXPECT_EQ(agreements.array().back()["title"].string(), "Kebun bibit");
    EXPECT_EQ(run({"register", "import", file, path, "--column", "Urusan=antah"}).code, 2);
    const Answer strange =
        run({"register", "import", file, path, "--column", "Perihal=judul", "--leave-unknown"});
    EXPECT_EQ(strange.code, 1);
    EXPECT_THAT(strange.error,
                ::testing::AllOf(HasSubstr("Perihal"), HasSubstr("No, Urusan, Nomor PKS")));
    EXPECT_EQ(list(path, "agreements").array().size(), before + 1) << "nothing is stored";
    EXPECT_EQ(run({"register", "import", file, path, "--village", "x"}).code, 2);
}

TEST_F(RegisterCommand, ListsOfAssetsBodiesAndPeopleAreOfficesListsToo) {
    const std::string path = sample("contoh");
    const json::Value villages = list(path, "villages");
    const std::string one = villages.array()[0]["name"].string();
    const std::size_t before = list(path, "assets").array().size();
    write("Inventaris.csv", "Barang,Desa Pemilik,Porsi,Koordinat\nGudang pupuk bersama," + one +
                                ",100 %,\"-8,3 109,15\"\n");
    const Answer bare = run({"register", "import", in_folder("Inventaris.csv"), path, "--json"});
    EXPECT_THAT(bare.out, HasSubstr("register_unknown")) << "nothing names the asset";
    const Answer said = run({"register", "import", in_folder("Inventaris.csv"), path, "--list",
                             "aset_bersama", "--column", "Barang=nama"});
    ASSERT_EQ(said.code, 0) << said.error;
    const json::Value assets = list(path, "assets");
    ASSERT_EQ(assets.array().size(), before + 1);
    EXPECT_EQ(assets.array().back()["name"].string(), "Gudang pupuk bersama");
    write("Pengurus BKAD.csv",
          "BKAD,Nama,Jabatan,L/P,Desa,Masa Bakti\nBKAD Baru Jaya,Siti,Ketua,P," + one +
              ",2024-2029\n");
    ASSERT_EQ(run({"register", "import", in_folder("Pengurus BKAD.csv"), path}).code, 0);
    run({"register", "export", path, "-o", in_folder("a.csv"), "--name", "bkad_anggota"});
    EXPECT_THAT(bytes(in_folder("a.csv")),
                HasSubstr("Siti,Ketua,,perempuan,2024-01-01,2029-12-31"));
    EXPECT_EQ(run({"register", "import", in_folder("Inventaris.csv"), path, "--list", "x"}).code,
              2);
}

/// Every register, in the order of a workbook's sheets.
const std::vector<std::string> every_list{"dokumen",
                                          "dasar_hukum",
                                          "segmen_batas",
                                          "pihak_ketiga",
                                          "bkad",
                                          "bkad_anggota",
                                          "bum_desa_bersama",
                                          "bum_desa_modal",
                                          "kerja_sama",
                                          "kerja_sama_pihak",
                                          "sengketa_batas",
                                          "klaim_batas",
                                          "aset_bersama",
                                          "aset_bersama_hak",
                                          "usulan_batas",
                                          "kerja_sama_batas",
                                          "langkah_daerah",
                                          "musyawarah",
                                          "kerja_sama_dana",
                                          "laporan",
                                          "masalah",
                                          "evaluasi",
                                          "bkad_kegiatan",
                                          "aset_perawatan",
                                          "sengketa_segmen",
                                          "penanda_tangan",
                                          "bukti_sengketa",
                                          "lampiran",
                                          "nama_lain",
                                          "arti_kolom"};

TEST_F(RegisterCommand, EveryListComesBackIntoAnEmptyProjectAsItWas) {
    const std::string path = sample("contoh");
    const Answer none =
        run({"register", "export", path, "-o", in_folder("x.csv"), "--name", "antah"});
    for (const char* ending : {".csv", ".xlsx"}) {
        const std::string bare = in_folder("batas" + std::string(ending) + ".gpkg");
        ASSERT_EQ(
            run({"import",
                 std::string(ANTARDESA_SOURCE_DIR) + "/data/sample/ADMINISTRASIDESA_AR_25K.shp",
                 bare})
                .code,
            0);
        const std::filesystem::path lists = in_folder("daftar" + std::string(ending));
        std::filesystem::create_directory(lists);
        std::map<std::string, std::string> written;
        for (const std::string& name : every_list) {
            EXPECT_THAT(none.error, HasSubstr(name)) << "the test knows every list";
            const std::string file = (lists / (name + ending)).string();
            ASSERT_EQ(run({"register", "export", path, "-o", file, "--name", name}).code, 0)
                << name;
            written[name] = bytes(file);
        }
        // All together, as a folder: their rows refer to each other.
        const Answer taken = run({"import", lists.string(), bare});
        ASSERT_EQ(taken.code, 0) << taken.error;
        for (const auto& [name, text] : written) {
            const std::string file = in_folder("lagi-" + name + ending);
            ASSERT_EQ(run({"register", "export", bare, "-o", file, "--name", name}).code, 0);
            EXPECT_EQ(bytes(file), text) << name << ending;
            EXPECT_FALSE(text.empty());
        }
    }
}

TEST_F(RegisterCommand, OneRegisterAsAWorkbookHoldsNoOther) {
    const std::string path = sample("contoh");
    ASSERT_EQ(
        run({"register", "export", path, "-o", in_folder("bkad.xlsx"), "--name", "bkad"}).code, 0);
    const Answer found = run({"inspect", in_folder("bkad.xlsx"), "--json"});
    ASSERT_EQ(found.code, 0) << found.error;
    const auto columns = found.json()["columns"].array();
    ASSERT_EQ(columns.size(), 5U);
    EXPECT_EQ(columns[2].string(), "kode_kecamatan") << "not the summary of a whole book";
    EXPECT_EQ(found.json()["rows"].integer(), 5);
}

TEST_F(RegisterCommand, OfficesListsOfOneFolderKnowEachOther) {
    const std::string path = sample("contoh");
    const std::filesystem::path folder = in_folder("kantor");
    std::filesystem::create_directory(folder);
    write("kantor/Daftar Aset.csv",
          "Nama Aset,Desa Pemilik,Kerja Sama\nRumah bibit,Kaliluhur,Kebun bibit bersama\n");
    write("kantor/Daftar Kerja Sama.csv",
          "No,Judul,Nomor PKS,Desa\n1,Kebun bibit bersama,777/PKS/2025,\"Kaliluhur, Kalibakti\"\n");
    write("kantor/Daftar BKAD.csv", "Nama BKAD,Kecamatan\nBKAD Uji Coba,Kaliharjo\n");
    write("kantor/Pengurus BKAD.csv",
          "Nama BKAD,Nama Pengurus,Jabatan\nBKAD Uji Coba,Sri,Sekretaris\n");
    const auto before = list(path, "agreements").array().size();
    const Answer taken = run({"import", folder.string(), path});
    ASSERT_EQ(taken.code, 0) << taken.error;
    EXPECT_EQ(list(path, "agreements").array().size(), before + 1);
    const auto lines_with = [&](const char* name, const std::string& word) {
        run({"register", "export", path, "-o", in_folder("satu.csv"), "--name", name});
        const std::string text = bytes(in_folder("satu.csv"));
        std::size_t count = 0;
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
            ++count;
        return count;
    };
    EXPECT_EQ(lines_with("bkad", "BKAD Uji Coba"), 1U) << "not one of each list";
    EXPECT_EQ(lines_with("aset_bersama", ",#" + std::to_string(before + 1)), 1U);
}

TEST_F(RegisterCommand, AttachesAFileAndGivesItBack) {
    const std::string path = sample("contoh");
    write("peta.txt", "isi peta");
    ASSERT_EQ(run({"register", "attach", in_folder("peta.txt"), path, "--document", "1", "--words",
                   "parit lama"})
                  .code,
              0);
    const json::Value items = list(path, "attachments");
    ASSERT_EQ(items.array().size(), 1U);
    EXPECT_EQ(items.array()[0]["name"].string(), "peta.txt");
    EXPECT_EQ(items.array()[0]["bytes"].integer(), 8);
    EXPECT_THAT(run({"list", path, "documents", "--words", "xyzzy"}).out,
                HasSubstr("Tidak ada dokumen yang memuat"));
    const auto agreements = run({"list", path, "agreements", "--words", "PASAR desa", "--json"})
                                .json()["items"]
                                .array();
    EXPECT_EQ(run({"list", path, "segments", "--words", "99.01.01.2001", "--json"})
                  .json()["items"]
                  .array()
                  .front()["villages"]
                  .array()
                  .front()
                  .string(),
              "99.01.01.2001");
    ASSERT_FALSE(agreements.empty());
    EXPECT_LT(agreements.size(), 10U);
    for (const json::Value& one : agreements)
        EXPECT_THAT(one["title"].string(), HasSubstr("asar desa"));
    const Answer found = run({"list", path, "documents", "--words", "PARIT", "--json"});
    EXPECT_EQ(found.json()["items"].array().size(), 1U);
    ASSERT_EQ(
        run({"register", "extract", path, "--attachment", "1", "-o", in_folder("x.txt")}).code, 0);
    EXPECT_EQ(bytes(in_folder("x.txt")), "isi peta");
    EXPECT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(list(path, "attachments").array().size(), 0U);
    const Answer none =
        run({"register", "attach", in_folder("peta.txt"), path, "--document", "9999"});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.error, HasSubstr("9999"));
}

TEST_F(RegisterCommand, EveryListIsASpreadsheet) {
    const std::string path = sample("contoh");
    for (const char* layer : {"desa", "segmen_batas", "titik_batas", "sengketa_batas", "dokumen"}) {
        const std::string file = in_folder(std::string(layer) + ".xlsx");
        EXPECT_EQ(run({"convert", path, "--layer", layer, "-o", file}).code, 0) << layer;
        EXPECT_THAT(bytes(file), StartsWith("PK")) << layer;
    }
    EXPECT_EQ(run({"convert", path, "--layer", "desa", "-o", in_folder("desa.csv")}).code, 0);
    const std::string text = bytes(in_folder("desa.csv"));
    EXPECT_THAT(text, HasSubstr("99.01.01.2001"));
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
