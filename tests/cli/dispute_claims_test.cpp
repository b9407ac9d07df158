#include "dispute_case.h"
#include "paper_text.h"

namespace antardesa::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DisputeClaims : public DisputeCase {
  protected:
    /// A western village and two eastern ones, and one case about both lines between west and east
    /// with a claim of the western one on each.
    std::string case_of_two_lines() {
        const auto feature = [](const char* number, const std::string& ring) {
            return std::string(R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)") +
                   number + R"(","NAMOBJ":"Asri )" + number +
                   R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
                   R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
        };
        std::filesystem::create_directory(in_folder("sumber"));
        write("sumber/batas.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  feature("1", "[109,-7],[109.01,-7],[109.01,-6.99],[109.01,-6.98],[109,-6.98],"
                               "[109,-7]") +
                  "," +
                  feature("2", "[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99],"
                               "[109.01,-7]") +
                  "," +
                  feature("3", "[109.01,-6.99],[109.02,-6.99],[109.02,-6.98],[109.01,-6.98],"
                               "[109.01,-6.99]") +
                  "]}");
        write("sumber/sengketa_batas.csv",
              "id,nomor,kode_desa_1,kode_desa_2,keadaan,fasilitator,dilaporkan,mulai_fasilitasi,"
              "pokok,dokumen_id\n"
              "1,001/SB/2026,99.01.01.2001,99.01.01.2002,dilaporkan,,2026-11-02,,Dua peta,\n");
        write("sumber/sengketa_segmen.csv", "sengketa_id,kode_desa_1,kode_desa_2\n"
                                            "1,99.01.01.2001,99.01.01.2003\n");
        write("sumber/klaim_batas.csv",
              "sengketa_id,kode_desa,dasar,dokumen_id,garis\n"
              "1,99.01.01.2001,Peta 1987,,\"LINESTRING (109.01 -7, 109.011 -6.995, 109.01 -6.99)"
              "\"\n"
              "1,99.01.01.2001,Peta 1994,,\"LINESTRING (109.01 -6.99, 109.011 -6.985, "
              "109.01 -6.98)\"\n");
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", in_folder("sumber"), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }
};

TEST_F(DisputeClaims, OfACaseAboutSeveralLinesEachClaimNamesItsLine) {
    const std::string path = case_of_two_lines();
    const std::string shown = dispute("show", path, {}).out;
    EXPECT_THAT(shown, HasSubstr("Klaim 99.01.01.2001 pada Asri 1 – Asri 2: Peta 1987"));
    EXPECT_THAT(shown, HasSubstr("Klaim 99.01.01.2001 pada Asri 1 – Asri 3: Peta 1994"));
    const json::Value document = dispute("show", path, {"--json"}).json();
    const json::Array& claims = document["claims"].array();
    ASSERT_EQ(claims.size(), 2U);
    const json::Value listed = run({"segments", path, "--json"}).json();
    const json::Array& segments = listed["segments"].array();
    ASSERT_GE(segments.size(), 2U);
    for (const std::size_t at : {0U, 1U}) {
        EXPECT_EQ(claims[at]["segment"].integer(), segments[at]["id"].integer());
        EXPECT_EQ(segments[at]["villages"].array()[0].string(), "99.01.01.2001");
    }
}

TEST_F(DisputeClaims, OfACaseAboutOneLineNoClaimNamesIt) {
    EXPECT_THAT(dispute("show", disputed_project(), {}).out,
                HasSubstr("Klaim 99.01.01.2001: Peta 1987"));
}

TEST_F(DisputeClaims, InAKotaTheWaliKotaDecides) {
    const std::string path = disputed_project(true, "Kota Contoh");
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    ASSERT_EQ(dispute("advance", path, {"--to", "tidak_sepakat"}).code, 0);
    EXPECT_THAT(dispute("advance", path, {"--to", "keputusan_bupati"}).out,
                HasSubstr("menunggu Peraturan Wali Kota"));
    for (const std::string& said :
         {dispute("show", path, {}).out, run({"list", path, "disputes"}).out})
        EXPECT_THAT(said, AllOf(HasSubstr("Peraturan Wali Kota"), Not(HasSubstr("Bupati"))));
    EXPECT_EQ(state(path), "keputusan_bupati") << "the code stays";
    const auto found = run({"list", path, "disputes", "--words", "peraturan wali", "--json"});
    EXPECT_EQ(found.json()["items"].array().size(), 1U) << found.error;
}

TEST_F(DisputeClaims, AClaimGetsItsBasisAndAuthorLater) {
    const std::string path = disputed_project();
    const auto claims = [&] { return dispute("show", path, {"--json"}).json()["claims"].array(); };
    ASSERT_EQ(dispute("claim", path,
                      {"--village", "99.01.01.2002", "--basis", "Peta desa 1987", "--claimant",
                       "Tim desa"})
                  .code,
              0);
    EXPECT_EQ(claims()[0]["basis"].string(), "Peta 1987") << "the other village's stays";
    EXPECT_EQ(claims()[1]["basis"].string(), "Peta desa 1987");
    EXPECT_EQ(claims()[1]["author"].string(), "Tim desa");
    EXPECT_TRUE(claims()[1]["drawn"].boolean()) << "the line stays";
    EXPECT_EQ(dispute("claim", path, {"--village", "99.01.01.2002", "--claimant", "Tim desa"}).code,
              1)
        << "it is so already";
    EXPECT_EQ(dispute("claim", path, {"--village", "99.01.01.2002"}).code, 2);
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(claims()[1]["basis"].string(), "Peta 2015");
}

TEST_F(DisputeClaims, WhoClaimsNoLineHoldsToTheOneInForce) {
    const auto minutes = [&](const std::string& path) {
        const std::string output = in_folder("ba.docx");
        EXPECT_EQ(
            run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", output}).code,
            0);
        return docx_text(output);
    };
    const std::string held = "Desa Asri 2 belum mengajukan garis tersendiri";
    const std::string text = minutes(disputed_project(false));
    EXPECT_THAT(text, HasSubstr("Garis menurut Desa Asri 1 berdasarkan Peta 1987"));
    EXPECT_THAT(text, HasSubstr(held));
}

TEST_F(DisputeClaims, ASignatureOfADayThatCannotBeIsNone) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    ASSERT_EQ(with_paper("accept", path, {"--scenario", "A"}, "9/BA/2026", "2026-11-20").code, 0);
    const Answer refused =
        dispute("record", path,
                {"--kind", "signatory", "--set", "nama=Budi", "--set", "peran=kepala_desa", "--set",
                 "kode_desa=99.01.01.2002", "--set", "tanggal=2099-01-01"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.error, HasSubstr("2099"));
    write("penanda_tangan.csv", "sengketa_id,peran,kode_desa,nama,tanggal\n"
                                "#1,kepala_desa,99.01.01.2001,Siti,2026-11-09\n"
                                "#1,kepala_desa,99.01.01.2002,Budi,2099-01-01\n");
    const Answer imported = run({"register", "import", in_folder("penanda_tangan.csv"), path});
    ASSERT_EQ(imported.code, 0);
    EXPECT_THAT(imported.out + imported.error,
                HasSubstr("penanda_tangan.csv baris 3: tanggal \"2099-01-01\" di kolom tanggal "
                          "sesudah hari ini"));
    const std::string output = in_folder("ba.docx");
    ASSERT_EQ(run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", output}).code,
              0);
    const std::string text = docx_text(output);
    EXPECT_THAT(text, HasSubstr("Kepala Desa Asri 1 (bertanggal 9 November 2026, di luar masa"));
    EXPECT_THAT(text, AllOf(HasSubstr("Kepala Desa Asri 2"), Not(HasSubstr("2099"))));
}

TEST_F(DisputeClaims, GetsAClaimFromAFile) {
    const std::string path = disputed_project();
    write("klaim.geojson",
          R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)"
          R"([[109.01,-7],[109.012,-6.995],[109.01,-6.99]]}})");
    const auto claim = [&](const std::string& village) {
        return dispute("claim", path,
                       {"--village", village, "--line", in_folder("klaim.geojson"), "--basis",
                        "Peta blok 1994"});
    };
    EXPECT_EQ(claim("99.01.01.2009").code, 1);
    EXPECT_EQ(claim("99.01.01.2001").code, 1) << "it has a claim over that stretch already";
    EXPECT_EQ(dispute("claim", path, {}).code, 2);
    EXPECT_EQ(dispute("claim", path, {"--remove", "77"}).code, 1);
    ASSERT_EQ(dispute("claim", path, {"--remove", "1"}).code, 0);
    ASSERT_EQ(claim("99.01.01.2001").code, 0);
    const json::Value shown = dispute("show", path, {"--json"}).json();
    const json::Array& claims = shown["claims"].array();
    ASSERT_EQ(claims.size(), 2U);
    EXPECT_EQ(claims[1]["basis"].string(), "Peta blok 1994");
    EXPECT_TRUE(claims[1]["drawn"].boolean());
}

TEST_F(DisputeClaims, GetsAClaimFromATableOfCoordinates) {
    const std::string path = disputed_project();
    ASSERT_EQ(dispute("claim", path, {"--remove", "1"}).code, 0);
    const auto claim = [&](const std::string& name, const std::string& text) {
        write(name, text);
        return dispute("claim", path,
                       {"--village", "99.01.01.2001", "--line", in_folder(name), "--basis", "x"});
    };
    const Answer bad = claim("salah.csv", "No;Lintang;Bujur\n1;-7;109,01\n2;barat;109,01\n");
    EXPECT_EQ(bad.code, 1);
    EXPECT_THAT(bad.error, HasSubstr("3")) << "the line of the file is said";
    ASSERT_EQ(claim("desimal.csv", "No;Lintang;Bujur\n1;-7;109,01\n2;-6,995;109,012\n"
                                   "3;-6,99;109,01\n")
                  .code,
              0);
    const auto area = [&] {
        return propose(path, {"--method", "straight", "--json"})
            .json()["contested"]["area_m2"]
            .number();
    };
    const double decimal = area();
    ASSERT_GT(decimal, 1000);
    ASSERT_EQ(dispute("claim", path, {"--remove", "3"}).code, 0);
    const Answer sexagesimal =
        claim("dms.csv", "NO,LINTANG,BUJUR\n1,\"07°00'00,00\"\" LS\",\"109°00'36,00\"\" BT\"\n"
                         "2,\"06°59'42,00\"\" LS\",\"109°00'43,20\"\" BT\"\n"
                         "3,\"06°59'24,00\"\" LS\",\"109°00'36,00\"\" BT\"\n");
    ASSERT_EQ(sexagesimal.code, 0) << sexagesimal.error;
    EXPECT_NEAR(area(), decimal, 1);
}

TEST_F(DisputeClaims, MetresWithoutAZoneAreOfTheZoneThatTheProjectLiesIn) {
    const std::string path = disputed_project();
    ASSERT_EQ(dispute("claim", path, {"--remove", "1"}).code, 0);
    write("utm.csv", "NO;X;Y\n1;280159,276;9225785,725\n2;280377,969;9226339,718\n"
                     "3;280154,595;9226891,842\n");
    const Answer read =
        dispute("claim", path, {"--village", "99.01.01.2001", "--line", in_folder("utm.csv")});
    ASSERT_EQ(read.code, 0) << read.error;
    const json::Value proposed = propose(path, {"--method", "straight", "--json"}).json();
    EXPECT_NEAR(proposed["contested"]["area_m2"].number(), 183'200, 2'000);
}

TEST_F(DisputeClaims, AClaimComesFromAGpx) {
    const std::string path = disputed_project();
    const json::Value shown = dispute("show", path, {"--json"}).json();
    const auto id = std::to_string(shown["claims"].array()[0]["id"].integer());
    ASSERT_EQ(dispute("claim", path, {"--remove", id}).code, 0);
    write("jalur.gpx", R"(<gpx version="1.1"><trk><name>Jalan kaki</name><trkseg>)"
                       R"(<trkpt lat="-7" lon="109.01"/><trkpt lat="-6.995" lon="109.0112"/>)"
                       R"(<trkpt lat="-6.99" lon="109.01"/></trkseg></trk></gpx>)");
    const Answer claimed = dispute(
        "claim", path,
        {"--village", "99.01.01.2001", "--line", in_folder("jalur.gpx"), "--basis", "Jalan kaki"});
    ASSERT_EQ(claimed.code, 0) << claimed.error;
    EXPECT_EQ(dispute("show", path, {"--json"}).json()["claims"].array().size(), 2U);
    EXPECT_EQ(propose(path, {"--method", "midline"}).code, 0);
    EXPECT_EQ(propose(path, {"--method", "midline", "--segment", "1"}).code, 0);
    const Answer other = propose(path, {"--method", "midline", "--segment", "9"});
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(other.error, HasSubstr("Segmen 9"));
}

} // namespace
} // namespace antardesa::cli
