#include "disputed.h"
#include "paper_text.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class CaseRecord : public Disputed {
  protected:
    Answer record(const std::string& kind, std::vector<std::string> more) {
        std::vector<std::string> command{"dispute", "record", path_, "1", "--kind", kind};
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }
    json::Array records() {
        return run({"dispute", "show", path_, "1", "--json"}).json()["records"].array();
    }
    Answer advance(std::vector<std::string> more) {
        std::vector<std::string> command{"dispute", "advance", path_, "1"};
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }
    Answer agreed(std::vector<std::string> more) {
        std::vector<std::string> command{"dispute",
                                         "accept",
                                         path_,
                                         "1",
                                         "--scenario",
                                         "A",
                                         "--document-kind",
                                         "berita_acara",
                                         "--document-number",
                                         "9/BA/2026",
                                         "--document-date",
                                         "2026-11-20",
                                         "--document-title",
                                         "Kesepakatan batas"};
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }
    void begin() {
        ASSERT_EQ(advance({"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code, 0);
        ASSERT_EQ(propose(path_, {"--method", "midline", "--save", "A"}).code, 0);
    }

    std::string path_ = disputed_project();
};

TEST_F(CaseRecord, MeetingsEvidenceAndSignatoriesAreEnteredChangedAndRemoved) {
    EXPECT_THAT(records(), IsEmpty());
    ASSERT_EQ(record("meeting", {"--set", "tanggal=2026-11-12", "--set", "tempat=Balai desa"}).code,
              0);
    ASSERT_EQ(record("evidence", {"--set", "kode_desa=99.01.01.2001", "--set", "jenis=peta",
                                  "--set", "judul=Peta desa", "--set", "tahun=1987"})
                  .code,
              0);
    ASSERT_EQ(record("signatory", {"--set", "peran=kepala_desa", "--set", "kode_desa=99.01.01.2001",
                                   "--set", "nama=Siti"})
                  .code,
              0);
    ASSERT_THAT(records(), SizeIs(3));
    std::string meeting;
    for (const json::Value& one : records())
        if (one["kind"].string() == "meeting")
            meeting = std::to_string(static_cast<int>(one["id"].number()));
    ASSERT_FALSE(meeting.empty());
    EXPECT_THAT(run({"dispute", "show", path_, "1"}).out, HasSubstr("musyawarah " + meeting));
    ASSERT_EQ(record("meeting", {"--row", meeting, "--set", "tempat=Kantor kecamatan"}).code, 0);
    ASSERT_EQ(record("meeting", {"--row", meeting, "--remove"}).code, 0);
    EXPECT_THAT(records(), SizeIs(2));
}

TEST_F(CaseRecord, NothingThatWasTypedIsPassedOver) {
    const Answer unknown = record("meeting", {"--set", "tgl=2026-11-12"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.error, AllOf(HasSubstr("tgl"), HasSubstr("tanggal")));
    EXPECT_EQ(record("meeting", {"--set", "tanggal=kemarin"}).code, 1);
    const Answer role = record("signatory", {"--set", "peran=camat", "--set", "nama=Rahmat"});
    EXPECT_EQ(role.code, 1);
    EXPECT_THAT(role.error, AllOf(HasSubstr("camat"), HasSubstr("peran"), HasSubstr("fasilitator"),
                                  Not(HasSubstr("impor"))))
        << "what may stand there; no file was imported";
    EXPECT_EQ(record("meeting", {"--set", "tanggal"}).code, 2);
    EXPECT_EQ(record("meeting", {}).code, 2);
    EXPECT_EQ(record("meeting", {"--row", "77", "--remove"}).code, 1);
    EXPECT_EQ(record("local-step", {"--set", "nama=Mediasi"}).code, 2) << "it is of no case";
    EXPECT_THAT(records(), IsEmpty());
}

TEST_F(CaseRecord, WhoSignsIsLookedAtAndNobodySignsTomorrow) {
    const Answer odd = record(
        "signatory", {"--set", "peran=kepala_desa", "--set", "nama=Siti", "--set", "nip=1965"});
    EXPECT_EQ(odd.code, 0) << "it is entered all the same";
    EXPECT_THAT(odd.out, AllOf(HasSubstr("Siti"), HasSubstr("1965"), HasSubstr("18")));
    const Answer right =
        record("signatory", {"--set", "peran=kepala_desa", "--set", "nama=Budi", "--set",
                             "kode_desa=99.01.01.2002", "--set", "nip=196501011990031001"});
    EXPECT_THAT(right.out, Not(HasSubstr("Budi")));
    const Answer later = record("signatory", {"--set", "peran=kepala_desa", "--set", "nama=Rini",
                                              "--set", "tanggal=2099-01-01"});
    EXPECT_EQ(later.code, 1);
    EXPECT_THAT(later.error, AllOf(HasSubstr("Rini"), HasSubstr("2099-01-01")));
    EXPECT_EQ(record("meeting", {"--set", "tanggal=2099-01-01", "--set", "hasil=sepakat"}).code, 1);
    EXPECT_EQ(record("meeting", {"--set", "tanggal=2099-01-01"}).code, 0) << "one may plan";
}

TEST_F(CaseRecord, ALocalStepIsMetForBeforeTheCaseGoesOn) {
    ASSERT_EQ(
        run({"dispute", "record", path_, "--kind", "local-step", "--set", "nama=Musyawarah adat",
             "--set", "sesudah=fasilitasi_camat", "--set", "dasar=Perbup 12/2024"})
            .code,
        0);
    begin();
    const Answer early = advance({"--to", "tidak_sepakat"});
    EXPECT_EQ(early.code, 1);
    EXPECT_THAT(early.error, HasSubstr("Musyawarah adat"));
    ASSERT_EQ(
        record("meeting", {"--set", "tanggal=2026-11-15", "--set", "langkah_daerah_id=1"}).code, 0);
    EXPECT_EQ(advance({"--to", "tidak_sepakat"}).code, 0);
}

TEST_F(CaseRecord, AcceptanceWaitsForTheLocalStepAndSaysSoAsAdvanceDoes) {
    ASSERT_EQ(run({"dispute", "record", path_, "--kind", "local-step", "--set",
                   "nama=Musyawarah adat", "--set", "sesudah=fasilitasi_camat"})
                  .code,
              0);
    begin();
    const Answer early = agreed({});
    EXPECT_EQ(early.code, 1);
    EXPECT_THAT(early.error, HasSubstr("belum melalui langkah daerah \"Musyawarah adat\"."));
    const Answer shown = run({"dispute", "show", path_, "1"});
    EXPECT_THAT(shown.out, AllOf(HasSubstr("Musyawarah adat"), Not(HasSubstr("()"))));
}

TEST_F(CaseRecord, TheCaseIsShownWithSubjectFacilitatorStartAndDueDate) {
    begin();
    const Answer shown = run({"dispute", "show", path_, "1"});
    EXPECT_THAT(shown.out, AllOf(HasSubstr("Pokok: Dua peta"), HasSubstr("Fasilitator: Camat"),
                                 HasSubstr("10 November 2026"), HasSubstr("10 Mei 2027")));
    const json::Value told = run({"dispute", "show", path_, "1", "--json"}).json();
    EXPECT_EQ(told["facilitation_due"].string(), "2027-05-10");
}

TEST_F(CaseRecord, MinutesSayWhatWasAgreedAndEachVillagesNumber) {
    begin();
    EXPECT_EQ(agreed({"--village-number", "99.01.01.2009=1/BA"}).code, 2) << "no such village";
    ASSERT_EQ(agreed({"--village-number", "99.01.01.2001=1/BA-A/2026", "--village-number",
                      "99.01.01.2002=7/BA-B/2026"})
                  .code,
              0);
    const std::string folder = in_folder("berkas");
    const Answer papers = run({"dispute", "papers", path_, "1", "-o", folder});
    ASSERT_EQ(papers.code, 0) << papers.error;
    const std::string minutes = docx_text(folder + "/berita-acara.docx");
    EXPECT_THAT(minutes,
                AllOf(HasSubstr("1/BA-A/2026"), HasSubstr("7/BA-B/2026"),
                      HasSubstr("Para pihak sepakat bahwa garis batas Desa Asri 1 dengan "
                                "Desa Asri 2 adalah garis"),
                      HasSubstr("termasuk Desa Asri 1"), HasSubstr("termasuk Desa Asri 2")));
    EXPECT_THAT(pdf_text(folder + "/berita-acara.pdf"), HasSubstr("DRAF"))
        << "nobody is recorded to sign it";
    EXPECT_THAT(pdf_text(folder + "/lampiran-koordinat.pdf"), HasSubstr("KARTOMETRIK"));
    EXPECT_THAT(pdf_text(folder + "/peta-batas.pdf"), HasSubstr("Asri 1"));
    EXPECT_THAT(run({"history", path_}).out, HasSubstr("9/BA/2026"));
    EXPECT_EQ(run({"dispute", "papers", path_, "1", "-o", folder}).code, 1)
        << "nothing is written over";
    EXPECT_EQ(run({"dispute", "papers", path_, "9", "-o", in_folder("lain")}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(in_folder("lain")));
}

TEST_F(CaseRecord, ASheetOfACaseThatWasReopenedSaysSo) {
    begin();
    ASSERT_EQ(agreed({}).code, 0);
    const std::string folder = in_folder("berkas");
    ASSERT_EQ(run({"dispute", "papers", path_, "1", "-o", folder}).code, 0);
    const std::string text = pdf_text(folder + "/peta-batas.pdf");
    std::string code;
    for (std::size_t i = 0; i + 19 <= text.size() && code.empty(); ++i) {
        const std::string part = text.substr(i, 19);
        bool fits = true;
        for (std::size_t k = 0; k < part.size(); ++k)
            fits = fits && (k % 5 == 4 ? part[k] == '-'
                                       : (part[k] >= '0' && part[k] <= '9') ||
                                             (part[k] >= 'A' && part[k] <= 'Z'));
        if (fits)
            code = part;
    }
    ASSERT_FALSE(code.empty()) << text;
    const Answer settled = run({"verify", code, path_, "--json"});
    EXPECT_EQ(settled.json()["verdict"].string(), "equal");
    EXPECT_EQ(settled.json()["state"].string(), "sepakat");
    EXPECT_TRUE(settled.json()["open_case"].is_null());
    ASSERT_EQ(advance({"--to", "fasilitasi_camat", "--start", "2026-11-24", "--document-kind",
                       "putusan", "--document-number", "5", "--document-date", "2026-11-24",
                       "--document-title", "Pembukaan"})
                  .code,
              0);
    const Answer reopened = run({"verify", code, path_});
    EXPECT_THAT(reopened.out, AllOf(HasSubstr("belum selesai"), HasSubstr("dibuka kembali"),
                                    HasSubstr("putusan 5")));
    EXPECT_EQ(run({"verify", code, path_, "--json"}).json()["open_case"]["id"].number(), 1);
}

TEST_F(CaseRecord, AnOverlapFromShoreToShoreBecomesACase) {
    const auto feature = [](const char* number, const std::string& ring) {
        return std::string(R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)") + number +
               R"(","NAMOBJ":"Asri )" + number +
               R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
               R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
    };
    write("lebar.geojson",
          R"({"type":"FeatureCollection","features":[)" +
              feature("1", "[109,-7],[109.0103,-7],[109.0104,-6.99],[109,-6.99],[109,-7]") + "," +
              feature("2", "[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99],[109.01,-7]") +
              "]}");
    const std::string path = in_folder("lebar.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("lebar.geojson"), path}).code, 0);
    ASSERT_EQ(run({"--quiet", "check", path, "--save"}).code, 0);
    const Answer made = run({"dispute", "report", path, "--finding", "1", "--subject", "Dua peta",
                             "--number", "7/SB/2026"});
    ASSERT_EQ(made.code, 0) << made.error;
    const json::Value shown = run({"dispute", "show", path, "1", "--json"}).json();
    EXPECT_EQ(shown["number"].string(), "7/SB/2026");
    EXPECT_EQ(shown["claims"].array().size(), 2U);
    const Answer line = run({"propose", path, "--dispute", "1", "--method", "midline"});
    EXPECT_EQ(line.code, 0) << line.error;
}

} // namespace
} // namespace antardesa::cli
